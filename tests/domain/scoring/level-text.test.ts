import { describe, expect, it } from 'vitest';
import { levelText } from '../../../src/domain/scoring/level-text.ts';
import type { PreparedGroup } from '../../../src/domain/scoring/prepare.ts';
import { bandRule, choice, definition, group, ladder, type Raw } from '../definition.ts';
import { setup } from './setup.ts';

const ten = (id: string, more: Raw = {}): Raw =>
  choice(
    id,
    Array.from({ length: 11 }, (_, points) => points),
    more,
  );
const text = (levelForm: string | undefined, scoring: Raw, answers: Record<string, unknown>, items = [ten('a')]) => {
  const { prepared, scored } = setup(definition([group('g', items)], { levelForm, ...scoring }), answers);
  return [levelText(prepared, scored, 'vi'), levelText(prepared, scored, 'en')];
};
const bands = (closed: 'lower' | 'upper'): Raw => ({
  overall: bandRule('value', closed, 0, [4, 1], [6, 2], [null, 3]),
});

describe('a level in writing', () => {
  it('is a whole number unless the questionnaire says otherwise', () => {
    expect(text(undefined, bands('lower'), { a: 5 })).toEqual(['2', '2']);
    expect(text('integer', bands('lower'), { a: 5 })).toEqual(['2', '2']);
    expect(text('fraction', bands('lower'), {})).toEqual([null, null]);
  });

  it('shows the place inside a band in tenths that are cut off', () => {
    expect(text('fraction', bands('lower'), { a: 5 })).toEqual(['2,5', '2.5']);
    expect(text('fraction', bands('lower'), { a: 0 })).toEqual(['1,0', '1.0']);
    // Exactly 4 still belongs to level 1 here, however near the next one is.
    expect(text('fraction', bands('upper'), { a: 4 })).toEqual(['1,9', '1.9']);
    expect(text('fraction', bands('lower'), { a: 9 })).toEqual(['3,0', '3.0']);
  });

  it('gets a plus from half of the way on', () => {
    expect(text('plus', bands('lower'), { a: 1 })).toEqual(['1', '1']);
    expect(text('plus', bands('lower'), { a: 2 })).toEqual(['1+', '1+']);
    expect(text('plus', bands('lower'), { a: 10 })).toEqual(['3', '3']);
  });

  it('shows what is there of the furthest condition for other rules', () => {
    const gate = { overall: { kind: 'gate', share: 100 } };
    const items = ['a', 'b', 'c'].map((id) => ladder(id));
    expect(text('fraction', gate, { a: 3, b: 3, c: 2 }, items)).toEqual(['2,6', '2.6']);
    const conditions = {
      overall: {
        kind: 'conditions',
        levels: [
          { level: 1 },
          { level: 2, total: { atLeast: 8 } },
          { level: 3, total: { atLeast: 10 }, groups: { count: 1, level: 2 } },
        ],
      },
      groupLevel: bandRule('value', 'lower', 0, [9, 1], [null, 2]),
    };
    expect(text('fraction', conditions, { a: 6 })).toEqual(['1,7', '1.7']);
    expect(text('fraction', conditions, { a: 0 })).toEqual(['1,0', '1.0']);
    expect(text('fraction', conditions, { a: 9 })).toEqual(['2,9', '2.9']);
    expect(text('fraction', conditions, { a: 8 })).toEqual(['2,0', '2.0']);
  });

  it('shows no way onward while a cap holds the level', () => {
    const capped = { ...bands('lower'), caps: [{ kind: 'items', items: ['k'], below: 1, level: 2 }] };
    const items = [ten('a'), choice('k', [0, 1])];
    expect(text('fraction', capped, { a: 9, k: 0 }, items)).toEqual(['2,0', '2.0']);
    expect(text('fraction', capped, { a: 5, k: 0 }, items)).toEqual(['2,5', '2.5']);
    const gate = { overall: { kind: 'gate', share: 100 }, caps: [{ kind: 'items', items: ['k'], below: 5, level: 2 }] };
    expect(text('fraction', gate, { a: 2, k: 2 }, [ladder('a'), ladder('k')])).toEqual(['2,0', '2.0']);
  });

  it('can be that of a group', () => {
    const { prepared, scored } = setup(
      definition([group('g', [ten('a')], { level: bandRule('percent', 'lower', 0, [50, 1], [null, 2]) })], {
        levelForm: 'plus',
      }),
      { a: 3 },
    );
    expect(levelText(prepared, scored, 'vi', prepared.root.children[0] as PreparedGroup)).toBe('1+');
    expect(levelText(prepared, scored, 'vi')).toBeNull();
  });
});
