import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportModel } from '../../../src/domain/report/model.ts';
import { readMachinePart } from '../../../src/adapters/documents/machine-part.ts';
import { make, sample, shipped, AGENCY, type Made } from '../../domain/report/support.ts';
import { everyRule, render } from './tools.ts';

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

const sheetOf = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(name);
  return sheet;
};

/** Rows of the detail sheet by the code in the first column, the total under "". */
function rowsByCode(sheet: ExcelJS.Worksheet): Map<string, ExcelJS.Row> {
  const rows = new Map<string, ExcelJS.Row>();
  let below = false;
  sheet.eachRow((row) => {
    const code = row.getCell(1).text;
    if (below && row.getCell(2).text !== '' && !rows.has(code)) rows.set(code, row);
    if (code === '(1)') below = true;
  });
  return rows;
}

function* cells(book: ExcelJS.Workbook): Generator<ExcelJS.Cell> {
  for (const sheet of book.worksheets)
    for (let row = 1; row <= sheet.rowCount; row += 1)
      for (let column = 1; column <= sheet.columnCount; column += 1) yield sheet.getRow(row).getCell(column);
}

describe.each(['gov-maturity-5', 'sme-readiness'] as const)('the workbook of %s', (id) => {
  let made: Made;
  let model: ReportModel;
  let bytes: Uint8Array;
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    made = await sample(id);
    model = made.model;
    bytes = await render('xlsx', model, made.machine);
    book = await open(bytes);
  });

  it('has five sheets that print on A4 with repeated heads and stay in view', () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      'Thông tin chung',
      'Bảng tự đánh giá',
      'Tổng hợp',
      'Minh chứng',
      'Nhiệm vụ, kế hoạch',
    ]);
    for (const sheet of book.worksheets) {
      const fitToHeight = sheet.name === 'Tổng hợp' ? 1 : 0;
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight });
      expect(sheet.pageSetup.printArea).toMatch(/^A1:[A-N]\d+$/);
    }
    for (const sheet of book.worksheets.slice(1)) {
      expect(sheet.pageSetup.orientation).toBe('landscape');
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
      expect(sheet.views[0]?.state).toBe('frozen');
    }
  });

  it('uses Times New Roman, fitted rows, and wraps what is long', () => {
    for (const cell of cells(book)) {
      if (cell.value === null || cell.isMerged) continue;
      expect(cell.font.name, cell.address).toBe('Times New Roman');
      expect(sheetOf(book, cell.worksheet.name).getRow(Number(cell.row)).height).toBeLessThanOrEqual(409);
    }
  });

  it('holds points as numbers and the rest as texts', () => {
    const rows = rowsByCode(sheetOf(book, 'Bảng tự đánh giá'));
    for (const line of model.detail) {
      if (line.kind !== 'item') continue;
      const row = rows.get(line.code);
      expect(row?.getCell(6).value, line.code).toBe(line.points?.number ?? line.pointsText);
      expect(row?.getCell(3).value, line.code).toBe(line.max?.number ?? null);
      for (const [column, text] of [
        [2, line.title],
        [5, line.answer],
        [7, line.explanation],
        [8, line.evidence],
        [9, line.note],
        [10, line.state],
      ] as const)
        expect(row?.getCell(column).value ?? '', `${line.code} ${column}`).toBe(text);
    }
  });

  it('calculates groups with live formulas whose stored results are the scores', () => {
    const sheet = sheetOf(book, 'Bảng tự đánh giá');
    const rows = rowsByCode(sheet);
    for (const line of model.detail) {
      if (line.kind === 'item') continue;
      const row = rows.get(line.code);
      expect(row?.getCell(6).formula, line.title).toMatch(/^IF\(COUNT\(/);
      expect(row?.getCell(6).result, line.title).toBe(line.value?.number);
      expect(row?.getCell(3).result, line.title).toBe(line.max?.number);
    }
    const summary = sheetOf(book, 'Tổng hợp');
    const first = [...Array(12).keys()].find((row) => summary.getRow(row + 1).getCell(1).text === 'TT');
    model.pillars.forEach((pillar, index) => {
      const row = summary.getRow((first ?? 0) + 2 + index);
      expect(row.getCell(2).text).toBe(pillar.title);
      expect(row.getCell(3).result).toBe(pillar.value?.number);
      expect(row.getCell(4).result).toBe(pillar.max?.number);
    });
  });

  it('dates evidence with real dates and links it to criteria', () => {
    const sheet = sheetOf(book, 'Minh chứng');
    const dates = model.evidence.map((line, index) => {
      const row = sheet.getRow(sheet.rowCount - model.evidence.length + 1 + index);
      expect(row.getCell(1).text).toBe(line.code);
      return row.getCell(4).value;
    });
    expect(dates.every((date) => date instanceof Date)).toBe(true);
    expect((dates[0] as Date).toISOString().slice(0, 10)).toBe(model.evidence[0]?.date);
  });

  it('tells the appraiser which points there are', () => {
    const sheet = sheetOf(book, 'Bảng tự đánh giá');
    const rows = rowsByCode(sheet);
    for (const line of model.detail) {
      if (line.kind !== 'item' || !line.form) continue;
      const rule = rows.get(line.code)?.getCell(11).dataValidation;
      expect(rule, line.code).toMatchObject({ showErrorMessage: true, allowBlank: true });
      const choices = line.form.choices.join(',');
      if (rule?.type === 'list')
        expect(rule.formulae, line.code).toEqual([`"${choices}${line.form.notApplicable === '' ? '' : ',KAD'}"`]);
      else expect(line.form.choices, line.code).toEqual([]);
    }
  });

  it('shows the charts as pictures with their texts', async () => {
    const zip = await JSZip.loadAsync(bytes);
    const drawing = (await zip.file('xl/drawings/drawing1.xml')?.async('string')) ?? '';
    const { ladder, profile } = model.charts;
    const said = [...drawing.matchAll(/<xdr:cNvPr [^>]*name="([^"]*)" descr="([^"]*)"/g)].map(([, name]) => name);
    expect(said).toEqual([ladder?.title, profile.title]);
    expect(drawing).toContain(`descr="${profile.summary.slice(0, 20)}`);
    const pictures = zip.file(/^xl\/media\//);
    expect(pictures).toHaveLength(2);
    for (const picture of pictures)
      expect(
        Buffer.from(await picture.async('uint8array'))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
  });

  it('says once under the table what many rows share', () => {
    const sheet = sheetOf(book, 'Bảng tự đánh giá');
    const texts = [...Array(sheet.rowCount).keys()].map((row) => sheet.getRow(row + 1).getCell(1).text);
    const rows = rowsByCode(sheet);
    const rules = model.detail.flatMap((line) =>
      line.kind === 'item' ? [rows.get(line.code)?.getCell(4).text ?? ''] : [],
    );
    const scales = model.detail.flatMap((line) => (line.kind === 'item' && line.scale !== '' ? [line.scale] : []));
    for (const scale of new Set(scales)) {
      const shared = scales.filter((other) => other === scale).length > 1;
      expect(texts.filter((text) => text.endsWith(scale))).toHaveLength(shared ? 1 : 0);
      if (shared) expect(rules.filter((rule) => rule.includes(scale))).toEqual([]);
    }
    expect(id === 'gov-maturity-5' || scales.length > 5).toBe(true);
  });

  it('names no person, no computer, nothing outside', async () => {
    expect(book.creator).toBe('Thước Số');
    expect(book.lastModifiedBy).toBe('Thước Số');
    expect(book.created.toISOString()).toBe('2026-02-05T00:00:00.000Z');
    const zip = await JSZip.loadAsync(bytes);
    for (const file of Object.values(zip.files)) {
      const content = await file.async('string');
      expect(content, file.name).not.toMatch(/TargetMode="External"|externalLink|vbaProject/);
      expect(file.dir, file.name).toBe(false);
    }
  });

  it('opens only what is meant to be filled in', () => {
    for (const cell of cells(book)) {
      const open = cell.protection?.locked === false;
      const sheet = cell.worksheet.name;
      if (open) expect(['Bảng tự đánh giá', 'Nhiệm vụ, kế hoạch'], cell.address).toContain(sheet);
    }
    const item = model.detail.find((line) => line.kind === 'item')?.code ?? '';
    const row = rowsByCode(sheetOf(book, 'Bảng tự đánh giá')).get(item);
    const last = sheetOf(book, 'Bảng tự đánh giá').columnCount;
    expect([11, last].map((column) => row?.getCell(column).protection?.locked)).toEqual([false, false]);
    // What was answered with figures is appraised with figures: a column for each, and the remark in the last one.
    const figured = model.detail.find((line) => line.kind === 'item' && line.form?.figures.length === 2);
    if (figured) {
      const other = rowsByCode(sheetOf(book, 'Bảng tự đánh giá')).get(figured.code);
      expect([11, 12, 13, 14].map((column) => other?.getCell(column).protection.locked)).toEqual(Array(4).fill(false));
    }
  });

  it('is the same file for the same report', async () => {
    expect(Buffer.compare(await render('xlsx', model, made.machine), bytes)).toBe(0);
  });

  it('carries the data part', () => {
    expect(readMachinePart(bytes)).toEqual({ kind: 'ok', file: made.machine, code: null });
  });
});

describe('with a plan', () => {
  it('lists its tasks with real dates on a sheet of their own', async () => {
    const { model, machine } = await sample('gov-maturity-5');
    const table = {
      name: 'Kế hoạch',
      title: 'NHIỆM VỤ',
      columns: [
        { head: 'TT', weight: 1, align: 'center' },
        { head: 'Nhiệm vụ', weight: 6, align: 'left' },
        { head: 'Thời hạn', weight: 2, align: 'center' },
      ],
      rows: [
        { kind: 'heading', text: 'Nhóm một' },
        { kind: 'row', cells: [{ text: '1', number: 1 }, { text: '=1+1' }, { text: '30/06/2026', day: '2026-06-30' }] },
      ],
      empty: '',
      notes: ['Ghi chú'],
    } as const;
    if (!model.agency) throw new Error('agency');
    const agency = { ...model.agency, plan: { statements: ['Đạt mức 3'], table } };
    const bytes = await render('xlsx', { ...model, agency }, machine);
    const book = await open(bytes);
    expect(book.worksheets.at(-1)?.name).toBe('Kế hoạch');
    const found = [...cells(book)].filter((cell) => cell.worksheet.name === 'Kế hoạch' && cell.value !== null);
    expect(found.map((cell) => cell.value)).toEqual(
      expect.arrayContaining(['Đạt mức 3', 'Nhóm một', 1, '=1+1', new Date('2026-06-30T00:00:00Z')]),
    );
  });
});

describe('in English', () => {
  it('has English sheets and heads', async () => {
    const { model, machine } = await sample('sme-readiness', 'en');
    const book = await open(await render('xlsx', model, machine));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      'General',
      'Self-assessment',
      'Summary',
      'Evidence',
      'Tasks and plan',
    ]);
    expect(sheetOf(book, 'Self-assessment').getCell('A2').value).toBe('SELF-ASSESSMENT TABLE');
  });
});

describe('formulas', () => {
  it('are written where the rule of a group is a sum or a mean, and nowhere else', async () => {
    const made = everyRule('sum');
    const book = await open(await render('xlsx', made.model, made.machine));
    const rows = rowsByCode(sheetOf(book, 'Bảng tự đánh giá'));
    const value = (code: string) => rows.get(code)?.getCell(6);
    expect(value('inner')?.formula).toMatch(/,SUM\(F\d+:F\d+\)\)$/);
    expect(value('inner')?.result).toBe(2);
    expect(value('sums')?.formula).toMatch(/,SUM\(F\d+:F\d+,F\d+\)\)$/);
    expect(value('means')?.formula).toMatch(/,AVERAGE\(F\d+:F\d+\)\)$/);
    expect(value('weights')?.value).toBe(7.5);
    expect(value('least')?.value).toBe(3);
    expect(value('gone')?.result).toBe('KAD');
    // The group that takes no part is not in the total.
    expect(value('')?.formula).toMatch(/,SUM\(F\d+(,F\d+){3}(:|,)F\d+\)\)$/);
    expect(value('')?.result).toBe(made.model.total.value?.number);
  });
});

/** What the program's own formulas begin with. */
const OWN_FORMULA = /^(IF\(|REPT\(|'Bảng tự đánh giá'!)/;

describe('texts from outside', () => {
  const dangerous = [
    "=cmd|'/c calc'!A1",
    '+1+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '<b>&amp;</b>',
    "'=1",
    '=HYPERLINK("http://x")',
    '\r=1',
    '\n=1',
    '|cmd',
    '%0A=1',
    '=',
    '\u0000=1',
    '﹦1+1',
    '＝1+1',
  ];
  /** What exceljs would make more of than a text. */
  const shaped: readonly unknown[] = [
    { formula: '1+1', result: 2 },
    { sharedFormula: 'A1', result: 2 },
    { text: 'x', hyperlink: 'http://x' },
    { richText: [{ text: 'x' }] },
    { error: '#N/A' },
    new Date(0),
    ['=1'],
    true,
  ];

  it.each(shaped)('never become more than texts: %j', async (value) => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    for (const field of ['note', 'explanation'] as const) {
      const records = base.records.map((record) => ({ ...record, [field]: value as string }));
      const written = (async () => {
        const made = make({ questionnaire, hash }, { ...base, records }, { kind: AGENCY });
        return render('xlsx', made.model, made.machine);
      })();
      const bytes = await written.catch(() => null);
      if (!bytes) continue;
      const formulas = [...cells(await open(bytes))].flatMap((cell) => (cell.formula ? [cell.formula] : []));
      expect(formulas.filter((formula) => !OWN_FORMULA.test(formula))).toEqual([]);
      const zip = await JSZip.loadAsync(bytes);
      expect(zip.file(/sheet\d\.xml\.rels$/).filter((file) => !file.name.includes('sheet3'))).toEqual([]);
    }
  });

  it('stay texts, whatever they begin with', async () => {
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const records = base.records.map((record, index) => ({
      ...record,
      note: dangerous[index % dangerous.length] ?? '',
      explanation: dangerous[(index + 3) % dangerous.length] ?? '',
    }));
    const evidence = dangerous.map((text, index) => ({
      id: `e${index}`,
      type: text,
      number: text,
      date: '',
      issuer: text,
      subject: text,
      page: text,
    }));
    const organisation = { ...base.organisation, name: dangerous[0] ?? '', address: dangerous[3] ?? '' };
    const made = make({ questionnaire, hash }, { ...base, organisation, records, evidence }, { kind: AGENCY });
    const book = await open(await render('xlsx', made.model, made.machine));
    let seen = 0;
    for (const cell of cells(book)) {
      if (cell.formula) expect(cell.formula).toMatch(OWN_FORMULA);
      if (cell.master === cell && typeof cell.value === 'string' && /^[=+@\t']/.test(cell.value)) {
        seen += 1;
        expect(cell.type).toBe(ExcelJS.ValueType.String);
        expect(cell.numFmt).toBe('@');
      }
    }
    expect(seen).toBeGreaterThan(60);
    const general = sheetOf(book, 'Thông tin chung').getColumn(3).values;
    expect(general).toContain(dangerous[0]);
    expect(general).toContain(dangerous[3]);
  });

  it('are never cut, however long: a row goes on below', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `từ${index}`).join(' ');
    const word = 'x'.repeat(3000);
    const { questionnaire, hash, sheets } = await shipped('gov-maturity-5');
    const [base] = sheets;
    if (!base) throw new Error('sample');
    const records = base.records.map((record) =>
      record.itemId === 'annual-goals' ? { ...record, explanation: long, note: word } : record,
    );
    const made = make({ questionnaire, hash }, { ...base, records }, { kind: AGENCY });
    const book = await open(await render('xlsx', made.model, made.machine));
    const sheet = sheetOf(book, 'Bảng tự đánh giá');
    const start = [...Array(sheet.rowCount).keys()].find((row) => sheet.getRow(row + 1).getCell(1).text === '1.1');
    let explanation = '';
    let note = '';
    for (let row = (start ?? 0) + 1; row <= sheet.rowCount; row += 1) {
      if (row > (start ?? 0) + 1 && sheet.getRow(row).getCell(1).text !== '') break;
      explanation += ` ${sheet.getRow(row).getCell(7).text}`;
      note += sheet.getRow(row).getCell(9).text;
    }
    expect(explanation.trim().split(/\s+/).join(' ')).toBe(long);
    expect(note.replace(/\s/g, '')).toBe(word);
    // The sums still find their rows.
    const total = made.model.total.value?.number;
    expect(sheet.getRow(sheet.rowCount - 1).getCell(6).result).toBe(total);
  });
});
