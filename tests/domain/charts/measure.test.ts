import { openSync, type Font } from 'fontkit';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textWidth, widestPiece, wrap } from '../../../src/domain/charts/measure.ts';

const fontFile = (name: string): Font =>
  openSync(resolve(`node_modules/@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`)) as Font;
const fonts = { regular: fontFile('400Regular'), bold: fontFile('600SemiBold') };
const real = (text: string, size: number, bold: boolean): number => {
  const font = bold ? fonts.bold : fonts.regular;
  return (font.layout(text.normalize('NFC')).advanceWidth / font.unitsPerEm) * size;
};

const LABELS = [
  'An toàn thông tin mạng',
  'Trải nghiệm số cho khách hàng',
  'Dữ liệu và tài sản thông tin',
  'Hạ tầng và công nghệ số',
  'Chuyển đổi số văn hóa doanh nghiệp',
  'Lãnh đạo, nhân lực và kỹ năng số',
  'Measurement, security and safety',
  'Mục tiêu 2030',
  '1.234,56 điểm (45,2%)',
];

describe('estimated text width', () => {
  it.each(LABELS)('fits what the font really takes: %s', (text) => {
    for (const bold of [false, true]) {
      const share = textWidth(text, 14, bold) / real(text, 14, bold);
      expect(share).toBeGreaterThanOrEqual(0.99);
      expect(share).toBeLessThan(1.2);
    }
  });

  it('does not depend on how marks are encoded', () => {
    expect(textWidth('Việt Đường'.normalize('NFD'), 14)).toBe(textWidth('Việt Đường'.normalize('NFC'), 14));
  });
});

describe('wrapping labels', () => {
  it('leaves a label that fits on one line', () => {
    expect(wrap('Hạ tầng số', 200, 14)).toEqual(['Hạ tầng số']);
  });

  it('breaks at spaces into two lines within the width', () => {
    const lines = wrap('Chuyển đổi số văn hóa doanh nghiệp', 150, 14);
    expect(lines).toHaveLength(2);
    expect(lines.join(' ')).toBe('Chuyển đổi số văn hóa doanh nghiệp');
    for (const line of lines) expect(real(line, 14, false)).toBeLessThanOrEqual(150);
  });

  it('ends a longer text with an ellipsis after a whole word', () => {
    const lines = wrap('Kênh tương tác và tiếp nhận ý kiến của người dân, doanh nghiệp', 120, 14);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/\S…$/);
    for (const line of lines) expect(real(line, 14, false)).toBeLessThanOrEqual(120);
  });

  it('breaks after a hyphen without adding a space', () => {
    expect(wrap('E-government', 90, 14)).toEqual(['E-', 'government']);
    expect(wrap('Kinh tế - xã hội', 60, 14)).toEqual(['Kinh tế', '- xã hội']);
    expect(widestPiece('E-government', 14)).toBe(textWidth('government', 14));
  });

  it('keeps a single long word whole and empty text empty', () => {
    expect(wrap('Khôngthểngắtđược', 20, 14)).toEqual(['Khôngthểngắtđược']);
    expect(wrap('   ', 20, 14)).toEqual([]);
  });
});
