import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cleanText, foldText } from '../../../src/domain/text/normalize.ts';

// Much is tried; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

describe('text as it is stored', () => {
  it('is NFC whatever the keyboard made', () => {
    const composed = 'Đường Nguyễn Huệ, phường Bến Nghé';
    expect(cleanText(composed.normalize('NFD'))).toBe(composed.normalize('NFC'));
    // Unikey with separate tone marks: vowel with circumflex plus a combining acute.
    expect(cleanText('ti\u00EA\u0301ng')).toBe('ti\u1EBFng');
  });

  it('has plain spaces, one kind of line break and no control characters', () => {
    expect(cleanText('5\u00A0000\u00A0đồng')).toBe('5 000 đồng');
    expect(cleanText('một\r\nhai\rba\nbốn\tnăm')).toBe('một\nhai\nba\nbốn\tnăm');
    expect(cleanText('a\u0000b\u0007c\u000Bd\u001Fe\u007Ff')).toBe('abcdef');
  });

  it('is NFC too where a control character stood between letter and mark', () => {
    expect(cleanText('ti\u00EA\u0007\u0301ng')).toBe('ti\u1EBFng');
  });

  it('does not change when cleaned again', () => {
    const unit = fc.oneof(
      fc.constantFrom('e', 'ê', 'đ', '\u0301', '\u0323', '\u0007', '\u00A0', '\r', '\n', ' '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('search key', () => {
  it.each([
    ['Đường Nguyễn Huệ', 'duong nguyen hue'],
    ['ĐẶC KHU  Phú   Quốc', 'dac khu phu quoc'],
    [' UBND xã\u00A0Trường Đông ', 'ubnd xa truong dong'],
    ['Ở đâu cũng được\n', 'o dau cung duoc'],
    ['ƯỢNG', 'uong'],
    ['Đ đ Ð', 'd d ð'],
  ])('%j becomes %j', (text, key) => {
    expect(foldText(text)).toBe(key);
  });

  it('is the same for both ways of composing and for both cases', () => {
    for (const text of ['Thừa Thiên Huế', 'ĐỨC PHỔ', 'Nghĩa Lộ', 'Quỳ Hợp']) {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      expect(foldText(text.toUpperCase())).toBe(foldText(text.toLowerCase()));
      expect(foldText(text)).toMatch(/^[a-z ]+$/);
    }
  });
});
