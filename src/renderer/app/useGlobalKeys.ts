import { useEffect, useEffectEvent } from 'react';
import { runMenuAction } from '../api/events.ts';
import { useSettingsNow, useUpdateSettings } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { announce } from '../ui/announce.ts';
import { asksFor, globalActionOf } from './shortcuts.ts';
import { zoomStep } from './zoom.ts';

/** Zoom of the whole page: stored, applied at once, and said. */
export function useZoom(): { readonly larger: () => void; readonly smaller: () => void; readonly reset: () => void } {
  const t = useT();
  const settings = useSettingsNow();
  const update = useUpdateSettings();
  const set = (next: number): void => {
    if (next !== settings().zoom) update.mutate({ zoom: next });
    announce(t('zoom.now', { zoom: next }));
  };
  return {
    larger: () => set(zoomStep(settings().zoom, 1)),
    smaller: () => set(zoomStep(settings().zoom, -1)),
    reset: () => set(100),
  };
}

/** The search field of an open dialog or of the screen. */
function searchField(): HTMLInputElement | null {
  return (
    document.querySelector<HTMLInputElement>('dialog[open] input[type="search"]') ??
    document.querySelector<HTMLInputElement>('main input[type="search"]')
  );
}

/** Keys that work on every screen. By position (`code`), because an input method may turn the key into a letter. */
export function useGlobalKeys(): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (asksFor('search', 'search', event)) {
      // Where a screen has nothing to search in, the browser's own search stays.
      const field = searchField();
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
      return;
    }
    const action = globalActionOf(event);
    if (action === null) return;
    event.preventDefault();
    // A key that is held down opens one dialog and toggles once; sizes may run.
    if (!event.repeat || action.startsWith('zoom')) runMenuAction(action);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
