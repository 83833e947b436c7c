import ExcelJS from 'exceljs';
import type { ReportModel } from '../../domain/report/model.ts';
import { writeResultFile, type ResultFile } from '../../domain/report/result-file.ts';
import { addMachinePart } from './machine-part.ts';
import type { Measure } from './measure.ts';
import { addDetailSheet } from './xlsx/detail-sheet.ts';
import { addEvidenceSheet, addGeneralSheet, addStepsSheet } from './xlsx/other-sheets.ts';
import { FONT } from './xlsx/sheet.ts';
import { addSummarySheet } from './xlsx/summary-sheet.ts';

/**
 * Writes the result workbook: five sheets for people, one data part for the program.
 * @returns the bytes; the same model and data give the same bytes
 */
export async function writeWorkbook(model: ReportModel, machine: ResultFile, measure: Measure): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const date = new Date(`${model.issued}T00:00:00Z`);
  book.created = date;
  book.modified = date;
  book.title = model.title;
  book.subject = model.subject;
  // The program, never a person or a computer.
  book.creator = model.labels.program;
  book.lastModifiedBy = model.labels.program;
  book.calcProperties.fullCalcOnLoad = true;

  await addGeneralSheet(book, model, measure);
  // The summary refers to the detail sheet, which is written first and moved behind it afterwards.
  const places = await addDetailSheet(book, model, measure);
  await addSummarySheet(book, model, measure, places);
  await addEvidenceSheet(book, model, measure);
  await addStepsSheet(book, model, measure);
  const { labels } = model;
  const order = [labels['sheet.general'], labels['sheet.summary'], labels['sheet.detail']];
  order.forEach((name, index) => {
    const sheet = book.getWorksheet(name) as ExcelJS.Worksheet & { orderNo: number };
    sheet.orderNo = index + 1;
  });
  const written = await book.xlsx.writeBuffer();
  return addMachinePart(written, writeResultFile(machine), date, [
    // exceljs fixes font 0, which new cells and the column unit follow, to Calibri.
    {
      path: 'xl/styles.xml',
      from: /<family val="2"\/><scheme val="minor"\/><sz val="11"\/><name val="Calibri"\/>/,
      to: `<family val="1"/><sz val="11"/><name val="${FONT}"/>`,
    },
  ]);
}
