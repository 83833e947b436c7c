/** Writes the tables of a questionnaire as a workbook that people fill in: heads with notes, lists, a guide. */
import ExcelJS from 'exceljs';
import { bookBytes } from '../book-bytes.ts';
import { columnName, type CellValue } from '../../../domain/authoring/cells.ts';
import type { Column } from '../../../domain/authoring/columns.ts';
import { GUIDE_SHEETS } from '../../../domain/authoring/guide.ts';
import { headsOf, TABLE_KEYS, TABLES, type Table } from '../../../domain/authoring/tables.ts';
import type { WrittenTables } from '../../../domain/authoring/write-rows.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { addGuide } from './guide-sheet.ts';
import { addLists, addReference, type Lists } from './reference-sheets.ts';
import { EDGE, FONT, HEAD_FILL, NOTE_FILL, rowHeight, SECOND_FILL, SIZE } from './style.ts';

/** Rows prepared for entry below the last filled one. */
const SPARE_ROWS = 200;
/** Characters across that stay readable on one landscape page. */
const WIDEST_PAGE = 260;
const CREATED = new Date('2026-01-01T00:00:00Z');

/** One physical column with its head, note and width. */
interface Physical {
  readonly column: Column;
  readonly head: string;
  readonly isSecond: boolean;
}

const physical = (table: Table, language: Language): Physical[] =>
  table.columns.flatMap((column) =>
    headsOf(column, language).map((head, index) => ({
      column,
      head,
      isSecond: index === 1 || column.key === 'english',
    })),
  );

/** Columns whose cells stay as typed; numbers may stand in the others. */
const isText = ({ codec, key }: Column, table: Table): boolean =>
  !['decimal', 'int'].includes(codec.kind) && !(table.key === 'vectors' && key === 'value');

/** Columns that name a group or an item offer the ids of that sheet. */
const REFERENCES: Readonly<Record<string, 'structure' | 'items'>> = {
  'structure.parent': 'structure',
  'items.parent': 'structure',
  'options.owner': 'items',
  'targets.item': 'items',
  'conditions.item': 'items',
  'level-rules.group': 'structure',
};

function listFor(
  column: Column,
  table: Table,
  language: Language,
  lists: Lists,
): { formula: string; strict: boolean } | null {
  if (table.key === 'scoring' && column.key === 'setting') return { formula: lists.settings, strict: true };
  const target = REFERENCES[`${table.key}.${column.key}`];
  if (target) return { formula: `'${TABLES[target].name[language]}'!$A$2:$A$1000`, strict: false };
  const { codec } = column;
  if (codec.kind === 'flag' || codec.kind === 'only-yes') return { formula: lists.words('flag'), strict: true };
  return codec.kind === 'word' ? { formula: lists.words(codec.set), strict: true } : null;
}

type Validations = ExcelJS.Worksheet & {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
};

function addTable(
  book: ExcelJS.Workbook,
  table: Table,
  rows: readonly (readonly CellValue[])[],
  language: Language,
  lists: Lists,
): void {
  const columns = physical(table, language);
  const widths = columns.map(({ column }) => column.width);
  const isWide = widths.reduce((sum, width) => sum + width, 0) > WIDEST_PAGE;
  const sheet = book.addWorksheet(table.name[language], {
    views: [{ state: 'frozen', ySplit: 1, xSplit: table.frozen, showGridLines: true }],
    properties: { tabColor: { argb: table.needed ? 'FF12436D' : 'FF8FA3B5' } },
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      // A sheet that is too wide for one page is printed on several, with its first column on each.
      ...(isWide ? { scale: 60, printTitlesColumn: 'A:A' } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      printTitlesRow: '1:1',
    },
  }) as Validations;
  sheet.columns = columns.map(({ column }) => ({
    width: column.width,
    style: { font: { name: FONT, size: SIZE }, numFmt: isText(column, table) ? '@' : 'General' },
  }));

  const head = sheet.getRow(1);
  columns.forEach(({ column, head: text, isSecond }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = text;
    cell.font = { name: FONT, size: SIZE, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: isSecond ? SECOND_FILL : HEAD_FILL } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.border = EDGE;
    if (!isSecond || column.key === 'english') cell.note = column.note[language];
  });
  head.height = Math.max(
    30,
    rowHeight(
      columns.map((entry) => entry.head),
      widths.map((width) => width - 2),
    ),
  );

  rows.forEach((cells, at) => {
    const row = sheet.getRow(at + 2);
    columns.forEach(({ column }, index) => {
      const value = cells[index] ?? null;
      const cell = row.getCell(index + 1);
      cell.value = value;
      cell.font = { name: FONT, size: SIZE };
      cell.alignment = {
        vertical: 'top',
        wrapText: true,
        horizontal: ['decimal', 'int'].includes(column.codec.kind) ? 'right' : 'left',
        indent: 1,
      };
      cell.border = EDGE;
      cell.numFmt = typeof value === 'string' || (value === null && isText(column, table)) ? '@' : 'General';
      if (table.key === 'general' && index === 0)
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: NOTE_FILL } };
    });
    row.height = rowHeight(cells, widths);
  });

  const last = rows.length + 1 + SPARE_ROWS;
  columns.forEach(({ column }, index) => {
    const list = listFor(column, table, language, lists);
    if (!list) return;
    const name = columnName(index);
    sheet.dataValidations.add(`${name}2:${name}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list.formula],
      showErrorMessage: list.strict,
      errorStyle: 'warning',
      error: column.note[language].slice(0, 220),
    });
  });
}

/** @returns the bytes of the workbook */
export async function writeBook(
  tables: WrittenTables,
  language: Language,
  { title }: { readonly title: string },
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = CREATED;
  book.modified = CREATED;
  book.creator = 'Thước Số';
  book.lastModifiedBy = 'Thước Số';
  book.title = title;
  addGuide(book, language);
  // The lists are written last and referred to by the sheets before them.
  const lists = addLists(book, language);
  for (const key of TABLE_KEYS) addTable(book, TABLES[key], tables[key], language, lists);
  addReference(book, language);
  const order = [
    GUIDE_SHEETS.guide,
    ...TABLE_KEYS.map((key) => TABLES[key].name),
    GUIDE_SHEETS.reference,
    GUIDE_SHEETS.lists,
  ];
  order.forEach((name, index) => {
    (book.getWorksheet(name[language]) as ExcelJS.Worksheet & { orderNo: number }).orderNo = index + 1;
  });
  return bookBytes(book, CREATED);
}
