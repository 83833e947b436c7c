/**
 * The long proof of durability: `node tests/durability/index.ts [--kills 1000] [--damages 1000] [--seed N]`.
 * Needs the built page for the part over HTTP. Prints what was done; exit code 1 when a promise was broken.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../e2e/support/project.ts';
import { runDamages } from './damage.ts';
import { runFaults } from './faults.ts';
import { openServer, openWorker } from './hosts.ts';
import { failingCalls, sizeLimit } from './inject.ts';
import { runKills } from './kills.ts';
import { runMigrationKills } from './migration-kills.ts';
import { countSyncs } from './syncs.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    damages: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, damages, seed] = [values.kills, values.damages, values.seed].map(Number) as [number, number, number];
if (!existsSync(join(ROOT, 'out/renderer/index.html'))) {
  console.error('The page is not built: npm run build');
  process.exit(1);
}

let broken = 0;
async function part(title: string, work: () => Promise<{ readonly faults?: readonly string[] }>): Promise<void> {
  const started = performance.now();
  const { faults = [], ...report } = await work();
  broken += faults.length;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${title} (${seconds} s): ${JSON.stringify(report)}`);
  for (const fault of faults) console.log(`  - ${fault}`);
}

/** Most kills hit the writer directly; a fifth goes through the browser host, a fifth hits a migration. */
const fifth = Math.floor(kills / 5);
const half = Math.floor((kills - 2 * fifth) / 2);
console.log(`seed ${seed}`);
await Promise.all([
  part(`killed while working, ${half} times`, () => runKills(openWorker, half, seed)),
  part(`killed while working, ${kills - 2 * fifth - half} times more`, () =>
    runKills(openWorker, kills - 2 * fifth - half, seed + 1),
  ),
]);
await part(`the browser host killed ${fifth} times`, () => runKills(openServer, fifth, seed + 2));
await part(`killed while bringing old data up to date, ${fifth} times`, () => runMigrationKills(fifth, seed + 3));
await part(`${damages} damaged databases`, () => runDamages(damages, seed));
await part('no file may grow, at every half page', () => runFaults(sizeLimit(), 12, seed));
const traced = failingCalls();
if (traced.length === 0)
  console.log('– failing calls and counted syncs: strace is not here (Linux: apt-get install strace)');
else {
  await part('every nth write fails: no space, I/O error, read-only, refused', () => runFaults(traced, 12, seed));
  await part('syncs per acknowledged answer', async () => {
    const report = await countSyncs(100);
    return { ...report, faults: report.syncs < report.commits ? ['fewer syncs than acknowledged answers'] : [] };
  });
}
if (process.platform === 'linux' && process.getuid?.() === 0) {
  const { runFullDisk } = await import('./full-disk.ts');
  await part('a disk that is really full', () => runFullDisk(seed));
} else console.log('– a really full disk: mounting one takes the rights of root');
console.log(broken === 0 ? 'every promise was kept' : `${broken} promises broken`);
process.exit(broken === 0 ? 0 : 1);
