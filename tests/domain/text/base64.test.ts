import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/domain/text/base64.ts';

describe('Base64', () => {
  it('is what Node makes of the same bytes', () => {
    expect(toBase64(new Uint8Array())).toBe('');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});
