import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createRender } from '../../../src/adapters/documents/render.ts';
import type { PlanDocument, PlanTable } from '../../../src/domain/plan/document.ts';
import { EMPTY_PLAN, emptyTask } from '../../../src/domain/plan/plan.ts';
import { buildProgressReport } from '../../../src/domain/plan/progress-report.ts';
import { EMPTY_DETAILS } from '../../../src/domain/report/details.ts';
import { shipped } from '../../domain/report/support.ts';
import { onFile, run } from './tools.ts';

const { plan: render, progress: renderProgress } = createRender(installedFonts());

const table = (name: string, count: number): PlanTable => ({
  name,
  title: `BẢNG ${name.toUpperCase()}`,
  columns: [
    { head: 'STT', weight: 10, align: 'center' },
    { head: 'Nhiệm vụ', weight: 100, align: 'left' },
    { head: 'Thời hạn', weight: 30, align: 'center' },
    { head: 'Kinh phí (triệu đồng)', weight: 20, align: 'right' },
  ],
  rows: [
    { kind: 'heading', text: 'Giai đoạn 1' },
    ...Array.from({ length: count }, (_, index) => ({
      kind: 'row' as const,
      cells: [
        { text: String(index + 1), number: index + 1, decimals: 0 },
        { text: `=Việc số ${index + 1}: rà soát, nâng cấp hệ thống một cửa điện tử của xã` },
        { text: '31/03/2026', day: '2026-03-31' },
        { text: '1.200,5', number: 1200.5, decimals: 2 },
      ],
    })),
  ],
  empty: '',
  notes: ['Ghi chú của bảng.'],
});

const document = (...tables: PlanTable[]): PlanDocument => ({
  language: 'vi',
  issued: '2026-01-15',
  program: 'Thước Số',
  ordinal: 'PHỤ LỤC',
  title: 'KẾ HOẠCH ĐẠT MỨC 3 TRONG NĂM 2026',
  below: 'Ủy ban nhân dân xã Trường Đông, năm 2025',
  attached: '(Kèm theo Kế hoạch số ....)',
  marks: ['DỮ LIỆU MẪU'],
  caption: 'UBND xã Trường Đông & Thước Số',
  statements: ['Hiện ở mức 2.', 'Hết Giai đoạn 1: mức 3.'],
  tables,
});

describe('the annex as a workbook', () => {
  it('has a sheet for each table, with real numbers and days, and texts that stay texts', async () => {
    const bytes = await render('xlsx', document(table('Nhiệm vụ', 2), table('Tiến độ', 1)));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Nhiệm vụ', 'Tiến độ']);
    const sheet = book.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
    const values = sheet.getSheetValues() as unknown[][];
    const head = values.findIndex((row) => row?.[1] === 'STT');
    expect(head).toBeGreaterThan(0);
    expect(values[head + 1]?.[2]).toBe('Giai đoạn 1');
    const cells = sheet.getRow(head + 2);
    expect(cells.getCell(1).value).toBe(1);
    expect(cells.getCell(2).value).toMatch(/^=Việc số 1/);
    expect(cells.getCell(2).type).toBe(ExcelJS.ValueType.String);
    expect(cells.getCell(3).value).toEqual(new Date('2026-03-31T00:00:00Z'));
    expect(cells.getCell(4).value).toBe(1200.5);
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      printTitlesRow: `${head}:${head}`,
    });
    const said = values.flat().filter((value) => typeof value === 'string');
    for (const text of [
      'PHỤ LỤC: KẾ HOẠCH ĐẠT MỨC 3 TRONG NĂM 2026',
      'Hiện ở mức 2.',
      'DỮ LIỆU MẪU',
      'Ghi chú của bảng.',
    ])
      expect(said).toContain(text);
  });
});

describe('the annex on paper', () => {
  it('says everything on landscape pages, with its fonts inside', async () => {
    const bytes = await render('pdf', document(table('Nhiệm vụ', 40), table('Tiến độ', 30)));
    onFile('plan.pdf', bytes, (file) => {
      expect(run('pdfinfo', file)).toMatch(/Page size:\s+841\.89 x 595\.28/);
      expect(run('pdffonts', file)).not.toMatch(/\bno\s+(yes|no)\s+(yes|no)\s+\d+ 0$/m);
      const pages = run('pdftotext', '-layout', file, '-').split('\f');
      expect(pages[0]).toContain('KẾ HOẠCH ĐẠT MỨC 3 TRONG NĂM 2026');
      expect(pages[0]).toContain('DỮ LIỆU MẪU');
      expect(pages.join('\n').match(/=Việc số \d+/g)).toHaveLength(70);
      // Heads are repeated, and a title stands on the page of its first row.
      for (const page of pages.filter((text) => text.includes('=Việc số'))) expect(page).toContain('Nhiệm vụ');
      const second = pages.find((page) => page.includes('BẢNG TIẾN ĐỘ')) ?? '';
      expect(second.slice(second.indexOf('BẢNG TIẾN ĐỘ'))).toContain('=Việc số 1:');
    });
  });

  it('never leaves a title alone at the foot of a page', async () => {
    for (const count of [8, 9, 10, 11, 12, 13]) {
      const bytes = await render('pdf', document(table('Nhiệm vụ', count), table('Tiến độ', 3)));
      onFile('plan.pdf', bytes, (file) => {
        const page = run('pdftotext', '-layout', file, '-')
          .split('\f')
          .find((text) => text.includes('BẢNG TIẾN ĐỘ'));
        expect(page?.slice(page.indexOf('BẢNG TIẾN ĐỘ')), `${count} rows`).toContain('Giai đoạn 1');
      });
    }
  });

  it('is the same for the same plan', async () => {
    const [one, two] = [await render('pdf', document(table('A', 3))), await render('pdf', document(table('A', 3)))];
    expect(one).toEqual(two);
  });
});

describe('the progress report on paper', () => {
  it('has the head of state documents, the body on portrait pages and its annex on a landscape one', async () => {
    const { questionnaire } = await shipped('gov-maturity-5');
    const tasks = Array.from({ length: 45 }, (_, index) => ({
      ...emptyTask(`t${index}`),
      text: `Nhiệm vụ thứ ${index + 1}: số hóa hồ sơ, kết quả giải quyết thủ tục hành chính ở bộ phận một cửa`,
    }));
    const period = { kind: 'half', year: 2026, number: 1 } as const;
    const report = buildProgressReport({
      plan: { ...EMPTY_PLAN, tasks },
      records: [],
      period,
      questionnaire,
      organisation: { name: 'UBND xã Trường Đông' },
      provinceName: 'Tây Ninh',
      details: EMPTY_DETAILS,
      sample: true,
      language: 'vi',
      programVersion: '1.0.0',
      today: { year: 2026, month: 6, day: 16 },
      todayIso: '2026-06-16',
    });
    const bytes = await renderProgress('pdf', report);
    expect(Buffer.compare(await renderProgress('pdf', report), bytes)).toBe(0);
    const [text, info] = onFile<[string, string]>('progress.pdf', bytes, (file) => [
      run('pdftotext', '-raw', file, '-'),
      run('pdfinfo', '-l', '99', file),
    ]);
    const said = text.normalize('NFC').replace(/\s+/g, ' ');
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: …/BC-UBND',
      'BÁO CÁO',
      'Nơi nhận:',
      './.',
      'DỮ LIỆU MẪU',
    ])
      expect(said).toContain(part);
    for (const head of ['STT', 'Tên nhiệm vụ', 'Kết quả thực hiện', 'Đánh giá']) expect(said).toContain(head);
    for (const { text: task } of tasks) expect(said.replace(/ /g, '')).toContain(task.replace(/ /g, ''));
    expect(info).toMatch(/Page\s+1 size:\s+595[\d.]* x 841/);
    expect(info).toMatch(/size:\s+841[\d.]* x 595/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await renderProgress('xlsx', report)).buffer as ArrayBuffer);
    const values = (book.worksheets[0]?.getSheetValues() ?? []) as unknown[][];
    expect(values.filter((row) => typeof row?.[1] === 'number')).toHaveLength(45);
  });
});
