import * as fontkit from 'fontkit';
import type { FontFamily, FontFiles, FontPaths } from './fonts.ts';

/** Which face of which family, and its size in points. */
export interface Face {
  readonly family: FontFamily;
  readonly style: keyof FontFiles;
  readonly size: number;
}

/** Measures text with the very font files that documents use. Widths are in points. */
export interface Measure {
  width(text: string, face: Face): number;
  /** Breaks text into the lines that it needs in a column; a word that is too wide is cut. Line breaks are kept. */
  lines(text: string, width: number, face: Face): string[];
  /** Is every word narrow enough for the column? */
  fits(text: string, width: number, face: Face): boolean;
}

export function createMeasure(fonts: FontPaths): Measure {
  const faces = new Map<string, Map<string, number>>();

  /** Advance width of one letter in em; kerning is left out, which errs on the wide side. */
  function advance(letter: string, { family, style }: Face): number {
    const key = `${family} ${style}`;
    const known = faces.get(key) ?? new Map<string, number>();
    faces.set(key, known);
    const stored = known.get(letter);
    if (stored !== undefined) return stored;
    const font = openFont(fonts[family][style]);
    const width = font.glyphForCodePoint(letter.codePointAt(0) ?? 32).advanceWidth / font.unitsPerEm;
    known.set(letter, width);
    return width;
  }

  const opened = new Map<string, fontkit.Font>();
  function openFont(path: string): fontkit.Font {
    const known = opened.get(path);
    if (known) return known;
    const font = fontkit.openSync(path) as fontkit.Font;
    opened.set(path, font);
    return font;
  }

  function width(text: string, face: Face): number {
    let em = 0;
    for (const letter of text.normalize('NFC')) em += advance(letter, face);
    return em * face.size;
  }

  /** Cuts a word that is wider than the column. */
  function cut(word: string, room: number, face: Face): string[] {
    const parts: string[] = [];
    let part = '';
    let used = 0;
    for (const letter of word) {
      const own = width(letter, face);
      if (part !== '' && used + own > room) {
        parts.push(part);
        part = '';
        used = 0;
      }
      part += letter;
      used += own;
    }
    return [...parts, part];
  }

  function linesOf(paragraph: string, room: number, face: Face): string[] {
    const lines: string[] = [];
    const space = width(' ', face);
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/[ \t]+/)) {
      const own = width(word, face);
      if (line !== '' && used + space + own > room) {
        lines.push(line);
        line = '';
        used = 0;
      }
      if (own <= room) {
        used = line === '' ? own : used + space + own;
        line = line === '' ? word : `${line} ${word}`;
        continue;
      }
      const parts = cut(word, room, face);
      lines.push(...(line === '' ? [] : [line]), ...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = width(line, face);
    }
    return [...lines, line];
  }

  return {
    width,
    lines: (text, room, face) =>
      text
        .normalize('NFC')
        .split('\n')
        .flatMap((paragraph) => linesOf(paragraph, room, face)),
    fits: (text, room, face) => text.split(/\s+/).every((word) => width(word, face) <= room),
  };
}

/** The text itself where all its words fit; otherwise broken into lines, with the words that are too wide cut. */
export function fitted(measure: Measure, text: string, width: number, face: Face): string {
  return measure.fits(text, width, face) ? text : measure.lines(text, width, face).join('\n');
}

/** Joins lines back into pieces of at most `most` lines, for rows that would be taller than a page or a sheet row. */
export function pieces(lines: readonly string[], most: number): string[] {
  const result: string[] = [];
  for (let start = 0; start < lines.length; start += most) result.push(lines.slice(start, start + most).join('\n'));
  return result.length === 0 ? [''] : result;
}
