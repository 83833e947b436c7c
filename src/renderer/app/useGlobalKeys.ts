import { useEffect, useEffectEvent } from 'react';
import { useSettings, useUpdateSettings } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { announce } from '../ui/announce.ts';
import { openHelp } from './help.ts';
import { zoomStep } from './zoom.ts';

/** Zoom of the whole page: stored, applied at once, and said. */
export function useZoom(): { readonly larger: () => void; readonly smaller: () => void; readonly reset: () => void } {
  const t = useT();
  const { zoom } = useSettings();
  const update = useUpdateSettings();
  const set = (next: number): void => {
    if (next !== zoom) update.mutate({ zoom: next });
    announce(t('zoom.now', { zoom: next }));
  };
  return {
    larger: () => set(zoomStep(zoom, 1)),
    smaller: () => set(zoomStep(zoom, -1)),
    reset: () => set(100),
  };
}

/** Keys that work on every screen. By position (`code`), because an input method may turn the key into a letter. */
export function useGlobalKeys(): void {
  const zoom = useZoom();
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || event.altKey || event.shiftKey || event.metaKey) return;
    const act = event.ctrlKey
      ? {
          Equal: zoom.larger,
          NumpadAdd: zoom.larger,
          Minus: zoom.smaller,
          NumpadSubtract: zoom.smaller,
          Digit0: zoom.reset,
          Numpad0: zoom.reset,
        }[event.code]
      : { F1: openHelp }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
