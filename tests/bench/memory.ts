/** Memory of the process after many documents and many imports, beside what it was after the first of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ask } from '../../src/cli/context.ts';
import type { Row } from './measure.ts';
import { openFor } from './open.ts';

const EXPORTS = 200;
const IMPORTS = 500;
/** The first ones fill caches and compile code; what comes after must not add up. */
const FIRST = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Resident memory in MB after a collection. */
function residentMb(): number {
  collect();
  collect();
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 100) / 10;
}

const grown = (name: string, before: number, after: number): Row => ({
  name,
  ms: after,
  baseline: `MB after the first ${FIRST}`,
  baselineMs: before,
  ratio: Number((after / before).toPrecision(4)),
});

/** 200 exports and 500 opened result files in one process; Linux only, since others do not tell their memory alike. */
export async function benchMemory(folder: string): Promise<Row[]> {
  if (process.platform !== 'linux') return [];
  const application = await openFor(join(folder, 'memory'));
  try {
    const samples = await ask(application, 'samples.add', {});
    const [sample] = samples;
    if (!sample) throw new Error('no sample');
    const exportOne = (run: number) =>
      ask(application, 'reports.export', {
        assessmentId: sample.id,
        format: run % 2 === 0 ? 'xlsx' : 'pdf',
        language: 'vi',
      });
    for (let run = 0; run < FIRST; run += 1) await exportOne(run);
    const afterFirst = residentMb();
    for (let run = FIRST; run < EXPORTS; run += 1) await exportOne(run);
    const exported = grown(`MB after ${EXPORTS} exports`, afterFirst, residentMb());

    const { ticket } = await ask(application, 'reports.export', {
      assessmentId: sample.id,
      format: 'xlsx',
      language: 'vi',
    });
    const { base64 } = await ask(application, 'files.open', { ticket });
    const openOne = async (): Promise<void> => {
      const upload = crypto.randomUUID();
      await ask(application, 'opening.upload', { upload, at: 0, base64 });
      await ask(application, 'opening.read', { upload, name: 'ket-qua.xlsx' });
    };
    for (let run = 0; run < FIRST; run += 1) await openOne();
    const opened = residentMb();
    for (let run = FIRST; run < IMPORTS; run += 1) await openOne();
    return [exported, grown(`MB after ${IMPORTS} opened result files`, opened, residentMb())];
  } finally {
    await application.close();
  }
}
