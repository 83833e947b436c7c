/**
 * `count` for a sentence around printed points: English says "1 point" and otherwise "points", also for 0,5 or 1,5.
 * @param printed the number as it stands in the sentence
 */
export const pointsCount = (printed: string): { readonly points: string; readonly count: number } => ({
  points: printed,
  count: printed === '1' ? 1 : 2,
});
