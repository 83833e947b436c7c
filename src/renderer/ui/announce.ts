import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

/** Says something to screen readers without moving the focus; the page shows it by its own means. */
export function announce(sentence: string): void {
  // The same sentence again would not be a change, and so not be read.
  text = sentence === text ? `${sentence}\u200B` : sentence;
  for (const listener of listeners) listener();
}

export function useAnnouncement(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
}
