/** Typing in a paper form: what fields a question has, and what is read out of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNANSWERED, type Answer } from '../../src/domain/assessment/answer.ts';
import { checkAnswer } from '../../src/domain/assessment/check-answer.ts';
import { ITEM_TYPES, printValue } from '../../src/domain/items/registry.ts';
import type { Item } from '../../src/domain/questionnaire/types.ts';
import { fieldsOf, isSettled, readTexts, textsOf } from '../../src/renderer/screens/entry/fields.ts';
import { choice, ladder, loadItem, multi, number, ratio } from '../domain/definition.ts';
import { drawValidValue, grid, matrix, parseItem, SAMPLES } from '../domain/items/samples.ts';

const only = (typed: string, item: Parameters<typeof fieldsOf>[0]) => {
  const [field] = fieldsOf(item);
  return readTexts(item, { [field?.key ?? '']: typed }, 'vi');
};
const printed = (item: Item, answer: Answer): string =>
  answer.state === 'answered' ? printValue(item, answer.value, 'vi') : answer.state;
const answered = (value: Extract<Answer, { state: 'answered' }>['value']): { answer: Answer } => ({
  answer: { state: 'answered', value },
});

describe.each(ITEM_TYPES)('a %s', (type) => {
  it('can be typed in, and what was typed reads as the answer again', () => {
    for (const item of SAMPLES[type]) {
      expect(fieldsOf(item).length).toBeGreaterThan(0);
      fc.assert(
        fc.property(fc.gen(), fc.constantFrom('vi', 'en'), (g, language) => {
          const value = drawValidValue(g, item);
          // Nothing ticked is the state "none of these" for several options.
          const answer: Answer =
            item.type === 'multi' && value.kind === 'options' && value.options.length === 0
              ? { state: 'none' }
              : { state: 'answered', value };
          if (value.kind === 'text' && value.text.includes('\n')) return;
          const read = readTexts(item, textsOf(item, answer, language), language);
          if ('problem' in read) throw new Error(read.problem);
          // "2.50" is read as 2.5: the same to a person, and from then on the same text.
          expect(printed(item, read.answer)).toBe(printed(item, answer));
          expect(readTexts(item, textsOf(item, read.answer, language), language)).toEqual(read);
          expect(checkAnswer(item, read.answer)).toEqual([]);
        }),
        { numRuns: 60 },
      );
      expect(readTexts(item, textsOf(item, UNANSWERED, 'vi'), 'vi')).toEqual({ answer: UNANSWERED });
      expect(readTexts(item, {}, 'vi')).toEqual({ answer: UNANSWERED });
    }
  });
});

describe('what is typed', () => {
  it('chooses by the figure that the answer screen shows', () => {
    const item = loadItem('choice', choice('c', [0, 2, 1]));
    expect(only('2', item)).toEqual(answered({ kind: 'option', option: '2' }));
    expect(only(' 0 ', item)).toEqual(answered({ kind: 'option', option: '0' }));
    expect(only('3', item)).toMatchObject({ problem: 'option' });
  });

  it('ticks several with and without spaces', () => {
    const item = loadItem('multi', multi('m', [1, 1, 1, 1]));
    const ticked = answered({ kind: 'options', options: ['o0', 'o2', 'o3'] });
    for (const typed of ['1 3 4', '134', '4,3,1', '1; 3; 4', '1.3.4', '1 1 3 4'])
      expect(only(typed, item)).toEqual(ticked);
    for (const typed of ['-', ' – ']) expect(only(typed, item)).toEqual({ answer: { state: 'none' } });
    for (const typed of ['5', '0', '1-2', 'a']) expect(only(typed, item)).toMatchObject({ problem: 'option' });
  });

  it('keeps two-digit figures apart', () => {
    const item = loadItem(
      'multi',
      multi(
        'm',
        Array.from({ length: 12 }, () => 1),
      ),
    );
    expect(only('1 12', item)).toEqual(answered({ kind: 'options', options: ['o0', 'o11'] }));
    expect(only('112', item)).toMatchObject({ problem: 'option' });
  });

  it('fills tables row by row', () => {
    const table = parseItem('matrix', matrix('t', [0, 1, 2]));
    expect(fieldsOf(table).map(({ key, kind }) => [key, kind])).toEqual([
      ['r1', 'one'],
      ['r2', 'one'],
      ['r3', 'one'],
    ]);
    const boxes = parseItem('grid', grid('b', [1, 2]));
    expect(readTexts(boxes, { r1: '12', r2: '-' }, 'vi')).toEqual(
      answered({
        kind: 'cells',
        cells: [
          { row: 'r1', columns: ['c1', 'c2'] },
          { row: 'r2', columns: [] },
        ],
      }),
    );
  });

  it('reads figures in the language of the screen, and waits for the second of two', () => {
    const item = loadItem('number', number('n'));
    expect(readTexts(item, { value: '1.234,5' }, 'vi')).toEqual(answered({ kind: 'number', number: '1234.5' }));
    expect(readTexts(item, { value: '1,234.5' }, 'en')).toEqual(answered({ kind: 'number', number: '1234.5' }));
    expect(readTexts(item, { value: 'mười' }, 'vi')).toMatchObject({ problem: 'number' });
    expect(readTexts(loadItem('ratio', ratio('r')), { a: '3' }, 'vi')).toMatchObject({ problem: 'incomplete' });
  });

  it('goes on by itself only when nothing longer could be meant', () => {
    const few = fieldsOf(loadItem('ladder', ladder('l')))[0];
    const many = fieldsOf(
      loadItem(
        'choice',
        choice(
          'c',
          Array.from({ length: 12 }, (_, index) => index * 10),
        ),
      ),
    )[0];
    if (!few || !many) throw new Error('no field');
    expect(isSettled(few, '3')).toBe(true);
    expect(isSettled(few, '9')).toBe(false);
    expect(isSettled(few, '')).toBe(false);
    expect(isSettled(many, '1')).toBe(false);
    expect(isSettled(many, '12')).toBe(true);
    expect(isSettled({ ...few, kind: 'many' }, '3')).toBe(false);
  });
});
