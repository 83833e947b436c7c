import type { AnswerValue } from '../assessment/answer.ts';
import { divide, larger, multiply, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { cellText, listCell } from './cells.ts';
import { UNFIT, type ItemKind, type Scorer } from './kind.ts';
import { ranksAmong, readOptionId, unknownOption } from './options.ts';
import { checkRows, countingRows, joinRows, weightsOf, type RowWorth } from './rows.ts';
import { checkScale, prepareScale } from './scale.ts';

const optionsByRow = (value: Extract<AnswerValue, { kind: 'rows' }>): ReadonlyMap<string, string> =>
  new Map(value.rows.map(({ row, option }) => [row, option]));

/** The rows that have a say in the points: one of them, those with a weight, or all. */
function rowsThatCount(item: ItemOf<'matrix'>): ItemOf<'matrix'>['rows'] {
  const { join } = item;
  return typeof join === 'object' ? item.rows.filter(({ id }) => id === join.row) : countingRows(item.rows, join);
}

/**
 * Several rows answered on one scale. A row outside the score (and a blank one under `blankRows: exclude`) leaves the
 * mean; in a sum the others are put on the whole maximum, so that leaving it out neither costs nor brings anything.
 */
export const matrix: ItemKind<'matrix'> = {
  type: 'matrix',
  prepare(item): Scorer {
    const scale = prepareScale(item);
    const rows = rowsThatCount(item);
    const weights = weightsOf(rows);
    const join = typeof item.join === 'object' ? 'lowest' : item.join;
    const blankCounts = item.blankRows === 'zero';
    const low = blankCounts ? smaller(scale.min, ZERO) : scale.min;
    const high = blankCounts ? larger(scale.max, ZERO) : scale.max;
    const times = { n: join === 'sum' ? BigInt(rows.length) : 1n, d: 1n };
    return {
      min: multiply(low, times),
      max: multiply(high, times),
      score(value) {
        if (value.kind !== 'rows') return 'unanswered';
        const chosen = optionsByRow(value);
        const kept: RowWorth[] = [];
        let blanks = 0;
        for (let index = 0; index < rows.length; index += 1) {
          const option = chosen.get((rows[index] as (typeof rows)[number]).id);
          const found = option === undefined ? undefined : scale.worth.get(option);
          if (found === null) continue;
          const blank = found === undefined || found === 'unanswered';
          if (blank) blanks += 1;
          if (blank && item.blankRows === 'unanswered') return 'unanswered';
          if (blank && !blankCounts) continue;
          kept.push({ points: blank ? ZERO : found, weight: weights[index] as Exact });
        }
        if (kept.length === 0) return blanks > 0 ? 'unanswered' : null;
        const joined = joinRows(kept, join);
        return join === 'sum' && kept.length < rows.length
          ? divide(multiply(joined, times), { n: BigInt(kept.length), d: 1n })
          : joined;
      },
    };
  },
  checkItem(item) {
    const { join } = item;
    const problems: Problem[] = [...checkScale(item), ...checkRows(item.rows, join === 'weighted')];
    if (typeof join === 'object' && !item.rows.some(({ id }) => id === join.row))
      problems.push({ path: ['join', 'row'], code: 'unknown-row', params: { row: join.row } });
    return problems;
  },
  checkValue(item, value) {
    if (value.kind !== 'rows') return [{ path: [], code: 'wrong-value-kind' }];
    const known = new Set(item.rows.map(({ id }) => id));
    const seen = new Set<string>();
    return value.rows.flatMap(({ row, option }): Problem[] => {
      if (!known.has(row)) return [{ path: [row], code: 'unknown-row', params: { row } }];
      if (seen.has(row)) return [{ path: [row], code: 'duplicate-row', params: { row } }];
      seen.add(row);
      return unknownOption(item.options, option, [row]);
    });
  },
  filled(item, value) {
    const chosen = value.kind === 'rows' ? optionsByRow(value) : new Map<string, string>();
    return { done: item.rows.filter(({ id }) => chosen.has(id)).length, of: item.rows.length };
  },
  readShort(_item, raw) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
    const rows = Object.entries(raw).map(([row, option]) => ({ row, option: readOptionId(option) }));
    return rows.length === 0 || rows.some(({ option }) => option === null)
      ? null
      : { kind: 'rows', rows: rows as { row: string; option: string }[] };
  },
  // One option for all rows at a time: the ranks of a matrix are those of its scale.
  ranks: (item, context) =>
    ranksAmong(
      matrix.prepare(item, context),
      item.options.map((option): AnswerValue => ({
        kind: 'rows',
        rows: item.rows.map(({ id }) => ({ row: id, option: option.id })),
      })),
    ),
  print(item, value, language) {
    if (value.kind !== 'rows') return '';
    const chosen = optionsByRow(value);
    return item.rows
      .flatMap((row) => {
        const option = item.options.find(({ id }) => id === chosen.get(row.id));
        return option ? [`${row.text[language]}: ${(option.title ?? option.text)[language]}`] : [];
      })
      .join('; ');
  },
  explain(item, value, context, language) {
    if (value.kind !== 'rows') return UNFIT;
    const { score, max } = matrix.prepare(item, context);
    const points = score(value);
    const { done, of } = matrix.filled(item, value);
    const rows = { done: String(done), of: String(of) };
    if (points === null) return { key: 'rows-excluded', params: rows };
    if (points === 'unanswered') return { key: 'rows-blank', params: rows };
    const params = { ...rows, points: formatNumber(points, language), max: formatNumber(max, language) };
    const { join } = item;
    if (typeof join !== 'object') return { key: `rows-${join}`, params };
    const row = item.rows.find(({ id }) => id === join.row) as (typeof item.rows)[number];
    return { key: 'rows-one', params: { ...params, row: row.text[language] } };
  },
  paper: (item) => [
    {
      kind: 'table',
      mark: 'one',
      columns: item.options.map((option) => option.title ?? option.text),
      rows: item.rows.map((row) => row.text),
    },
  ],
  cells: (item) =>
    item.rows.map((row) =>
      listCell(
        row.id,
        row.text,
        item.options.map((option) => ({ id: option.id, text: option.title ?? option.text })),
      ),
    ),
  fromCells(item, values) {
    const rows = item.rows.flatMap(({ id }) => {
      const option = cellText(values, id);
      return option === '' ? [] : [{ row: id, option }];
    });
    return rows.length === 0 ? null : { kind: 'rows', rows };
  },
  toCells: (_item, value) => new Map(value.kind === 'rows' ? value.rows.map(({ row, option }) => [row, option]) : []),
};
