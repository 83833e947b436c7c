/** Each folder of src says what it is for, and what it says about imports is what the lint enforces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';
import { ALLOWED, LAYERS } from './settings.ts';

const POINTS = ['**Purpose.**', '**May import:**', '**Must not:**', '**How to test:**'];

describe('the folders of src', () => {
  it('are the layers and no more', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true });
    expect(folders.filter((entry) => !entry.isDirectory())).toEqual([]);
    expect(folders.map(({ name }) => name).sort()).toEqual([...LAYERS].sort());
  });

  it.each(LAYERS)('%s explains itself in a few lines', (layer) => {
    const text = readFileSync(join(ROOT, 'src', layer, 'README.md'), 'utf8');
    expect(text).toMatch(new RegExp(`^# ${layer}\n`));
    const places = POINTS.map((point) => text.indexOf(point));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(16);
  });

  it.each(LAYERS)('%s names the layers that it may import', (layer) => {
    const text = readFileSync(join(ROOT, 'src', layer, 'README.md'), 'utf8');
    const list = /\*\*May import:\*\* ([^;.]+)/.exec(text)?.[1] ?? '';
    expect(list.split(', ').map((name) => name.trim())).toEqual(ALLOWED[layer]);
  });
});
