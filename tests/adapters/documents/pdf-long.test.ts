/** Long content: nothing is lost, nothing leaves its page, no head and no group stands alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/domain/report/build.ts';
import type { DetailLine } from '../../../src/domain/report/model.ts';
import { choice, definition, group, load } from '../../domain/definition.ts';
import { AGENCY, ENTERPRISE, make, shipped, type Made } from '../../domain/report/support.ts';
import { communeReport, withEvidence } from './fixtures.ts';
import { flat, look, type Looked } from './paper.ts';
import { everyRule, onFile, render, run } from './tools.ts';

/** About two thousand characters with every letter of the alphabet in its words, numbered so that none can be lost. */
function explanation(item: number): string {
  const words = [
    'Ủy',
    'ban',
    'đã',
    'ký',
    'quyết',
    'định',
    'nghiệp',
    'trưởng',
    'hưởng',
    'khuyến',
    'nguồn',
    'ướt',
    'lẫy',
    'ỗ',
  ];
  let text = '';
  for (let word = 0; text.length < 1990; word += 1) text += `${words[word % words.length]}${item}.${word} `;
  return text.trim();
}

/** 300 items in 30 groups of two depths. */
function large(): Made {
  const questionnaire = load(
    definition(
      Array.from({ length: 15 }, (_, top) =>
        group(
          `g${top}`,
          Array.from({ length: 2 }, (_, inner) =>
            group(
              `g${top}-${inner}`,
              Array.from({ length: 10 }, (_, item) => choice(`i${top}-${inner}-${item}`, [0, 5, 10])),
            ),
          ),
        ),
      ),
      { total: { kind: 'sum' } },
    ),
  );
  return make(
    { questionnaire, hash: 'c'.repeat(64) },
    {
      organisation: { name: 'UBND xã Thử', kind: 'commune', code: '', province: '', address: '', contact: '' },
      period: { kind: 'year', year: 2026, number: 1 },
      sample: false,
      records: [],
      evidence: [],
    },
    { kind: AGENCY },
  );
}

/** Words outside the margins of the agency's page. */
function outside({ pages }: Looked, [left, right, bottom]: readonly [number, number, number]): string[] {
  return pages.flatMap((page) =>
    page.words
      .filter(
        (word) =>
          word.left < left - 0.3 || word.right > page.width - right + 0.5 || word.bottom > page.height - bottom + 0.5,
      )
      .map(({ text }) => text),
  );
}

/** Lines that begin a page's last row, by what they print first. */
const lastLine = (page: string): string => page.trim().split('\n').at(-1) ?? '';

describe('explanations of two thousand characters', () => {
  let made: Made;
  let looked: Looked;
  beforeAll(async () => {
    const source = await shipped('commune-dti');
    const [sheet] = source.sheets;
    if (!sheet) throw new Error('sample');
    const records = sheet.records.map((record, index) => ({ ...record, explanation: explanation(index) }));
    made = make(source, withEvidence({ ...sheet, records }, 200), { kind: AGENCY });
    looked = await look(made);
  });

  it('are printed to the last word, and so are 200 documents of evidence', () => {
    expect(made.model.evidence).toHaveLength(200);
    const text = flat(looked.text);
    made.input.records.forEach((_, index) => {
      for (const word of explanation(index).split(' ')) if (!text.includes(word)) throw new Error(`lost: ${word}`);
    });
    for (const line of made.model.evidence) expect(text).toContain(flat(line.number));
    expect(looked.text).toBe(looked.text.normalize('NFC'));
  });

  it('stay between the margins', () => {
    expect(outside(looked, [30, 15, 20])).toEqual([]);
  });

  it('leave no group alone at the foot of a page', () => {
    const groups = made.model.detail.filter((line: DetailLine) => line.kind === 'group');
    for (const page of looked.text.split('\f'))
      expect(groups.filter(({ code, title }) => lastLine(page).startsWith(`${code} ${title}`))).toEqual([]);
  });
});

describe('three hundred items', () => {
  it('have a row each, with no group and no total alone', async () => {
    const made = large();
    const looked = await look(made);
    const text = flat(looked.text);
    const items = made.model.detail.filter((line) => line.kind === 'item');
    expect(items).toHaveLength(300);
    for (const { code, title } of items) expect(text).toContain(flat(code + title));
    expect(outside(looked, [30, 15, 20])).toEqual([]);
    const total = made.model.detail.find((line) => line.kind === 'total');
    for (const page of looked.text.split('\f')) {
      const groups = made.model.detail.filter((line) => line.kind === 'group');
      expect(groups.filter(({ code, title }) => lastLine(page).startsWith(`${code} ${title}`))).toEqual([]);
      const rows = page.slice(page.indexOf('(8)') + 3).trim();
      if (total) expect(rows.startsWith(total.title.toUpperCase())).toBe(false);
    }
  });

  it('fit the sheet of a firm as well', async () => {
    const { input } = large();
    const { prepared, organisation, period, records, evidence, hash } = input;
    const made = make(
      { questionnaire: prepared.questionnaire, hash },
      { organisation, period, sample: false, records, evidence },
      { kind: ENTERPRISE },
    );
    const looked = await look(made);
    const text = flat(looked.text);
    for (const line of made.model.detail)
      if (line.kind === 'item') expect(text).toContain(flat(line.code + line.title));
    expect(outside(looked, [17, 17, 5])).toEqual([]);
  });
});

describe('a total', () => {
  it('never stands alone, wherever the pages happen to break', async () => {
    const base = everyRule('sum');
    const { input } = base;
    for (let lines = 2; lines <= 23; lines += 3) {
      const records = input.records.map((record) => ({ ...record, explanation: 'Dòng.\n'.repeat(lines) }));
      const { organisation, period, evidence, prepared, hash } = input;
      const made = make(
        { questionnaire: prepared.questionnaire, hash },
        { organisation, period, sample: false, records, evidence },
        { kind: AGENCY },
      );
      const { model, machine } = made;
      const bytes = await render('pdf', model, machine);
      const text = onFile('report.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-'));
      const total = model.detail.find((line) => line.kind === 'total');
      for (const page of text.split('\f')) {
        if (!page.includes('(8)')) continue;
        const rows = page.slice(page.indexOf('(8)') + 3).trim();
        expect(rows.startsWith(total?.title.toUpperCase() ?? '-')).toBe(false);
      }
    }
  });
});

describe('a plan', () => {
  it('is an annex of the report, and named in its tasks', async () => {
    const plan = {
      language: 'vi',
      issued: '2026-01-15',
      program: 'Thước Số',
      ordinal: 'PHỤ LỤC',
      title: 'KẾ HOẠCH ĐẠT MỨC 3 TRONG NĂM 2026',
      below: '',
      attached: '',
      marks: [],
      caption: '',
      statements: ['Thực hiện đủ 30 nhiệm vụ thì đạt mức 3.'],
      tables: [
        {
          name: 'Nhiệm vụ',
          title: 'NHIỆM VỤ',
          columns: [
            { head: 'TT', weight: 10, align: 'center' },
            { head: 'Nhiệm vụ', weight: 100, align: 'left' },
            { head: 'Chủ trì', weight: 40, align: 'left' },
          ],
          rows: [
            { kind: 'heading', text: 'Giai đoạn 1, đến 30/6/2026' },
            ...Array.from({ length: 30 }, (_, index) => ({
              kind: 'row' as const,
              cells: [
                { text: String(index + 1) },
                { text: `Nhiệm vụ thứ ${index + 1}` },
                { text: 'Phòng Văn hóa - Xã hội' },
              ],
            })),
          ],
          empty: '',
          notes: ['Ghi chú của kế hoạch.'],
        },
      ],
    } as const;
    const made = await communeReport();
    const model = buildReport({ ...made.input, plan });
    const looked = await look({ ...made, model });
    const { annexes } = model.agency ?? {};
    expect(annexes?.plan?.ordinal).toBe('Phụ lục IV');
    expect(annexes?.method.ordinal).toBe('Phụ lục V');
    const pages = looked.text.split('\f');
    const first = pages.findIndex((page) => /^(\d+\s+)?.*Phụ lục IV\n/.test(page.replace('DỮ LIỆU MẪU\n', '')));
    expect(first).toBeGreaterThan(3);
    expect(flat(pages.slice(0, 4).join(''))).toContain(flat('tại Phụ lục IV.'));
    const text = flat(pages.slice(first).join(' '));
    expect(text).toContain(flat(plan.statements[0]));
    for (let index = 1; index <= 30; index += 1) expect(text).toContain(flat(`${index} Nhiệm vụ thứ ${index}`));
    expect(text).toContain(flat('Ghi chú của kế hoạch.'));
    const landscape = looked.pages[first];
    expect((landscape?.width ?? 0) > (landscape?.height ?? 0)).toBe(true);
  });
});
