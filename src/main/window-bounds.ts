/** Place and size of a window or screen in device-independent pixels, as Electron gives them. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest size at which every screen of the program is usable. */
export const MINIMUM = { width: 1024, height: 560 };
const PREFERRED = { width: 1280, height: 820 };
/** So much of the title bar must be on a screen that the window can be caught with the mouse. */
const CATCHABLE = { width: 120, height: 32 };

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/**
 * Where the window opens: as it was, if its title bar can still be reached (screens get unplugged and change their
 * resolution), otherwise in the middle of the first screen.
 * @param remembered the last place, null on the first start
 * @param screens work areas, the primary one first
 */
export function openingBounds(remembered: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  const primary = screens[0];
  const screen = remembered && screens.find((area) => canCatch(remembered, area));
  if (!remembered || !screen) return primary ? limit(PREFERRED, primary) : PREFERRED;
  return { x: remembered.x, y: remembered.y, ...limit(remembered, screen) };
}

function canCatch(window: Bounds, screen: Bounds): boolean {
  return (
    overlap(window.x, window.width, screen.x, screen.width) >= CATCHABLE.width &&
    overlap(window.y, CATCHABLE.height, screen.y, screen.height) >= CATCHABLE.height
  );
}

/** Never larger than the screen, never smaller than the minimum. */
function limit(size: { width: number; height: number }, screen: Bounds): { width: number; height: number } {
  return {
    width: Math.max(MINIMUM.width, Math.min(size.width, screen.width)),
    height: Math.max(MINIMUM.height, Math.min(size.height, screen.height)),
  };
}
