/** Checklist, scales with options outside the score, exclusive options, matrices and grids. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT } from '../../../src/domain/assessment/context.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import {
  cellsOf,
  checkItem,
  checkValue,
  explainValue,
  filledOf,
  paperOf,
  prepareItem,
  printValue,
  ranksOf,
  readShort,
  valueFromCells,
} from '../../../src/domain/items/registry.ts';
import type { Item } from '../../../src/domain/questionnaire/types.ts';
import { both, choice, multi, type Raw } from '../definition.ts';
import { checklist, grid, likert, matrix, optionList, OUTSIDE, parseItem, rowList, soundItem } from './samples.ts';

const points = (item: Item, value: AnswerValue): string | null => {
  const result = prepareItem(item).score(value);
  return result === null || result === 'unanswered' ? result : toFraction(result);
};
const range = (item: Item): [string, string] => {
  const { min, max } = prepareItem(item);
  return [toFraction(min), toFraction(max)];
};
const rankPoints = (item: Item): (string | null)[] => ranksOf(item).map((value) => points(item, value));
const codes = (item: Item, value: AnswerValue): string[] => checkValue(item, value).map(({ code }) => code);
const problems = (item: Item): string[] => checkItem(item).map(({ path, code }) => `${path.join('.')} ${code}`);
const explained = (item: Item, value: AnswerValue): string => explainValue(item, value, ANY_CONTEXT, 'vi').key;
const option = (id: string): AnswerValue => ({ kind: 'option', option: id });
const ticked = (...ids: string[]): AnswerValue => ({ kind: 'options', options: ids });
const rows = (chosen: Record<string, string>): AnswerValue => ({
  kind: 'rows',
  rows: Object.entries(chosen).map(([row, id]) => ({ row, option: id })),
});
const cells = (chosen: Record<string, string[]>): AnswerValue => ({
  kind: 'cells',
  cells: Object.entries(chosen).map(([row, columns]) => ({ row, columns })),
});

describe('checklist', () => {
  const item = soundItem('checklist', checklist('a', [[1, 1], [2, 2], [4, 1]])); // prettier-ignore

  it('is worth the highest step that is complete with all steps below it', () => {
    expect(points(item, ticked())).toBe('0');
    expect(points(item, ticked('s2-1', 's2-2', 's3-1'))).toBe('0');
    expect(points(item, ticked('s1-1'))).toBe('1');
    expect(points(item, ticked('s1-1', 's2-1', 's3-1'))).toBe('1');
    expect(points(item, ticked('s2-2', 's1-1', 's2-1'))).toBe('2');
    expect(points(item, ticked('s1-1', 's2-1', 's2-2', 's3-1'))).toBe('4');
    expect(range(item)).toEqual(['0', '4']);
    expect(rankPoints(item)).toEqual(['0', '1', '2', '4']);
  });

  it('starts at its first step where that one asks for nothing', () => {
    const open = soundItem('checklist', checklist('a', [[1, 0], [2, 1]])); // prettier-ignore
    expect(points(open, ticked())).toBe('1');
    expect(range(open)).toEqual(['1', '2']);
    expect(rankPoints(open)).toEqual(['1', '2']);
  });

  it('says which step lacks how much', () => {
    const said = (value: AnswerValue) => explainValue(item, value, ANY_CONTEXT, 'en');
    expect(said(ticked())).toEqual({ key: 'checklist-below', params: { step: '1', missing: '1' } });
    expect(said(ticked('s1-1', 's2-2'))).toEqual({ key: 'checklist', params: { step: '1', next: '2', missing: '1' } });
    expect(said(ticked('s1-1', 's2-1', 's2-2', 's3-1'))).toEqual({ key: 'checklist-top', params: { step: '4' } });
  });

  it('prints the step with how much is ticked', () => {
    expect(printValue(item, ticked('s1-1', 's3-1'), 'vi')).toBe('step 1 (2/4)');
    expect(printValue(item, ticked(), 'vi')).toBe('0/4');
  });

  it('knows only its own elements, each once', () => {
    expect(codes(item, ticked('s1-1', 's9-1', 's1-1'))).toEqual(['unknown-option', 'duplicate-option']);
    expect(codes(item, ticked('constructor'))).toEqual(['unknown-option']);
    expect(readShort(item, ['s1-1'])).toEqual(ticked('s1-1'));
    expect(readShort(item, 's1-1')).toBeNull();
  });

  it('has steps with elements as headings on paper', () => {
    expect(paperOf(item).map(({ kind }) => kind)).toEqual([
      'heading',
      'tick',
      'heading',
      'tick',
      'tick',
      'heading',
      'tick',
    ]);
  });

  it('is refused with steps that do not rise, empty steps, or ids used twice', () => {
    const raw = checklist('a', [[2, 1], [2, 0], ['-1', 1]]); // prettier-ignore
    const steps = raw.steps as Raw[];
    const wrong = parseItem('checklist', { ...raw, steps: [steps[0], { ...steps[1], id: '2' }, { ...steps[2], elements: (steps[0] as Raw).elements }] }); // prettier-ignore
    expect(problems(wrong)).toEqual([
      'steps.1.value option-order',
      'steps.2.value option-order',
      'steps.1 duplicate-option',
      'steps.1.elements elements-missing',
      'steps.2.elements.0 duplicate-option',
    ]);
    expect(problems(parseItem('checklist', checklist('a', [['-1', 1], [2, 1]])))).toEqual(['steps.0.value negative']); // prettier-ignore
    expect(problems(parseItem('checklist', checklist('a', [['-1', 0], [2, 1]])))).toEqual([]); // prettier-ignore
  });
});

describe('options outside the score', () => {
  const item = soundItem('likert', likert('a', [1, 2, 3, 4, 5]));

  it('are neither points nor part of the range or the ranks', () => {
    expect([points(item, option('na')), points(item, option('unknown'))]).toEqual([null, 'unanswered']);
    expect(range(item)).toEqual(['1', '5']);
    expect(rankPoints(item)).toEqual(['1', '2', '3', '4', '5']);
    expect([explained(item, option('na')), explained(item, option('unknown'))]).toEqual([
      'option-excluded',
      'option-unknown',
    ]);
  });

  it('never share the id of a number of points: "not applicable" is not "never"', () => {
    const shared = { points: 0, text: both('not applicable'), counts: 'excluded' };
    const twice = parseItem('choice', { ...choice('a', []), options: [...optionList([0, 1]), shared] });
    expect(problems(twice)).toEqual(['options.2 duplicate-option', 'options.2.id option-id-missing']);
    const alone = parseItem('choice', { ...choice('a', []), options: [...optionList([1, 2]), shared] });
    expect(problems(alone)).toEqual(['options.2.id option-id-missing']);
  });

  it('do not make up a scale by themselves', () => {
    expect(problems(parseItem('likert', likert('a', [1])))).toEqual(['options options-few']);
    expect(problems(parseItem('likert', { ...likert('a', []), options: [...OUTSIDE] }))).toEqual([
      'options options-few',
    ]);
  });

  it('have no points on paper', () => {
    expect(paperOf(item).map((line) => (line.kind === 'tick' ? line.points : ''))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      null,
      null,
    ]);
  });
});

describe('turning round and recoding', () => {
  const at = (more: Raw, values: (number | string)[] = [1, 2, 5]) => {
    const item = soundItem('likert', likert('a', values, more));
    return [item.options.slice(0, values.length).map(({ id }) => points(item, option(id))), range(item)];
  };

  it('turns round first: minimum + maximum - points', () => {
    expect(at({ reverse: true })).toEqual([['5', '4', '1'], ['1', '5']]); // prettier-ignore
    expect(at({ reverse: true, recode: { kind: 'of-max', to: 100 } })).toEqual([['100', '80', '20'], ['20', '100']]); // prettier-ignore
  });

  it('recodes to a share of the maximum, or to the place between the ends', () => {
    expect(at({ recode: { kind: 'of-max', to: 10 } })).toEqual([['2', '4', '10'], ['2', '10']]); // prettier-ignore
    expect(at({ recode: { kind: 'min-max', to: 100 } })).toEqual([['0', '25', '100'], ['0', '100']]); // prettier-ignore
    expect(at({ recode: { kind: 'min-max', to: 1 } }, [-1, 0, 2])).toEqual([['0', '1/3', '1'], ['0', '1']]); // prettier-ignore
  });

  it('gives the values that a five-step survey scale has on 0 to 100', () => {
    expect(at({ reverse: true, recode: { kind: 'min-max', to: 100 } }, [1, 2, 3, 4, 5])).toEqual([
      ['100', '75', '50', '25', '0'],
      ['0', '100'],
    ]);
  });

  it('is explained by what was done', () => {
    const of = (more: Raw, id: string) => explained(soundItem('likert', likert('a', [1, 2, 5], more)), option(id));
    expect([of({}, '2'), of({ reverse: true }, '2'), of({ recode: { kind: 'of-max', to: 10 } }, '2')]).toEqual([
      'option',
      'option-reversed',
      'option-recoded',
    ]);
    expect(of({}, 'nowhere')).toBe('unfit');
  });

  it('is refused where it cannot be worked out', () => {
    const wrong = (values: (number | string)[], kind: string, to: number) =>
      problems(parseItem('choice', { ...choice('a', values), recode: { kind, to } }));
    expect(wrong([-1, 0], 'of-max', 1)).toEqual(['recode recode-range']);
    expect(wrong([0, 1], 'of-max', 0)).toEqual(['recode recode-range']);
    expect(wrong([0, 1], 'min-max', -5)).toEqual(['recode recode-range']);
    expect(wrong([-1, 1], 'min-max', 5)).toEqual([]);
    const same = { ...choice('a', []), options: [3, 3].map((value, at) => ({ id: `o${at}`, points: value, text: both('x') })) }; // prettier-ignore
    expect(problems(parseItem('choice', { ...same, recode: { kind: 'min-max', to: 1 } }))).toEqual(['recode recode-range']); // prettier-ignore
  });
});

describe('multi with exclusive options', () => {
  const item = soundItem('multi', {
    ...multi('a', []),
    options: [
      { id: 'one', points: 2, text: both('one') },
      { id: 'two', points: 3, text: both('two') },
      { id: 'neither', points: 1, text: both('neither'), exclusive: true },
      { id: 'worse', points: -4, text: both('worse'), exclusive: true },
    ],
  });

  it('takes them alone only', () => {
    expect(codes(item, ticked('neither'))).toEqual([]);
    expect(checkValue(item, ticked('one', 'neither'))).toEqual([
      { path: [1], code: 'exclusive-option', params: { option: 'neither' } },
    ]);
  });

  it('gives them points of their own, apart from the sum of the others', () => {
    expect(['neither', 'worse'].map((id) => points(item, ticked(id)))).toEqual(['1', '-4']);
    expect(range(item)).toEqual(['-4', '5']);
    expect(rankPoints(item)).toEqual(['-4', '0', '1', '3', '5']);
  });

  it('is refused when nothing can be chosen together, or below zero', () => {
    const alone = { id: 'x', points: 1, text: both('x'), exclusive: true };
    expect(problems(parseItem('multi', { ...multi('a', []), options: [alone] }))).toEqual(['options exclusive-rule']);
    expect(problems(parseItem('multi', multi('a', [1], { max: -1 })))).toEqual(['max negative']);
  });
});

describe('multi by count', () => {
  const bands = [1, 3, null].map((to, index) => ({ to, value: [0, 1, 4][index] }));
  const raw = multi('a', [9, 9, 9, 9], { byCount: { closed: 'lower', from: 0, bands } });
  const item = soundItem('multi', raw);

  it('is worth what the table gives for how many are chosen', () => {
    expect([[], ['o0'], ['o1', 'o3'], ['o0', 'o1', 'o2'], ['o0', 'o1', 'o2', 'o3']].map((ids) => points(item, ticked(...ids)))).toEqual(['0', '1', '1', '4', '4']); // prettier-ignore
    expect(points(item, ticked('o0', 'constructor'))).toBe('1');
    expect(range(item)).toEqual(['0', '4']);
    expect(rankPoints(item)).toEqual(['0', '1', '4']);
    expect(explained(item, ticked('o0'))).toBe('multi-count');
    expect(range(soundItem('multi', { ...raw, max: 2 }))).toEqual(['0', '2']);
    expect(explained(soundItem('multi', { ...raw, max: 2 }), ticked('o0', 'o1', 'o2'))).toBe('multi-capped');
  });

  it('counts no exclusive option and keeps its own points', () => {
    const own = [...(raw.options as Raw[]), { id: 'none-here', points: 2, text: both('x'), exclusive: true }];
    const mixed = soundItem('multi', { ...raw, options: own });
    expect(points(mixed, ticked('none-here'))).toBe('2');
    expect(paperOf(mixed).map((line) => (line.kind === 'tick' ? line.points : ''))).toEqual([null, null, null, null, '2']); // prettier-ignore
  });

  it('is refused with a table out of order, or one that pays for choosing nothing', () => {
    const table = (...to: number[]) =>
      problems(parseItem('multi', multi('a', [1], { byCount: { closed: 'lower', from: 0, bands: to.map((end, value) => ({ to: end, value })) } }))); // prettier-ignore
    expect(table(2, 1)).toEqual(['byCount.bands.1.to bands-order']);
    const paying = { closed: 'lower', from: 0, bands: [{ to: null, value: 1 }] };
    expect(problems(parseItem('multi', multi('a', [1], { byCount: paying })))).toEqual(['byCount count-zero']);
  });
});

describe('matrix', () => {
  const of = (more: Raw, values: (number | string)[] = [0, 1, 2]) => soundItem('matrix', matrix('a', values, more));

  it.each([
    ['sum', '3', ['0', '6']],
    ['mean', '1', ['0', '2']],
    ['weighted', '3/2', ['0', '2']],
    ['lowest', '0', ['0', '2']],
    [{ row: 'r3' }, '1', ['0', '2']],
  ])('joins its rows by %j', (join, expected, ends) => {
    const item = of({ join, rows: rowList([5, 1, 2]).reverse() });
    expect(points(item, rows({ r1: '2', r2: '0', r3: '1' }))).toBe(expected);
    expect(range(item)).toEqual(ends);
  });

  it('weighs rows without regard to their order', () => {
    const item = of({ join: 'weighted', rows: rowList([2, 0, '1/2']) });
    expect(points(item, rows({ r3: '0', r1: '2' }))).toBe('8/5');
    expect(points(item, rows({ r2: '2' }))).toBe('0');
  });

  it('takes blank rows as nothing, leaves them out, or counts as unanswered', () => {
    const one = rows({ r1: '2' });
    expect(points(of({}), one)).toBe('2/3');
    expect(points(of({ blankRows: 'exclude' }), one)).toBe('2');
    expect(points(of({ blankRows: 'unanswered' }), one)).toBe('unanswered');
    expect(points(of({ blankRows: 'unanswered' }), rows({ r1: '2', r2: '1', r3: '0' }))).toBe('1');
    expect(points(of({ join: 'sum', blankRows: 'exclude' }), rows({ r1: '2', r2: '1' }))).toBe('9/2');
    expect(points(of({ blankRows: 'exclude' }), rows({}))).toBe('unanswered');
    expect(points(of({}), rows({}))).toBe('0');
  });

  it('never gives more for a blank row than for the lowest answer, unless blank rows are left out', () => {
    const item = of({}, [1, 2]);
    expect(points(item, rows({ r1: '2', r2: '2' }))).toBe('4/3');
    expect(points(item, rows({ r1: '2', r2: '2', r3: '1' }))).toBe('5/3');
    expect(range(item)).toEqual(['0', '2']);
  });

  it('leaves rows out that are answered outside the score, and takes "do not know" as blank', () => {
    expect(points(of({}), rows({ r1: '2', r2: 'na', r3: '1' }))).toBe('3/2');
    expect(points(of({ join: 'sum' }), rows({ r1: '2', r2: 'na', r3: '1' }))).toBe('9/2');
    expect(points(of({}), rows({ r1: 'na', r2: 'na', r3: 'na' }))).toBeNull();
    expect(points(of({}), rows({ r1: '2', r2: 'unknown', r3: '1' }))).toBe('1');
    expect(points(of({ blankRows: 'exclude' }), rows({ r1: 'na', r2: 'unknown' }))).toBe('unanswered');
    expect(points(of({ blankRows: 'unanswered' }), rows({ r1: '2', r2: 'unknown', r3: '1' }))).toBe('unanswered');
  });

  it('looks at the one row that counts and keeps the others for the record', () => {
    const item = of({ join: { row: 'r2' }, blankRows: 'unanswered' });
    expect(points(item, rows({ r2: '1' }))).toBe('1');
    expect(points(item, rows({ r1: '2', r3: '2' }))).toBe('unanswered');
    expect(points(item, rows({ r1: '2', r2: 'na' }))).toBeNull();
    expect(explainValue(item, rows({ r2: '1' }), ANY_CONTEXT, 'vi')).toEqual({
      key: 'rows-one',
      params: { done: '1', of: '3', points: '1', max: '2', row: 'row 2' },
    });
  });

  it('turns its scale round and recodes it, row by row', () => {
    const item = of({ reverse: true, recode: { kind: 'min-max', to: 10 } }, [1, 3, 5]);
    expect(points(item, rows({ r1: '1', r2: '3', r3: '5' }))).toBe('5');
    expect(rankPoints(item)).toEqual(['0', '5', '10']);
  });

  it('counts rows, not questions, as filled in', () => {
    expect(filledOf(of({}), rows({ r1: '2', r3: 'unknown' }))).toEqual({ done: 2, of: 3 });
  });

  it('is written as {row: option}, and harmless with the names that objects have', () => {
    const item = of({});
    expect(readShort(item, { r1: 2, r2: 'na' })).toEqual(rows({ r1: '2', r2: 'na' }));
    expect(readShort(item, { r1: ['2'] })).toBeNull();
    expect(readShort(item, {})).toBeNull();
    const hostile = readShort(item, JSON.parse('{"__proto__": "2", "constructor": 1, "r1": "constructor"}'));
    expect(checkValue(item, hostile as AnswerValue)).toEqual([
      { path: ['__proto__'], code: 'unknown-row', params: { row: '__proto__' } },
      { path: ['constructor'], code: 'unknown-row', params: { row: 'constructor' } },
      { path: ['r1'], code: 'unknown-option', params: { option: 'constructor', known: '0, 1, 2, na, unknown' } },
    ]);
    expect(points(item, hostile as AnswerValue)).toBe('0');
    const odd = soundItem('matrix', matrix('a', [0, 1], { rows: [{ id: 'constructor', text: both('x') }] }));
    expect(points(odd, rows({ constructor: '1' }))).toBe('1');
  });

  it('takes each row once', () => {
    const twice: AnswerValue = { kind: 'rows', rows: ['1', '2'].map((id) => ({ row: 'r1', option: id })) };
    expect(checkValue(of({}), twice)).toEqual([{ path: ['r1'], code: 'duplicate-row', params: { row: 'r1' } }]);
  });

  it('prints the rows that are answered, in the order of the questionnaire', () => {
    expect(printValue(of({}), rows({ r3: '1', r1: 'na', r2: '9' }), 'vi')).toBe(
      'row 1: not applicable; row 3: worth 1',
    );
    const titled = of({ options: [...optionList([0]), { points: 1, title: both('T'), text: both('long') }] });
    expect(printValue(titled, rows({ r1: '1' }), 'vi')).toBe('row 1: T');
    expect(cellsOf(titled)[0]?.input).toMatchObject({ options: [{ id: '0' }, { id: '1', text: both('T') }] });
    expect(paperOf(titled)).toEqual([
      {
        kind: 'table',
        mark: 'one',
        columns: [both('worth 0'), both('T')],
        rows: [1, 2, 3].map((n) => both(`row ${n}`)),
      },
    ]);
  });

  it('says why it gives no points', () => {
    expect(explained(of({}), rows({ r1: 'na', r2: 'na', r3: 'na' }))).toBe('rows-excluded');
    expect(explained(of({ blankRows: 'unanswered' }), rows({ r1: '1' }))).toBe('rows-blank');
    expect(explained(of({ join: 'sum' }), rows({ r1: '1' }))).toBe('rows-sum');
  });

  it('is refused with rows that repeat, weigh nothing, bear reserved names, or are not there', () => {
    const wrong = (more: Raw) => problems(parseItem('matrix', matrix('a', [0, 1], more)));
    const named = (...ids: string[]): Raw => ({ rows: ids.map((id) => ({ id, text: both(id) })) });
    expect(wrong(named('x', 'x'))).toEqual(['rows.1 duplicate-option']);
    expect(wrong(named('na', 'evidence'))).toEqual(['rows.0.id reserved-id', 'rows.1.id reserved-id']);
    expect(wrong({ rows: rowList([0, 0]) })).toEqual([]);
    expect(wrong({ rows: rowList([0, 0]), join: 'weighted' })).toEqual(['rows weights-zero']);
    expect(wrong({ rows: rowList([-1, 2]), join: 'weighted' })).toEqual(['rows.0.weight negative']);
    expect(wrong({ join: { row: 'r9' } })).toEqual(['join.row unknown-row']);
  });
});

describe('grid', () => {
  const of = (more: Raw, values: (number | string)[] = [1, 2, -1]) => soundItem('grid', grid('a', values, more));
  const some = cells({ r1: ['c2', 'c1'], r3: ['c3'] });

  it('adds the ticked columns of a row, or takes the first one', () => {
    expect(points(of({}), some)).toBe('2');
    expect(range(of({}))).toEqual(['-3', '9']);
    expect(points(of({ rowRule: 'first' }), some)).toBe('0');
    expect(range(of({ rowRule: 'first' }))).toEqual(['-3', '6']);
    expect(points(of({ rowRule: 'first' }), cells({ r1: ['c3', 'c2'] }))).toBe('2');
  });

  it('joins its rows by sum, mean or weights', () => {
    expect(points(of({ join: 'mean' }), some)).toBe('2/3');
    const weighted = of({ join: 'weighted', rows: rowList([3, 0, 1]) });
    expect(points(weighted, cells({ r1: ['c1'], r2: ['c2'], r3: ['c3'] }))).toBe('1/2');
    expect(range(weighted)).toEqual(['-1', '3']);
  });

  it('has ranks that tick the same in every row', () => {
    expect(rankPoints(of({}))).toEqual(['-3', '0', '3', '6', '9']);
    expect(rankPoints(of({ rowRule: 'first', join: 'mean' }))).toEqual(['-1', '0', '1', '2']);
    expect(range(of({ rowRule: 'first' }, [-1, -2]))).toEqual(['-6', '0']);
  });

  it('counts the rows that were looked at, ticked or not', () => {
    expect(filledOf(of({}), cells({ r1: ['c1'], r2: [] }))).toEqual({ done: 2, of: 3 });
    expect(explainValue(of({}), cells({ r1: ['c1'], r2: [] }), ANY_CONTEXT, 'vi')).toEqual({
      key: 'cells-sum',
      params: { done: '2', of: '3', points: '1', max: '9' },
    });
  });

  it('is written as {row: [columns]} and checked by row', () => {
    const item = of({});
    expect(readShort(item, { r1: ['c2', 'c1'], r3: 'c3' })).toEqual(some);
    expect(readShort(item, {})).toBeNull();
    expect(readShort(item, { r1: [{}] })).toBeNull();
    const hostile = readShort(item, JSON.parse('{"__proto__": [], "r1": ["toString", "c1", "c1"]}'));
    expect(checkValue(item, hostile as AnswerValue).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      '__proto__ unknown-row',
      'r1.0 unknown-option',
      'r1.2 duplicate-option',
    ]);
    const twice: AnswerValue = { kind: 'cells', cells: ['c1', 'c2'].map((id) => ({ row: 'r1', columns: [id] })) };
    expect(checkValue(item, twice)).toEqual([{ path: ['r1'], code: 'duplicate-row', params: { row: 'r1' } }]);
    expect(points(item, cells({ r1: ['constructor'] }))).toBe('0');
  });

  it('prints what is ticked', () => {
    expect(printValue(of({}), some, 'vi')).toBe('row 1: column 1, column 2; row 3: column 3');
    expect(printValue(of({}), cells({ r1: [] }), 'vi')).toBe('');
  });

  it('reads the cells of the workbook: x for a tick, a dash for a row with nothing to tick', () => {
    const item = of({});
    expect(cellsOf(item)[1]).toEqual({ key: 'r1.c2', label: both('row 1: column 2'), input: { kind: 'tick' } });
    expect(valueFromCells(item, new Map([['r1.c2', 'x'], ['r2.c1', '-'], ['r3.c9', 'x']]))).toEqual(cells({ r1: ['c2'], r2: [] })); // prettier-ignore
  });

  it('is refused with columns or rows that repeat', () => {
    const columns = [1, 2].map((value) => ({ id: 'same', points: value, text: both('x') }));
    expect(problems(parseItem('grid', grid('a', [], { columns, rows: rowList([0]), join: 'weighted' })))).toEqual([
      'rows weights-zero',
      'columns.1 duplicate-option',
    ]);
  });
});

describe('drop-downs', () => {
  it('tell options with the same text apart', () => {
    const same = [0, 1, 2].map((value) => ({ points: value, text: value === 1 ? both('other') : both('same') }));
    const [cell] = cellsOf(soundItem('choice', { ...choice('a', []), options: same }));
    const texts = cell?.input.kind === 'list' ? cell.input.options.map(({ text }) => text.vi) : [];
    expect(texts).toEqual(['same', 'other', 'same (2)']);
  });
});
