/** Opens a data folder, which brings its database up to date, when it is told to. Argument: data folder. */
import { openStorage } from '../../src/adapters/sqlite/storage.ts';

process.once('message', () => {
  openStorage(process.argv[2] ?? '');
  process.send?.('done');
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
