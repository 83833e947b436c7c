/** The stand-in itself: tests that lean on it are worth as much as it is faithful. */
import { describe, expect, test } from 'vitest';
import { createCodec } from '../electron-standin/codec.ts';
import { strict, StrictEmitter } from '../electron-standin/strict.ts';

const { encode, decode } = createCodec();
const carry = (value: unknown): unknown => decode(encode(value));

describe('what crosses between page and main process', () => {
  test.each<[string, unknown]>([
    ['plain data', { a: [1, 'Đặng', true, null], b: {} }],
    ['what JSON loses', [undefined, NaN, Infinity, -Infinity, -0, 10n ** 30n]],
    ['a list that looks like a mark', [['u'], ['o', 0], ['n', 'NaN']]],
    ['dates', new Date(0)],
    ['maps and sets', new Map<unknown, unknown>([[{ key: 1 }, new Set(['a', 2])]])],
    ['patterns', /đ+/giu],
    ['bytes', new Uint8Array([0, 127, 128, 255])],
    ['wide numbers', new Float64Array([Math.PI, -1])],
    ['buffers', new Uint8Array([1, 2, 3]).buffer],
  ])('%s', (_, value) => expect(carry(value)).toEqual(value));

  test('shared and circular references stay what they are', () => {
    const shared = { name: 'x' };
    const ring: Record<string, unknown> = { first: shared, second: shared };
    ring.self = ring;
    const copy = carry(ring) as typeof ring;
    expect(copy.first).toBe(copy.second);
    expect(copy.self).toBe(copy);
    expect(copy).not.toBe(ring);
  });

  test('prototypes are lost and none can be smuggled in', () => {
    class Point {
      x = 1;
    }
    expect(Object.getPrototypeOf(carry(new Point()))).toBe(Object.prototype);
    const copy = carry(JSON.parse('{"__proto__": {"admin": true}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect('admin' in copy).toBe(false);
  });

  test('errors keep name and message', () => {
    const copy = carry(new RangeError('quá lớn')) as Error;
    expect([copy instanceof Error, copy.name, copy.message]).toEqual([true, 'RangeError', 'quá lớn']);
  });

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a weak map', new WeakMap()],
  ])('%s is refused', (_, value) => expect(() => encode([value])).toThrow('An object could not be cloned.'));
});

describe('what is not there', () => {
  test('an unknown member is an error', () => {
    const shell = strict<{ openPath: string; beep?: string }>('shell', { openPath: 'x' });
    expect(shell.openPath).toBe('x');
    expect(() => shell.beep).toThrow('shell.beep is not implemented');
  });
  test('so is waiting for an event that never comes', () => {
    const emitter = new StrictEmitter('app', ['ready']);
    expect(() => emitter.on('open-file', () => undefined)).toThrow("does not send 'open-file'");
  });
});
