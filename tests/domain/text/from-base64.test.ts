import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/domain/text/base64.ts';

describe('bytes of Base64 text', () => {
  it('are those that were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['*', 'AAA', 'A===', 'AA=A', 'AAAA AAAA', 'AA\n=', 'A-_A', 'ơAAA'])('are none for %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });

  it('are quickly read when there are megabytes of them', () => {
    const started = performance.now();
    expect(fromBase64('A'.repeat(4 * 1024 * 1024))).toHaveLength(3 * 1024 * 1024);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
