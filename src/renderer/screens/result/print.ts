import { useEffect } from 'react';

/** On paper nothing is folded away: opens the marked parts for printing and closes them again afterwards. */
export function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details[data-print]:not([open])')];
      for (const part of opened) part.open = true;
    };
    const after = (): void => {
      for (const part of opened) part.open = false;
      opened = [];
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
}
