/** Backs up and restores without end, telling what it has done; the test ends it without warning. */
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import { record, AT } from './rows.ts';

const [folder = '', from = '0'] = process.argv.slice(2);
const storage = openStorage(folder);
let round = Number(from);
for (;;) {
  round += 1;
  storage.transaction(() => {
    // One round is one state: three answers that must always agree.
    for (const item of ['x', 'y', 'z'])
      storage.answers.save('a1', { ...record(item, 1000 + round, '1'), note: `round ${round}` }, AT);
  });
  const at = new Date(Date.UTC(2026, 0, 1) + round * 1000).toISOString();
  const { name } = await storage.backups.make(at, 'asked');
  process.stdout.write(`backup ${name}\n`);
  await storage.backups.restore({ kind: 'kept', name });
  process.stdout.write(`restored ${round}\n`);
}
