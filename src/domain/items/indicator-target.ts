/** Targets of programmes: which one counts, and how a figure stands against it. */
import type { AnswerValue } from '../assessment/answer.ts';
import type { AssessmentContext } from '../assessment/context.ts';
import {
  compare,
  exact,
  HUNDRED,
  larger,
  percent,
  readDecimal,
  smaller,
  subtract,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { percentOf } from './figures.ts';

type Indicator = ItemOf<'indicator'>;
type Target = Indicator['targets'][number];

/** The figure of a target; sound definitions give one to every measure but `reached`. */
export const targetFigure = ({ value }: { readonly value?: string | null | undefined }): Exact =>
  exact(value as string);

/** The option ids of an indicator that is only reached or not. */
export const REACHED = 'yes';
export const NOT_REACHED = 'no';

/** The target that an assessment is judged by. */
export interface ChosenTarget {
  readonly year: number;
  /** Exact text; null where it is only said whether the target has been reached. */
  readonly value: string | null;
  /** The assessed year lies behind the last target. */
  readonly overdue: boolean;
}

export type TargetStatus = 'reached' | 'on-the-way' | 'not-reached';

/** A figure against one target. */
export interface TargetState {
  readonly target: { readonly year: number; readonly value: Exact | null; readonly own: boolean };
  readonly status: TargetStatus;
  /** What is still missing, in the unit of the figure; below zero when there is more than enough. Null without a figure. */
  readonly gap: Exact | null;
  /** Not cut at 0 or 100. Null where the target cannot be divided by. */
  readonly percentOfTarget: Exact | null;
}

export interface IndicatorStatus extends TargetState {
  readonly overdue: boolean;
  /** The same against every target of the document for this kind of organisation, by year. */
  readonly all: readonly TargetState[];
}

/**
 * The targets for a kind of organisation by year. In one year the target that names the kind goes before the one that
 * is for all; without a kind the one for all goes first.
 */
export function targetsFor(item: Indicator, { kind }: AssessmentContext): Target[] {
  const fits = item.targets.filter(({ kinds }) => kind === '' || kinds === undefined || kinds.includes(kind));
  const preferred = (target: Target): boolean => (target.kinds !== undefined) === (kind !== '');
  const byYear = new Map<number, Target>();
  for (const target of fits) {
    const before = byYear.get(target.year);
    if (before === undefined || (preferred(target) && !preferred(before))) byYear.set(target.year, target);
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/** The first target that is not past, else the last one, overdue; year 0 = the first. Null = none for this kind. */
export function targetFor(item: Indicator, context: AssessmentContext): ChosenTarget | null {
  const targets = targetsFor(item, context);
  const next = targets.find(({ year }) => year >= context.year);
  const target = next ?? targets[targets.length - 1];
  return target === undefined ? null : { year: target.year, value: target.value ?? null, overdue: next === undefined };
}

/** What was entered, in the unit of the target; null when nothing occurred or the value does not fit. */
export function indicatorFigure(item: Indicator, value: AnswerValue): Exact | null {
  if (item.measure === 'ratio') return value.kind === 'ratio' ? percentOf(value.a, value.b) : null;
  return value.kind === 'number' ? readDecimal(value.number) : null;
}

/**
 * The part of the target that has been reached, in percent, uncut. Higher is better: value ÷ target. Lower is better:
 * the way from the baseline to the target that has been covered, or target ÷ value where there is no baseline.
 * @returns null where that would divide by zero or turn signs round
 */
export function percentOfTarget(item: Indicator, figure: Exact, target: Exact): Exact | null {
  if (item.direction === 'higher') return target.n > 0n ? percent(figure, target) : null;
  if (item.baseline) {
    const start = exact(item.baseline.value);
    return percent(subtract(start, figure), subtract(start, target));
  }
  return figure.n > 0n && target.n >= 0n ? percent(target, figure) : null;
}

const meets = (item: Indicator, figure: Exact, target: Exact): boolean =>
  item.direction === 'higher' ? compare(figure, target) >= 0 : compare(figure, target) <= 0;

/** Points of a figure: the percent of the target, 0 to 100. */
export function indicatorPoints(item: Indicator, figure: Exact, target: Exact): Exact {
  if (meets(item, figure, target)) return HUNDRED;
  const part = percentOfTarget(item, figure, target);
  return part === null ? ZERO : larger(ZERO, smaller(part, HUNDRED));
}

function stateOf(item: Indicator, figure: Exact, target: Exact, year: number, own: boolean): TargetState {
  const part = percentOfTarget(item, figure, target);
  const onTheWay = part !== null && compare(part, exact(item.onTheWayFrom)) >= 0;
  return {
    target: { year, value: target, own },
    status: meets(item, figure, target) ? 'reached' : onTheWay ? 'on-the-way' : 'not-reached',
    gap: item.direction === 'higher' ? subtract(target, figure) : subtract(figure, target),
    percentOfTarget: part,
  };
}

const saidState = (reached: boolean, year: number, own: boolean): TargetState => ({
  target: { year, value: null, own },
  status: reached ? 'reached' : 'not-reached',
  gap: null,
  percentOfTarget: null,
});

/**
 * How an answer stands against the target of the assessed year and against all others.
 * @param ownTarget the organisation's own target in the form of an answer; it takes the place of the document's figure
 *   in the main line, while `overdue` and `all` go on speaking of the document
 * @returns null without a target for this kind of organisation, or without a figure (nothing occurred, other kind of value)
 */
export function indicatorStatus(
  item: Indicator,
  value: AnswerValue,
  context: AssessmentContext,
  ownTarget: AnswerValue | null = null,
): IndicatorStatus | null {
  const chosen = targetFor(item, context);
  const targets = targetsFor(item, context);
  const year = chosen?.year ?? context.year;
  const overdue = chosen?.overdue ?? false;
  const own = ownTarget !== null;
  if (item.measure === 'reached') {
    if (value.kind !== 'option' || (chosen === null && !own)) return null;
    const reached = value.option === REACHED;
    return {
      ...saidState(reached, year, own),
      overdue,
      all: targets.map((target) => saidState(reached, target.year, false)),
    };
  }
  const figure = indicatorFigure(item, value);
  const given = chosen?.value ?? null;
  const bound = own ? indicatorFigure(item, ownTarget) : given === null ? null : exact(given);
  if (figure === null || bound === null) return null;
  return {
    ...stateOf(item, figure, bound, year, own),
    overdue,
    all: targets.map((target) => stateOf(item, figure, targetFigure(target), target.year, false)),
  };
}
