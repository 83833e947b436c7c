/**
 * Fonts that outlive a document: a font file is parsed once, and a word that has been shaped is never shaped again.
 * pdfkit opens every font anew for every document, which costs more than laying out a whole report.
 */
import * as fontkit from 'fontkit';
import { readFileSync } from 'node:fs';
import type { FontProgram, FontRun, PdfFont, PdfFontClass } from 'pdfkit-parts';

/** Shaped words kept for each font; a report has two to three thousand different ones. */
const MOST_WORDS = 20_000;

interface Kept {
  readonly FontClass: PdfFontClass;
  /** Shapes text. */
  readonly shaping: FontProgram;
  /**
   * The same file once more, for subsets: making one asks for parts of letters without saying which characters they
   * are, and fontkit would remember that answer for the next document.
   */
  readonly parts: FontProgram;
  words: Record<string, FontRun>;
  count: number;
}

const kept = new Map<string, Kept>();

/** Remembers what pdfkit opened first, so that later documents need not open it. */
export function keepFont(path: string, first: PdfFont): void {
  kept.set(path, {
    FontClass: first.constructor as PdfFontClass,
    shaping: first.font,
    parts: fontkit.create(readFileSync(path)) as unknown as FontProgram,
    words: Object.create(null) as Record<string, FontRun>,
    count: 0,
  });
}

/** A font of an earlier document as a new font of this one; null when its file has not been opened yet. */
export function openAgain(path: string, document: object, id: string): PdfFont | null {
  const found = kept.get(path);
  return found ? new found.FontClass(document, found.shaping, id) : null;
}

/** Lets a font of a document use the words that were shaped before, and write its letters as they were typed. */
export function share(path: string, font: PdfFont): PdfFont {
  const found = kept.get(path);
  if (!found) return font;
  if (found.count > MOST_WORDS) {
    found.words = Object.create(null) as Record<string, FontRun>;
    found.count = 0;
  }
  font.layoutCache = found.words;
  font.subset = found.parts.createSubset();
  found.count = Object.keys(found.words).length;
  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
    const each = letters.length === glyphs.length;
    const codes = glyphs.map((glyph, at) => {
      const gid = font.subset.includeGlyph(glyph.id);
      font.widths[gid] ??= glyph.advanceWidth * font.scale;
      // A glyph may stand for several characters; the one in the text is the one that must come out again.
      font.unicode[gid] ??= each ? [letters[at] ?? 0] : glyph.codePoints;
      return gid.toString(16).padStart(4, '0');
    });
    return [codes, positions];
  };
  return font;
}
