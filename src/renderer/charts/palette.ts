import type { Palette } from '../../domain/charts/style.ts';

/** Chart colours on screen: the tokens, so that themes change them. */
export const SCREEN_PALETTE: Palette = {
  ink: 'var(--ink)',
  quiet: 'var(--ink-2)',
  ground: 'var(--page)',
  now: 'var(--chart-now)',
  onNow: 'var(--on-accent)',
  previous: 'var(--chart-prev)',
  range: 'var(--chart-range)',
  passed: 'var(--chart-passed)',
  grid: 'var(--chart-grid)',
  edge: 'var(--edge)',
  shades: [0, 1, 2, 3, 4, 5].map((level) => ({ fill: `var(--level-${level})`, text: `var(--on-level-${level})` })),
  shadeEdge: 'var(--level-edge)',
};
