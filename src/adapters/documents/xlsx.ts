import ExcelJS from 'exceljs';
import { bookParts } from './book-bytes.ts';
import type { MachineCode } from '../../domain/package/machine-code.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import { writeResultFile } from '../../domain/result-file/build.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import type { FontPaths } from './fonts.ts';
import { addMachinePart, type PartEdit } from './machine-part.ts';
import type { Measure } from './measure.ts';
import { addDetailSheet } from './xlsx/detail-sheet.ts';
import { addEvidenceSheet, addGeneralSheet, addStepsSheet } from './xlsx/other-sheets.ts';
import { describeDrawings } from './xlsx/pictures.ts';
import { addPlanSheet } from './xlsx/plan-sheet.ts';
import { FONT } from './xlsx/sheet.ts';
import { addSummarySheet } from './xlsx/summary-sheet.ts';

/** exceljs fixes font 0, which new cells and the column unit follow, to Calibri. */
const BASE_FONT: PartEdit = {
  path: 'xl/styles.xml',
  from: /<family val="2"\/><scheme val="minor"\/><sz val="11"\/><name val="Calibri"\/>/,
  to: () => `<family val="1"/><sz val="11"/><name val="${FONT}"/>`,
};

/**
 * Writes the result workbook: five sheets for people, one data part for the program.
 * @param code vouches for the content; null where no installation does
 * @returns the bytes; the same model and data give the same bytes
 */
export async function writeWorkbook(
  model: ReportModel,
  machine: ResultFile,
  measure: Measure,
  fonts: FontPaths,
  code: MachineCode | null = null,
): Promise<Uint8Array> {
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

  const general = await addGeneralSheet(book, model, measure);
  const detail = await addDetailSheet(book, model, measure);
  const { writer: summary, pictures } = await addSummarySheet(book, model, measure, detail.places, fonts);
  const evidence = await addEvidenceSheet(book, model, measure);
  const steps = await addStepsSheet(book, model, measure);
  const plan = model.agency?.plan ? [await addPlanSheet(book, model, model.agency.plan, measure)] : [];
  const cells = {
    sheets: [general, detail.writer, summary, evidence, steps, ...plan].map((writer) => writer.written),
    appraisal: detail.places.sheet,
    inputs: [...detail.places.inputs],
  };
  return addMachinePart(await bookParts(book), { json: writeResultFile(machine), code, cells }, date, [
    BASE_FONT,
    { path: 'xl/drawings/drawing1.xml', from: /^[^]*$/, to: (xml) => describeDrawings(xml, pictures) },
  ]);
}
