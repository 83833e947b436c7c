/** The agency report on paper against the rules of the decree, one table of rules for all measurements. */
import { beforeAll, describe, expect, it } from 'vitest';
import { communeReport } from './fixtures.ts';
import { ANNEX, BODY, ELEMENTS, FORM_COLUMNS, LETTERS, PAGE, PAGE_NUMBER, type Found } from './decree.ts';
import { centre, flat, look, phrase, piecesOf, type Looked, type Page, type Piece } from './paper.ts';
import { onFile } from './tools.ts';

const DETAILS = {
  superior: 'Ủy ban nhân dân tỉnh Tây Ninh',
  number: '5',
  dateChoice: 'day',
  date: '2026-02-05',
  addressees: 'Sở Khoa học và Công nghệ',
  bases: 'Căn cứ Kế hoạch số 18/KH-UBND ngày 25/02/2025',
  signerName: 'Nguyễn Thị Hồng Nhung',
} as const;

/** Texts of the document that the rules look for. */
const FOUND: Found = {
  superior: 'ỦY BAN NHÂN DÂN TỈNH TÂY NINH',
  issuer: 'XÃ TRƯỜNG ĐÔNG',
  number: 'Số: 05/BC-UBND',
  place: 'Xã Trường Đông, ngày 05 tháng 02 năm 2026',
  title: 'Kết quả tự đánh giá mức độ chuyển đổi số năm 2025',
  basis: 'Căn cứ Kế hoạch',
  body: 'Thực hiện tự đánh giá',
  signing: 'CHỦ TỊCH',
  signer: 'Nguyễn Thị Hồng Nhung',
};

describe('the report of a commune', () => {
  let looked: Looked;
  let pieces: Piece[];
  /** Index of the first page of each annex. */
  let annexes: number[];
  beforeAll(async () => {
    looked = await look(await communeReport({ details: DETAILS }));
    pieces = onFile('report.pdf', looked.bytes, piecesOf);
    annexes = pieces.flatMap(({ text, page, size }) =>
      ANNEX.ordinal.find.test(text) && size >= 13.5 ? [page - 1] : [],
    );
  });
  const page = (index: number): Page => {
    const found = looked.pages[index];
    if (!found) throw new Error(`no page ${index}`);
    return found;
  };
  /** The first piece of text that starts so. */
  const pieceOf = (start: string): Piece => {
    const found = pieces.find(({ text }) => text.startsWith(start) || (start.startsWith(text) && text.length > 12));
    if (!found) throw new Error(`not set: ${start}`);
    return found;
  };

  it(`stands on the paper and between the margins of ${PAGE.source}`, () => {
    for (const { width, height, words } of looked.pages) {
      expect([width, height].map(Math.round).sort((a, b) => a - b)).toEqual(PAGE.paper);
      const text = words.filter(({ top }) => top > 18);
      expect(Math.min(...text.map(({ left }) => left))).toBeGreaterThan(PAGE.margins.left[0] - 0.3);
      expect(Math.max(...text.map(({ right }) => right))).toBeLessThan(width - PAGE.margins.right[0] + 0.5);
      expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThan(height - PAGE.margins.bottom[0] + 0.5);
    }
    const first = page(0).words.filter(({ top }) => top > 15);
    expect(Math.min(...first.map(({ top }) => top))).toBeGreaterThan(PAGE.margins.top[0] - 0.5);
    expect(Math.min(...first.map(({ top }) => top))).toBeLessThan(PAGE.margins.top[1]);
    // Justified lines reach both margins, which shows where they are.
    const lines = pieces.filter(({ page: at, text, size }) => at === 2 && size === 14 && text.length > 60);
    expect(Math.min(...lines.map(({ left }) => left))).toBeLessThan(PAGE.margins.left[1]);
  });

  it(`is set in black letters of one family, embedded (${LETTERS.source})`, () => {
    for (const font of looked.fonts) {
      expect(font[0]).toMatch(new RegExp(`\\+${LETTERS.family}-`));
      expect(font.slice(4, 7)).toEqual(['yes', 'yes', 'yes']);
    }
    const inText = pieces.filter(({ page: at }) => at === 1 || at === 3);
    expect(new Set(inText.map(({ colour }) => colour))).toEqual(new Set([LETTERS.colour]));
  });

  it.each(ELEMENTS)('sets $name as $source wants it', ({ find, size, bold, italic, letters, centred, line }) => {
    const text = find(FOUND);
    const piece = pieceOf(text);
    expect(piece.size).toBeGreaterThanOrEqual(size[0] - 0.13);
    expect(piece.size).toBeLessThanOrEqual(size[1] + 0.13);
    expect({ bold: piece.bold, italic: piece.italic }).toEqual({ bold, italic });
    if (letters === 'capitals') expect(piece.text).toBe(piece.text.toUpperCase());
    if (letters === 'sentence') expect(piece.text).not.toBe(piece.text.toUpperCase());
    if (!centred && !line) return;
    const word = phrase(page(piece.page - 1), piece.text);
    const middle = { left: 62.2, right: 144.7, page: 112.5 }[centred ?? 'page'];
    expect(centre(word)).toBeCloseTo(middle, 0);
    if (!line) return;
    const rule = looked.lines.find(
      ({ left, right, y }) =>
        y > word.bottom - 1.5 && y < word.bottom + 2.5 && left >= word.left - 0.5 && right <= word.right + 0.5,
    );
    if (!rule) throw new Error(`no line below ${text}`);
    const share = (rule.right - rule.left) / (word.right - word.left);
    expect(share).toBeGreaterThanOrEqual(line[0] - 0.005);
    expect(share).toBeLessThanOrEqual(line[1] + 0.005);
    expect((rule.left + rule.right) / 2).toBeCloseTo(centre(word), 0);
  });

  it('has number and date in one row, below the names', () => {
    const number = phrase(page(0), FOUND.number);
    expect(Math.abs(number.top - phrase(page(0), FOUND.place).top)).toBeLessThan(1);
    expect(number.top).toBeGreaterThan(phrase(page(0), FOUND.issuer).bottom);
  });

  it(`indents and spaces its paragraphs (${BODY.source})`, () => {
    const body = pieces.filter(({ page: at, size, bold, italic }) => at === 1 && size === 14 && !bold && !italic);
    const start = body.findIndex(({ text }) => text.startsWith(FOUND.body));
    const [first, second] = body.slice(start, start + 2);
    if (!first || !second) throw new Error('no paragraph');
    const indent = first.left - second.left;
    expect(BODY.indents.some((one) => Math.abs(one - indent) < 0.3)).toBe(true);
    const leading = ((second.top - first.top) / 25.4) * 72;
    expect(leading / first.size).toBeGreaterThan(BODY.leading[0]);
    expect(leading / first.size).toBeLessThan(BODY.leading[1]);
  });

  it('has its three parts in order and ends as the decree wants', () => {
    const parts = looked.model.agency?.body.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])) ?? [];
    expect(parts).toHaveLength(3);
    const places = parts.map((part) => flat(looked.text).indexOf(flat(part)));
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
    const closing = looked.model.agency?.body.at(-1);
    expect(closing?.kind === 'paragraph' && closing.text.endsWith(BODY.ends)).toBe(true);
    expect(looked.text.split(BODY.ends)).toHaveLength(2);
  });

  it(`numbers its pages in the top margin, each part from the second page on (${PAGE_NUMBER.source})`, () => {
    let number = 0;
    looked.pages.forEach(({ width }, index) => {
      number = index === 0 || annexes.includes(index) ? 1 : number + 1;
      const shown = pieces.filter(({ page: at, top, text }) => at === index + 1 && top < 18 && /^\d+$/.test(text));
      expect(shown.map(({ text }) => text)).toEqual(number === PAGE_NUMBER.hiddenOn ? [] : [String(number)]);
      for (const one of shown) {
        expect(one.size).toBeGreaterThanOrEqual(PAGE_NUMBER.size[0]);
        expect(one.size).toBeLessThanOrEqual(PAGE_NUMBER.size[1]);
        expect({ bold: one.bold, italic: one.italic }).toEqual({ bold: false, italic: false });
        const word = phrase(page(index), one.text);
        expect(centre(word)).toBeCloseTo((30 + width - 15) / 2, 0);
        expect(word.bottom).toBeLessThan(PAGE.margins.top[0]);
      }
    });
  });

  it(`heads its annexes as ${ANNEX.source} wants it and names each one in the text`, () => {
    expect(annexes).toHaveLength(4);
    const body = flat(
      looked.text
        .split('\f')
        .slice(0, annexes[0] ?? 0)
        .join(' '),
    );
    for (const index of annexes) {
      const [ordinal, title] = pieces.filter(({ page: at, top }) => at === index + 1 && top > 18);
      const attached = pieces.find(({ page: at, text }) => at === index + 1 && ANNEX.attached.find.test(text));
      for (const [piece, rule] of [
        [ordinal, ANNEX.ordinal],
        [title, ANNEX.title],
        [attached, ANNEX.attached],
      ] as const) {
        expect(piece?.size).toBeGreaterThanOrEqual(rule.size[0] - 0.13);
        expect(piece?.size).toBeLessThanOrEqual(rule.size[1] + 0.13);
        expect({ bold: piece?.bold, italic: piece?.italic }).toEqual({ bold: rule.bold, italic: rule.italic });
      }
      expect(title?.text).toBe(title?.text.toUpperCase());
      expect(body).toContain(flat(ordinal?.text ?? '-'));
      expect(attached?.text).toContain(FOUND.number.replace('Số: ', ''));
    }
  });

  it('has the form on landscape pages with its eight columns, heads on every page, no row torn apart', () => {
    const [first = 0, end = 0] = annexes;
    const pages = looked.pages.slice(first, end);
    const texts = looked.text.split('\f').slice(first, end);
    expect(pages.length).toBeGreaterThan(5);
    const items = looked.model.detail.filter((line) => line.kind === 'item');
    const seen: string[] = [];
    pages.forEach((one, index) => {
      expect(one.width).toBeGreaterThan(one.height);
      expect(flat(texts[index] ?? '')).toContain('(1)(2)(3)(4)(5)(6)(7)(8)');
      // Heads break inside their columns: the first words of all of them stand side by side, in order.
      const row = pieces.filter(({ page: at, bold }) => at === first + index + 1 && bold);
      const lefts = FORM_COLUMNS.map((head) => {
        const found = row.find(({ text }) => text !== '' && head.startsWith(text));
        if (!found) throw new Error(`no column ${head} on page ${first + index + 1}`);
        return found;
      });
      expect(lefts.length).toBe(FORM_COLUMNS.length);
      for (const item of items) if (flat(texts[index] ?? '').includes(flat(item.rule))) seen.push(item.code);
    });
    // Every rule stands whole on one page, and in order.
    expect([...new Set(seen)].length).toBe(items.length);
  });
});
