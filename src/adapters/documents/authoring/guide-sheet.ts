import type ExcelJS from 'exceljs';
import { GUIDE, GUIDE_SHEETS } from '../../../domain/authoring/guide.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { FONT, NOTE_FILL, rowHeight, SIZE } from './style.ts';

const WIDTHS = [30, 90];

/** The first sheet: how to fill in the others. */
export function addGuide(book: ExcelJS.Workbook, language: Language): void {
  const sheet = book.addWorksheet(GUIDE_SHEETS.guide[language], {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  GUIDE[language].forEach(({ kind, text, more }, index) => {
    const row = sheet.getRow(index + 1);
    const first = row.getCell(1);
    first.value = text;
    first.font = {
      name: FONT,
      size: kind === 'title' ? 16 : kind === 'heading' ? 12 : SIZE,
      bold: kind !== 'text',
      color: { argb: kind === 'text' || kind === 'pair' ? 'FF1F2933' : 'FF12436D' },
    };
    first.alignment = { vertical: kind === 'heading' ? 'bottom' : 'top', wrapText: true };
    if (kind === 'pair') {
      const second = row.getCell(2);
      second.value = more ?? '';
      second.font = { name: FONT, size: SIZE };
      second.alignment = { vertical: 'top', wrapText: true };
      first.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: NOTE_FILL } };
      row.height = rowHeight([text, more ?? ''], WIDTHS) + 3;
      return;
    }
    sheet.mergeCells(index + 1, 1, index + 1, 2);
    row.height = kind === 'title' ? 30 : kind === 'heading' ? 28 : rowHeight([text], [150]) + 3;
  });
}
