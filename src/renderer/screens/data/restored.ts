import type { Holdings, Restored } from '../../../contract/views/data.ts';

const KEY = 'thuoc-so-restored';
type Told = Pick<Holdings, 'organisations' | 'assessments' | 'answers'>;

/** The page is loaded again after a restore; what came of it is told then. */
export function keepRestored({ present: { organisations, assessments, answers } }: Restored): void {
  sessionStorage.setItem(KEY, JSON.stringify({ organisations, assessments, answers }));
}

/** What is to be told; it stays until `forgetRestored`, because a screen may be drawn more than once before it is shown. */
export function readRestored(): Told | null {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Told);
}

export const forgetRestored = (): void => sessionStorage.removeItem(KEY);
