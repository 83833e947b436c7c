import { AppError, type ErrorCode } from '../contract/errors.ts';
import type { RecoveryWay } from '../contract/views/data.ts';
import type { Handlers } from './dispatch.ts';

const WAYS: Partial<Readonly<Record<ErrorCode, readonly RecoveryWay[]>>> = {
  // Damaged: a good backup first, then what can be read; empty data is the last resort.
  'storage.corrupt': ['backup', 'salvage', 'retry', 'anew', 'folder'],
  'storage.failed': ['retry', 'backup', 'folder'],
  // Data of a newer program is never put aside for an older state: it is sound.
  'storage.newer': ['folder', 'retry'],
  'storage.read-only': ['retry', 'folder'],
  'storage.full': ['retry', 'folder'],
  'storage.place': ['folder', 'retry'],
  'storage.locked': ['retry'],
};

/**
 * What can be done about a start that failed, the best first.
 * @param hasBackup is there a backup that passed every check?
 */
export function waysOf(code: ErrorCode, hasBackup: boolean): RecoveryWay[] {
  return (WAYS[code] ?? ['retry']).filter((way) => way !== 'backup' || hasBackup);
}

/** While the data is open there is nothing to recover; trying again changes nothing. */
export const openHandlers: Pick<Handlers, 'recovery.state' | 'recovery.act'> = {
  'recovery.state': () => null,
  'recovery.act': ({ way }) => {
    if (way !== 'retry') throw new AppError('recovery.none');
    return { setAside: null, salvage: null };
  },
};
