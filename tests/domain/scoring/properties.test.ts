import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { compare, toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import type { Group, Item, Node, Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import type { Score } from '../../../src/domain/scoring/result.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { Fraction } from './naive.ts';
import { ANYTHING, drawAnswers, drawQuestionnaire, drawValue } from './random.ts';

const RUNS = { numRuns: 500 };
const SETS = 4;
const LONG = { timeout: 60_000 };
const shown = (value: Exact | null): string | null => (value === null ? null : toFraction(value));
const everything = ({ byId }: Score): unknown[] =>
  [...byId.values()]
    .map(({ id, value, max, level }) => [id, shown(value), shown(max), level])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

/** The same questionnaire with its nodes changed or taken out; groups left empty go too. */
function mapNodes(questionnaire: Questionnaire, change: (node: Node) => Node | null): Questionnaire {
  const visit = (node: Node): Node[] => {
    const changed = change(node);
    if (changed === null) return [];
    if (changed.type !== 'group') return [changed];
    const children = changed.children.flatMap(visit);
    return children.length === 0 ? [] : [{ ...changed, children }];
  };
  return { ...questionnaire, groups: questionnaire.groups.flatMap(visit) as Group[] };
}

describe('scoring', () => {
  it('never gives more than the maximum', LONG, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        for (let set = 0; set < SETS; set += 1)
          for (const { value, max } of score(prepare(questionnaire), drawAnswers(g, questionnaire)).byId.values()) {
            expect(value === null).toBe(max === null);
            if (value && max) expect(compare(value, max)).toBeLessThanOrEqual(0);
          }
      }),
      RUNS,
    );
  });

  it('never falls when one answer gets more points', LONG, () => {
    let raised = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire);
        const answers = drawAnswers(g, questionnaire);
        const before = score(prepared, answers);
        for (const item of itemsOf(questionnaire.groups)) {
          const answer = answers.get(item.id);
          const scorer = prepared.items.get(item.id)?.scorer;
          if (answer?.state !== 'answered' || !scorer) continue;
          const value = drawValue(g, item);
          const [now, then] = [scorer.score(answer.value), scorer.score(value)];
          if (!now || !then || compare(then, now) <= 0) continue;
          raised += 1;
          const after = score(prepared, new Map(answers).set(item.id, { state: 'answered', value }));
          for (const [id, node] of before.byId) {
            const other = after.byId.get(id);
            // The maximum of "lowest" is that of another child, and shares of the maximum may then fall.
            if (!other?.value || !node.value) continue;
            expect(compare(other.value, node.value)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      RUNS,
    );
    expect(raised).toBeGreaterThan(500);
  });

  it('never loses a level when one answer gets more points or an open item is answered under a gate', LONG, () => {
    const wish = { ...ANYTHING, aggregates: ['sum', 'mean', 'weighted'] as const };
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, wish);
        const prepared = prepare(questionnaire);
        const answers = drawAnswers(g, questionnaire);
        const before = score(prepared, answers).level;
        for (const item of itemsOf(questionnaire.groups)) {
          const answer = answers.get(item.id);
          const scorer = prepared.items.get(item.id)?.scorer;
          if (answer?.state !== 'answered' || !scorer) continue;
          const value = drawValue(g, item);
          const [now, then] = [scorer.score(answer.value), scorer.score(value)];
          if (!now || !then || compare(then, now) <= 0) continue;
          const after = score(prepared, new Map(answers).set(item.id, { state: 'answered', value })).level;
          expect(after ?? -1).toBeGreaterThanOrEqual(before ?? -1);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of answers or of children', LONG, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        // The maximum of "lowest" is that of the first of equal children.
        const questionnaire = drawQuestionnaire(g, { ...ANYTHING, aggregates: ['sum', 'mean', 'weighted'] });
        const answers = drawAnswers(g, questionnaire);
        const turned = mapNodes({ ...questionnaire, groups: [...questionnaire.groups].reverse() }, (node) =>
          node.type === 'group' ? { ...node, children: [...node.children].reverse() } : node,
        );
        expect(everything(score(prepare(turned), new Map([...answers].reverse())))).toEqual(
          everything(score(prepare(questionnaire), answers)),
        );
      }),
      RUNS,
    );
  });

  it('does not depend on the unit of the weights', LONG, () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom('2', '10', '1/7', '0.3'), (g, factor) => {
        const questionnaire = drawQuestionnaire(g, { ...ANYTHING, aggregates: ['weighted'] });
        const answers = drawAnswers(g, questionnaire);
        const scaled = mapNodes(questionnaire, (node) => ({
          ...node,
          weight: Fraction.of(node.weight).times(Fraction.of(factor)).toString(),
        }));
        expect(everything(score(prepare(scaled), answers))).toEqual(everything(score(prepare(questionnaire), answers)));
      }),
      RUNS,
    );
  });

  it('scores what does not apply as if it had never been asked', LONG, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const drawn = drawQuestionnaire(g, ANYTHING);
        const questionnaire: Questionnaire = { ...drawn, scoring: { ...drawn.scoring, notApplicable: 'exclude' } };
        const answers = drawAnswers(g, questionnaire);
        const isAsked = (item: Item): boolean => {
          const answer = answers.get(item.id);
          if (answer?.state === 'answered')
            return prepare(questionnaire).items.get(item.id)?.scorer.score(answer.value) !== null;
          return answer?.state !== 'not-applicable';
        };
        const asked = mapNodes(questionnaire, (node) => (node.type === 'group' || isAsked(node) ? node : null));
        const whole = score(prepare(questionnaire), answers);
        const left = score(prepare(asked), answers);
        for (const node of left.byId.values())
          expect([node.id, shown(node.value), shown(node.max), node.level]).toEqual([
            node.id,
            shown(whole.byId.get(node.id)?.value ?? null),
            shown(whole.byId.get(node.id)?.max ?? null),
            whole.byId.get(node.id)?.level,
          ]);
      }),
      RUNS,
    );
  });

  it('is pure', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire);
        const answers: ReadonlyMap<string, Answer> = drawAnswers(g, questionnaire);
        const copy = structuredClone(answers);
        expect(everything(score(prepared, answers))).toEqual(everything(score(prepared, copy)));
        expect(answers).toEqual(copy);
      }),
      { numRuns: 100 },
    );
  });
});
