/** Figures to reach: indicators against the document's target and against an own one. */
import type { AnswerValue } from '../assessment/answer.ts';
import { comparePeriods } from '../assessment/period.ts';
import { toFraction } from '../exact/exact.ts';
import { indicatorFigure, indicatorStatus, targetFor, type TargetStatus } from '../items/indicator-target.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { itemsOf } from '../questionnaire/walk.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { PlanInput } from './input.ts';
import type { ProgressRecord } from './plan.ts';

type Indicator = ItemOf<'indicator'>;

/** An indicator with the figure that the document asks for and the own one. Exact numbers as text. */
export interface FigureFacts {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly unit: LocalizedText | null;
  /** Lower figures are better. */
  readonly lower: boolean;
  /** The latest that was reported for a period, else the one of the assessment; null when unanswered. */
  readonly now: string | null;
  /** The document's figure for the year of the plan's target; null when it has none. */
  readonly official: { readonly year: number; readonly value: string } | null;
  readonly own: string | null;
  /** Against the own figure where there is one, else against the document's; null where either is missing. */
  readonly status: TargetStatus | null;
  /** Not reached although the plan's day is past. */
  readonly late: boolean;
}

/** A plain figure as an answer to the indicator; parts of a whole are given in percent. */
const asAnswer = ({ measure }: Indicator, figure: string): AnswerValue =>
  measure === 'ratio' ? { kind: 'ratio', a: figure, b: '100' } : { kind: 'number', number: figure };

/** The newest figure that was reported for an item. */
function reported(records: readonly ProgressRecord[], itemId: string): string | null {
  const newest = [...records]
    .sort((a, b) => comparePeriods(b.period, a.period))
    .find(({ figures }) => figures.some((figure) => figure.itemId === itemId));
  return newest?.figures.find((figure) => figure.itemId === itemId)?.value ?? null;
}

/** Indicators that are measured in figures; those that are only reached or not have no figure to aim at. */
export function figureFacts({ prepared, answers, plan, records, today }: PlanInput): FigureFacts[] {
  const { due } = plan.target;
  const year = Number((due === '' ? today : due).slice(0, 4));
  const context = { kind: prepared.context.kind, year };
  const owns = new Map(plan.figures.map(({ itemId, value }) => [itemId, value]));
  return [...itemsOf(prepared.questionnaire.groups)]
    .filter((item): item is Indicator => item.type === 'indicator' && item.measure !== 'reached')
    .filter((item) => prepared.items.has(item.id))
    .map((item) => {
      const answer = answers.get(item.id);
      const told = reported(records, item.id);
      const value = told !== null ? asAnswer(item, told) : answer?.state === 'answered' ? answer.value : null;
      const figure = value && indicatorFigure(item, value);
      const official = targetFor(item, context);
      const own = owns.get(item.id) ?? null;
      const status =
        value && (indicatorStatus(item, value, context, own === null ? null : asAnswer(item, own))?.status ?? null);
      return {
        itemId: item.id,
        code: item.code,
        title: item.title,
        unit: item.measure === 'number' ? (item.unit ?? null) : { vi: '%', en: '%' },
        lower: item.direction === 'lower',
        now: figure && toFraction(figure),
        official: official?.value ? { year: official.year, value: official.value } : null,
        own,
        status,
        late: status !== 'reached' && due !== '' && due < today,
      };
    });
}
