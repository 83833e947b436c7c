import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { ANY_CONTEXT } from '../../../src/domain/assessment/context.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import type { Score } from '../../../src/domain/scoring/result.ts';
import { rescore, score } from '../../../src/domain/scoring/score.ts';
import { drawAnswers, drawEvidence } from '../../proof/draw-answers.ts';
import { ANYTHING, drawQuestionnaire, pick } from '../../proof/draw.ts';
import { choice, definition, group, type Raw } from '../definition.ts';
import { setup, shown } from './setup.ts';

const everything = ({ byId }: Score): unknown[] =>
  [...byId.values()].map(({ id, value, max, level, tally, state, insufficient }) => [
    id,
    shown(value),
    shown(max),
    level,
    tally,
    state,
    insufficient,
  ]);

describe('scoring again after one answer', () => {
  it('gives what scoring everything gives', { timeout: 120_000 }, () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const questionnaire = drawQuestionnaire(g, ANYTHING);
        const prepared = prepare(questionnaire, { ...ANY_CONTEXT, kind: pick(g, ['', 'commune']) });
        const facts = { evidence: drawEvidence(g, questionnaire) };
        const [before, others] = [drawAnswers(g, questionnaire), drawAnswers(g, questionnaire)];
        const scored = score(prepared, before, facts);
        for (const { id } of itemsOf(questionnaire.groups)) {
          const answers = new Map(before);
          const answer = others.get(id);
          if (answer) answers.set(id, answer);
          else answers.delete(id);
          expect(everything(rescore(prepared, scored, answers, id, facts))).toEqual(
            everything(score(prepared, answers, facts)),
          );
          changed += 1;
        }
      }),
      { numRuns: 800, endOnFailure: true },
    );
    expect(changed).toBeGreaterThan(2500);
  });

  it('leaves the score before as it was, and ignores items that it does not know', () => {
    const raw = definition([group('g', [choice('a', [0, 4]), choice('b', [0, 4])]), group('h', [choice('c', [0, 4])])]);
    const { prepared, scored, answers } = setup(raw, { a: 4, c: 4 });
    const copy = structuredClone(everything(scored));
    const after = rescore(prepared, scored, new Map(answers).set('b', { state: 'none' }), 'b');
    expect(everything(scored)).toEqual(copy);
    expect(after.children[1]).toBe(scored.children[1]);
    expect(rescore(prepared, scored, answers, 'nobody')).toBe(scored);
  });

  it('takes less than a millisecond for a thousand items', () => {
    const groups = Array.from({ length: 20 }, (_, g) =>
      group(
        `g${g}`,
        Array.from({ length: 50 }, (_unused, i): Raw => choice(`i${g}x${i}`, [0, 1, 2, 3])),
      ),
    );
    const { prepared } = setup(definition(groups));
    const option = (n: number): Answer => ({ state: 'answered', value: { kind: 'option', option: String(n % 4) } });
    let answers = new Map<string, Answer>([...prepared.items.keys()].map((id, n) => [id, option(n)]));
    let scored = score(prepared, answers);
    const times: number[] = [];
    for (let n = 0; n < 400; n += 1) {
      const id = `i${n % 20}x${(n * 7) % 50}`;
      answers = answers.set(id, option(n));
      const started = performance.now();
      scored = rescore(prepared, scored, answers, id);
      if (scored.value !== null) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(1);
  });
});
