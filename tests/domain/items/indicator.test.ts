import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT, type AssessmentContext } from '../../../src/domain/assessment/context.ts';
import { toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import { indicatorStatus, targetFor } from '../../../src/domain/items/indicator-target.ts';
import {
  cellsOf,
  checkItem,
  checkValue,
  explainValue,
  paperOf,
  prepareItem,
  printValue,
  ranksOf,
  readShort,
} from '../../../src/domain/items/registry.ts';
import type { ItemOf } from '../../../src/domain/questionnaire/types.ts';
import { both, type Raw } from '../definition.ts';
import { indicator, parseItem, soundItem } from './samples.ts';

type Indicator = ItemOf<'indicator'>;

const of = (targets: readonly Raw[], more: Raw = {}): Indicator =>
  soundItem('indicator', indicator('a', targets, more));
const at = (year: number, kind = ''): AssessmentContext => ({ kind, year });
const figure = (value: string): AnswerValue => ({ kind: 'number', number: value });
const share = (a: string, b: string): AnswerValue => ({ kind: 'ratio', a, b });
const said = (option: string): AnswerValue => ({ kind: 'option', option });
const shown = (value: Exact | null | 'unanswered' | undefined): string | null | undefined =>
  value && value !== 'unanswered' ? toFraction(value) : value;
const points = (item: Indicator, value: AnswerValue, context = ANY_CONTEXT) =>
  shown(prepareItem(item, context).score(value));
const status = (item: Indicator, value: AnswerValue, context = ANY_CONTEXT, own: AnswerValue | null = null) => {
  const found = indicatorStatus(item, value, context, own);
  return found && [found.status, shown(found.gap), shown(found.percentOfTarget)];
};
const problems = (targets: readonly Raw[], more: Raw = {}): string[] =>
  checkItem(parseItem('indicator', indicator('a', targets, more))).map(({ path, code }) => `${path.join('.')} ${code}`);

const TARGETS = [
  { year: 2030, value: 90 },
  { year: 2025, value: 30, kinds: ['commune', 'ward'] },
  { year: 2030, value: 70, kinds: ['commune'] },
];

describe('the target that counts', () => {
  const item = of([{ year: 2025, value: 50 }, ...TARGETS.slice(1), { year: 2030, value: 90 }]);
  const target = (context: AssessmentContext) => targetFor(item, context);

  it('is the first one that is not past', () => {
    expect(target(at(2024))).toEqual({ year: 2025, value: '50', overdue: false });
    expect(target(at(2025))).toEqual({ year: 2025, value: '50', overdue: false });
    expect(target(at(2026))).toEqual({ year: 2030, value: '90', overdue: false });
  });

  it('is the last one, overdue, when all are past', () => {
    expect(target(at(2031))).toEqual({ year: 2030, value: '90', overdue: true });
  });

  it('is the first one when no year is given', () => {
    expect(target(at(0))).toEqual({ year: 2025, value: '50', overdue: false });
  });

  it('is the one that names the kind of organisation, else the one for all', () => {
    expect(target(at(2025, 'commune'))?.value).toBe('30');
    expect(target(at(2030, 'commune'))?.value).toBe('70');
    expect(target(at(2025, 'ward'))?.value).toBe('30');
    expect(target(at(2030, 'ward'))?.value).toBe('90');
    expect(target(at(2025, 'department'))?.value).toBe('50');
  });

  it('is not there when every one is for other kinds', () => {
    const communes = of([{ year: 2025, value: 30, kinds: ['commune'] }]);
    expect(targetFor(communes, at(2025, 'ward'))).toBeNull();
    expect(targetFor(communes, at(2025))?.value).toBe('30');
    expect(points(communes, figure('30'), at(2025, 'ward'))).toBeNull();
    expect(points(communes, figure('30'), at(2025, 'commune'))).toBe('100');
    expect(ranksOf(communes, at(2025, 'ward'))).toEqual([]);
    expect(explainValue(communes, figure('30'), at(2025, 'ward'), 'vi')).toEqual({
      key: 'target-none',
      params: { value: '30%' },
    });
    expect(status(communes, figure('30'), at(2025, 'ward'))).toBeNull();
  });
});

describe('higher is better', () => {
  const item = of([{ year: 2025, value: 80 }, { year: 2030, value: 100 }]); // prettier-ignore

  it('is worth value ÷ target, at most 100, and shows the uncut figure', () => {
    expect(points(item, figure('20'))).toBe('25');
    expect(points(item, figure('33.3'))).toBe('333/8');
    expect(points(item, figure('96'))).toBe('100');
    expect(status(item, figure('20'))).toEqual(['not-reached', '60', '25']);
    expect(status(item, figure('40'))).toEqual(['on-the-way', '40', '50']);
    expect(status(item, figure('80'))).toEqual(['reached', '0', '100']);
    expect(status(item, figure('96'))).toEqual(['reached', '-16', '120']);
  });

  it('starts to be on the way where the author says', () => {
    const late = of([{ year: 2025, value: 80 }], { onTheWayFrom: '62.5' });
    expect(status(late, figure('49.999'))?.[0]).toBe('not-reached');
    expect(status(late, figure('50'))?.[0]).toBe('on-the-way');
  });

  it('stands against every target', () => {
    const found = indicatorStatus(item, figure('80'), at(2031));
    expect(found?.overdue).toBe(true);
    expect(found?.target.year).toBe(2030);
    expect(found?.all.map((state) => [state.target.year, state.status, shown(state.percentOfTarget)])).toEqual([
      [2025, 'reached', '100'],
      [2030, 'on-the-way', '80'],
    ]);
  });

  it('does not divide by a target of zero', () => {
    const zero = of([{ year: 2025, value: 0 }], { measure: 'number' });
    expect([points(zero, figure('-1')), points(zero, figure('0')), points(zero, figure('3'))]).toEqual([
      '0',
      '100',
      '100',
    ]);
    expect(status(zero, figure('-1'))).toEqual(['not-reached', '1', null]);
    expect(explainValue(zero, figure('-1'), ANY_CONTEXT, 'vi').key).toBe('target-missed');
  });
});

describe('lower is better', () => {
  it('with a baseline counts the way from there to the target', () => {
    const item = of([{ year: 2025, value: 10 }], { measure: 'number', direction: 'lower', baseline: { year: 2020, value: 30 } }); // prettier-ignore
    expect(['40', '30', '25', '15', '10', '0'].map((value) => points(item, figure(value)))).toEqual([
      '0',
      '0',
      '25',
      '75',
      '100',
      '100',
    ]);
    expect(status(item, figure('15'))).toEqual(['on-the-way', '5', '75']);
    expect(status(item, figure('40'))).toEqual(['not-reached', '30', '-50']);
    expect(status(item, figure('0'))).toEqual(['reached', '-10', '150']);
  });

  it('without one counts target ÷ value', () => {
    const item = of([{ year: 2025, value: 10 }], { measure: 'number', direction: 'lower' });
    expect(['40', '20', '10', '5', '0'].map((value) => points(item, figure(value)))).toEqual(['25', '50', '100', '100', '100']); // prettier-ignore
    expect(status(item, figure('20'))).toEqual(['on-the-way', '10', '50']);
    expect(status(item, figure('0'))).toEqual(['reached', '-10', null]);
    // 13 1/3 is rounded to the item's whole numbers.
    expect(ranksOf(item)).toEqual(['40', '20', '13', '10'].map(figure));
    expect(ranksOf(item).map((value) => points(item, value))).toEqual(['25', '50', '1000/13', '100']);
  });

  it('with a target of zero is reached at zero or not at all', () => {
    const item = of([{ year: 2025, value: 0 }], { measure: 'number', direction: 'lower' });
    expect([points(item, figure('0')), points(item, figure('1'))]).toEqual(['100', '0']);
    expect(status(item, figure('1'))).toEqual(['not-reached', '1', '0']);
    const below = of([{ year: 2025, value: -5 }], { measure: 'number', direction: 'lower' });
    expect([points(below, figure('-5')), points(below, figure('1'))]).toEqual(['100', '0']);
    expect(status(below, figure('1'))).toEqual(['not-reached', '6', null]);
  });
});

describe('measures', () => {
  const labels = { measure: 'ratio', numerator: both('part'), denominator: both('whole') };

  it('takes a ratio as a percentage; nothing occurred is not applicable', () => {
    const item = of([{ year: 2025, value: 50 }], labels);
    expect([points(item, share('1', '8')), points(item, share('0', '0')), points(item, share('3', '4'))]).toEqual(['25', null, '100']); // prettier-ignore
    expect(printValue(item, share('1', '8'), 'vi')).toBe('1 / 8 (12,5%)');
    expect(printValue(item, share('0', '0'), 'vi')).toBe('0 / 0');
    expect(explainValue(item, share('0', '0'), ANY_CONTEXT, 'vi').key).toBe('nothing-not-applicable');
    expect(checkValue(item, share('9', '8'))[0]?.code).toBe('numerator-exceeds');
    expect(readShort(item, { a: 1, b: 8 })).toEqual(share('1', '8'));
    expect(readShort(item, 12)).toBeNull();
    expect(cellsOf(item).map(({ key, label }) => [key, label?.vi])).toEqual([['a', 'part'], ['b', 'whole']]); // prettier-ignore
  });

  it('takes yes or no where it is only reached or not', () => {
    const item = of([{ year: 2025 }, { year: 2030 }], { measure: 'reached' });
    expect([points(item, said('yes')), points(item, said('no')), points(item, said('maybe'))]).toEqual(['100', '0', 'unanswered']); // prettier-ignore
    expect(status(item, said('yes'))).toEqual(['reached', null, null]);
    expect(status(item, said('no'))).toEqual(['not-reached', null, null]);
    expect(status(item, figure('1'))).toBeNull();
    expect(checkValue(item, said('maybe'))[0]?.code).toBe('unknown-option');
    expect([readShort(item, 'yes'), readShort(item, 1)]).toEqual([said('yes'), null]);
    expect([printValue(item, said('no'), 'vi'), printValue(item, said('maybe'), 'vi')]).toEqual(['Chưa đạt', '']);
    expect(explainValue(item, said('yes'), at(2027), 'vi')).toEqual({
      key: 'said-reached',
      params: { value: 'Đạt', year: '2030' },
    });
    expect(explainValue(item, said('no'), at(2027), 'vi').key).toBe('said-not-reached');
    expect(ranksOf(item)).toEqual([said('no'), said('yes')]);
    expect(indicatorStatus(item, said('yes'), at(2031))?.all).toHaveLength(2);
  });

  it('bounds a percentage at 100, unless a target lies above', () => {
    const item = of([{ year: 2025, value: 80 }]);
    expect(checkValue(item, figure('100'))).toEqual([]);
    expect(checkValue(item, figure('100.1'))).toEqual([
      { path: [], code: 'out-of-range', params: { value: '100.1', min: '0', max: '100' } },
    ]);
    const open = of([{ year: 2025, value: 120 }]);
    expect(checkValue(open, figure('130'))).toEqual([]);
    expect(checkValue(open, figure('-1'))[0]?.params).toEqual({ value: '-1', min: '0', max: '…' });
    expect([cellsOf(item)[0]?.input, cellsOf(open)[0]?.input]).toMatchObject([{ max: '100' }, { max: null }]);
  });

  it('takes any number for a count, and only numbers', () => {
    const item = of([{ year: 2025, value: 3 }], { measure: 'number', unit: { vi: 'ngày', en: 'days' }, decimals: 1 });
    expect(checkValue(item, figure('-12.5'))).toEqual([]);
    expect(checkValue(item, figure('many'))[0]?.code).toBe('not-a-number');
    expect(points(item, figure('many'))).toBe('unanswered');
    expect(status(item, figure('many'))).toBeNull();
    expect(printValue(item, figure('1234.5'), 'vi')).toBe('1.234,5 ngày');
    expect([readShort(item, 2), readShort(item, '2'), readShort(item, true)]).toEqual([figure('2'), figure('2'), null]);
    expect(ranksOf(item).map((value) => value.kind === 'number' && value.number)).toEqual(['0', '0.8', '1.5', '2.3', '3']); // prettier-ignore
  });

  it('asks on paper for what it measures', () => {
    const lines = (more: Raw, target: Raw = { year: 2025, value: 1 }) => paperOf(of([target], more));
    expect(lines({ measure: 'reached' }, { year: 2025 }).map(({ kind }) => kind)).toEqual(['tick', 'tick']);
    expect(lines(labels).map((line) => line.kind === 'write' && line.label?.vi)).toEqual(['part', 'whole']);
    expect(lines({})).toEqual([{ kind: 'write', label: null, unit: both('%') }]);
    expect(lines({ measure: 'number' })).toEqual([{ kind: 'write', label: null, unit: null }]);
    expect(lines({ measure: 'number', unit: both('m') })).toEqual([{ kind: 'write', label: null, unit: both('m') }]);
    expect(lines({ unit: both('% GRDP') })).toEqual([{ kind: 'write', label: null, unit: both('% GRDP') }]);
  });
});

describe('own targets', () => {
  const item = of([{ year: 2025, value: 80 }]);

  it('take the place of the document in the main line, and leave its own figures as they are', () => {
    const found = indicatorStatus(item, figure('60'), at(2027), figure('60'));
    expect(found).toMatchObject({ status: 'reached', overdue: true, target: { year: 2025, own: true } });
    expect(found?.all.map((state) => [state.status, state.target.own])).toEqual([['on-the-way', false]]);
  });

  it('stand by themselves where the document has none for this kind', () => {
    const communes = of([{ year: 2025, value: 30, kinds: ['commune'] }]);
    const found = indicatorStatus(communes, figure('10'), at(2026, 'ward'), figure('40'));
    expect(found).toMatchObject({ status: 'not-reached', overdue: false, target: { year: 2026, own: true }, all: [] });
    const spoken = of([{ year: 2025, kinds: ['commune'] }], { measure: 'reached' });
    expect(indicatorStatus(spoken, said('yes'), at(2026, 'ward'))).toBeNull();
    expect(indicatorStatus(spoken, said('yes'), at(2026, 'ward'), said('yes'))?.status).toBe('reached');
  });

  it('of the wrong kind say nothing', () => {
    expect(indicatorStatus(item, figure('60'), at(2025), said('yes'))).toBeNull();
  });
});

describe('the explanation', () => {
  it('names figure, target, percent and gap in the language', () => {
    const item = of([{ year: 2025, value: '62.5' }]);
    expect(explainValue(item, figure('50'), ANY_CONTEXT, 'vi')).toEqual({
      key: 'target-on-the-way',
      params: { value: '50%', year: '2025', target: '≥ 62,5%', gap: '12,5%', percent: '80%' },
    });
    const lower = of([{ year: 2025, value: 4 }], { measure: 'number', direction: 'lower', unit: both('min') });
    expect(explainValue(lower, figure('10'), ANY_CONTEXT, 'en')).toEqual({
      key: 'target-not-reached',
      params: { value: '10 min', year: '2025', target: '≤ 4 min', gap: '6 min', percent: '40%' },
    });
    expect(explainValue(item, figure('70'), ANY_CONTEXT, 'vi').key).toBe('target-reached');
  });
});

describe('a definition', () => {
  it('has years that rise for each kind of organisation', () => {
    expect(problems([{ year: 2030, value: 1 }, { year: 2025, value: 1 }])).toEqual(['targets.1.year target-years']); // prettier-ignore
    expect(problems([{ year: 2025, value: 1, kinds: ['a'] }, { year: 2025, value: 2, kinds: ['b', 'a'] }])).toEqual(['targets.1.year target-years']); // prettier-ignore
    expect(problems([{ year: 2030, value: 1, kinds: ['a'] }, { year: 2025, value: 2, kinds: ['b'] }, { year: 2025, value: 3 }])).toEqual([]); // prettier-ignore
  });

  it('has figures for its targets unless they are only reached or not', () => {
    expect(problems([{ year: 2025 }])).toEqual(['targets.0.value target-value-missing']);
    expect(problems([{ year: 2025, value: 1 }], { measure: 'reached' })).toEqual([
      'targets.0.value target-value-extra',
    ]);
  });

  it('names numerator and denominator if, and only if, it is a ratio', () => {
    expect(problems([{ year: 2025, value: 1 }], { measure: 'ratio', numerator: both('x') })).toEqual(['denominator share-labels']); // prettier-ignore
    expect(problems([{ year: 2025, value: 1 }], { numerator: both('x') })).toEqual(['numerator share-labels']);
  });

  it('has no ratio above 100 or below 0', () => {
    const labels = { measure: 'ratio', numerator: both('x'), denominator: both('y') };
    expect(problems([{ year: 2025, value: -1 }, { year: 2026, value: 101 }], labels)).toEqual(['targets.0.value out-of-range', 'targets.1.value out-of-range']); // prettier-ignore
  });

  it('has its baseline above the targets where lower is better', () => {
    const lower = { measure: 'number', direction: 'lower', baseline: { year: 2020, value: 10 } };
    expect(problems([{ year: 2025, value: 10 }, { year: 2030, value: 5 }], lower)).toEqual(['baseline.value baseline-side']); // prettier-ignore
    expect(problems([{ year: 2025, value: 20 }], { ...lower, direction: 'higher' })).toEqual([]);
  });
});
