/** Measures words: pdfmake asks for twenty styles of every single word, although all words of one text share them. */
import library from 'pdfmake/js/TextInlines.js';
import type { MeasuredItem } from 'pdfmake-parts';
import { exported } from './library.ts';

/** Of the properties that a word gets, only these say something about the word itself. */
const OWN = new Set(['text', 'lineEnd', 'noNewLine']);

const isPlain = (item: MeasuredItem): boolean => Object.keys(item).every((key) => OWN.has(key));

export class QuickInlines extends exported(library) {
  override measure(items: MeasuredItem[], styles: unknown): MeasuredItem[] {
    const [first, ...others] = items;
    if (!first || !items.every(isPlain)) return super.measure(items, styles);
    // The first word is measured the long way, the others take its style.
    super.measure([first], styles);
    const { text: _text, lineEnd: _end, noNewLine: _glued, width: _width, ...style } = first;
    const { leadingIndent: _indent, leadingCut: _lead, trailingCut: _trail, ...shared } = style;
    for (const item of others) {
      Object.assign(item, shared);
      item.width = this.widthOfText(item.text, item);
      item.leadingCut = this.blank(/^\s+/, item);
      item.trailingCut = this.blank(/\s+$/, item);
    }
    return items;
  }

  private blank(pattern: RegExp, item: MeasuredItem): number {
    const found = pattern.exec(item.text);
    return found ? this.widthOfText(found[0], item) : 0;
  }
}
