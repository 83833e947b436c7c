import type ExcelJS from 'exceljs';
import { columnName } from '../../../domain/authoring/cells.ts';
import type { Column } from '../../../domain/authoring/columns.ts';
import { GUIDE_SHEETS, REFERENCE_HEADS, VALUE_FORMS } from '../../../domain/authoring/guide.ts';
import { ITEM_RULES } from '../../../domain/authoring/item-settings.ts';
import { GENERAL, GROUP_RULES, RULES, TOTAL_RULES } from '../../../domain/authoring/settings.ts';
import { TABLE_KEYS, TABLES } from '../../../domain/authoring/tables.ts';
import { wordOf, WORDS, wordsOf, type WordSet } from '../../../domain/authoring/words.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { EDGE, FONT, HEAD_FILL, NOTE_FILL, rowHeight, SIZE } from './style.ts';

const SETTINGS = [...TOTAL_RULES, ...RULES, ...GROUP_RULES, ...ITEM_RULES];

/** Where the drop-downs find their words. */
export interface Lists {
  readonly words: (set: WordSet) => string;
  readonly settings: string;
}

/** A hidden sheet with one list per column. */
export function addLists(book: ExcelJS.Workbook, language: Language): Lists {
  const name = GUIDE_SHEETS.lists[language];
  const sheet = book.addWorksheet(name, { state: 'hidden' });
  const places = new Map<string, string>();
  const add = (key: string, entries: readonly string[]): void => {
    const column = places.size + 1;
    entries.forEach((entry, index) => {
      sheet.getCell(index + 1, column).value = entry;
    });
    const letter = columnName(column - 1);
    places.set(key, `'${name}'!$${letter}$1:$${letter}$${entries.length}`);
  };
  for (const set of Object.keys(WORDS) as WordSet[]) add(set, wordsOf(set, language));
  add('settings', [...new Set(SETTINGS.map(({ head }) => head[language]))]);
  return { words: (set) => places.get(set) as string, settings: places.get('settings') as string };
}

function valuesOf({ codec }: Column, language: Language): string {
  if (codec.kind === 'flag') return wordsOf('flag', language).join(' · ');
  if (codec.kind === 'word' || codec.kind === 'words') return wordsOf(codec.set, language).join(' · ');
  if (codec.kind === 'word-or')
    return [...wordsOf(codec.set, language), `${wordOf(codec.other, codec.key, language)} …`].join(' · ');
  return VALUE_FORMS[codec.kind]?.[language] ?? '';
}

const WIDTHS = [20, 34, 62, 62];

/** Every column and every setting with its meaning and the words that it takes. */
export function addReference(book: ExcelJS.Workbook, language: Language): void {
  const sheet = book.addWorksheet(GUIDE_SHEETS.reference[language], {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  let at = 1;
  const add = (cells: readonly string[], fill?: string): void => {
    const row = sheet.getRow(at);
    cells.forEach((text, index) => {
      const cell = row.getCell(index + 1);
      cell.value = text;
      cell.font = {
        name: FONT,
        size: SIZE,
        bold: at === 1 || index === 1,
        ...(at === 1 ? { color: { argb: 'FFFFFFFF' } } : {}),
      };
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = EDGE;
      if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
    });
    row.height = rowHeight(cells, WIDTHS) + 2;
    at += 1;
  };
  add(REFERENCE_HEADS[language], HEAD_FILL);
  const describe = (page: string, columns: readonly Column[]): void => {
    for (const column of columns) add([page, column.head[language], column.note[language], valuesOf(column, language)]);
  };
  for (const key of TABLE_KEYS) {
    const { name, about, columns } = TABLES[key];
    add([name[language], '', about[language], ''], NOTE_FILL);
    describe(name[language], key === 'general' ? GENERAL : columns);
    if (key !== 'scoring') continue;
    const scopes = wordsOf('scope', language);
    for (const [scope, settings] of [
      [scopes[0] ?? '', TOTAL_RULES],
      [scopes.join(', '), RULES],
      [TABLES.structure.columns[0]?.head[language] ?? '', GROUP_RULES],
      [TABLES.items.columns[0]?.head[language] ?? '', ITEM_RULES],
    ] as const)
      describe(`${name[language]}: ${scope}`, settings);
  }
}
