/** From the command to the first list, beside an empty Node program. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ask, ROOT } from '../../src/cli/context.ts';
import { compare, measure, type Row } from './measure.ts';
import { openFor } from './open.ts';

/** Starting, on empty data and again. */
export async function benchStart(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const command = (args: string[]) => () => spawnSync(process.execPath, args, { cwd: ROOT });
  const empty = await measure(command(['-e', '0']), 7);
  const list = await measure(command(['src/cli/index.ts', 'questionnaires', 'list', '--json']), 7);
  rows.push(compare('start the command line and list questionnaires', list, 'node with an empty program', empty));

  const listIn = (dataFolder: string) => async () => {
    const application = await openFor(dataFolder);
    await ask(application, 'questionnaires.list', {});
    await application.close();
  };
  let places = 0;
  const fresh = await measure(() => listIn(join(folder, `library-${(places += 1)}`))(), 5);
  const again = await measure(listIn(join(folder, 'library-1')), 7);
  rows.push(compare('open and list the questionnaires, remembered', again, 'the same on empty data', fresh));
  return rows;
}
