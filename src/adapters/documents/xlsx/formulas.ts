/** Formulas over rows of one column; the same rules as in scoring, so the cached results are the program's own. */
import type { DetailLine, GroupLine } from '../../../domain/report/model.ts';

/** Which figures of a group follow from others in the sheet; null where the rule cannot be written as a formula. */
export interface LiveParts {
  readonly value: 'sum' | 'mean' | null;
  readonly max: 'sum' | 'mean' | null;
  readonly percent: boolean;
}

/** Figures are shown with nine decimals at most. */
const CLOSE = 1e-7;
const close = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a));

/**
 * A formula stands only where it gives the very figure that the program has scored: bonus points, caps and other rules
 * beside the plain sum or mean make it differ, and then the figure is written as it is.
 */
export function liveParts(line: GroupLine, detail: readonly DetailLine[]): LiveParts {
  const { kind, rows } = line.joined;
  const percent = close(
    line.percent && line.percent.number / 100,
    line.value && line.max && line.max.number !== 0 ? line.value.number / line.max.number : null,
  );
  if (kind === 'stated' || rows.length === 0) return { value: null, max: null, percent };
  const parts = rows.flatMap((at) => {
    const part = detail[at];
    const points = part?.kind === 'item' ? part.points : part?.value;
    return part && points ? [{ points: points.number, max: part.max?.number ?? 0 }] : [];
  });
  const joined = (of: (part: (typeof parts)[number]) => number): number | null => {
    const sum = parts.reduce((all, part) => all + of(part), 0);
    return parts.length === 0 ? null : kind === 'sum' ? sum : sum / parts.length;
  };
  return {
    value: close(
      line.value?.number ?? null,
      joined(({ points }) => points),
    )
      ? kind
      : null,
    max: close(
      line.max?.number ?? null,
      joined(({ max }) => max),
    )
      ? kind
      : null,
    percent,
  };
}

/** Neighbouring rows as ranges: G6:G14, G20. */
export function ranges(column: string, rows: readonly number[]): string[] {
  const result: string[] = [];
  let start = 0;
  while (start < rows.length) {
    let end = start;
    while (end + 1 < rows.length && rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    result.push(start === end ? `${column}${rows[start]}` : `${column}${rows[start]}:${column}${rows[end]}`);
    start = end + 1;
  }
  return result;
}

/** Sum or mean of the numbers in the rows; the placeholder where there is none. Texts such as KAD take no part. */
export function joinFormula(
  kind: 'sum' | 'mean',
  column: string,
  rows: readonly number[],
  placeholder: string,
): string {
  const list = ranges(column, rows).join(',');
  const join = kind === 'sum' ? 'SUM' : 'AVERAGE';
  return `IF(COUNT(${list})=0,"${placeholder}",${join}(${list}))`;
}

/** What the rows that take part could have reached: their maxima, summed or averaged. */
export function maximumFormula(
  kind: 'sum' | 'mean',
  points: string,
  maximum: string,
  rows: readonly number[],
  placeholder: string,
): string {
  const list = ranges(points, rows).join(',');
  const products = ranges(points, rows)
    .map((range, index) => `SUMPRODUCT(--ISNUMBER(${range}),${ranges(maximum, rows)[index]})`)
    .join('+');
  const whole = kind === 'sum' ? products : `(${products})/COUNT(${list})`;
  return `IF(COUNT(${list})=0,"${placeholder}",${whole})`;
}

/** Part of a whole as a fraction; empty where there is nothing to divide. */
export function shareFormula(part: string, whole: string): string {
  return `IF(AND(ISNUMBER(${part}),ISNUMBER(${whole})),IF(${whole}=0,"",${part}/${whole}),"")`;
}

/** The name of a sheet inside a formula. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Number format with a fixed number of decimals. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

export function percentFormat(decimals: number): string {
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
}

/** A change with its sign. */
export function signedFormat(format: string): string {
  return `+${format};-${format};0`;
}
