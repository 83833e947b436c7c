/** The logical structure inside the PDF, and what a document must not take over from the one before. */
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, make, sample, shipped, type Made } from '../../domain/report/support.ts';
import { communeReport } from './fixtures.ts';
import { flat } from './paper.ts';
import { onFile, render, run } from './tools.ts';

interface Node {
  readonly tag: string;
  readonly text: string;
  readonly children: Node[];
}

/** The tree that poppler reads: "Tag (block)" lines, texts in quotes, two blanks for each depth. */
function structureOf(file: string): Node {
  const root: Node = { tag: 'root', text: '', children: [] };
  const open: { depth: number; node: Node & { text: string } }[] = [{ depth: -1, node: root }];
  let quoted: string | null = null;
  for (const line of run('pdfinfo', '-struct-text', file).split('\n')) {
    const depth = line.search(/\S/);
    const text = line.trim();
    if (quoted !== null || text.startsWith('"')) {
      quoted = quoted === null ? text.slice(1) : `${quoted} ${text}`;
      if (!quoted.endsWith('"')) continue;
      const owner = open.at(-1)?.node;
      if (owner) owner.text += quoted.slice(0, -1);
      quoted = null;
      continue;
    }
    if (text === '' || text.startsWith('/')) continue;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const node = { tag: /^[\w]+/.exec(text)?.[0] ?? text, text: '', children: [] };
    open.at(-1)?.node.children.push(node);
    open.push({ depth, node });
  }
  return root;
}

/** The file with its streams unpacked; everything else is plain in it. */
function unpacked(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  return raw.replace(/stream\n([\s\S]*?)\nendstream/g, (_, packed: string) => {
    const stream = Buffer.from(packed, 'latin1');
    return `stream\n${stream[0] === 0x78 ? inflateSync(stream).toString('latin1') : packed}\nendstream`;
  });
}

const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
const textOf = (node: Node): string => flat(node.text + node.children.map(textOf).join(''));

describe('the structure of a commune report', () => {
  let made: Made;
  let bytes: Uint8Array;
  let nodes: Node[];
  let raw: string;
  beforeAll(async () => {
    made = await communeReport();
    bytes = await render('pdf', made.model, made.machine);
    onFile('report.pdf', bytes, (file) => {
      nodes = all(structureOf(file));
    });
    raw = unpacked(bytes);
  });
  const withTag = (tag: string): Node[] => nodes.filter((node) => node.tag === tag);

  it('says title and language and is tagged', () => {
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(vi\)/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
  });

  it('has a part for the text and each annex, the headings of the text in order', () => {
    expect(withTag('Document')).toHaveLength(1);
    expect(withTag('Sect')).toHaveLength(5);
    const blocks = made.model.agency?.body ?? [];
    const wanted = (kind: string): string[] =>
      blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [flat(block.text)] : []));
    expect(withTag('H2').map(textOf)).toEqual(expect.arrayContaining(wanted('heading')));
    const [text] = withTag('Sect');
    const inText = text ? all(text) : [];
    expect(inText.filter(({ tag }) => tag === 'H2').map(textOf)).toEqual(wanted('heading'));
    expect(inText.filter(({ tag }) => tag === 'H3').map(textOf)).toEqual(wanted('subheading'));
    expect(textOf(withTag('H1')[0] ?? { tag: '', text: '', children: [] })).toBe(flat(`BÁO CÁO ${made.model.title}`));
    for (const block of blocks) if (block.kind === 'paragraph') expect(inText.map(textOf)).toContain(flat(block.text));
  });

  it('has each table once, with its head once, however many pages it covers', () => {
    const tables = withTag('Table');
    expect(tables.length).toBeGreaterThan(3);
    const form = tables.find((table) => textOf(table).includes(flat(made.model.labels.appraised)));
    const rows = form?.children.filter(({ tag }) => tag === 'TR') ?? [];
    expect(rows).toHaveLength(2 + made.model.detail.length);
    expect(rows[0]?.children.map(({ tag }) => tag)).toEqual(Array.from({ length: 8 }, () => 'TH'));
    for (const [index, line] of made.model.detail.entries()) {
      const cells = rows[index + 2]?.children ?? [];
      expect(cells.every(({ tag }) => tag === 'TD')).toBe(true);
      if (line.kind === 'item') {
        expect(cells).toHaveLength(8);
        expect(cells.slice(0, 2).map(textOf)).toEqual([flat(line.code), flat(line.title)]);
        expect(textOf(cells[5] ?? form ?? { tag: '', text: '', children: [] })).toBe(
          flat(line.answer + line.explanation),
        );
      }
    }
  });

  it('leaves running heads and drawn lines out of the text', () => {
    const text = textOf(nodes[0] ?? { tag: '', text: '', children: [] });
    expect(text).not.toContain(flat('DỮ LIỆU MẪU'));
    expect(text).toContain(flat(made.model.source.made));
    expect(raw.match(/\/Artifact/g)?.length).toBeGreaterThan(20);
  });

  it('gives its picture words', () => {
    expect(raw).toMatch(/\/S \/Figure\n\/Alt \(./);
    expect(raw).toMatch(/\/BBox \[/);
  });

  it('names no person, computer or folder', () => {
    const info = onFile('report.pdf', bytes, (file) => run('pdfinfo', file));
    expect(info).toMatch(/Creator: +Thước Số\n/);
    expect(info).toMatch(/Producer: +Thước Số\n/);
    expect(info).not.toMatch(/Author|Keywords/);
    expect(raw).not.toMatch(/node_modules|\/home\/|\/work\/|[A-Z]:\\/);
  });
});

describe('a document after others', () => {
  it('is the same as the first one, letter for letter', async () => {
    const wanted = await sample('gov-maturity-5');
    const before = await render('pdf', wanted.model, wanted.machine);
    // Letters that share a drawing with others: Eth and D with stroke, hyphens, blanks.
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const strange = 'Ð ð \u2010 \u2011 \u00a0x ﬁ \u1ebe e\u0302\u0301';
    const records = base.records.map((record) => ({ ...record, explanation: strange }));
    const other = make({ questionnaire, hash }, { ...base, records }, { kind: AGENCY });
    await render('pdf', other.model, other.machine);
    expect(Buffer.compare(await render('pdf', wanted.model, wanted.machine), before)).toBe(0);
    const text = onFile('report.pdf', before, (file) => run('pdftotext', '-raw', file, '-'));
    expect(text).toContain('Đ');
    expect(text).not.toMatch(/[Ðð]/);
  });
});

describe('the mark of the result', () => {
  it('stands at the foot of every page of the annexes and nowhere in the text', async () => {
    const { model, machine } = await sample('gov-maturity-5');
    const bytes = await render('pdf', { ...model, code: 'K7QM-2XBD' }, machine);
    const pages = onFile('report.pdf', bytes, (file) => run('pdftotext', '-layout', file, '-'))
      .split('\f')
      .filter((page) => page.trim() !== '');
    const first = pages.findIndex((page) => /^\s*Phụ lục I\b/m.test(page));
    expect(first).toBeGreaterThan(0);
    pages.forEach((page, index) => expect(page.includes('K7QM-2XBD')).toBe(index >= first));
  });
});
