/** Our engine against the library that it extends: the same definition has every word in the same place. */
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontFiles, installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { printPdf, type Definition } from '../../../src/adapters/documents/pdf/engine/print.ts';
import { pagesOf, type Page } from './paper.ts';
import { onFile, run } from './tools.ts';

const fonts = installedFonts();
const DATE = new Date('2026-02-05T00:00:00Z');
const properties = { title: 'Thử', subject: '', program: 'Thước Số', language: 'vi', date: DATE };
const text = 'AV Tô Vĩnh Diện: ban hành 12 kế hoạch, đạt 48,76% chỉ tiêu; “giao việc” tới 7/7 thôn - WAVE. '.repeat(6);

/** Everything that our pages are made of; a fresh one for each layout, which writes into it. */
const content = (): Content[] => [
  { text, alignment: 'justify', leadingIndent: 28, lineHeight: 1.08, margin: [0, 0, 0, 6] },
  { text: [{ text: 'Đậm ', bold: true }, 'thường ', { text: 'nghiêng', italics: true, fontSize: 9 }, text] },
  { text: `một\nhai\n\nbốn ${'x'.repeat(150)} năm`, alignment: 'right' },
  {
    columns: [
      { width: 120, text },
      { width: '*', text, color: '#2468A5' },
    ],
    columnGap: 12,
  },
  { ul: [text, 'ngắn'] },
  {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [60, '*', 80],
      body: [
        ['A', 'B', 'C'].map((head) => ({ text: head, bold: true, alignment: 'center' as const })),
        ...Array.from({ length: 40 }, (_, row) => [
          { text: String(row), alignment: 'center' as const },
          { text: text.slice(0, 30 + row * 10) },
          { text: `${row},50`, alignment: 'right' as const, noWrap: true },
        ]),
      ],
    },
  },
  {
    unbreakable: true,
    stack: [
      { text, fontSize: 11 },
      { text: 'cuối', decoration: 'underline' },
    ],
  },
];

async function byLibrary(): Promise<Uint8Array> {
  const allowed = new Set(fontFiles(fonts));
  pdfmake.setFonts({ ...fonts });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const definition = { content: content(), defaultStyle: { font: 'Tinos', fontSize: 13 }, pageMargins: 60 };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

const byEngine = (more: Partial<Definition> = {}): Uint8Array =>
  printPdf(
    {
      properties,
      content: content(),
      defaultStyle: { font: 'Tinos', fontSize: 13 },
      margins: [60, 60, 60, 60],
      ...more,
    },
    fonts,
  );

const pages = (bytes: Uint8Array): Page[] => onFile('made.pdf', bytes, pagesOf);

describe('the engine', () => {
  it('sets every word where the library sets it', async () => {
    const [theirs, ours] = [pages(await byLibrary()), pages(byEngine())];
    expect(ours.length).toBe(theirs.length);
    expect(ours.length).toBeGreaterThan(3);
    ours.forEach((page, index) => {
      const wanted = theirs[index]?.words ?? [];
      expect(page.words.map((word) => word.text)).toEqual(wanted.map((word) => word.text));
      page.words.forEach((word, at) => {
        const other = wanted[at];
        if (!other) throw new Error('word');
        const off = Math.max(Math.abs(word.left - other.left), Math.abs(word.right - other.right));
        // A twentieth of a millimetre.
        expect(Math.max(off, Math.abs(word.top - other.top)), word.text).toBeLessThan(0.05);
      });
    });
  });

  it('draws the same colours and lines', async () => {
    const picture = (bytes: Uint8Array): Uint8Array =>
      onFile('made.pdf', bytes, (file) => {
        run('pdftoppm', '-r', '40', '-gray', '-singlefile', file, `${file}-page`);
        return new Uint8Array(readFileSync(`${file}-page.pgm`));
      });
    const [theirs, ours] = [picture(await byLibrary()), picture(byEngine())];
    expect(ours.length).toBe(theirs.length);
    const differing = [...ours].filter((pixel, at) => Math.abs(pixel - (theirs[at] ?? 0)) > 60);
    expect(differing.length / ours.length).toBeLessThan(0.01);
  });

  it('composes letters that were typed in pieces', () => {
    const bytes = byEngine({ content: [{ text: 'Tiếng Việt: Nhưỡng, ỗ'.normalize('NFD') }] });
    const out = onFile('made.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-'));
    expect(out.trim()).toBe('Tiếng Việt: Nhưỡng, ỗ');
  });

  it('keeps a row with the next one, wherever the page happens to break', () => {
    const rows = (first: number, height: number) => ({
      content: [
        { text: ' \n'.repeat(first) },
        {
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: ['*'],
            body: [
              [{ text: 'Tên cột' }],
              [{ text: 'Hàng đầu' }],
              [{ text: 'Nhóm', keepWithNext: true }],
              [{ text: 'Mục\n'.repeat(height) }],
            ],
          },
        },
      ] as Content[],
    });
    for (let first = 20; first < 48; first += 1) {
      const all = onFile('made.pdf', byEngine(rows(first, 6)), (file) => run('pdftotext', '-raw', file, '-'));
      for (const page of all.split('\f')) expect(page.trim().endsWith('Nhóm')).toBe(false);
      expect(all.match(/Mục/g)).toHaveLength(6);
    }
  });

  it('reads fonts only, and nothing from the web', () => {
    const picture =
      (image: string): (() => Uint8Array) =>
      () =>
        byEngine({ content: [{ image }] });
    expect(picture('/etc/hostname')).toThrow(/denied|Invalid image/);
    expect(picture('https://example.org/a.png')).toThrow(/denied|Invalid image/);
  });
});
