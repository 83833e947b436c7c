import type { AnswerValue } from '../assessment/answer.ts';
import { add, larger, multiply, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { markCells, tickCell, tickedCells } from './cells.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import { checkTicked, duplicateOptions, pointsById, ranksAmong, readOptionId, readOptionIds } from './options.ts';
import { checkRows, countingRows, joinRows, weightsOf } from './rows.ts';

type Grid = ItemOf<'grid'>;

/** Ids hold no dot, so the key of a cell can be taken apart again. */
const cellKey = (row: string, column: string): string => `${row}.${column}`;

const columnsByRow = (value: Extract<AnswerValue, { kind: 'cells' }>): ReadonlyMap<string, readonly string[]> =>
  new Map(value.cells.map(({ row, columns }) => [row, columns]));

/** Points of one row by its ticked columns: all of them, or the first in the order of the questionnaire. */
function rowScore(item: Grid): (ticked: readonly string[]) => Exact {
  const points = pointsById(item.columns);
  if (item.rowRule === 'sum') return (ticked) => ticked.reduce((sum, id) => add(sum, points.get(id) ?? ZERO), ZERO);
  return (ticked) => {
    for (const [id, worth] of points) if (ticked.includes(id)) return worth;
    return ZERO;
  };
}

/** Fewest and most points of one row; nothing ticked is worth nothing. */
function rowRange(item: Grid): { low: Exact; high: Exact } {
  const all = [...pointsById(item.columns).values()];
  if (item.rowRule === 'first') return { low: all.reduce(smaller, ZERO), high: all.reduce(larger, ZERO) };
  const sumOf = (side: (points: Exact) => boolean): Exact => all.filter(side).reduce(add, ZERO);
  return { low: sumOf((points) => points.n < 0n), high: sumOf((points) => points.n > 0n) };
}

/** Rows with several columns to tick. A row without ticks is worth nothing, whether it was looked at or not. */
export const grid: ItemKind<'grid'> = {
  type: 'grid',
  prepare(item) {
    const rows = countingRows(item.rows, item.join);
    const weights = weightsOf(rows);
    const worth = rowScore(item);
    const { low, high } = rowRange(item);
    const times = { n: item.join === 'sum' ? BigInt(rows.length) : 1n, d: 1n };
    return {
      min: multiply(low, times),
      max: multiply(high, times),
      score(value) {
        if (value.kind !== 'cells') return 'unanswered';
        const ticked = columnsByRow(value);
        return joinRows(
          rows.map(({ id }, index) => ({ points: worth(ticked.get(id) ?? []), weight: weights[index] as Exact })),
          item.join,
        );
      },
    };
  },
  checkItem: (item) => [
    ...checkRows(item.rows, item.join === 'weighted'),
    ...duplicateOptions(item.columns, 'columns'),
  ],
  checkValue(item, value) {
    if (value.kind !== 'cells') return [{ path: [], code: 'wrong-value-kind' }];
    const known = new Set(item.rows.map(({ id }) => id));
    const seen = new Set<string>();
    return value.cells.flatMap(({ row, columns }): Problem[] => {
      if (!known.has(row)) return [{ path: [row], code: 'unknown-row', params: { row } }];
      if (seen.has(row)) return [{ path: [row], code: 'duplicate-row', params: { row } }];
      seen.add(row);
      return checkTicked(item.columns, columns, [row]);
    });
  },
  filled(item, value) {
    const ticked = value.kind === 'cells' ? columnsByRow(value) : new Map<string, readonly string[]>();
    return { done: item.rows.filter(({ id }) => ticked.has(id)).length, of: item.rows.length };
  },
  readShort(_item, raw) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
    const cells = Object.entries(raw).map(([row, columns]: [string, unknown]) => {
      const one = readOptionId(columns);
      return { row, columns: one === null ? readOptionIds(columns) : [one] };
    });
    return cells.length === 0 || cells.some(({ columns }) => columns === null)
      ? null
      : { kind: 'cells', cells: cells as { row: string; columns: string[] }[] };
  },
  // The same ticks in every row: none, each column alone, the best ones one after the other, all of them.
  ranks(item, context) {
    const points = pointsById(item.columns);
    const best = item.columns.map(({ id }) => id).filter((id) => (points.get(id) as Exact).n > 0n);
    const selections = [
      [],
      ...item.columns.map(({ id }) => [id]),
      ...(item.rowRule === 'sum' ? best.map((_, index) => best.slice(0, index + 1)) : []),
    ];
    return ranksAmong(
      grid.prepare(item, context),
      selections.map((columns): AnswerValue => ({
        kind: 'cells',
        cells: item.rows.map(({ id }) => ({ row: id, columns })),
      })),
    );
  },
  print(item, value, language) {
    if (value.kind !== 'cells') return '';
    const ticked = columnsByRow(value);
    return item.rows
      .flatMap((row) => {
        const columns = item.columns.filter(({ id }) => ticked.get(row.id)?.includes(id));
        return columns.length === 0
          ? []
          : [`${row.text[language]}: ${columns.map((column) => column.text[language]).join(', ')}`];
      })
      .join('; ');
  },
  explain(item, value, context, language) {
    if (value.kind !== 'cells') return UNFIT;
    const { score, max } = grid.prepare(item, context);
    const { done, of } = grid.filled(item, value);
    const points = score(value) as Exact;
    return {
      key: `cells-${item.join}`,
      params: {
        done: String(done),
        of: String(of),
        points: formatNumber(points, language),
        max: formatNumber(max, language),
      },
    };
  },
  paper: (item) => [
    {
      kind: 'table',
      mark: 'many',
      columns: item.columns.map((column) => column.text),
      rows: item.rows.map((row) => row.text),
    },
  ],
  cells: (item) =>
    item.rows.flatMap((row) =>
      item.columns.map((column) =>
        tickCell(cellKey(row.id, column.id), {
          vi: `${row.text.vi}: ${column.text.vi}`,
          en: `${row.text.en}: ${column.text.en}`,
        }),
      ),
    ),
  fromCells(item, values) {
    const cells = item.rows.flatMap((row) => {
      const keys = item.columns.map((column) => cellKey(row.id, column.id));
      const ticked = tickedCells(values, keys);
      return ticked === null ? [] : [{ row: row.id, columns: ticked.map((key) => key.slice(row.id.length + 1)) }];
    });
    return cells.length === 0 ? null : { kind: 'cells', cells };
  },
  toCells(item, value) {
    const cells = new Map<string, string>();
    if (value.kind === 'cells')
      for (const { row, columns } of value.cells)
        markCells(
          cells,
          item.columns.map(({ id }) => cellKey(row, id)),
          new Set(columns.map((id) => cellKey(row, id))),
        );
    return cells;
  },
};
