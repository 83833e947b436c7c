/** Lays out the report of a collection. */
import type { CollectionReport } from '../../domain/collection/report/model.ts';

export interface CollectionRenderer {
  renderCollection(format: 'xlsx' | 'pdf', report: CollectionReport): Promise<Uint8Array>;
}
