import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../../src/domain/text/canonical-json.ts';

// Much is tried; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves undefined out', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, { z: 1, y: 2 }], c: undefined }, đ: 'ế' })).toBe(
      '{"a":{"d":[1,{"y":2,"z":1}]},"b":1,"đ":"ế"}',
    );
  });

  it('is ordinary JSON of the same value, whatever the order of the keys', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, shuffled(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(shuffled(value))).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });

  it('keeps own members with the names of prototype members', () => {
    expect(canonicalJson(JSON.parse('{"constructor":1,"__proto__":{"x":2}}'))).toBe(
      '{"__proto__":{"x":2},"constructor":1}',
    );
  });

  it.each([[NaN], [Infinity], [1n], [() => 1], [undefined], [Symbol('x')]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ deep: [value === undefined ? Symbol('x') : value] })).toThrow(TypeError);
  });
});
