/**
 * Importing result workbooks from the command line, beside the floor (unzip the one entry, parse its JSON, hash it) and
 * beside exceljs reading the same files.
 */
import ExcelJS from 'exceljs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults } from '../../src/adapters/collecting/read-file.ts';
import { readMachinePart } from '../../src/adapters/documents/machine-part.ts';
import { readZipEntries } from '../../src/adapters/documents/zip-read.ts';
import { readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { ROOT } from '../../src/cli/context.ts';
import { readyToRead } from '../../src/core/collections/read.ts';
import { questionnaireHash } from '../../src/core/library.ts';
import { parseQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { sha256, writeVolume } from '../adapters/collecting/volume.ts';
import { compare, type Measured, type Row } from './measure.ts';

const FILES = 1000;
/** exceljs takes so long that fewer files must do; its time is given per 1,000. */
const EXCELJS_FILES = 20;
const CONTENT = />([A-Za-z0-9+/=\s]{100,})</;
const LIMITS = { archive: 100_000_000, entries: 1000, entry: 100_000_000 };

async function timed(work: () => unknown, runs: number): Promise<Measured> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] ?? 0, fastest: times[0] ?? 0, runs };
}

function cli(...args: string[]): void {
  const done = spawnSync(process.execPath, [join(ROOT, 'src/cli/index.ts'), ...args], { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${args[0]}: ${done.stderr}`);
}

/** The least that any reader of these files has to do. */
function floor(paths: readonly string[]): void {
  for (const path of paths) {
    const parts = readZipEntries(readFileSync(path), /^customXml\/item1\.xml$/, LIMITS);
    const xml = Buffer.from(parts.get('customXml/item1.xml') ?? []).toString('latin1');
    const json = Buffer.from(CONTENT.exec(xml)?.[1] ?? '', 'base64');
    createHash('sha256').update(json).digest('hex');
    JSON.parse(json.toString('utf8'));
  }
}

export async function benchCollecting(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-collect-'));
  try {
    const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/gov-maturity-5/1.0.0'));
    if ('problems' in source) throw new Error('unreadable');
    const parsed = parseQuestionnaire(source.definition, source.vectors);
    if (!parsed.ok) throw new Error('invalid');
    const { questionnaire } = parsed.value;
    cli('sample', '--questionnaire', questionnaire.id, '--count', '1', '--out', join(folder, 'one'));
    const workbook = readFileSync(join(folder, 'one', readdirSync(join(folder, 'one'))[0] ?? ''));
    const part = readMachinePart(workbook);
    if (part.kind !== 'ok') throw new Error('no part');
    const paths = writeVolume(join(folder, 'many'), workbook, questionnaire, part.file.definition, FILES);

    const hash = questionnaireHash(questionnaire, sha256);
    const ready = readyToRead(questionnaire, hash);
    const context = { ready: () => Promise.resolve(ready) };
    const ours = await timed(async () => {
      for (const path of paths)
        await readResults(context, { path, name: path }, 0, {
          onNames: () => undefined,
          onReading: ({ kind }) => {
            if (kind !== 'result') throw new Error(kind);
          },
        });
    }, 3);
    const least = await timed(() => floor(paths), 3);
    const excel = await timed(async () => {
      for (const path of paths.slice(0, EXCELJS_FILES)) await new ExcelJS.Workbook().xlsx.readFile(path);
    }, 1);
    const whole = await timed(
      () => cli('aggregate', join(folder, 'many'), '--out', join(folder, 'out'), '--format', 'json'),
      3,
    );
    const scale = FILES / EXCELJS_FILES;
    const perThousand: Measured = { median: excel.median * scale, fastest: excel.fastest * scale, runs: excel.runs };
    return [
      compare(`import ${FILES} workbooks: verify and score anew`, ours, 'floor: unzip, JSON.parse, hash', least),
      compare(`import ${FILES} workbooks: verify and score anew`, ours, 'exceljs reading them', perThousand),
      compare(`aggregate ${FILES} workbooks from the command line`, whole, 'floor: unzip, JSON.parse, hash', least),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
