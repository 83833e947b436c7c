/**
 * The long run: `node tests/fuzz/index.ts [--runs 100000] [--seed N] [--only area]`. Every input that breaks a promise is
 * kept under tests/fuzz/seeds and judged again by every `npm test`. Exit code 1 when there was one.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { AreaName } from './child.ts';
import { runArea, type Report } from './run.ts';
import { keepSeed } from './seeds.ts';

/** Shares of the runs. */
const SHARES: Readonly<Record<AreaName, number>> = {
  results: 40,
  opening: 22,
  questionnaires: 8,
  messages: 15,
  requests: 15,
};
/** Inputs that one process judges before another takes over. */
const BATCH = 2500;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const names = (Object.keys(SHARES) as AreaName[]).filter((name) => values.only === undefined || name === values.only);
const all = names.reduce((sum, name) => sum + SHARES[name], 0);
console.log(`seed ${seed}`);

const jobs = names.flatMap((area) => {
  const to = Math.ceil((runs * SHARES[area]) / all);
  return Array.from({ length: Math.ceil(to / BATCH) }, (_, at) => ({
    area,
    seed,
    from: at * BATCH,
    to: Math.min(to, (at + 1) * BATCH),
  }));
});
const reports: Report[] = [];
const begun = performance.now();
async function lane(): Promise<void> {
  for (let job = jobs.shift(); job; job = jobs.shift()) reports.push(await runArea(job.area, job));
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));

let failed = 0;
const add = (into: Record<string, number>, more: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(more)) into[name] = (into[name] ?? 0) + count;
};
for (const area of names) {
  const own = reports.filter((report) => report.area === area);
  const failures = own.flatMap((report) => report.failures);
  failed += failures.length;
  const [counts, labels]: Record<string, number>[] = [{}, {}];
  for (const report of own) {
    add(counts as Record<string, number>, report.counts);
    add(labels as Record<string, number>, report.labels);
  }
  const judged = own.reduce((sum, report) => sum + report.judged, 0);
  const most = (of: (report: Report) => number): number => Math.max(0, ...own.map(of));
  console.log(
    `${failures.length === 0 ? '✓' : '✗'} ${area}: ${judged} inputs, slowest ${most(({ slowest }) => slowest).toFixed(0)} ms, ${(most(({ memory }) => memory) / 1024 / 1024).toFixed(0)} MiB`,
  );
  console.log(`  ${JSON.stringify(counts)}\n  ${JSON.stringify(labels)}`);
  for (const failure of failures) {
    const name = keepSeed(failure);
    console.log(
      `  - ${failure.input.label}, number ${failure.number}, kept as ${name}\n    ${failure.faults.slice(0, 4).join('\n    ').slice(0, 1500)}`,
    );
  }
}
console.log(
  `${reports.reduce((sum, { judged }) => sum + judged, 0)} inputs in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${failed} broken promises`,
);
process.exit(failed === 0 ? 0 : 1);
