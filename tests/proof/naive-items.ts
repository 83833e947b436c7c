/** The second implementation, part one: what one answered item is worth, straight from the definition. */
import type { AnswerValue } from '../../src/domain/assessment/answer.ts';
import type { AssessmentContext } from '../../src/domain/assessment/context.ts';
import type { Item, ItemOf } from '../../src/domain/questionnaire/types.ts';
import { Fraction, highest, HUNDRED, lookUp, lowest, mean, ONE, sum, ZERO } from './fraction.ts';

const F = (text: string): Fraction => Fraction.of(text);

/** Points, "does not apply", "out of the score by its own choice", or "says nothing". */
export type Outcome = Fraction | 'not-applicable' | 'excluded' | 'unanswered';

type Recoded = Pick<ItemOf<'choice'>, 'options' | 'reverse' | 'recode'>;
type NumberRule = ItemOf<'number'>['score'];

/** What each point value of a scale becomes when it is turned round and recoded. */
function recoder({ options, reverse, recode }: Recoded): (points: Fraction) => Fraction {
  const counted = options.filter(({ counts }) => (counts ?? 'scored') === 'scored').map(({ points }) => F(points));
  const [low, high] = [lowest(counted), highest(counted)];
  return (points) => {
    const turned = reverse ? low.plus(high).minus(points) : points;
    if (!recode) return turned;
    const to = F(recode.to);
    if (recode.kind === 'of-max') return turned.over(high).times(to);
    return turned.minus(low).over(high.minus(low)).times(to);
  };
}

/** The recoded points of every option that counts. */
function scale(item: Recoded): Fraction[] {
  const recode = recoder(item);
  return item.options.filter(({ counts }) => (counts ?? 'scored') === 'scored').map(({ points }) => recode(F(points)));
}

/** One chosen option of a scale. */
function chosen(item: Recoded, id: string): Outcome {
  const option = item.options.find((one) => one.id === id);
  if (option === undefined || option.counts === 'unknown') return 'unanswered';
  return option.counts === 'excluded' ? 'excluded' : recoder(item)(F(option.points));
}

function figurePoints(rule: NumberRule, x: Fraction): Fraction {
  switch (rule.kind) {
    case 'bands':
      return F(lookUp(rule.table, x));
    case 'linear': {
      const share = x.minus(F(rule.zeroAt)).over(F(rule.fullAt).minus(F(rule.zeroAt)));
      return F(rule.points).times(highest([ZERO, lowest([ONE, share])]));
    }
    case 'per-unit':
      // `most` bounds deductions downwards.
      return (F(rule.points).less(ZERO) ? highest : lowest)([F(rule.most), F(rule.points).times(highest([ZERO, x]))]);
  }
}

function figureRange(rule: NumberRule): Fraction[] {
  switch (rule.kind) {
    case 'bands':
      return rule.table.bands.map(({ value }) => F(value));
    case 'linear':
      return [ZERO, F(rule.points)];
    case 'per-unit':
      return [ZERO, F(rule.most)];
  }
}

/** What can be reached in a multi: the good ones together, or one of those that stand alone. */
function multiMax(item: ItemOf<'multi'>): Fraction {
  const points = (exclusive: boolean): Fraction[] =>
    item.options.filter((option) => (option.exclusive ?? false) === exclusive).map((option) => F(option.points));
  const together = item.byCount
    ? Array.from({ length: points(false).length + 1 }, (_, count) => byCount(item, count))
    : [sum(points(false).filter((one) => one.isPositive()))];
  const reachable = highest([...together, ...points(true)]);
  return item.max === undefined ? reachable : lowest([reachable, F(item.max)]);
}

const byCount = (item: ItemOf<'multi'>, count: number): Fraction =>
  item.byCount ? F(lookUp(item.byCount, Fraction.of(count))) : ZERO;

/** An option that stands alone has points of its own, also where the others are counted. */
function multiPoints(item: ItemOf<'multi'>, ticked: readonly string[]): Fraction {
  const there = item.options.filter((option) => ticked.includes(option.id));
  const counted = item.byCount !== undefined && !there.some((option) => option.exclusive);
  const points = counted ? byCount(item, there.length) : sum(there.map((option) => F(option.points)));
  return lowest([points, multiMax(item)]);
}

function checklistPoints(item: ItemOf<'checklist'>, ticked: readonly string[]): Fraction {
  let points = ZERO;
  for (const step of item.steps) {
    if (!step.elements.every((element) => ticked.includes(element.id))) break;
    points = F(step.value);
  }
  return points;
}

function weightedMean(parts: readonly { readonly value: Fraction; readonly weight: Fraction }[]): Fraction | null {
  const weights = sum(parts.map(({ weight }) => weight));
  return weights.isZero() ? null : sum(parts.map(({ value, weight }) => value.times(weight))).over(weights);
}

function matrixPoints(
  item: ItemOf<'matrix'>,
  rows: readonly { readonly row: string; readonly option: string }[],
): Outcome {
  const outcomes = item.rows.map((row) => {
    const entry = rows.find((one) => one.row === row.id);
    return { ...row, outcome: entry ? chosen(item, entry.option) : ('unanswered' as const) };
  });
  const { join } = item;
  const asked = typeof join === 'object' ? outcomes.filter(({ id }) => id === join.row) : outcomes;
  const blank = asked.some(({ outcome }) => outcome === 'unanswered');
  if (blank && item.blankRows === 'unanswered') return 'unanswered';
  const taking = asked.flatMap(({ outcome, weight }) => {
    if (outcome === 'not-applicable' || outcome === 'excluded') return [];
    if (outcome === 'unanswered') return item.blankRows === 'zero' ? [{ value: ZERO, weight: F(weight) }] : [];
    return [{ value: outcome, weight: F(weight) }];
  });
  if (taking.length === 0) return blank ? 'unanswered' : 'excluded';
  const values = taking.map(({ value }) => value);
  if (typeof join === 'object') return values[0] as Fraction;
  switch (join) {
    case 'sum':
      return mean(values).times(Fraction.of(item.rows.length));
    case 'mean':
      return mean(values);
    case 'weighted':
      return weightedMean(taking) ?? (blank ? 'unanswered' : 'excluded');
    case 'lowest':
      return lowest(values);
  }
}

function gridPoints(
  item: ItemOf<'grid'>,
  cells: readonly { readonly row: string; readonly columns: readonly string[] }[],
): Outcome {
  const rows = item.rows.map((row) => {
    const ticked = cells.find((one) => one.row === row.id)?.columns ?? [];
    const points = item.columns.filter(({ id }) => ticked.includes(id)).map((column) => F(column.points));
    const value = item.rowRule === 'sum' ? sum(points) : (points[0] ?? ZERO);
    return { value, weight: F(row.weight) };
  });
  return joinRows(item.join, rows);
}

function joinRows(
  join: ItemOf<'grid'>['join'],
  rows: readonly { readonly value: Fraction; readonly weight: Fraction }[],
): Fraction {
  const values = rows.map(({ value }) => value);
  if (join === 'weighted') return weightedMean(rows) ?? ZERO;
  return join === 'sum' ? sum(values) : mean(values);
}

/** The target that counts for a kind of organisation in a year. */
function targetFor(item: ItemOf<'indicator'>, { kind, year }: AssessmentContext): { value?: string } | null {
  const own = item.targets.filter(({ kinds }) => kind === '' || kinds === undefined || kinds.includes(kind));
  const first = year === 0 ? own[0] : (own.find((target) => target.year >= year) ?? own.at(-1));
  return first === undefined ? null : first.value === undefined ? {} : { value: first.value };
}

function indicatorPercent(item: ItemOf<'indicator'>, x: Fraction, target: Fraction): Fraction {
  if (item.direction === 'higher') {
    if (!target.isPositive()) return x.less(target) ? ZERO : HUNDRED;
    return highest([ZERO, lowest([HUNDRED, x.times(HUNDRED).over(target)])]);
  }
  if (!target.less(x)) return HUNDRED;
  const from = item.baseline === undefined ? null : F(item.baseline.value);
  if (from !== null && target.less(from)) return highest([ZERO, from.minus(x).times(HUNDRED).over(from.minus(target))]);
  return highest([ZERO, target.times(HUNDRED).over(x)]);
}

function indicatorPoints(item: ItemOf<'indicator'>, value: AnswerValue, context: AssessmentContext): Outcome {
  const target = targetFor(item, context);
  if (target === null) return 'not-applicable';
  if (value.kind === 'option') return value.option === 'yes' ? HUNDRED : ZERO;
  const wanted = F(target.value ?? '0');
  if (value.kind === 'number') return indicatorPercent(item, F(value.number), wanted);
  if (value.kind !== 'ratio') return 'unanswered';
  const whole = F(value.b);
  return whole.isZero() ? 'not-applicable' : indicatorPercent(item, F(value.a).times(HUNDRED).over(whole), wanted);
}

/** The percentage of a ratio, cut at 100; null when there is no whole. */
export function ratioPercent(a: string, b: string): Fraction | null {
  return F(b).isZero() ? null : lowest([HUNDRED, F(a).times(HUNDRED).over(F(b))]);
}

function ratioPoints(item: ItemOf<'ratio'>, a: string, b: string): Outcome {
  const percent = ratioPercent(a, b);
  if (percent !== null) return figurePoints(item.score, percent);
  return { 'not-applicable': 'not-applicable' as const, zero: ZERO, full: itemMax(item) }[item.whenZero];
}

/** The most that an item can be worth. */
export function itemMax(item: Item): Fraction {
  switch (item.type) {
    case 'ladder':
    case 'checklist':
      return highest(item.steps.map(({ value }) => F(value)));
    case 'choice':
    case 'likert':
      return highest(scale(item));
    case 'multi':
      return multiMax(item);
    case 'matrix': {
      const top = highest(scale(item));
      return item.join === 'sum' ? top.times(Fraction.of(item.rows.length)) : top;
    }
    case 'grid': {
      const points = item.columns.map((column) => F(column.points)).filter((one) => one.isPositive());
      const row = item.rowRule === 'sum' ? sum(points) : highest([ZERO, ...points]);
      return joinRows(
        item.join,
        item.rows.map(({ weight }) => ({ value: row, weight: F(weight) })),
      );
    }
    case 'number':
    case 'ratio':
      return highest(figureRange(item.score));
    case 'indicator':
      return HUNDRED;
    case 'text':
    case 'date':
      return ZERO;
  }
}

/** What an entered value is worth. */
export function itemOutcome(item: Item, value: AnswerValue, context: AssessmentContext): Outcome {
  if (item.type === 'indicator') return indicatorPoints(item, value, context);
  switch (value.kind) {
    case 'option':
      if (item.type === 'ladder') return F(item.steps.find(({ id }) => id === value.option)?.value ?? '0');
      return item.type === 'choice' || item.type === 'likert' ? chosen(item, value.option) : 'unanswered';
    case 'options':
      if (item.type === 'multi') return multiPoints(item, value.options);
      return item.type === 'checklist' ? checklistPoints(item, value.options) : 'unanswered';
    case 'rows':
      return item.type === 'matrix' ? matrixPoints(item, value.rows) : 'unanswered';
    case 'cells':
      return item.type === 'grid' ? gridPoints(item, value.cells) : 'unanswered';
    case 'number':
      return item.type === 'number' ? figurePoints(item.score, F(value.number)) : 'unanswered';
    case 'ratio':
      return item.type === 'ratio' ? ratioPoints(item, value.a, value.b) : 'unanswered';
    case 'date':
    case 'text':
      return ZERO;
  }
}
