import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/report/result-file.ts';
import type { FontPaths } from './fonts.ts';
import { createMeasure, type Measure } from './measure.ts';
import { writePdf } from './pdf.ts';
import { writeWorkbook } from './xlsx.ts';

export type DocumentFormat = 'xlsx' | 'pdf';

/** Makes documents in this thread. Fonts are opened on first use and kept. */
export function createRender(
  fonts: FontPaths,
): (format: DocumentFormat, model: ReportModel, machine: ResultFile) => Promise<Uint8Array> {
  const measure: Measure = createMeasure(fonts);
  return (format, model, machine) =>
    format === 'xlsx' ? writeWorkbook(model, machine, measure) : writePdf(model, fonts, measure);
}
