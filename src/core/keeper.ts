import { AppError } from '../contract/errors.ts';
import type { BackupReason, KeptBackup, LastBackup } from '../contract/views/data.ts';
import { LAST, LAST_AT, PROBLEM } from './backup-notes.ts';
import { isDue, outlived } from './backup.ts';
import type { Ports } from './ports.ts';

type KeeperPorts = Pick<Ports, 'storage' | 'now' | 'emit' | 'report'>;

/** Makes backups, one at a time, and thins out old ones. */
export interface Keeper {
  /** @throws AppError backup.*, storage.*, file.* */
  make(reason: BackupReason): Promise<KeptBackup>;
  /** The automatic backup, when one is due. A failure is remembered and shown; it stops nobody. */
  daily(): Promise<void>;
  /** Runs work while no backup is being made. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Notes where a copy went, for the home screen. */
  note(last: LastBackup): void;
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { storage } = ports;
  let busy: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = busy.then(work);
    busy = done.catch(() => undefined);
    return done;
  }

  function note(last: LastBackup): void {
    storage.transaction(() => {
      storage.settings.set(LAST_AT, last.at);
      storage.settings.set(LAST, JSON.stringify(last));
      storage.settings.set(PROBLEM, '');
    });
    ports.emit({ type: 'settings.changed' });
  }

  async function makeNow(reason: BackupReason): Promise<KeptBackup> {
    const made = await storage.backups.make(ports.now(), reason);
    note({ at: made.at, place: pathOf(storage.backups.folder, made.name), verified: true });
    for (const name of outlived(await storage.backups.list()))
      if (name !== made.name) await storage.backups.remove(name).catch(() => undefined);
    return made;
  }

  return {
    alone,
    note,
    make: (reason) => alone(() => makeNow(reason)),
    daily: () =>
      alone(async () => {
        if (storage.backups.folder === '') return;
        try {
          const [newest] = await storage.backups.list();
          if (isDue(newest?.at ?? null, storage.backups.present().latest, ports.now())) await makeNow('daily');
        } catch (error) {
          ports.report(error, { method: 'backups.daily' });
          storage.settings.set(PROBLEM, error instanceof AppError ? error.code : 'internal');
          ports.emit({ type: 'settings.changed' });
        }
      }),
  };
}

/** The folder tells which sign its system puts between names. */
function pathOf(folder: string, name: string): string {
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}
