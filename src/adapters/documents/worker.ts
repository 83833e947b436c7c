/** Entry of the document thread: takes jobs one after another and answers with bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CollectionReport } from '../../domain/collection/report/model.ts';
import type { MachineCode } from '../../domain/package/machine-code.ts';
import type { ReportFormat } from '../../contract/views/exports.ts';
import type { PlanDocument } from '../../domain/plan/document.ts';
import type { ProgressReport } from '../../domain/plan/progress-report.ts';
import type { BlankForm } from '../../domain/report/handout/blank.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import { installedFonts, type FontPaths } from './fonts.ts';
import { createRender, type DocumentFormat } from './render.ts';

/** What to lay out: a report with its machine part, the annex or the progress of a plan, a blank form. */
export type Work =
  | {
      readonly kind: 'report';
      readonly model: ReportModel;
      readonly machine: ResultFile;
      readonly code: MachineCode | null;
    }
  | { readonly kind: 'plan'; readonly plan: PlanDocument }
  | { readonly kind: 'blank'; readonly form: BlankForm }
  | { readonly kind: 'progress'; readonly report: ProgressReport }
  | { readonly kind: 'collection'; readonly report: CollectionReport };

/** One document to make. */
export interface Job {
  readonly job: number;
  readonly format: ReportFormat;
  readonly work: Work;
}

/** What the thread answers to one job. */
export type Answer =
  { readonly job: number; readonly bytes: Uint8Array } | { readonly job: number; readonly failure: string };

const { fonts } = (workerData ?? {}) as { fonts?: FontPaths };
const render = createRender(fonts ?? installedFonts());
let last: Promise<void> = Promise.resolve();

function made(format: ReportFormat, work: Work): Promise<Uint8Array> {
  switch (work.kind) {
    case 'report':
      return render.report(format, work.model, work.machine, work.code);
    case 'plan':
      return render.plan(sheetOrPage(format), work.plan);
    case 'blank':
      return render.blank(work.form);
    case 'progress':
      return render.progress(sheetOrPage(format), work.report);
    case 'collection':
      return render.collection(sheetOrPage(format), work.report);
  }
}

const sheetOrPage = (format: ReportFormat): DocumentFormat => (format === 'xlsx' ? 'xlsx' : 'pdf');

async function perform({ job, format, work }: Job): Promise<void> {
  try {
    const bytes = await made(format, work);
    parentPort?.postMessage({ job, bytes } satisfies Answer);
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ job, failure } satisfies Answer);
  }
}

// The PDF library keeps its fonts and rules in one place for all documents, so jobs never overlap.
parentPort?.on('message', (job: Job) => {
  last = last.then(() => perform(job));
});
