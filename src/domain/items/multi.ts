import type { AnswerValue } from '../assessment/answer.ts';
import { bandValue, prepareBands } from '../exact/bands.ts';
import { add, compare, exact, larger, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { markCells, tickCell, tickedCells, tickLine } from './cells.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import { checkTicked, duplicateOptions, pointsById, ranksAmong, readOptionIds } from './options.ts';
import { checkBands } from './number-score.ts';

const together = (item: ItemOf<'multi'>) => item.options.filter((option) => option.exclusive !== true);
const alone = (item: ItemOf<'multi'>) => item.options.filter((option) => option.exclusive === true);
const sumOf = (points: readonly Exact[]): Exact => points.reduce(add, ZERO);

/** Points of a selection before the cap: an exclusive option's own, those of the table, or the sum. */
function uncapped(item: ItemOf<'multi'>): (chosen: readonly string[]) => Exact {
  const points = pointsById(item.options);
  const exclusive = new Set(alone(item).map(({ id }) => id));
  const table = item.byCount ? prepareBands(item.byCount, exact) : null;
  const most = item.options.length - exclusive.size;
  const byCount =
    table && Array.from({ length: most + 1 }, (_, count) => bandValue(table, { n: BigInt(count), d: 1n }));
  return (chosen) => {
    const [only] = chosen;
    if (byCount === null || (chosen.length === 1 && exclusive.has(only as string))) {
      let sum = ZERO;
      for (const id of chosen) sum = add(sum, points.get(id) ?? ZERO);
      return sum;
    }
    let count = 0;
    for (const id of chosen) if (points.has(id) && !exclusive.has(id)) count += 1;
    return byCount[count] as Exact;
  };
}

/** The ends are taken from positive and negative options apart: a penalty must not raise what the others can reach. */
function range(item: ItemOf<'multi'>): { min: Exact; max: Exact } {
  const score = uncapped(item);
  const own = together(item).map((option) => exact(option.points));
  const ids = together(item).map(({ id }) => id);
  const ends = item.byCount
    ? ['', ...ids].map((_, count) => score(ids.slice(0, count)))
    : [ZERO, sumOf(own.filter((p) => p.n > 0n)), sumOf(own.filter((p) => p.n < 0n))];
  const all = [...ends, ...alone(item).map((option) => exact(option.points))];
  const cap = item.max === undefined ? null : exact(item.max);
  const capped = (x: Exact): Exact => (cap === null ? x : smaller(x, cap));
  return { min: capped(all.reduce(smaller)), max: capped(all.reduce(larger)) };
}

/** Any number of options; points add up to a cap. "None of these" is the answer state `none`, worth 0. */
export const multi: ItemKind<'multi'> = {
  type: 'multi',
  prepare(item) {
    const { min, max } = range(item);
    const score = uncapped(item);
    return {
      min,
      max,
      score: (value) => (value.kind === 'options' ? smaller(score(value.options), max) : 'unanswered'),
    };
  },
  checkItem(item) {
    const problems: Problem[] = duplicateOptions(item.options, 'options');
    if (together(item).length === 0) problems.push({ path: ['options'], code: 'exclusive-rule' });
    if (item.max !== undefined && compare(exact(item.max), ZERO) < 0)
      problems.push({ path: ['max'], code: 'negative', params: { value: item.max } });
    if (item.byCount) {
      problems.push(...checkBands(item.byCount, ['byCount']));
      // The answer "none of these" is always worth nothing, so no tick must be worth the same.
      if (bandValue(prepareBands(item.byCount, exact), ZERO).n !== 0n)
        problems.push({ path: ['byCount'], code: 'count-zero' });
    }
    return problems;
  },
  checkValue(item, value) {
    if (value.kind !== 'options') return [{ path: [], code: 'wrong-value-kind' }];
    const problems = checkTicked(item.options, value.options);
    const exclusive = new Set(alone(item).map(({ id }) => id));
    value.options.forEach((option, index) => {
      if (exclusive.has(option) && value.options.length > 1)
        problems.push({ path: [index], code: 'exclusive-option', params: { option } });
    });
    return problems;
  },
  filled: (_item, value) => ({ done: value.kind === 'options' ? 1 : 0, of: 1 }),
  readShort(_item, raw) {
    const options = readOptionIds(raw);
    return options === null ? null : { kind: 'options', options };
  },
  ranks(item, context) {
    const best = together(item)
      .filter((option) => item.byCount !== undefined || compare(exact(option.points), ZERO) > 0)
      .sort((a, b) => compare(exact(b.points), exact(a.points)))
      .map(({ id }) => id);
    const selections = [[], ...best.map((_, index) => best.slice(0, index + 1)), ...alone(item).map(({ id }) => [id])];
    return ranksAmong(
      multi.prepare(item, context),
      selections.map((options): AnswerValue => ({ kind: 'options', options })),
    );
  },
  print(item, value, language) {
    if (value.kind !== 'options') return '';
    const chosen = new Set(value.options);
    return item.options
      .filter((option) => chosen.has(option.id))
      .map((option) => option.text[language])
      .join('; ');
  },
  explain(item, value, _context, language) {
    if (value.kind !== 'options') return UNFIT;
    const sum = uncapped(item)(value.options);
    const { max } = range(item);
    const params = {
      chosen: String(value.options.length),
      of: String(item.options.length),
      points: formatNumber(sum, language),
      max: formatNumber(max, language),
    };
    if (compare(sum, max) > 0) return { key: 'multi-capped', params };
    return { key: item.byCount ? 'multi-count' : 'multi', params };
  },
  paper: (item) =>
    item.options.map((option) =>
      tickLine('many', option.text, item.byCount && !option.exclusive ? null : exact(option.points)),
    ),
  cells: (item) => item.options.map((option) => tickCell(option.id, option.text)),
  fromCells(item, values) {
    const options = tickedCells(
      values,
      item.options.map(({ id }) => id),
    );
    return options === null ? null : { kind: 'options', options };
  },
  toCells(item, value) {
    const cells = new Map<string, string>();
    if (value.kind === 'options')
      markCells(
        cells,
        item.options.map(({ id }) => id),
        new Set(value.options),
      );
    return cells;
  },
};
