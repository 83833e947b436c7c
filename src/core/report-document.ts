import type { MachineCode } from '../domain/package/machine-code.ts';
import type { ReportModel } from '../domain/report/model.ts';
import type { ResultFile } from '../domain/result-file/schema.ts';

/** Everything that a document adapter needs, as plain data that can cross to a worker. */
export interface ReportDocument {
  readonly model: ReportModel;
  /** The machine part of the workbook. */
  readonly machine: ResultFile;
  /** Stands beside the content in the workbook; absent where no installation vouches for it. */
  readonly code?: MachineCode | null;
}
