import { useEffect, type RefObject } from 'react';

/** With a new question the focus goes to its control, so that the keyboard can answer at once; the view starts at the top. */
export function useQuestionFocus(itemId: string, question: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = question.current;
    if (!pane) return;
    // Asked first and set only when needed: the browser then lays out the new question once.
    for (const place of [pane, pane.closest('main')]) if (place && place.scrollTop !== 0) place.scrollTop = 0;
    const field = '.question__field';
    const control =
      pane.querySelector<HTMLElement>(`${field} input:checked:enabled`) ??
      pane.querySelector<HTMLElement>(`${field} :is(input, textarea):enabled`) ??
      pane.querySelector<HTMLElement>('h1');
    control?.focus({ preventScroll: true });
  }, [itemId, question]);
}

/** F6: rail, question, side panel, and round again; regions that are not shown are passed over. */
export function cycleRegions(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const region = regions[(at + step + regions.length) % regions.length];
  const shown = (selector: string): HTMLElement | undefined =>
    [...(region?.querySelectorAll<HTMLElement>(selector) ?? [])].find((control) => control.checkVisibility());
  const control = shown('[aria-current="step"], input:checked') ?? shown('input, textarea, a[href], button, summary');
  control?.focus();
}
