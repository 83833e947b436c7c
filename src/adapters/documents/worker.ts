/** Entry of the document thread: takes jobs one after another and answers with bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PlanDocument } from '../../domain/plan/document.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/report/result-file.ts';
import { installedFonts, type FontPaths } from './fonts.ts';
import { createRender, type DocumentFormat } from './render.ts';

/** What to lay out: a report with its machine part, or the annex of a plan. */
export type Work =
  | { readonly kind: 'report'; readonly model: ReportModel; readonly machine: ResultFile }
  | { readonly kind: 'plan'; readonly plan: PlanDocument };

/** One document to make. */
export interface Job {
  readonly job: number;
  readonly format: DocumentFormat;
  readonly work: Work;
}

/** What the thread answers to one job. */
export type Answer =
  { readonly job: number; readonly bytes: Uint8Array } | { readonly job: number; readonly failure: string };

const { fonts } = (workerData ?? {}) as { fonts?: FontPaths };
const render = createRender(fonts ?? installedFonts());
let last: Promise<void> = Promise.resolve();

async function perform({ job, format, work }: Job): Promise<void> {
  try {
    const bytes = await (work.kind === 'plan'
      ? render.plan(format, work.plan)
      : render.report(format, work.model, work.machine));
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
