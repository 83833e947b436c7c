/** What plans and the ledger need from the outside. */
import type { Period } from '../../domain/assessment/period.ts';
import type { PlanDocument } from '../../domain/plan/document.ts';
import type { IndexEntry, IndexName } from '../../domain/plan/ledger.ts';
import type { Plan, ProgressRecord } from '../../domain/plan/plan.ts';
import type { PlanTemplate } from '../../domain/plan/template.ts';

export interface PlanStorage {
  /** Null before the first change. */
  find(assessmentId: string): Plan | null;
  /** Replaces the whole plan; call inside a transaction. */
  save(assessmentId: string, plan: Plan, at: string): void;
  progress(assessmentId: string): ProgressRecord[];
  saveProgress(assessmentId: string, record: ProgressRecord, at: string): void;
  removeProgress(assessmentId: string, period: Period): void;
  indexes(): IndexEntry[];
  /** Adds the entry or replaces the one with its id. */
  saveIndex(entry: IndexEntry, at: string): void;
  removeIndex(id: string): void;
  removeSampleIndexes(): void;
}

/** Data files about plans, as they are shipped: templates, names of indexes, and sample entries of the ledger. */
export interface PlanLibrary {
  /** @throws AppError file.* naming the file that cannot be used */
  load(): Promise<{
    readonly templates: readonly PlanTemplate[];
    readonly indexes: readonly IndexName[];
    readonly samples: readonly Omit<IndexEntry, 'id' | 'sample'>[];
  }>;
}

/** Lays out the annex of a plan. */
export type RenderPlan = (format: 'xlsx' | 'pdf', document: PlanDocument) => Promise<Uint8Array>;
