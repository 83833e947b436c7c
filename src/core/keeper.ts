import { AppError, type ErrorCode } from '../contract/errors.ts';
import type { BackupReason, KeptBackup, LastBackup } from '../contract/views/data.ts';
import { LAST, LAST_AT, PROBLEM } from './backup-notes.ts';
import { isDue, outlived } from './backup.ts';
import type { Ports } from './ports.ts';

type KeeperPorts = Pick<Ports, 'storage' | 'now' | 'emit' | 'report'>;

/** Makes backups, one at a time, and thins out old ones. */
export interface Keeper {
  /**
   * @param spare a backup that must not be thinned out now: the one that is about to be restored
   * @throws AppError backup.*, storage.*, file.*
   */
  make(reason: BackupReason, spare?: string): Promise<KeptBackup>;
  /** The automatic backup, when one is due. A failure is remembered and shown; it stops nobody. */
  daily(): Promise<void>;
  /** The backup after an assessment was locked, when the last one does not hold it yet. A failure is told as above. */
  finished(): Promise<void>;
  /**
   * Makes a backup and, once it is good, removes every older one: what was deleted must not come back from there.
   * @returns how many were removed
   */
  purge(): Promise<number>;
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

  async function makeNow(reason: BackupReason, spare?: string): Promise<KeptBackup> {
    const made = await storage.backups.make(ports.now(), reason);
    note({ at: made.at, place: pathOf(storage.backups.folder, made.name), verified: true });
    for (const name of outlived(await storage.backups.list()))
      if (name !== made.name && name !== spare) await storage.backups.remove(name).catch(() => undefined);
    return made;
  }

  function byItself(reason: 'daily' | 'finish', isWanted: (newestAt: string | null) => boolean): Promise<void> {
    return alone(async () => {
      if (storage.backups.folder === '') return;
      try {
        const [newest] = await storage.backups.list();
        if (isWanted(newest?.at ?? null)) await makeNow(reason);
      } catch (error) {
        ports.report(error, { method: `backups.${reason}` });
        remember(error instanceof AppError ? error.code : 'internal');
      }
    });
  }

  /** The disk that is full for a backup may be full for this note too; the program goes on all the same. */
  function remember(code: ErrorCode): void {
    try {
      storage.settings.set(PROBLEM, code);
    } catch (error) {
      ports.report(error, { method: 'backups.problem' });
    }
    ports.emit({ type: 'settings.changed' });
  }

  return {
    alone,
    note,
    make: (reason, spare) => alone(() => makeNow(reason, spare)),
    purge: () =>
      alone(async () => {
        const older = await storage.backups.list();
        const made = await makeNow('asked');
        const kept = new Set((await storage.backups.list()).map(({ name }) => name));
        for (const { name } of older) if (kept.has(name) && name !== made.name) await storage.backups.remove(name);
        return older.length;
      }),
    daily: () => byItself('daily', (at) => isDue(at, storage.backups.present().latest, ports.now())),
    finished: () =>
      byItself('finish', (at) => {
        const { latest } = storage.backups.present();
        return latest !== null && (at === null || latest > at || at > ports.now());
      }),
  };
}

/** The folder tells which sign its system puts between names. */
function pathOf(folder: string, name: string): string {
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}
