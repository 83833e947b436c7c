/** The program and the second implementation, on random questionnaires that use the whole vocabulary. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/domain/assessment/check-answer.ts';
import { toFraction, type Exact } from '../../src/domain/exact/exact.ts';
import { itemIndex } from '../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { drawAnswers, drawEvidence } from './draw-answers.ts';
import { AGGREGATES, ANYTHING, drawQuestionnaire, KINDS, pick, RULES } from './draw.ts';
import { naiveScore } from './naive.ts';

const QUESTIONNAIRES = 1000;
const SETS = 10;
const shown = (value: Exact | null | undefined): string | null => (value ? toFraction(value) : null);

describe('a second implementation', () => {
  it('agrees on value, maximum and level of every node of 10 000 random answer sets', { timeout: 400_000 }, () => {
    const met = new Set<string>();
    let compared = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const items = itemIndex(questionnaire);
        const context = { kind: pick(g, ['', ...KINDS]), year: pick(g, [0, 2024, 2026, 2031]) };
        const prepared = prepare(questionnaire, context);
        for (let set = 0; set < SETS; set += 1) {
          const answers = drawAnswers(g, questionnaire);
          for (const [id, item] of items) {
            const answer = answers.get(id);
            if (answer) expect(checkAnswer(item, answer)).toEqual([]);
          }
          const evidence = drawEvidence(g, questionnaire);
          const { byId } = score(prepared, answers, { evidence });
          const expected = naiveScore(questionnaire, answers, context, evidence);
          const theirs = [...expected.values()].map(({ id, value, max, level }) => [
            id,
            value?.toString() ?? null,
            max?.toString() ?? null,
            level,
          ]);
          const ours = [...expected.keys()].map((id) => {
            const node = byId.get(id);
            return [id, shown(node?.value), shown(node?.max), node?.level ?? null];
          });
          expect(ours).toEqual(theirs);
          expect([...byId.keys()].filter((id) => !expected.has(id))).toEqual([]);
          const { total, overall } = questionnaire.scoring;
          const outcome = expected.get('total');
          if (outcome?.value) met.add(total.kind);
          if (outcome?.level !== null) met.add(overall.kind);
          met.add(`level ${outcome?.level}`);
          compared += 1;
        }
      }),
      { numRuns: QUESTIONNAIRES },
    );
    expect(compared).toBeGreaterThanOrEqual(QUESTIONNAIRES * SETS);
    // The draw is worth something only when every rule gives a figure or a level, and every level is met.
    const valued = AGGREGATES.filter((kind) => kind !== 'none' && kind !== 'level-sum');
    const levelled = RULES.filter((kind) => kind !== 'none');
    for (const kind of [...valued, ...levelled]) expect([...met]).toContain(kind);
    for (const level of [0, 1, 2, 3, 4, null]) expect([...met]).toContain(`level ${level}`);
  });
});
