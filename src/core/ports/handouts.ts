/** Lays out what is made beside the report: blank forms and progress reports. */
import type { ProgressReport } from '../../domain/plan/progress-report.ts';
import type { BlankForm } from '../../domain/report/handout/blank.ts';

export interface HandoutRenderer {
  renderBlank(form: BlankForm): Promise<Uint8Array>;
  renderProgress(format: 'xlsx' | 'pdf', report: ProgressReport): Promise<Uint8Array>;
}
