import { describe, expect, it } from 'vitest';
import { excerptOf, isPerson, mentionAt, personKey } from '../../../src/domain/privacy/mention.ts';

describe('whether a person is meant', () => {
  const key = personKey('Nguyễn Thị  Hòa');
  it.each([
    ['Nguyễn Thị Hòa', true],
    ['nguyễn thị hòa'.normalize('NFD'), true],
    ['Bà NGUYỄN THỊ HÒA, 0909 123 456', true],
    ['Nguyễn\nThị Hòa.', true],
    ['Nguyễn Thị Hoàn', false],
    ['Nguyễn Thị Hoa', false],
    ['TNguyễn Thị Hòa', false],
    ['', false],
  ])('%j: %s', (text, meant) => {
    expect(mentionAt(text, key) >= 0).toBe(meant);
  });

  it('takes a field for a person only as a whole', () => {
    expect(isPerson(' nguyễn thị hòa ', key)).toBe(true);
    expect(isPerson('Bà Nguyễn Thị Hòa', key)).toBe(false);
    expect(mentionAt('gì cũng được', '')).toBe(-1);
  });

  it('shows some words around the name', () => {
    const long = `${'a '.repeat(100)}Nguyễn Thị Hòa${' b'.repeat(100)}`;
    const excerpt = excerptOf(long, key);
    expect(excerpt).toMatch(/^….*nguyễn thị hòa.*…$/);
    expect(excerpt.length).toBeLessThan(160);
    expect(excerptOf(' ngắn: Nguyễn Thị Hòa ', key)).toBe('ngắn: Nguyễn Thị Hòa');
  });
});
