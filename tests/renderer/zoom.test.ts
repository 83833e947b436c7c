import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import { ZOOM_STEPS, zoomStep } from '../../src/renderer/app/zoom.ts';

describe('zoom', () => {
  it('steps up and down, and stops at the ends', () => {
    const up: number[] = [80];
    for (let press = 0; press < 10; press += 1) up.push(zoomStep(up.at(-1) as number, 1));
    expect([...new Set(up)]).toEqual([...ZOOM_STEPS]);
    expect(zoomStep(200, 1)).toBe(200);
    expect(zoomStep(100, -1)).toBe(90);
    expect(zoomStep(80, -1)).toBe(80);
  });

  it('finds its steps from any size between', () => {
    expect(zoomStep(104, 1)).toBe(110);
    expect(zoomStep(104, -1)).toBe(100);
  });

  it('stays within what the settings take', () => {
    for (const zoom of ZOOM_STEPS) expect(METHODS['settings.update'].input.safeParse({ zoom }).success).toBe(true);
  });
});
