import { describe, expect, it } from 'vitest';
import { emptyRecord, type Answer, type AnswerRecord } from '../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT } from '../../src/domain/assessment/context.ts';
import { entryAt, outlineOf } from '../../src/renderer/screens/answer/outline.ts';
import { previousAnswer, sameAnswer } from '../../src/renderer/screens/answer/previous.ts';
import { ShownItems } from '../../src/renderer/screens/answer/shown.ts';
import { definition, group, ladder, load, multi, text } from '../domain/definition.ts';

const questionnaire = load(
  definition([
    group('one', [
      ladder('plan'),
      text('why', { showIf: { item: 'plan', atLeast: 3 } }),
      ladder('firms-only', { kinds: ['enterprise'] }),
    ]),
    group('two', [text('more', { showIf: { item: 'why', state: 'answered' } })]),
  ]),
);
const option = (value: string): Answer => ({ state: 'answered', value: { kind: 'option', option: value } });
const because: Answer = { state: 'answered', value: { kind: 'text', text: 'Vì thiếu người' } };

/** The records of a session: objects are replaced, never changed. */
function records() {
  const kept = new Map<string, AnswerRecord>();
  const of = (id: string): AnswerRecord => {
    const record = kept.get(id) ?? emptyRecord(id);
    kept.set(id, record);
    return record;
  };
  return { of, put: (id: string, answer: Answer) => void kept.set(id, { ...of(id), answer }) };
}

describe('questions that depend on others', () => {
  it('appear when the condition holds, and keep their answers while it does not', () => {
    const items = new ShownItems(questionnaire, { kind: 'commune', year: 2025 });
    const { of, put } = records();
    const shown = () => [...items.at(of)];
    expect(shown()).toEqual(['plan']);
    put('plan', option('3'));
    expect(shown()).toEqual(['plan', 'why']);
    put('why', because);
    expect(shown()).toEqual(['plan', 'why', 'more']);
    // The one in between is hidden again: what follows from it goes too, and its answer is still there.
    put('plan', option('2'));
    expect(shown()).toEqual(['plan']);
    put('plan', option('4'));
    expect(shown()).toEqual(['plan', 'why', 'more']);
    expect(of('why').answer).toEqual(because);
  });

  it('give the same set again while none appears or goes', () => {
    const items = new ShownItems(questionnaire, { kind: 'commune', year: 2025 });
    const { of, put } = records();
    const first = items.at(of);
    expect(items.at(of)).toBe(first);
    put('plan', option('1'));
    expect(items.at(of)).toBe(first);
  });

  it('are asked of the kinds that they concern', () => {
    const of = (id: string) => emptyRecord(id);
    expect([...new ShownItems(questionnaire, { kind: 'enterprise', year: 2025 }).at(of)]).toContain('firms-only');
    expect([...new ShownItems(questionnaire, ANY_CONTEXT).at(of)]).toContain('firms-only');
  });
});

describe('the outline of what is asked', () => {
  const asked = (...ids: string[]) => outlineOf(questionnaire, (id) => ids.includes(id));

  it('leaves out hidden questions, and groups without any', () => {
    const outline = asked('plan', 'why');
    expect(outline.items.map(({ item, index }) => [item.id, index])).toEqual([
      ['plan', 0],
      ['why', 1],
    ]);
    expect(outline.groups.map(({ group: { id } }) => id)).toEqual(['one']);
    expect(asked('more').items[0]).toMatchObject({ index: 0, topIndex: 0 });
    expect(asked().first).toBeNull();
  });

  it('shows the question before one that is not asked any more', () => {
    const at = (outline: ReturnType<typeof asked>, id: string | null) =>
      entryAt(questionnaire, outline, id)?.item.id ?? null;
    expect(at(asked('plan', 'why'), 'why')).toBe('why');
    expect(at(asked('plan'), 'more')).toBe('plan');
    expect(at(asked('why', 'more'), 'plan')).toBe('why');
    expect(at(asked('plan'), null)).toBe('plan');
    expect(at(asked('plan'), 'unknown')).toBe('plan');
    expect(at(asked(), 'plan')).toBeNull();
  });
});

describe('the answer of last round', () => {
  const [plan] = outlineOf(questionnaire).items;
  const was = (answer: Answer) => previousAnswer(plan?.item as never, { ...emptyRecord('plan'), answer });

  it('is suggested where it still fits', () => {
    expect(was(option('2'))).toEqual(option('2'));
    expect(was(option('9'))).toBeNull();
    expect(was(because)).toBeNull();
    expect(was({ state: 'unanswered' })).toBeNull();
    expect(was({ state: 'none' })).toBeNull();
    expect(was({ state: 'not-applicable', reason: 'x' })).toBeNull();
    expect(previousAnswer(plan?.item as never, undefined)).toBeNull();
  });

  it('of several options may be none of them', () => {
    const set = load(definition([group('g', [multi('m', [1, 1])])]));
    const [entry] = outlineOf(set).items;
    const none: Answer = { state: 'none' };
    expect(previousAnswer(entry?.item as never, { ...emptyRecord('m'), answer: none })).toEqual(none);
    expect(sameAnswer(none, { state: 'none' })).toBe(true);
    expect(sameAnswer(option('1'), option('2'))).toBe(false);
  });
});
