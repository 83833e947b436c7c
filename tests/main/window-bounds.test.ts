import { describe, expect, test } from 'vitest';
import { MINIMUM, openingBounds } from '../../src/main/window-bounds.ts';

const office = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  test('the first time it fits the screen, in the middle', () => {
    expect(openingBounds(null, [office])).toEqual({ width: 1280, height: 728 });
  });
  test('it comes back to where it was', () => {
    const last = { x: 40, y: 30, width: 1100, height: 640 };
    expect(openingBounds(last, [office])).toEqual(last);
  });
  test('also on the second screen', () => {
    const last = { x: 1500, y: 100, width: 1400, height: 800 };
    expect(openingBounds(last, [office, second])).toEqual(last);
  });
  test('a screen that is gone does not hide it', () => {
    expect(openingBounds({ x: 1500, y: 100, width: 1400, height: 800 }, [office])).toEqual({
      width: 1280,
      height: 728,
    });
  });
  test('a title bar above or below the screen could not be caught', () => {
    const size = { width: 1100, height: 640 };
    expect(openingBounds({ x: 0, y: -20, ...size }, [office])).not.toHaveProperty('y');
    expect(openingBounds({ x: 0, y: 720, ...size }, [office])).not.toHaveProperty('y');
  });
  test('a corner that sticks out stays where it is', () => {
    const last = { x: 1200, y: 400, width: 1100, height: 640 };
    expect(openingBounds(last, [office])).toEqual(last);
  });
  test('a window larger than its screen shrinks, never below the minimum', () => {
    expect(openingBounds({ x: 0, y: 0, width: 4000, height: 3000 }, [office])).toMatchObject({
      width: 1366,
      height: 728,
    });
    const tiny = { x: 0, y: 0, width: 800, height: 480 };
    expect(openingBounds({ x: 0, y: 0, width: 300, height: 200 }, [tiny])).toMatchObject(MINIMUM);
  });
  test('without any screen it has its usual size', () => {
    expect(openingBounds(null, [])).toEqual({ width: 1280, height: 820 });
  });
});
