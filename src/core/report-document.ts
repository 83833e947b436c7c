/** Everything that a document adapter needs, as plain data that can cross to a worker. */
export interface ReportDocument {
  readonly model: unknown;
  readonly machine: unknown;
}
