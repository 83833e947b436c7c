/** Draws laid-out pages: one text object for each line, and every piece of content marked with what it belongs to. */
import library from 'pdfmake/js/Renderer.js';
import type { Inline, LaidNode, LaidPage, Line } from 'pdfmake-parts';
import type { PdfFont } from 'pdfkit-parts';
import type { MemoryDocument } from './document.ts';
import type { Leaf, Structure } from './structure.ts';
import { exported } from './library.ts';

/** What of pdfmake's text is drawn here; other lines are left to the library. */
const PLAIN = ['link', 'linkToPage', 'linkToDestination', 'fontFeatures', 'decoration', 'background'] as const;

const isPlain = (inline: Inline): boolean =>
  inline.opacity === 1 &&
  !inline.characterSpacing &&
  !inline.sup &&
  !inline.sub &&
  PLAIN.every((key) => inline[key] === null || inline[key] === undefined);

/** Numbers in page operators: hundredths of a point are finer than any printer. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A word as operand of TJ with its width in thousandths of an em; null when marks must be moved beside letters. */
interface Word {
  readonly operand: string;
  readonly advance: number;
}

export class Draw extends exported(library) {
  private readonly target: MemoryDocument;
  private readonly structure: Structure;
  private readonly words = new Map<PdfFont, Map<string, Word | null>>();
  private open: Leaf | 'artifact' | null = null;
  private page = 0;
  private colour: string | null = null;

  constructor(target: MemoryDocument, structure: Structure) {
    super(target);
    this.target = target;
    this.structure = structure;
  }

  override renderPages(pages: LaidPage[]): void {
    pages.forEach((page, index) => {
      this.page = index;
      // One page at a time, so that what is open is closed on its own page.
      super.renderPages([page]);
      this.target.page.dictionary.data.Tabs = 'S';
      this.close();
    });
    this.structure.write(this.target);
  }

  private close(): void {
    if (this.open !== null) this.target.endMarkedContent();
    this.open = null;
    this.colour = null;
  }

  /** Opens the mark of a text or picture; content outside the structure, and repeats of heads, become artifacts. */
  private mark(source: LaidNode | undefined): void {
    const leaf = source ? this.structure.leaves.get(source) : undefined;
    if (leaf) leaf.firstPage ??= this.page;
    const next = leaf && !(leaf.isHead && leaf.firstPage !== this.page) ? leaf : 'artifact';
    if (next === this.open) return;
    if (this.open !== null) this.target.endMarkedContent();
    this.open = next;
    if (next === 'artifact') this.target.markContent('Artifact', { type: source ? 'Pagination' : 'Layout' });
    else next.pieces.push(this.target.markStructureContent(next.tag));
  }

  override renderVector(vector: object): void {
    this.mark(undefined);
    super.renderVector(vector);
    this.colour = null;
  }

  override renderSVG(node: LaidNode): void {
    this.mark(node.source);
    const leaf = node.source && this.structure.leaves.get(node.source);
    const { x = 0, y = 0, _width: width = 0, _height: height = 0 } = node;
    const { height: page } = this.target.page;
    if (leaf) leaf.box = [x, page - y - height, x + width, page - y];
    super.renderSVG(node);
    this.colour = null;
  }

  override renderLine(line: Line, x: number, y: number): void {
    if (line.inlines.every(({ text }) => text.trim() === '')) return;
    this.mark(line.source);
    if (!line.inlines.every(isPlain) || !this.quickLine(line, x, y)) {
      super.renderLine(line, x, y);
      this.colour = null;
    }
  }

  /** Writes the words of a line in one text object for each style. @returns false when a word cannot be written so */
  private quickLine(line: Line, x: number, y: number): boolean {
    const words = line.inlines.map((inline) => ({ inline, word: this.word(inline.font, inline.text) }));
    if (words.some(({ word }) => word === null)) return false;
    const baseline = y + line.getAscenderHeight();
    let style: Inline | null = null;
    let end = 0;
    let operands = '';
    const flush = (): void => {
      if (operands !== '') this.target.addContent(`[${operands}] TJ ET`);
      operands = '';
    };
    for (const { inline, word } of words) {
      if (word === null || word.operand === '') continue;
      const { font, fontSize, color } = inline;
      const left = x + inline.x;
      if (style?.font !== font || style.fontSize !== fontSize || style.color !== color) {
        flush();
        this.fill(color);
        this.target.page.fonts[font.id] ??= font.ref();
        // Page coordinates run downwards here, letters do not.
        this.target.addContent(`BT /${font.id} ${short(fontSize)} Tf 1 0 0 -1 ${short(left)} ${short(baseline)} Tm`);
        end = Math.round(left * 100) / 100;
        style = inline;
      }
      const gap = Math.round(((left - end) * 1000) / fontSize);
      if (gap !== 0) operands += ` ${-gap} `;
      operands += word.operand;
      end += ((gap + word.advance) * fontSize) / 1000;
    }
    flush();
    return true;
  }

  private fill(colour: string): void {
    if (colour === this.colour) return;
    this.target.fillColor(this.target.resolveColor(colour, 'black'));
    this.colour = colour;
  }

  private word(font: PdfFont, text: string): Word | null {
    let known = this.words.get(font);
    if (!known) this.words.set(font, (known = new Map<string, Word | null>()));
    let word = known.get(text);
    if (word === undefined) known.set(text, (word = encoded(font, text)));
    return word;
  }
}

function encoded(font: PdfFont, text: string): Word | null {
  const [codes, positions] = font.encode(text);
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null;
  let operand = '';
  let run = '';
  let advance = 0;
  codes.forEach((code, at) => {
    const { xAdvance, advanceWidth } = positions[at] ?? { xAdvance: 0, advanceWidth: 0 };
    run += code;
    advance += xAdvance;
    const kern = Math.round(advanceWidth - xAdvance);
    if (kern === 0) return;
    operand += `<${run}> ${kern} `;
    run = '';
  });
  return { operand: run === '' ? operand : `${operand}<${run}>`, advance };
}
