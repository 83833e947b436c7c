import { useSyncExternalStore } from 'react';

let on = false;
/** The window really is full: then leaving the full screen leaves the projector too. */
let full = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  on = next;
  if (next) document.documentElement.dataset.projector = '';
  else delete document.documentElement.dataset.projector;
  for (const listener of listeners) listener();
}

/**
 * Shows the screen for a room: large type and nothing around it, on the full screen where the browser allows it.
 * Where it does not, the window stays as it is and the rest still holds.
 */
function enterProjector(): void {
  set(true);
  document.documentElement.requestFullscreen({ navigationUI: 'hide' }).then(
    () => {
      if (on) full = true;
      else void document.exitFullscreen();
    },
    () => undefined,
  );
}

export function leaveProjector(): void {
  set(false);
  full = false;
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

export function toggleProjector(): void {
  if (on) leaveProjector();
  else enterProjector();
}

/** The browser itself ends the full screen with Esc, and tells nobody of the key. */
export function followFullScreen(): () => void {
  const follow = (): void => {
    if (full && !document.fullscreenElement) leaveProjector();
  };
  document.addEventListener('fullscreenchange', follow);
  return () => document.removeEventListener('fullscreenchange', follow);
}

export function useProjector(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );
}

/**
 * The part of the screen that comes after (1) or before (-1) the one in view.
 * @param tops distance of each part from the top of the view, in document order, in pixels
 * @param slack a part that starts no further from the top than this is the one in view
 * @returns its place in the list; null at the end
 */
export function slideAfter(tops: readonly number[], direction: 1 | -1, slack: number): number | null {
  const found = direction === 1 ? tops.findIndex((top) => top > slack) : tops.findLastIndex((top) => top < -slack);
  return found === -1 ? null : found;
}
