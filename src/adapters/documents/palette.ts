/** Fill and text colour of a level cell; five steps that stay apart in grey print, always beside the printed number. */
export interface LevelColour {
  readonly fill: string;
  readonly text: string;
}

const STEPS: readonly LevelColour[] = [
  { fill: '#DCE9F5', text: '#1A1A1A' },
  { fill: '#A6C8E4', text: '#1A1A1A' },
  { fill: '#5E9BCB', text: '#1A1A1A' },
  { fill: '#2468A5', text: '#FFFFFF' },
  { fill: '#0B2F57', text: '#FFFFFF' },
];
const GROUND: LevelColour = { fill: '#FFFFFF', text: '#1A1A1A' };

/**
 * Colour of the level at a rank (0 = lowest) of a scale. Scales of six start with white; other lengths spread over the
 * five steps.
 */
export function levelColour(rank: number, of: number): LevelColour {
  const at = of === STEPS.length + 1 ? rank - 1 : of <= 1 ? 0 : Math.round((rank * (STEPS.length - 1)) / (of - 1));
  return at < 0 ? GROUND : (STEPS[Math.min(at, STEPS.length - 1)] ?? GROUND);
}
