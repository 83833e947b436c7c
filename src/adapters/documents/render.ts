import type { ReportFormat } from '../../contract/views/exports.ts';
import type { CollectionReport } from '../../domain/collection/report/model.ts';
import type { MachineCode } from '../../domain/package/machine-code.ts';
import type { PlanDocument } from '../../domain/plan/document.ts';
import { progressSheet } from '../../domain/plan/progress-annex.ts';
import type { ProgressReport } from '../../domain/plan/progress-report.ts';
import type { BlankForm } from '../../domain/report/handout/blank.ts';
import { detailCsv, detailJson } from '../../domain/report/handout/detail-export.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import type { FontPaths } from './fonts.ts';
import { createMeasure, type Measure } from './measure.ts';
import { writePdf } from './pdf.ts';
import { writePlanPdf } from './plan-pdf.ts';
import { writePlanWorkbook } from './plan-xlsx.ts';
import { writeWorkbook } from './xlsx.ts';

export type DocumentFormat = 'xlsx' | 'pdf';

export interface Render {
  readonly report: (
    format: ReportFormat,
    model: ReportModel,
    machine: ResultFile,
    code?: MachineCode | null,
  ) => Promise<Uint8Array>;
  readonly plan: (format: DocumentFormat, plan: PlanDocument) => Promise<Uint8Array>;
  readonly blank: (form: BlankForm) => Promise<Uint8Array>;
  readonly progress: (format: DocumentFormat, report: ProgressReport) => Promise<Uint8Array>;
  readonly collection: (format: DocumentFormat, report: CollectionReport) => Promise<Uint8Array>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.normalize('NFC'));

/** Makes documents in this thread. Fonts are opened on first use and kept; what is asked for rarely is loaded then. */
export function createRender(fonts: FontPaths): Render {
  const measure: Measure = createMeasure(fonts);
  return {
    async report(format, model, machine, code = null) {
      switch (format) {
        case 'xlsx':
          return writeWorkbook(model, machine, measure, fonts, code);
        case 'pdf':
          return writePdf(model, fonts, measure);
        case 'docx':
          return (await import('./docx.ts')).writeDocx(model, fonts, measure);
        case 'csv':
          return utf8(detailCsv(model));
        case 'json':
          return utf8(detailJson(model, machine));
        case 'certificate':
          return (await import('./sheets.ts')).writeSheetPdf('summary', model, machine, fonts);
        case 'slide':
          return (await import('./sheets.ts')).writeSheetPdf('slide', model, machine, fonts);
        case 'slide-png':
          return (await import('./sheets.ts')).writeSlidePng(model, machine, fonts);
      }
    },
    plan: async (format, plan) =>
      format === 'xlsx' ? writePlanWorkbook(plan, measure) : writePlanPdf(plan, fonts, measure),
    blank: async (form) => (await import('./blank-form.ts')).writeBlankForm(form, fonts, measure),
    progress: async (format, report) =>
      format === 'xlsx'
        ? writePlanWorkbook(progressSheet(report), measure)
        : (await import('./progress-pdf.ts')).writeProgressPdf(report, fonts, measure),
    collection: async (format, report) =>
      format === 'xlsx'
        ? (await import('./collection/workbook.ts')).writeCollectionWorkbook(report, measure)
        : (await import('./collection/pdf.ts')).writeCollectionPdf(report, fonts, measure),
  };
}
