import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../../src/adapters/documents/worker-client.ts';
import { writeCollectionPdf } from '../../../src/adapters/documents/collection/pdf.ts';
import { writeCollectionWorkbook } from '../../../src/adapters/documents/collection/workbook.ts';
import { installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createMeasure } from '../../../src/adapters/documents/measure.ts';
import { buildCollectionReport } from '../../../src/domain/collection/report/build.ts';
import { reportInput, resultsOf } from '../../domain/collection/report-input.ts';
import { onFile, run } from './tools.ts';

const fonts = installedFonts();
const measure = createMeasure(fonts);
const results = resultsOf(60).map((result, place) =>
  place === 0 ? { ...result, name: '=cmd|/C calc!A0', group: '@SUM(1)' } : result,
);
const report = buildCollectionReport(reportInput(60, { results }));

async function reread(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

describe('the aggregate workbook', () => {
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    book = await reread(await writeCollectionWorkbook(report, measure));
  });

  it('has its five sheets, each on paper in full', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Tổng quan',
      'Đơn vị',
      'Tiêu chí',
      'Bảng nhiệt',
      'Chất lượng',
    ]);
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup.printArea).toMatch(/^A\$?1:/);
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    }
  });

  it('keeps heads and names of the long lists in view', () => {
    for (const name of ['Đơn vị', 'Tiêu chí', 'Bảng nhiệt']) {
      const sheet = book.getWorksheet(name) as ExcelJS.Worksheet;
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2 });
      expect(sheet.pageSetup.printTitlesRow).toBeDefined();
    }
  });

  it('has real numbers, and no formula wherever a text came from', () => {
    let [numbers, formulas] = [0, 0];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Number) numbers += 1;
          if (cell.type === ExcelJS.ValueType.Formula) formulas += 1;
          if (typeof cell.value === 'string') expect(cell.font.name).toBe('Times New Roman');
        }),
      );
    expect(formulas).toBe(0);
    expect(numbers).toBeGreaterThan(60 * 12);
    const names: unknown[] = [];
    book
      .getWorksheet('Đơn vị')
      ?.getColumn(2)
      .eachCell((cell) => names.push(cell.value));
    expect(names).toContain('=cmd|/C calc!A0');
  });

  it('is the same for the same report', async () => {
    const twice = await Promise.all([1, 2].map(() => writeCollectionWorkbook(report, measure)));
    expect(Buffer.compare(twice[0] as Uint8Array, twice[1] as Uint8Array)).toBe(0);
  });
});

it('is laid out by the document thread as well', async () => {
  const workerUrl = new URL('../../../src/adapters/documents/worker.ts', import.meta.url);
  const documents = createDocumentRenderer({ workerUrl });
  try {
    const small = buildCollectionReport(reportInput(6));
    const [workbook, paper] = await Promise.all([
      documents.renderCollection('xlsx', small),
      documents.renderCollection('pdf', small),
    ]);
    expect((await reread(workbook)).worksheets).toHaveLength(5);
    expect(Buffer.compare(paper, writeCollectionPdf(small, fonts, measure))).toBe(0);
  } finally {
    await documents.close();
  }
});

describe('the report on paper', () => {
  const bytes = writeCollectionPdf(report, fonts, measure);

  it('is an agency document with five annexes', () => {
    onFile('report.pdf', bytes, (file) => {
      const text = run('pdftotext', '-layout', file, '-').normalize('NFC');
      for (const expected of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'UBND TỈNH TÂY NINH',
        'BÁO CÁO',
        'Kính gửi: Ủy ban nhân dân tỉnh Tây Ninh',
        'Nơi nhận:',
        'Phụ lục V',
        'CHẤT LƯỢNG SỐ LIỆU',
        '=cmd|/C calc!A0',
      ])
        expect(text).toContain(expected);
      expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
      expect(run('pdffonts', file)).not.toMatch(/\bno\s+(yes|no)\s+(yes|no)\s+\d/);
    });
  });

  it('leaves no heading alone at the foot of a page and repeats the heads of tables', () => {
    onFile('report.pdf', bytes, (file) => {
      const pages = run('pdftotext', '-layout', file, '-').normalize('NFC').split('\f');
      for (const page of pages) expect(page.trimEnd().split('\n').at(-1)).not.toMatch(/^\s*\d\. [A-ZĐ]/);
      expect(pages.filter((page) => /STT\s+Đơn vị\s+Mã/.test(page)).length).toBeGreaterThan(1);
    });
  });

  it('shows the first rows of a very long list and says where all of them are', () => {
    const many = Array.from({ length: 4 }, (_, round) =>
      resultsOf(60).map((result) => ({
        ...result,
        unitId: `${round}-${result.unitId}`,
        contentHash: `${round}-${result.contentHash}`,
      })),
    ).flat();
    const long = writeCollectionPdf(buildCollectionReport(reportInput(60, { results: many })), fonts, measure);
    onFile('long.pdf', long, (file) => {
      expect(run('pdftotext', '-layout', file, '-').normalize('NFC')).toContain('Bảng này có 240 dòng');
    });
  });
});
