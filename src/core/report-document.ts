import type { ReportModel } from '../domain/report/model.ts';
import type { ResultFile } from '../domain/report/result-file.ts';

/** Everything that a document adapter needs, as plain data that can cross to a worker. */
export interface ReportDocument {
  readonly model: ReportModel;
  /** The machine part of the workbook. */
  readonly machine: ResultFile;
}
