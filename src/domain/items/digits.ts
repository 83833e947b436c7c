/** The digit that chooses each option: its own figure where all are different digits, else its place from 1. */
export function optionDigits(figures: readonly string[]): readonly string[] {
  const own = figures.every((figure) => /^\d$/.test(figure)) && new Set(figures).size === figures.length;
  return own ? figures : figures.map((_, index) => String(index + 1));
}
