/** Text of the old one-byte fonts is recognised; ordinary text of any language is left alone. */
import { describe, expect, it } from 'vitest';
import { legacyEncoding } from '../../../src/domain/text/legacy-encoding.ts';

describe('text of old fonts', () => {
  it.each([
    ['Uû ban nh©n d©n x· Tr­êng §«ng', 'tcvn3'],
    ['§¬n vÞ thùc hiÖn chuyÓn ®æi sè', 'tcvn3'],
    ['Sè hãa hå s¬', null],
    ['céng d©n', 'tcvn3'],
    ['UÛy ban nhaân daân xaõ Tröôøng Ñoâng', 'vni'],
    ['Chuyeån ñoåi soá trong cô quan nhaø nöôùc', 'vni'],
  ] as const)('%s', (text, encoding) => {
    expect(legacyEncoding(text)).toBe(encoding);
  });

  it.each([
    'Ủy ban nhân dân xã Trường Đông',
    'Doanh thu 25 µm, ©2026 Công ty',
    '© 2026 Samsung',
    'naïve, Noël and the month of août in a long English sentence about cafés',
    'Microsoft® Windows',
    'plain text',
    '',
    'Toà án, thành phố, xã',
    'São Paulo, Malmö, Besançon',
  ])('leaves alone: %s', (text) => {
    expect(legacyEncoding(text)).toBeNull();
  });

  it('believes the name of the font for short texts', () => {
    expect(legacyEncoding('Sè hãa hå s¬', '.VnTime')).toBe('tcvn3');
    expect(legacyEncoding('xaõ', 'VNI-Times')).toBe('vni');
    expect(legacyEncoding('xã', 'Times New Roman')).toBeNull();
    expect(legacyEncoding('plain', '.VnTime')).toBeNull();
  });
});
