/** Figures of a merged unit, worked out from the rounds of the units that it was formed from. */
import { describe, expect, it } from 'vitest';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import { derivedPrevious } from '../../../src/domain/scoring/derived.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { choice, definition, group, load } from '../definition.ts';

const prepared = prepare(
  load(
    definition([group('g', [choice('a', [0, 2, 4], { notApplicable: true })]), group('zero', [choice('z', [-1, 0])])]),
  ),
);
const round = (answers: Record<string, string | null>) =>
  score(
    prepared,
    new Map(
      Object.entries(answers).map(([id, option]) => [
        id,
        option === null
          ? { state: 'not-applicable' as const, reason: 'none' }
          : { state: 'answered' as const, value: { kind: 'option' as const, option } },
      ]),
    ),
  );

describe('derived from former units', () => {
  it('is the plain mean of values, maxima and shares', () => {
    const total = derivedPrevious([round({ a: '4', z: '0' }), round({ a: '2', z: '0' })]).get('g');
    expect(total && [toFraction(total.value), toFraction(total.max), total.of]).toEqual(['3', '4', 2]);
    expect(total?.percent && toFraction(total.percent)).toBe('75');
  });

  it('leaves out a round without a figure, and what nobody has', () => {
    const derived = derivedPrevious([round({ a: null, z: '0' }), round({ a: '2', z: '0' })]);
    expect(derived.get('g')).toMatchObject({ of: 1 });
    expect(derivedPrevious([round({ a: null, z: '0' })]).has('g')).toBe(false);
    expect(derivedPrevious([]).size).toBe(0);
  });

  it('has no percentage where nothing could be reached', () => {
    expect(derivedPrevious([round({ a: '2', z: '0' })]).get('zero')?.percent).toBeNull();
  });
});
