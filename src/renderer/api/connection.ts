import { useSyncExternalStore } from 'react';

/**
 * up: the program answers. down: it does not (the browser host was stopped). outdated: this page belongs to another
 * version. refused: the session of this page is no longer accepted (the program was started again).
 */
export type Connection = 'up' | 'down' | 'outdated' | 'refused';

let current: Connection = 'up';
const listeners = new Set<() => void>();

/** An outdated or refused page stays so until it is loaded again. */
export function reportConnection(next: Connection): void {
  if (current === next || current === 'outdated' || (current === 'refused' && next === 'down')) return;
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back with every change of the connection. @returns a function that ends it */
export function onConnection(listener: (connection: Connection) => void): () => void {
  return subscribe(() => listener(current));
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}
