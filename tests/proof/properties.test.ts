/** What must hold whatever an author writes and whatever is answered: 10 000 random answer sets for each. */
import fc, { type GeneratorValue } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { compare, toFraction, ZERO, type Exact } from '../../src/domain/exact/exact.ts';
import type { Group, Node, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import type { Score } from '../../src/domain/scoring/result.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { drawAnswers, drawEvidence, drawValue } from './draw-answers.ts';
import { AGGREGATES, ANYTHING, drawQuestionnaire, type Wish } from './draw.ts';
import { Fraction } from './fraction.ts';

const QUESTIONNAIRES = 1000;
const SETS = 10;
const LONG = { timeout: 400_000 };
const shown = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

/** Runs a check on 10 000 pairs of questionnaire and answers. */
function always(
  wish: Wish,
  check: (questionnaire: Questionnaire, answers: Map<string, Answer>, g: GeneratorValue) => void,
): void {
  let checked = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const questionnaire = drawQuestionnaire(g, wish);
      for (let set = 0; set < SETS; set += 1) {
        check(questionnaire, drawAnswers(g, questionnaire), g);
        checked += 1;
      }
    }),
    { numRuns: QUESTIONNAIRES },
  );
  expect(checked).toBeGreaterThanOrEqual(QUESTIONNAIRES * SETS);
}

const nodes = ({ byId }: Score): unknown[] =>
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

const without = (...kinds: (typeof AGGREGATES)[number][]): Wish['aggregates'] =>
  AGGREGATES.filter((kind) => !kinds.includes(kind));

describe('bounds', () => {
  it('a value never passes its maximum, bonuses apart', LONG, () => {
    always({ ...ANYTHING, roles: false }, (questionnaire, answers, g) => {
      const facts = { evidence: drawEvidence(g, questionnaire) };
      for (const { value, max } of score(prepare(questionnaire), answers, facts).byId.values()) {
        expect(value === null).toBe(max === null);
        if (value && max) expect(compare(value, max)).toBeLessThanOrEqual(0);
      }
    });
  });

  it('a value is never below zero where no item can be', LONG, () => {
    const wish: Wish = { ...ANYTHING, roles: false, aggregates: without('penalties') };
    let counted = 0;
    always(wish, (questionnaire, answers) => {
      const prepared = prepare(questionnaire);
      if ([...prepared.items.values()].some(({ scorer }) => compare(scorer.min, ZERO) < 0)) return;
      counted += 1;
      for (const { value } of score(prepared, answers).byId.values())
        if (value) expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
    });
    expect(counted).toBeGreaterThan(1000);
  });
});

describe('monotone', () => {
  /** Raises every answer in turn, alone, and looks at all values above it. */
  function raiseEach(wish: Wish): void {
    let raised = 0;
    always(wish, (questionnaire, answers, g) => {
      const prepared = prepare(questionnaire);
      const asked = [...itemsOf(questionnaire.groups)].filter((item) => answers.get(item.id)?.state === 'answered');
      if (asked.length === 0) return;
      const item = asked[g(fc.nat, asked.length - 1)] as (typeof asked)[number];
      const answer = answers.get(item.id);
      const scorer = prepared.items.get(item.id)?.scorer;
      if (answer?.state !== 'answered' || !scorer) return;
      const value = drawValue(g, item);
      const [now, then] = [scorer.score(answer.value), scorer.score(value)];
      if (now === null || then === null || now === 'unanswered' || then === 'unanswered') return;
      if (compare(then, now) <= 0) return;
      raised += 1;
      const before = score(prepared, answers);
      const after = score(prepared, new Map(answers).set(item.id, { state: 'answered', value }));
      for (const [id, node] of before.byId) {
        const other = after.byId.get(id);
        if (node.value && other?.value) expect(compare(other.value, node.value)).toBeGreaterThanOrEqual(0);
      }
    });
    expect(raised).toBeGreaterThan(1000);
  }

  it('a better answer never lowers a value, whatever is done to the joined value', LONG, () => {
    raiseEach({
      ...ANYTHING,
      roles: false,
      scope: false,
      knockOuts: false,
      zeroSkip: false,
      // The maximum of the lowest child is that of another child after a change, so shares of it may fall.
      aggregates: without('lowest', 'lexicographic'),
    });
  });

  it('a better answer never lowers the lowest, the k-th lowest or what is made of them', LONG, () => {
    raiseEach({
      ...ANYTHING,
      roles: false,
      scope: false,
      knockOuts: false,
      valueRules: false,
      aggregates: ['sum', 'mean', 'weighted', 'lowest', 'lexicographic'],
    });
  });
});

describe('what must make no difference', () => {
  it('the order of answers and of children', LONG, () => {
    // Of equal children the first one gives the lowest its maximum; conditions look back, so they need the order.
    const wish: Wish = { ...ANYTHING, scope: false, aggregates: without('lowest', 'lexicographic') };
    always(wish, (questionnaire, answers) => {
      const turned = mapNodes({ ...questionnaire, groups: [...questionnaire.groups].reverse() }, (node) =>
        node.type === 'group' ? { ...node, children: [...node.children].reverse() } : node,
      );
      expect(nodes(score(prepare(turned), new Map([...answers].reverse())))).toEqual(
        nodes(score(prepare(questionnaire), answers)),
      );
    });
  });

  it('the unit of the weights', LONG, () => {
    always({ ...ANYTHING, aggregates: ['weighted'] }, (questionnaire, answers, g) => {
      const factor = Fraction.of(['2', '10', '1/7', '0.3'][g(fc.nat, 3)] as string);
      const times = <T extends { readonly weight: string }>(part: T): T => ({
        ...part,
        weight: Fraction.of(part.weight).times(factor).toString(),
      });
      const scaled = mapNodes(questionnaire, (node) =>
        times(node.type === 'matrix' || node.type === 'grid' ? { ...node, rows: node.rows.map(times) } : node),
      );
      expect(nodes(score(prepare(scaled), answers))).toEqual(nodes(score(prepare(questionnaire), answers)));
    });
  });

  it('an item that does not apply, or one that was never asked', LONG, () => {
    const wish: Wish = { ...ANYTHING, roles: false, scope: false, valueRules: false, notApplicable: ['exclude'] };
    always(wish, (questionnaire, answers) => {
      const prepared = prepare(questionnaire);
      const whole = score(prepared, answers);
      const asked = mapNodes(questionnaire, (node) => {
        const state = node.type === 'group' ? null : whole.byId.get(node.id)?.state;
        return state === 'not-applicable' || state === 'excluded' ? null : node;
      });
      const left = score(prepare(asked), answers);
      for (const { id, value, max, level } of left.byId.values()) {
        const same = whole.byId.get(id);
        expect([id, shown(value), shown(max), level]).toEqual([
          id,
          shown(same?.value ?? null),
          shown(same?.max ?? null),
          same?.level,
        ]);
      }
    });
  });
});
