/** What the comparison of the two implementations brought to light, in its smallest form. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { toFraction } from '../../src/domain/exact/exact.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { choice, definition, group, load, type Raw } from '../domain/definition.ts';
import { naiveScore } from './naive.ts';

const NOT_HERE: Answer = { state: 'not-applicable', reason: 'not here' };
const option = (id: string): Answer => ({ state: 'answered', value: { kind: 'option', option: id } });

/** "value of maximum" of a node, the same by both implementations. */
function figure(raw: Raw, answers: Record<string, Answer>, id: string): string {
  const questionnaire = load(raw);
  const given = new Map(Object.entries(answers));
  const node = score(prepare(questionnaire), given).byId.get(id);
  const other = naiveScore(questionnaire, given).get(id);
  const ours = node?.value && node.max ? `${toFraction(node.value)} of ${toFraction(node.max)}` : 'none';
  expect(other?.value && other.max ? `${other.value.toString()} of ${other.max.toString()}` : 'none').toBe(ours);
  return ours;
}

const pooled = (children: Raw[], more: Raw = {}): Raw =>
  definition([group('g', children, more)], { total: { kind: 'pooled', to: 10 } });

describe('two implementations', () => {
  it('agree that a bonus that does not apply brings nothing, also where it copies a sibling', () => {
    const copy = { notApplicable: true, notApplicableAs: { copy: 'a' } };
    for (const role of ['bonus', 'deduction']) {
      const raw = definition([group('g', [choice('a', [0, 4]), choice('b', [0, 2], { role, ...copy })])]);
      expect(figure(raw, { a: option('4'), b: NOT_HERE }, 'g')).toBe('4 of 4');
    }
  });

  it('agree that a pooled ratio counts an item that is worth its full points although it does not apply', () => {
    const raw = pooled([choice('a', [0, 4], { notApplicable: true, notApplicableAs: 'full' })], { whenEmpty: 'zero' });
    expect(figure(raw, { a: NOT_HERE }, 'total')).toBe('10 of 10');
  });

  it('agree that a pooled ratio counts the bonus of a group in which nothing else applies', () => {
    const raw = definition(
      [
        group('g', [choice('a', [0, 4], { notApplicable: true }), choice('b', [0, 2], { role: 'bonus' })], {
          whenEmpty: 'zero',
        }),
        group('h', [choice('c', [0, 4])]),
      ],
      { total: { kind: 'pooled', to: 8 } },
    );
    const answers = { a: NOT_HERE, b: option('2'), c: option('4') };
    expect(figure(raw, answers, 'g')).toBe('2 of 4');
    expect(figure(raw, answers, 'total')).toBe('6 of 8');
  });

  it('agree on a total where nothing applies: that of the groups that are kept, or none', () => {
    const raw = definition([group('g', [choice('a', [0, 4], { notApplicable: true })], { whenEmpty: 'zero' })]);
    expect(figure(raw, { a: NOT_HERE }, 'g')).toBe('0 of 4');
    expect(figure(raw, { a: NOT_HERE }, 'total')).toBe('0 of 4');
    const dropped = definition([group('g', [choice('a', [0, 4], { notApplicable: true })])]);
    expect(figure(dropped, { a: NOT_HERE }, 'total')).toBe('none');
  });

  it('agree that a group that has not even reached the lowest level holds a cap on the lowest group', () => {
    const raw = definition(
      [
        group('g', [choice('a', [0, 5])], { level: { kind: 'gate', share: 100 } }),
        group('h', [choice('b', [0, 5])], { level: { kind: 'gate', share: 100 } }),
      ],
      {
        overall: {
          kind: 'bands',
          on: 'value',
          table: {
            closed: 'lower',
            from: 0,
            bands: [
              { to: 1, value: 1 },
              { to: null, value: 5 },
            ],
          },
        },
        caps: [{ kind: 'lowest-group', plus: 1 }],
      },
    );
    const questionnaire = load(raw);
    const answers = new Map([
      ['a', option('5')],
      ['b', option('0')],
    ]);
    expect(score(prepare(questionnaire), answers).level).toBe(1);
    expect(naiveScore(questionnaire, answers).get('total')?.level).toBe(1);
  });
});
