/**
 * npm run bench: speed as ratios against named baselines in one run, printed as JSON. Absolute times depend on the
 * machine; the ratios are what may be compared.
 * npm run bench -- scoring documents: only these parts.
 * npm run bench:check: the same, and fails when a ratio or a figure is over its budget (budgets.ts).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAggregate } from './aggregate.ts';
import { measureAnswering, type Answering } from './answering.ts';
import { benchApplication } from './application.ts';
import { overBudget } from './budgets.ts';
import { benchCollecting } from './collecting.ts';
import { benchDocuments } from './documents.ts';
import type { Row } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchScoring } from './scoring.ts';
import { benchStart } from './start.ts';
import { benchAgainstSurveyCore } from './survey-core.ts';

const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-bench-'));

/** In this order: what is quick and sensitive first, before the machine is warm. */
const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  scoring: benchScoring,
  'survey-core': benchAgainstSurveyCore,
  application: () => benchApplication(folder),
  start: () => benchStart(folder),
  documents: benchDocuments,
  aggregate: benchAggregate,
  collecting: benchCollecting,
  memory: () => benchMemory(folder),
};
const ANSWERING = 'answering';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.filter((part) => part !== ANSWERING && !(part in PARTS));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${[...Object.keys(PARTS), ANSWERING].join(', ')}`);
  process.exit(2);
}
const wants = (part: string): boolean => wanted.length === 0 || wanted.includes(part);

try {
  const rows: Row[] = [];
  for (const [part, bench] of Object.entries(PARTS)) if (wants(part)) rows.push(...(await bench()));
  const answering: Answering | null = wants(ANSWERING) ? await measureAnswering() : null;
  const machine = { node: process.version, platform: process.platform, cpus: cpus().length };
  process.stdout.write(`${JSON.stringify({ machine, rows, answering }, null, 2)}\n`);
  if (process.argv.includes('--check')) {
    const over = overBudget(rows, answering);
    for (const line of over) console.error(`over budget: ${line}`);
    process.exitCode = over.length === 0 ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
