import { describe, expect, it } from 'vitest';
import { emptyRecord, type Answer, type AnswerRecord } from '../../src/domain/assessment/answer.ts';
import {
  FILTERS,
  lacksEvidence,
  levelOfStep,
  matches,
  nextMatching,
  optionDigits,
  outlineOf,
  progressOf,
  targetFor,
} from '../../src/renderer/screens/answer/outline.ts';
import { definition, group, ladder, load, loadItem, text } from '../domain/definition.ts';

const questionnaire = load(
  definition([
    group('one', [ladder('1.1', { id: 'first', title: { vi: 'Đường truyền', en: 'Lines' } })], { code: '1' }),
    group('two', [group('inner', [ladder('second'), text('third', { scored: false })]), ladder('fourth')]),
    group('extra', [group('nested', [ladder('fifth')])], { scored: false }),
  ]),
);
const outline = outlineOf(questionnaire);
const entry = (id: string) => {
  const found = outline.byId.get(id);
  if (!found) throw new Error(id);
  return found;
};
const answered: Answer = { state: 'answered', value: { kind: 'option', option: '1' } };
const record = (more: Partial<AnswerRecord> = {}): AnswerRecord => ({ ...emptyRecord('x'), ...more });

describe('the outline', () => {
  it('has the questions in reading order, with their place and top group', () => {
    expect(outline.items.map(({ item, index, topIndex }) => [item.id, index, topIndex])).toEqual([
      ['first', 0, 0],
      ['second', 1, 1],
      ['third', 2, 1],
      ['fourth', 3, 1],
      ['fifth', 4, 2],
    ]);
    expect(outline.first).toBe(entry('first'));
    expect(entry('second').topGroup.id).toBe('two');
  });

  it('has the tree of groups, each with everything below it', () => {
    const shape = outline.groups.map(({ group: { id }, items, children }) => [
      id,
      items.map(({ item }) => item.id),
      children.map((child) => [child.group.id, child.items.map(({ item }) => item.id)]),
    ]);
    expect(shape).toEqual([
      ['one', ['first'], []],
      ['two', ['second', 'third', 'fourth'], [['inner', ['second', 'third']]]],
      ['extra', ['fifth'], [['nested', ['fifth']]]],
    ]);
  });

  it('knows what counts: neither the question nor a group around it is left out', () => {
    expect(outline.items.filter(({ scored }) => scored).map(({ item }) => item.id)).toEqual([
      'first',
      'second',
      'fourth',
    ]);
  });

  it('finds a question by words of both languages without accents', () => {
    for (const words of ['1.1', 'duong truyen', 'lines']) expect(entry('first').searchKey).toContain(words);
  });
});

describe('what is still to do', () => {
  it('is matched by filter', () => {
    const filters = (id: string, more: Partial<AnswerRecord>) =>
      FILTERS.filter((filter) => matches(filter, entry(id), record(more)));
    expect(filters('first', {})).toEqual(['unanswered']);
    expect(filters('third', {})).toEqual([]);
    expect(filters('fifth', { flagged: true })).toEqual(['flagged']);
    expect(filters('first', { answer: { state: 'none' } })).toEqual([]);
    expect(filters('first', { answer: { state: 'not-applicable', reason: 'x' }, flagged: true })).toEqual([
      'flagged',
      'not-applicable',
    ]);
  });

  it('includes required evidence of an answered question only', () => {
    const item = loadItem('ladder', ladder('proved', { evidence: 'required' }));
    expect(lacksEvidence(item, record({ answer: answered }))).toBe(true);
    expect(lacksEvidence(item, record({ answer: answered, evidence: ['plan'] }))).toBe(false);
    expect(lacksEvidence(item, record())).toBe(false);
    expect(lacksEvidence(entry('first').item, record({ answer: answered }))).toBe(false);
  });

  it('is counted over scored questions, or over all where none is scored', () => {
    const done = new Map<string, Answer>([
      ['first', answered],
      ['second', { state: 'none' }],
      ['third', answered],
      ['fifth', { state: 'not-applicable', reason: 'x' }],
    ]);
    const recordOf = (id: string) => record({ answer: done.get(id) ?? { state: 'unanswered' } });
    expect(progressOf(outline.items, recordOf)).toEqual({ settled: 2, total: 3 });
    expect(progressOf([entry('fifth')], recordOf)).toEqual({ settled: 1, total: 1 });
    expect(progressOf([], recordOf)).toEqual({ settled: 0, total: 0 });
  });

  it('is looked for after the present place and around the end', () => {
    const next = (from: number, ...ids: string[]) =>
      nextMatching(outline, from, ({ item }) => ids.includes(item.id))?.item.id ?? null;
    expect(next(0, 'first', 'third')).toBe('third');
    expect(next(4, 'first', 'third')).toBe('first');
    expect(next(2, 'third')).toBe('third');
    expect(next(2)).toBeNull();
  });
});

describe('levels and targets', () => {
  it('names the level of a step', () => {
    expect(levelOfStep(questionnaire, '3')?.name.vi).toBe('L3');
    expect(levelOfStep(questionnaire, '2.5')).toBeUndefined();
  });

  it('works towards the first target that is not over, else the last', () => {
    const targets = [
      { year: 2025, level: 2, note: { vi: 'x', en: 'x' } },
      { year: 2030, level: 4, note: { vi: 'x', en: 'x' } },
    ];
    const of = (year: number) => targetFor({ ...questionnaire, targets }, year)?.level;
    expect([2024, 2025, 2026, 2030, 2031].map(of)).toEqual([2, 2, 4, 4, 4]);
    expect(targetFor(questionnaire, 2026)).toBeNull();
  });
});

describe('digits that choose', () => {
  it('are the figures themselves where each is another digit', () => {
    expect(optionDigits(['1', '2', '3', '4', '5'])).toEqual(['1', '2', '3', '4', '5']);
    expect(optionDigits(['0', '1', '2'])).toEqual(['0', '1', '2']);
  });

  it('are places from 1 otherwise', () => {
    for (const figures of [
      ['0', '2.5', '5'],
      ['0', '5', '10'],
      ['0', '1', '1'],
      ['-1', '0', '1'],
    ])
      expect(optionDigits(figures)).toEqual(['1', '2', '3']);
  });
});
