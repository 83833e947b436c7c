/** What the builders of the annex share. */
import type { Organisation, OrganisationKind } from '../assessment/organisation.ts';
import type { Period } from '../assessment/period.ts';
import { exact, toNumber } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { Translate } from '../wording/catalogue.ts';
import type { PlanCell, PlanColumn } from './document.ts';
import type { PlanFacts } from './facts.ts';
import type { Plan, ProgressRecord } from './plan.ts';
import type { SelectionTemplate } from './template.ts';
import type { planDocumentVi } from './words/document-vi.ts';

export type PlanDocumentWords = Translate<typeof planDocumentVi>;

export interface AnnexInput {
  readonly facts: PlanFacts;
  readonly plan: Plan;
  readonly records: readonly ProgressRecord[];
  readonly questionnaire: Questionnaire;
  readonly organisation: Pick<Organisation, 'name'>;
  readonly family: OrganisationKind['family'];
  readonly period: Period;
  readonly sample: boolean;
  readonly language: Language;
  readonly programVersion: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** The sheet by which initiatives were judged; null without one. */
  readonly selection: SelectionTemplate | null;
}

/** What the tables need besides the plan. */
export interface AnnexContext extends AnnexInput {
  readonly words: PlanDocumentWords;
  readonly day: (iso: string) => string;
  readonly periodName: (period: Period) => string;
}

export const column = (head: string, weight: number, align: PlanColumn['align'] = 'left'): PlanColumn => ({
  head,
  weight,
  align,
});

/** A cell with a real number behind it. */
export function numberCell(value: string, language: Language, decimals = 2): PlanCell {
  return { text: formatNumber(exact(value), language, decimals), number: toNumber(exact(value)), decimals };
}

/** A cell with a day; empty when there is none. */
export const dayCell = (context: AnnexContext, iso: string): PlanCell =>
  iso === '' ? { text: '' } : { text: context.day(iso), day: iso };
