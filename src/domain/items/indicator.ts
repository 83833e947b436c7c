import type { AnswerValue } from '../assessment/answer.ts';
import {
  add,
  compare,
  divide,
  exact,
  HUNDRED,
  multiply,
  readDecimal,
  subtract,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { cellText, listCell, numberCell, tickLine, VALUE } from './cells.ts';
import { decimalOf, decimalText, isFigure, percentFraction, percentOf } from './figures.ts';
import {
  indicatorFigure,
  indicatorPoints,
  indicatorStatus,
  NOT_REACHED,
  REACHED,
  targetFigure,
  targetFor,
} from './indicator-target.ts';
import { UNFIT, type EntryCell, type ItemKind, type PaperLine } from './kind.ts';
import { prepareLine, type NumberScorer } from './number-score.ts';
import { checkChosen, ranksAmong } from './options.ts';
import { checkShare, printShare, readShare, shareFromCells, shareOf, shareToCells } from './share.ts';

type Indicator = ItemOf<'indicator'>;

/** The two answers to "has it been reached?". */
export const REACHED_OPTIONS: readonly { readonly id: string; readonly text: LocalizedText; readonly worth: Exact }[] =
  [
    { id: REACHED, text: { vi: 'Đạt', en: 'Reached' }, worth: HUNDRED },
    { id: NOT_REACHED, text: { vi: 'Chưa đạt', en: 'Not reached' }, worth: ZERO },
  ];

const UNIT_PERCENT: LocalizedText = { vi: '%', en: '%' };

/** A percentage of a whole; above 100 only where a target is. */
const highest = (item: Indicator): Exact | null =>
  item.measure === 'percent' && item.targets.every((target) => compare(targetFigure(target), HUNDRED) <= 0)
    ? HUNDRED
    : null;

/** Where the percent of the target is a straight line it is scored as one, which is exact and quick for plain figures. */
function lineTo(item: Indicator, target: Exact): NumberScorer | null {
  if (item.direction === 'higher') return target.n > 0n ? prepareLine(ZERO, target, HUNDRED) : null;
  return item.baseline ? prepareLine(exact(item.baseline.value), target, HUNDRED) : null;
}

function showFigure(item: Indicator, figure: Exact, language: Language): string {
  if (item.measure !== 'number') return formatPercent(figure, language, 6);
  const text = formatNumber(figure, language, 6);
  return item.unit ? `${text} ${item.unit[language]}` : text;
}

/** Figures at 0, 25, 50, 75 and 100 percent of the target, as far as the item's decimals allow. */
function stops(item: Indicator, target: Exact): Exact[] {
  const quarters = [0n, 1n, 2n, 3n, 4n].map((n) => ({ n, d: 4n }));
  if (item.direction === 'higher')
    return target.n > 0n ? quarters.map((share) => multiply(target, share)) : [subtract(target, exact(1)), target];
  if (item.baseline) {
    const start = exact(item.baseline.value);
    return quarters.map((share) => add(start, multiply(subtract(target, start), share)));
  }
  if (target.n <= 0n) return [add(target, exact(1)), target];
  return quarters.slice(1).map((share) => divide(target, share));
}

const valueOf = (item: Indicator, figure: Exact): AnswerValue =>
  item.measure === 'ratio' ? shareOf(figure) : { kind: 'number', number: decimalText(figure, item.decimals) };

/** A target of a programme; worth the percent of the target that has been reached, 0 to 100. */
export const indicator: ItemKind<'indicator'> = {
  type: 'indicator',
  prepare(item, context) {
    const range = { min: ZERO, max: HUNDRED };
    const chosen = targetFor(item, context);
    if (chosen === null) return { ...range, score: () => null };
    if (item.measure === 'reached') {
      const worth = new Map(REACHED_OPTIONS.map((option) => [option.id, option.worth]));
      return { ...range, score: (value) => worth.get(value.kind === 'option' ? value.option : '') ?? 'unanswered' };
    }
    const target = targetFigure(chosen);
    const line = lineTo(item, target);
    const points = (figure: Exact): Exact => (line ? line.score(figure) : indicatorPoints(item, figure, target));
    return {
      ...range,
      score(value) {
        if (item.measure === 'ratio') {
          if (value.kind !== 'ratio') return 'unanswered';
          const plain = line ? percentFraction(value.a, value.b) : null;
          if (line && plain) return line.scoreFraction(plain.n, plain.d);
          const share = percentOf(value.a, value.b);
          return share === null ? null : points(share);
        }
        if (value.kind !== 'number') return 'unanswered';
        const plain = line ? decimalOf(value.number) : null;
        if (line && plain) return line.scoreFraction(plain.n, plain.d);
        const figure = readDecimal(value.number);
        return figure === null ? 'unanswered' : points(figure);
      },
    };
  },
  checkItem(item) {
    const problems: Problem[] = [];
    const years = new Map<string, number>();
    const said = item.measure === 'reached';
    item.targets.forEach((target, index) => {
      const at = ['targets', index];
      for (const kind of target.kinds ?? ['']) {
        const before = years.get(kind);
        if (before !== undefined && before >= target.year)
          problems.push({ path: [...at, 'year'], code: 'target-years', params: { year: target.year } });
        years.set(kind, target.year);
      }
      if ((target.value === undefined) !== said)
        problems.push({ path: [...at, 'value'], code: said ? 'target-value-extra' : 'target-value-missing' });
      if (target.value === undefined || said) return;
      const value = exact(target.value);
      if (item.measure === 'ratio' && (value.n < 0n || compare(value, HUNDRED) > 0))
        problems.push({
          path: [...at, 'value'],
          code: 'out-of-range',
          params: { value: decimalText(value), min: '0', max: '100' },
        });
      if (item.direction === 'lower' && item.baseline && compare(exact(item.baseline.value), value) <= 0)
        problems.push({ path: ['baseline', 'value'], code: 'baseline-side', params: { year: target.year } });
    });
    for (const key of ['numerator', 'denominator'] as const)
      if ((item[key] === undefined) === (item.measure === 'ratio'))
        problems.push({ path: [key], code: 'share-labels' });
    return problems;
  },
  checkValue(item, value) {
    if (item.measure === 'reached') return checkChosen(REACHED_OPTIONS, value);
    if (item.measure === 'ratio') return checkShare(value, false);
    if (value.kind !== 'number') return [{ path: [], code: 'wrong-value-kind' }];
    const figure = readDecimal(value.number);
    if (figure === null) return [{ path: [], code: 'not-a-number', params: { value: value.number.slice(0, 40) } }];
    const max = highest(item);
    const below = item.measure === 'percent' && figure.n < 0n;
    if (!below && (max === null || compare(figure, max) <= 0)) return [];
    const params = { value: value.number, min: '0', max: max === null ? '…' : decimalText(max) };
    return [{ path: [], code: 'out-of-range', params }];
  },
  filled(item, value) {
    const kind = item.measure === 'reached' ? 'option' : item.measure === 'ratio' ? 'ratio' : 'number';
    return { done: value.kind === kind ? 1 : 0, of: 1 };
  },
  readShort(item, raw) {
    if (item.measure === 'ratio') return readShare(raw);
    if (item.measure === 'reached') return typeof raw === 'string' ? { kind: 'option', option: raw } : null;
    return isFigure(raw) ? { kind: 'number', number: String(raw) } : null;
  },
  ranks(item, context) {
    const scorer = indicator.prepare(item, context);
    if (item.measure === 'reached')
      return ranksAmong(
        scorer,
        REACHED_OPTIONS.map(({ id }) => ({ kind: 'option', option: id })),
      );
    const chosen = targetFor(item, context);
    if (chosen === null) return [];
    const values = stops(item, targetFigure(chosen)).map((figure) => valueOf(item, figure));
    return ranksAmong(
      scorer,
      values.filter((value) => indicator.checkValue(item, value).length === 0),
    );
  },
  print(item, value, language) {
    if (item.measure === 'reached') {
      const said = REACHED_OPTIONS.find(({ id }) => value.kind === 'option' && id === value.option);
      return said ? said.text[language] : '';
    }
    const figure = indicatorFigure(item, value);
    if (value.kind === 'ratio' && item.measure === 'ratio') {
      const figures = printShare(value, language);
      return figure === null ? figures : `${figures} (${formatPercent(figure, language, 2)})`;
    }
    return figure === null ? '' : showFigure(item, figure, language);
  },
  explain(item, value, context, language) {
    const printed = indicator.print(item, value, language);
    if (printed === '') return UNFIT;
    if (targetFor(item, context) === null) return { key: 'target-none', params: { value: printed } };
    const status = indicatorStatus(item, value, context);
    if (status === null) return { key: 'nothing-not-applicable', params: { value: printed } };
    const { target, gap, percentOfTarget } = status;
    const year = String(target.year);
    if (target.value === null || gap === null)
      return { key: `said-${status.status}`, params: { value: printed, year } };
    const params = {
      value: printed,
      year,
      target: `${item.direction === 'higher' ? '≥' : '≤'} ${showFigure(item, target.value, language)}`,
      gap: showFigure(item, gap, language),
      percent: percentOfTarget === null ? '' : formatPercent(percentOfTarget, language),
    };
    if (status.status === 'reached') return { key: 'target-reached', params };
    return { key: percentOfTarget === null ? 'target-missed' : `target-${status.status}`, params };
  },
  paper(item): PaperLine[] {
    switch (item.measure) {
      case 'reached':
        return REACHED_OPTIONS.map(({ text }) => tickLine('one', text, null));
      case 'ratio':
        return [item.numerator, item.denominator].map((label) => ({
          kind: 'write',
          label: label as LocalizedText,
          unit: null,
        }));
      case 'percent':
        return [{ kind: 'write', label: null, unit: item.unit ?? UNIT_PERCENT }];
      case 'number':
        return [{ kind: 'write', label: null, unit: item.unit ?? null }];
    }
  },
  cells(item): EntryCell[] {
    switch (item.measure) {
      case 'reached':
        return [listCell(VALUE, null, REACHED_OPTIONS)];
      case 'ratio':
        return [
          numberCell('a', item.numerator as LocalizedText, { min: '0', decimals: 6 }),
          numberCell('b', item.denominator as LocalizedText, { min: '0', decimals: 6 }),
        ];
      case 'percent': {
        const max = highest(item);
        return [
          numberCell(VALUE, item.unit ?? UNIT_PERCENT, {
            min: '0',
            max: max && decimalText(max),
            decimals: item.decimals,
          }),
        ];
      }
      case 'number':
        return [numberCell(VALUE, item.unit ?? null, { decimals: item.decimals })];
    }
  },
  fromCells(item, values) {
    if (item.measure === 'ratio') return shareFromCells(values);
    const written = cellText(values, VALUE);
    if (written === '') return null;
    return item.measure === 'reached' ? { kind: 'option', option: written } : { kind: 'number', number: written };
  },
  toCells(item, value) {
    if (indicator.filled(item, value).done === 0) return new Map();
    if (value.kind === 'option') return new Map([[VALUE, value.option]]);
    return value.kind === 'number' ? new Map([[VALUE, value.number]]) : shareToCells(value);
  },
};
