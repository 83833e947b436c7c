import { useEffect, useRef, type RefObject } from 'react';

/** What answers the question: the chosen option, else the first field; undefined where there is none to use. */
export function answerField(pane: ParentNode = document): HTMLElement | undefined {
  const field = '.question__field';
  return (
    pane.querySelector<HTMLElement>(`${field} input:checked:enabled`) ??
    pane.querySelector<HTMLElement>(`${field} :is(input, textarea):enabled`) ??
    undefined
  );
}

/** With a new question the focus goes to its control, so that the keyboard can answer at once; the view starts at the top. */
export function useQuestionFocus(itemId: string, question: RefObject<HTMLElement | null>): void {
  // Heard, not asked: asking for the place of the scroll bar would make the browser lay out the new question twice.
  const scrolled = useRef(new Set<HTMLElement>());
  useEffect(() => {
    const pane = question.current;
    const places = [pane, pane?.closest('main')].filter((place) => place instanceof HTMLElement);
    const note = ({ currentTarget }: Event): void => void scrolled.current.add(currentTarget as HTMLElement);
    for (const place of places) place.addEventListener('scroll', note, { passive: true });
    return () => {
      for (const place of places) place.removeEventListener('scroll', note);
    };
  }, [question]);
  useEffect(() => {
    const pane = question.current;
    if (!pane) return;
    for (const place of scrolled.current) place.scrollTo({ top: 0, behavior: 'instant' });
    scrolled.current.clear();
    const control = answerField(pane) ?? pane.querySelector<HTMLElement>('h1');
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
