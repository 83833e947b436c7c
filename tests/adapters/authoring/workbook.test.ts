import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readQuestionnaireWorkbook,
  writeQuestionnaireWorkbook,
  type WorkbookReading,
} from '../../../src/adapters/documents/authoring/index.ts';
import { sha256 } from '../../../src/adapters/documents/machine-part.ts';
import { listQuestionnaireFolders, readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import { questionnaireFiles, writeQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-write.ts';
import { EXAMPLE_DEFINITION, EXAMPLE_VECTORS } from '../../../src/domain/authoring/example.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Questionnaire, Vector } from '../../../src/domain/questionnaire/types.ts';
import { canonicalJson } from '../../../src/domain/text/canonical-json.ts';
import { LANGUAGES, type Language } from '../../../src/domain/text/localized.ts';
import { resave } from '../documents/tools.ts';
import { temporaryFolder } from '../temporary.ts';

const ROOT = resolve(import.meta.dirname, '../../../questionnaires');
const folders = await listQuestionnaireFolders(ROOT);

interface Content {
  readonly questionnaire: Questionnaire;
  readonly vectors: Vector[];
}

function parsed(definition: unknown, vectors: unknown): Content {
  const read = parseQuestionnaire(definition, vectors);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read.value;
}

async function folderContent(folder: string): Promise<Content> {
  const source = await readQuestionnaireFolder(folder);
  if ('problems' in source) throw new Error(JSON.stringify(source.problems));
  return parsed(source.definition, source.vectors);
}

function good(read: WorkbookReading): Exclude<WorkbookReading, { problems: unknown }> {
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read;
}

/** The content hash that the library remembers, and the vectors. */
const identity = ({ questionnaire, vectors }: Content): string[] => [
  sha256(canonicalJson(questionnaire)),
  canonicalJson(vectors),
];

const example = (language: Language = 'vi'): Promise<Uint8Array> => {
  const { questionnaire, vectors } = parsed(EXAMPLE_DEFINITION, EXAMPLE_VECTORS);
  return writeQuestionnaireWorkbook(questionnaire, vectors, language);
};

/** Changes a workbook as a person would, through a spreadsheet library. */
async function edited(bytes: Uint8Array, change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Changes one part of the package. */
async function tampered(bytes: Uint8Array, path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(path, change((await zip.file(path)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function findings(bytes: Uint8Array): Promise<string[]> {
  const read = await readQuestionnaireWorkbook(bytes, 'a.xlsx');
  return 'problems' in read ? read.problems.map(({ path, code }) => `${String(path[0])} ${code}`) : [];
}

describe('every shipped questionnaire', () => {
  it.each(folders.map((folder) => [folder.slice(ROOT.length + 1), folder]))(
    'goes from folder to workbook to folder without loss: %s',
    async (_name, folder) => {
      const content = await folderContent(folder);
      const place = await temporaryFolder();
      for (const language of LANGUAGES) {
        const bytes = await writeQuestionnaireWorkbook(content.questionnaire, content.vectors, language);
        const { definition, vectors } = good(await readQuestionnaireWorkbook(bytes));
        const written = join(place, language);
        await writeQuestionnaireFolder(written, questionnaireFiles(definition as Record<string, unknown>, vectors));
        expect(identity(await folderContent(written))).toEqual(identity(content));
      }
    },
  );

  it.each(['sample-all-types', 'commune-dti', 'sme-readiness', 'targets-tay-ninh-713'])(
    'survives being saved again by another spreadsheet program: %s',
    async (id) => {
      const content = await folderContent(join(ROOT, id, '1.0.0'));
      const bytes = resave(await writeQuestionnaireWorkbook(content.questionnaire, content.vectors, 'vi'));
      const { definition, vectors } = good(await readQuestionnaireWorkbook(bytes));
      expect(identity(parsed(definition, vectors))).toEqual(identity(content));
    },
  );

  it('is not written over another one', async () => {
    const place = await temporaryFolder();
    const files = questionnaireFiles(EXAMPLE_DEFINITION, EXAMPLE_VECTORS);
    await writeQuestionnaireFolder(place, files);
    await expect(writeQuestionnaireFolder(place, files)).rejects.toMatchObject({ code: 'file.exists' });
  });
});

describe('the workbook', () => {
  it('has the sheets of its language, heads that stay in view with notes, lists, and no lock', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await example()).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Hướng dẫn',
      'Thông tin chung',
      'Văn bản',
      'Mức',
      'Cấu trúc',
      'Câu hỏi',
      'Phương án',
      'Khoảng điểm',
      'Cách tính',
      'Điều kiện mức',
      'Điều kiện hiện',
      'Mục tiêu',
      'Khuyến nghị',
      'Phép thử',
      'Tra cứu',
      'Danh sách',
    ]);
    for (const sheet of book.worksheets.slice(1, -2)) {
      expect([sheet.name, sheet.views[0]]).toEqual([
        sheet.name,
        expect.objectContaining({ state: 'frozen', ySplit: 1 }),
      ]);
      expect(sheet.getCell('A1').note).toBeTruthy();
      expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection ?? null).toBeNull();
    }
    const items = book.getWorksheet('Câu hỏi');
    expect(items?.getCell('D2').dataValidation).toMatchObject({ type: 'list', allowBlank: true });
    expect(items?.getCell('C2').numFmt).toBe('@');
    const english = new ExcelJS.Workbook();
    await english.xlsx.load((await example('en')).buffer as ArrayBuffer);
    expect(english.worksheets.map(({ name }) => name)).toContain('Level rules');
  });

  it('takes the calculated value of a formula, and says where one failed', async () => {
    const bytes = await edited(await example(), (book) => {
      const sheet = book.getWorksheet('Phương án');
      if (!sheet) throw new Error('no sheet');
      sheet.getCell('D3').value = { formula: 'D2+1', result: 1 };
    });
    expect(await findings(bytes)).toEqual([]);
    const broken = await edited(bytes, (book) => {
      const sheet = book.getWorksheet('Phương án') as ExcelJS.Worksheet;
      sheet.getCell('D3').value = { formula: 'D2/0', result: { error: '#DIV/0!' } };
    });
    expect(await findings(broken)).toEqual(['Phương án!D3 (Điểm) cell-error']);
  });

  it('understands rich text, and says where a cell is joined, a percentage, a day, or in an old encoding', async () => {
    const rich = await edited(await example(), (book) => {
      const sheet = book.getWorksheet('Câu hỏi') as ExcelJS.Worksheet;
      sheet.getCell('F2').value = { richText: [{ text: 'Đơn vị ' }, { font: { bold: true }, text: 'ở bậc nào?' }] };
    });
    expect(await findings(rich)).toEqual([]);
    const bytes = await edited(await example(), (book) => {
      const items = book.getWorksheet('Câu hỏi') as ExcelJS.Worksheet;
      items.getCell('C2').value = new Date('2026-01-01T00:00:00Z');
      items.getCell('C2').numFmt = 'dd/mm/yyyy';
      items.getCell('E3').value = 'TËp huÊn';
      items.getCell('E3').font = { name: '.VnTime' };
      const bands = book.getWorksheet('Khoảng điểm') as ExcelJS.Worksheet;
      bands.getCell('D2').value = 0.4;
      bands.getCell('D2').numFmt = '0%';
      (book.getWorksheet('Mức') as ExcelJS.Worksheet).mergeCells('A6:B7');
    });
    expect(await findings(bytes)).toEqual(
      expect.arrayContaining([
        'Câu hỏi!C2 (Ký hiệu) cell-date',
        'Câu hỏi!E3 (Tên (tiếng Việt)) cell-legacy',
        'Khoảng điểm!D2 (Đến) cell-percent',
        'Mức!A6:B7 cell-merged',
      ]),
    );
  });
});

describe('a workbook from a stranger', () => {
  const SHEET = 'xl/worksheets/sheet3.xml';

  it('that is none is refused', async () => {
    expect(await findings(new TextEncoder().encode('not a workbook'))).toEqual(['a.xlsx workbook-unreadable']);
    const zip = new JSZip();
    zip.file('hello.txt', 'hello');
    expect(await findings(await zip.generateAsync({ type: 'uint8array' }))).toEqual(['a.xlsx workbook-unreadable']);
    expect(await findings((await example()).slice(0, 3000))).toEqual(['a.xlsx workbook-unreadable']);
  });

  it('with entities of its own is refused', async () => {
    const bytes = await tampered(await example(), 'xl/sharedStrings.xml', (xml) =>
      xml.replace('<sst', '<!DOCTYPE sst [<!ENTITY a "b">]><sst'),
    );
    expect(await findings(bytes)).toEqual(['a.xlsx workbook-unreadable']);
  });

  it('cannot use up time or memory', { timeout: 20_000 }, async () => {
    const bytes = await example();
    const cases: [change: (xml: string) => string, expected: RegExp | null][] = [
      // One entry that unpacks to 60 MB.
      [(xml) => xml.replace('</worksheet>', ' '.repeat(60_000_000)), /too-large/],
      // A filled row at the end of the sheet.
      [
        (xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
        /too-large/,
      ],
      // More cells than a questionnaire has.
      [
        (xml) =>
          xml.replace('</sheetData>', `<row r="900">${'<c r="A900"><v>1</v></c>'.repeat(400_000)}</row></sheetData>`),
        /too-large/,
      ],
      // Rows that never end.
      [(xml) => xml.replace('</sheetData>', `${'<row r="9"><c>'.repeat(500_000)}</sheetData>`), null],
      // Empty formatted rows to the end, and lists and joined cells over the whole sheet.
      [(xml) => xml.replace('</sheetData>', '<row r="1048576" ht="15"/></sheetData>'), null],
      [
        (xml) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>',
          ),
        null,
      ],
      [
        (xml) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
          ),
        /cell-merged/,
      ],
    ];
    for (const [change, expected] of cases) {
      const hostile = await tampered(bytes, SHEET, change);
      const start = performance.now();
      const found = await findings(hostile);
      expect(performance.now() - start).toBeLessThan(2000);
      if (expected) expect(found.join()).toMatch(expected);
    }
  });

  it('may carry names of prototype members without harm', async () => {
    const bytes = await edited(await example(), (book) => {
      const items = book.getWorksheet('Câu hỏi') as ExcelJS.Worksheet;
      items.getCell('A2').value = '__proto__';
      const vectors = book.getWorksheet('Phép thử') as ExcelJS.Worksheet;
      vectors.getRow(20).values = [null, 'câu trả lời', '__proto__', 'constructor', 1];
    });
    expect((await findings(bytes)).some((found) => found.startsWith('Câu hỏi!A2'))).toBe(true);
    expect(({} as Record<string, unknown>).constructor).toBe(Object);
  });
});
