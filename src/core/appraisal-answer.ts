/** The answer that entered points or figures stand for: an appraisal is an answer, so that all rules score it alike. */
import type { AppraisalProblem } from '../contract/views/workbook.ts';
import type { Answer } from '../domain/assessment/answer.ts';
import { checkAnswer } from '../domain/assessment/check-answer.ts';
import { compare, exact, readDecimal, subtract, type Exact } from '../domain/exact/exact.ts';
import { cellsOf, valueFromCells } from '../domain/items/registry.ts';
import { figureCells } from '../domain/report/appraiser-form.ts';
import { reportWords } from '../domain/report/words/index.ts';
import type { PreparedItem } from '../domain/scoring/prepared.ts';
import { LANGUAGES } from '../domain/text/localized.ts';
import type { AppraiserEntry, EnteredCell } from './ports/workbooks.ts';

export interface Judging {
  readonly node: PreparedItem;
  /** To which points are printed in the sheet. */
  readonly decimals: number;
  /** Answers that equal points confirm, the likeliest first. */
  readonly known: readonly Answer[];
  /** Says why the item does not apply, where it does not. */
  readonly comment: string;
  /** What an answer is worth. */
  readonly pointsOf: (answer: Answer) => Exact | null;
}

export type Judged =
  { readonly answer: Answer | null } | { readonly problem: AppraisalProblem; readonly at: EnteredCell | null };

/** Spreadsheet programs hold binary fractions; nine decimals bring back what was typed. */
const DECIMALS = 9;
const decimalOf = (value: number): string => {
  const text = value.toFixed(DECIMALS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

export const textOf = ({ value }: EnteredCell): string =>
  (typeof value === 'number' ? decimalOf(value) : value).normalize('NFC').trim();

/** A number that was entered, also as a text with a decimal comma; null for anything else. */
function numberIn(cell: EnteredCell): string | null {
  const text = textOf(cell).replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return readDecimal(text) === null ? null : text;
}

/** The words for "does not apply", in whatever language the workbook was written. */
const NOT_APPLICABLE = LANGUAGES.map((language) => reportWords(language)('points.na').toLowerCase());

/** Points are entered as they are printed, so a difference within the last printed decimal is none. */
function equal(points: Exact | null, entered: Exact, decimals: number): boolean {
  if (points === null) return false;
  const difference = subtract(points, entered);
  const size = difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
  return compare(size, { n: 5n, d: 10n ** BigInt(decimals + 1) }) <= 0;
}

/** Every answer that a single choice can give; none where answers are combined or made of figures. */
function choicesOf({ item }: PreparedItem): Answer[] {
  const [cell, ...more] = cellsOf(item);
  if (cell?.input.kind !== 'list' || more.length > 0) return [];
  return cell.input.options.flatMap(({ id }): Answer[] => {
    const value = valueFromCells(item, new Map([[cell.key, id]]));
    return value ? [{ state: 'answered', value }] : [];
  });
}

/** The answer that points stand for; a problem where there is none, or more than one. */
export function answerForPoints({ node, decimals, known, comment, pointsOf }: Judging, cell: EnteredCell): Judged {
  if (NOT_APPLICABLE.includes(textOf(cell).toLowerCase())) {
    const answer: Answer = { state: 'not-applicable', reason: comment };
    return checkAnswer(node.item, answer).length > 0 ? { problem: 'points-text', at: cell } : { answer };
  }
  const text = numberIn(cell);
  if (text === null) return { problem: 'points-text', at: cell };
  const entered = exact(text);
  const confirmed = known.find((answer) => equal(pointsOf(answer), entered, decimals));
  if (confirmed) return { answer: confirmed };
  const { min, max } = node.scorer;
  if (compare(entered, max) > 0 || (compare(entered, min) < 0 && entered.n < 0n))
    return { problem: 'points-range', at: cell };
  if (figureCells(node).length > 0) return { problem: 'figures-needed', at: cell };
  const none: Answer = { state: 'none' };
  const fitting = [...choicesOf(node), ...(checkAnswer(node.item, none).length === 0 ? [none] : [])].filter((answer) =>
    equal(pointsOf(answer), entered, decimals),
  );
  const [only, ...others] = fitting;
  if (only && others.length === 0) return { answer: only };
  // Answers that are combined reach most points in several ways.
  return { problem: only || choicesOf(node).length === 0 ? 'points-several' : 'points-unreachable', at: cell };
}

/** The answer that figures make; points beside them must be those that the figures give. */
export function answerForFigures(judging: Judging, { points, figures }: AppraiserEntry): Judged {
  const { node, decimals, pointsOf } = judging;
  const cells = figureCells(node);
  const values = new Map<string, string>();
  for (const [index, { key }] of cells.entries()) {
    const cell = figures[index] ?? null;
    if (!cell) return { problem: 'figures-needed', at: figures.find((found) => found) ?? null };
    const text = numberIn(cell);
    if (text === null) return { problem: 'figures-unfit', at: cell };
    values.set(key, text);
  }
  const at = figures.find((cell) => cell) ?? null;
  const value = valueFromCells(node.item, values);
  const answer: Answer | null = value && { state: 'answered', value };
  if (!answer || checkAnswer(node.item, answer).length > 0) return { problem: 'figures-unfit', at };
  if (points) {
    const entered = numberIn(points);
    if (entered === null || !equal(pointsOf(answer), exact(entered), decimals))
      return { problem: 'points-differ', at: points };
  }
  return { answer };
}
