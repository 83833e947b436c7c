import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFraction, type Exact } from '../../../src/domain/exact/exact.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { naiveScore } from './naive.ts';
import { ANYTHING, drawAnswers, drawQuestionnaire } from './random.ts';

const ANSWER_SETS = 10;
const shown = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

describe('a second implementation', () => {
  it('agrees on every node of 10 000 random answer sets', { timeout: 120_000 }, () => {
    const levels = new Set<number | null>();
    let compared = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire);
        for (let set = 0; set < ANSWER_SETS; set += 1) {
          const answers = drawAnswers(g, questionnaire);
          const { byId } = score(prepared, answers);
          const expected = naiveScore(questionnaire, answers);
          const ours = [...byId.values()].map(({ id, value, max, level, tally }) => [
            id,
            shown(value),
            shown(max),
            level,
            tally,
          ]);
          const theirs = [...byId.keys()].map((id) => {
            const node = expected.get(id);
            return [id, node?.value?.toString() ?? null, node?.max?.toString() ?? null, node?.level, node?.counts];
          });
          expect(ours).toEqual(theirs);
          expect(byId.size).toBe(expected.size);
          levels.add(byId.get('total')?.level ?? null);
          compared += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThanOrEqual(10_000);
    // The draw is worth something only when it reaches every level and no level.
    expect([...levels].sort()).toEqual([0, 1, 2, 3, 4, null]);
  });
});
