import { AppError } from '../contract/errors.ts';
import { fromBase64 } from '../domain/text/base64.ts';
import type { Handlers } from './dispatch.ts';
import type { Keeper } from './keeper.ts';
import { isClockBehind } from './backup.ts';
import { readLast, readProblem } from './backup-notes.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { readSettings } from './settings.ts';

type BackupMethod = Extract<keyof Handlers, `backups.${string}`>;

/** Backups by hand: making, copying elsewhere, looking into one, and putting it in the place of everything. */
export function backupHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
  keeper: Keeper,
): Pick<Handlers, BackupMethod> {
  const { storage, system } = ports;
  const { backups } = storage;
  return {
    'backups.list': async () => {
      // One that is being made belongs to the list.
      const kept = await keeper.alone(() => backups.list());
      const stored = storage.settings.all();
      const present = backups.present();
      return {
        dataFolder: ports.about.dataFolder,
        backupFolder: backups.folder,
        kept,
        present,
        clockBehind: isClockBehind(present.latest, ports.now()),
        last: readLast(stored),
        problem: readProblem(stored),
        place: system.place,
      };
    },
    'backups.make': () => keeper.make('asked'),
    'backups.deliver': async ({ name, to }) => {
      const { sealed } = await backups.inspect({ kind: 'kept', name });
      if (!sealed) throw new AppError('backup.damaged', { name });
      if (to === 'stick') {
        if (system.place.stick === null) throw new AppError('backup.unavailable');
        const path = await backups.copyTo(name, system.place.stick);
        keeper.note({ at: ports.now(), place: path, verified: true });
        return { kind: 'saved', path };
      }
      const file = { ticket: ports.newId(), fileName: name, bytes: await backups.read(name) };
      // The browser host hands the file out itself; the desktop program writes it where the person says.
      outbox.put(file);
      const delivered = await ports.deliver(file, readSettings(storage).language);
      if (delivered.kind === 'saved') {
        backups.inspectFile(delivered.path);
        keeper.note({ at: ports.now(), place: delivered.path, verified: true });
      }
      return delivered;
    },
    'backups.receive': async ({ id, offset, base64 }) => {
      const bytes = fromBase64(base64);
      if (bytes === null) throw new AppError('input.invalid', { method: 'backups.receive' });
      return { size: await backups.receive(id, offset, bytes) };
    },
    'backups.preview': async ({ source }) => ({ ...(await backups.inspect(source)), present: backups.present() }),
    'backups.restore': async ({ source }) => {
      // A backup that cannot be used is refused before anything else happens.
      await backups.inspect(source);
      const before = await keeper.make('restore', source.kind === 'kept' ? source.name : undefined);
      const stored = storage.settings.all();
      const last = readLast(stored);
      await keeper.alone(() => backups.restore(source));
      library.refresh();
      if (last) keeper.note(last);
      ports.emit({ type: 'data.restored' });
      return { before, present: backups.present() };
    },
  };
}
