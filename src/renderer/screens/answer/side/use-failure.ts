import { useSyncExternalStore } from 'react';
import type { SaveQueue } from '../save-queue.ts';

/** Why something could not be stored, with another attempt; null while all is well. */
export function useFailure(
  queue: Pick<SaveQueue<unknown>, 'subscribe' | 'state' | 'retry'>,
): { readonly error: unknown; readonly retry: () => void } | null {
  const state = useSyncExternalStore(queue.subscribe, () => queue.state);
  return state.kind === 'failed' ? { error: state.error, retry: () => queue.retry() } : null;
}
