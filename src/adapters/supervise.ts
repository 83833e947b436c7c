/** The application when its data may not open: then it answers only what leads out of that. */
import { AppError, type ErrorCode } from '../contract/errors.ts';
import { METHODS } from '../contract/methods.ts';
import type { MethodParsed } from '../contract/surface.ts';
import type { Holder, Recovered, RecoveryView } from '../contract/views/data.ts';
import type { Application } from '../core/application.ts';
import { createDispatch, type Dispatch, type Handlers } from '../core/dispatch.ts';
import { waysOf } from '../core/recovery.ts';
import { openApplication, type ApplicationOptions } from './compose.ts';
import { goodBackups, recoverBySalvage, recoverFromBackup, startAnew } from './sqlite/recover.ts';
import { createErrorLog } from './system/log.ts';

export interface Supervised {
  readonly dispatch: Dispatch;
  readonly outbox: Application['outbox'];
  /** Files that come while the data is not open are not kept. */
  readonly inbox: Application['inbox'];
  /** Why the data is not open; null when it is. */
  readonly failure: () => AppError | null;
  readonly backUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SupervisedOptions extends ApplicationOptions {
  readonly dataFolder: string;
  /** Another folder was chosen and opened. */
  readonly chose?: (folder: string) => void;
}

type Act = MethodParsed<'recovery.act'>;

/**
 * Opens the application; when its data cannot be opened, answers with the ways out until one of them has led there.
 * @throws everything that is no AppError of class storage: that is no matter of the data
 */
export async function openSupervised(options: SupervisedOptions): Promise<Supervised> {
  const now = options.now ?? (() => new Date().toISOString());
  let folder = options.dataFolder;
  let application: Application | null = null;
  let failure: AppError | null = null;
  let acting: Promise<unknown> = Promise.resolve();

  async function tryOpen(place: string): Promise<void> {
    application = await openApplication({ ...options, dataFolder: place });
    folder = place;
    failure = null;
  }

  try {
    await tryOpen(folder);
  } catch (error) {
    failure = asStartFailure(error);
  }

  async function view(error: AppError): Promise<RecoveryView> {
    const backups = await goodBackups(folder);
    return {
      error: { code: error.code, params: error.params },
      folder,
      utcOffset: 0 - new Date(now()).getTimezoneOffset(),
      holder: holderOf(error),
      backups,
      ways: waysOf(error.code, backups.length > 0),
    };
  }

  async function act({ way, backup, folder: chosen }: Act, error: AppError): Promise<Recovered> {
    // Which way fits is asked of the same table that the page shows.
    if (!waysOf(error.code, true).includes(way)) throw new AppError('recovery.unfit');
    let outcome: Recovered = { setAside: null, salvage: null };
    let target = folder;
    if (way === 'backup') outcome = { ...outcome, setAside: await recoverFromBackup(folder, backup ?? '', now()) };
    if (way === 'salvage') {
      const { aside, report } = await recoverBySalvage(folder, now());
      outcome = { setAside: aside, salvage: report };
    }
    if (way === 'anew') outcome = { ...outcome, setAside: startAnew(folder, now()) };
    if (way === 'folder') {
      if (!chosen) throw new AppError('input.invalid', { method: 'recovery.act' });
      target = chosen;
    }
    try {
      await tryOpen(target);
    } catch (reason) {
      // A folder that does not open either leaves the first failure as it is.
      if (way === 'folder') throw asStartFailure(reason);
      failure = asStartFailure(reason);
      throw failure;
    }
    if (way === 'folder') options.chose?.(target);
    options.emit({ type: 'settings.changed' });
    return outcome;
  }

  const refusing = createDispatch(
    {
      ...refusals(() => failure ?? new AppError('internal')),
      'recovery.state': () => (failure ? view(failure) : null),
      'recovery.act': (input: Act) => {
        const done = acting.then(() => {
          if (failure) return act(input, failure);
          return { setAside: null, salvage: null };
        });
        acting = done.catch(() => undefined);
        return done;
      },
    } as unknown as Handlers,
    { report: createErrorLog(null, now) },
  );

  return {
    dispatch: (...call) => (application ? application.dispatch : refusing)(...call),
    outbox: { get: (ticket) => application?.outbox.get(ticket) ?? null },
    inbox: { put: (file) => application?.inbox.put(file) },
    failure: () => failure,
    backUp: () => application?.backUp() ?? Promise.resolve(),
    async close() {
      await acting;
      await application?.close();
    },
  };
}

/** Every method of the contract, answering with the reason why nothing can be done. */
function refusals(reason: () => AppError): Record<string, () => never> {
  return Object.fromEntries(
    Object.keys(METHODS).map((name) => [
      name,
      () => {
        throw reason();
      },
    ]),
  );
}

const isStorage = (code: ErrorCode): boolean => code.startsWith('storage.');

function asStartFailure(error: unknown): AppError {
  if (error instanceof AppError && (isStorage(error.code) || error.code.startsWith('file.'))) return error;
  throw error;
}

function holderOf({ params }: AppError): Holder | null {
  const { computer, process, since } = params;
  if (typeof computer !== 'string' || typeof process !== 'number' || typeof since !== 'string') return null;
  return { computer, process, since };
}
