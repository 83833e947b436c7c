import { en } from '../../../src/domain/report/words/en.ts';
import { vi } from '../../../src/domain/report/words/vi.ts';
import * as fontkit from 'fontkit';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontFiles, FONT_FILE_NAMES, installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createMeasure, pieces, type Face } from '../../../src/adapters/documents/measure.ts';
import { levelColour } from '../../../src/adapters/documents/palette.ts';
import {
  joinFormula,
  maximumFormula,
  quoted,
  ranges,
  shareFormula,
} from '../../../src/adapters/documents/xlsx/formulas.ts';

describe('fonts', () => {
  it('are found in the installed packages under their file names', () => {
    const files = fontFiles(installedFonts());
    expect(files.every((file) => existsSync(file))).toBe(true);
    expect(files.map((file) => file.split(/[\\/]/).at(-1)).sort()).toEqual([...FONT_FILE_NAMES].sort());
  });
});

describe('glyphs', () => {
  it.each(['Tinos', 'BeVietnamPro'] as const)('%s has every letter that reports print on their own', (family) => {
    const letters = new Set([...Object.values(vi), ...Object.values(en), '−±%·'].join(''));
    for (const file of Object.values(installedFonts()[family]) as string[]) {
      const font = fontkit.openSync(file) as fontkit.Font;
      const lacking = [...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
      expect(lacking.filter((letter) => letter !== '\n')).toEqual([]);
    }
  });
});

describe('measuring', () => {
  const measure = createMeasure(installedFonts());
  const face: Face = { family: 'Tinos', style: 'normal', size: 10 };

  it('knows the widths of Times New Roman', () => {
    expect(measure.width('a', face)).toBeCloseTo(4.44, 2);
    expect(measure.width('M', face)).toBeCloseTo(8.89, 2);
    expect(measure.width('Tie\u0302\u0301ng', face)).toBeCloseTo(measure.width('Tiếng', face), 6);
  });

  it('breaks at spaces, cuts what is too wide, keeps line breaks, loses nothing', () => {
    const text = `một hai ba bốn năm sáu bảy tám chín mười\n${'x'.repeat(60)} cuối`;
    const lines = measure.lines(text, 60, face);
    for (const line of lines) expect(measure.width(line, face)).toBeLessThanOrEqual(60);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(measure.lines('a\n\nb', 60, face)).toEqual(['a', '', 'b']);
    expect(measure.fits('một hai', 60, face)).toBe(true);
    expect(measure.fits('x'.repeat(60), 60, face)).toBe(false);
  });

  it('joins lines into pieces', () => {
    expect(pieces(['a', 'b', 'c'], 2)).toEqual(['a\nb', 'c']);
    expect(pieces([], 2)).toEqual(['']);
  });
});

describe('colours of levels', () => {
  const grey = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return 0.299 * r + 0.587 * g + 0.114 * b;
  };

  it.each([2, 3, 4, 5, 6])('stay apart in grey on a scale of %i', (of) => {
    const greys = Array.from({ length: of }, (_, rank) => grey(levelColour(rank, of).fill));
    greys.slice(1).forEach((shade, index) => expect((greys[index] ?? 0) - shade).toBeGreaterThan(20));
  });

  it('carry readable text', () => {
    for (let rank = 0; rank < 6; rank += 1) {
      const { fill, text } = levelColour(rank, 6);
      expect(Math.abs(grey(fill) - grey(text))).toBeGreaterThan(100);
    }
  });
});

describe('formulas', () => {
  it('join neighbouring rows', () => {
    expect(ranges('G', [6, 7, 8, 12, 20, 21])).toEqual(['G6:G8', 'G12', 'G20:G21']);
    expect(ranges('G', [])).toEqual([]);
  });

  it('count numbers only', () => {
    expect(joinFormula('sum', 'F', [6, 7], 'KAD')).toBe('IF(COUNT(F6:F7)=0,"KAD",SUM(F6:F7))');
    expect(joinFormula('mean', 'F', [6, 8], '-')).toBe('IF(COUNT(F6,F8)=0,"-",AVERAGE(F6,F8))');
    expect(maximumFormula('sum', 'F', 'C', [6, 7], '-')).toBe(
      'IF(COUNT(F6:F7)=0,"-",SUMPRODUCT(--ISNUMBER(F6:F7),C6:C7))',
    );
    expect(maximumFormula('mean', 'F', 'C', [6, 8], '-')).toBe(
      'IF(COUNT(F6,F8)=0,"-",(SUMPRODUCT(--ISNUMBER(F6),C6)+SUMPRODUCT(--ISNUMBER(F8),C8))/COUNT(F6,F8))',
    );
    expect(shareFormula('F6', 'C6')).toContain('IF(C6=0,"",F6/C6)');
    expect(quoted("a'b")).toBe("'a''b'");
  });
});
