import type { PlanDocument } from '../../domain/plan/document.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/report/result-file.ts';
import type { FontPaths } from './fonts.ts';
import { createMeasure, type Measure } from './measure.ts';
import { writePdf } from './pdf.ts';
import { writePlanPdf } from './plan-pdf.ts';
import { writePlanWorkbook } from './plan-xlsx.ts';
import { writeWorkbook } from './xlsx.ts';

export type DocumentFormat = 'xlsx' | 'pdf';

export interface Render {
  readonly report: (format: DocumentFormat, model: ReportModel, machine: ResultFile) => Promise<Uint8Array>;
  readonly plan: (format: DocumentFormat, plan: PlanDocument) => Promise<Uint8Array>;
}

/** Makes documents in this thread. Fonts are opened on first use and kept. */
export function createRender(fonts: FontPaths): Render {
  const measure: Measure = createMeasure(fonts);
  return {
    report: (format, model, machine) =>
      format === 'xlsx' ? writeWorkbook(model, machine, measure) : writePdf(model, fonts, measure),
    plan: (format, plan) => (format === 'xlsx' ? writePlanWorkbook(plan, measure) : writePlanPdf(plan, fonts, measure)),
  };
}
