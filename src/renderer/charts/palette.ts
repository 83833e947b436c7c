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
};
