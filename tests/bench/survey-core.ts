/**
 * Our scoring beside survey-core on the same items, the same total and the same answers. Both sides take numbers of
 * points from single choices, add them up by twenties, and add those up. survey-core keeps a whole form with the state
 * of its controls, so the ratio says what a screen that asks it for a total would pay, not that one adder is faster.
 */
import { Model } from 'survey-core';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { toFraction } from '../../src/domain/exact/exact.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { choice, definition, group, load } from '../domain/definition.ts';
import { compare, measureSync, type Row } from './measure.ts';

const POINTS = [0, 1, 2, 3, 4] as const;

/** Item n of a round: every round answers every item otherwise. */
const pointsOf = (item: number, round: number): number => (item * 7 + round * 3) % POINTS.length;
const GROUP = 20;
const groupsOf = (items: number): number[] => Array.from({ length: items / GROUP }, (_, place) => place);
const within = (place: number): number[] => Array.from({ length: GROUP }, (_, index) => place * GROUP + index);

function ours(items: number) {
  const groups = groupsOf(items).map((place) =>
    group(
      `g${place}`,
      within(place).map((item) => choice(`q${item}`, POINTS)),
    ),
  );
  const prepared = prepare(load(definition(groups)));
  const answer = (points: number): Answer => ({ state: 'answered', value: { kind: 'option', option: String(points) } });
  return {
    answersOf: (round: number): Map<string, Answer> =>
      new Map(Array.from({ length: items }, (_, item) => [`q${item}`, answer(pointsOf(item, round))])),
    answer,
    total: (answers: ReadonlyMap<string, Answer>): string => {
      const { value } = score(prepared, answers);
      return value === null ? '' : toFraction(value);
    },
  };
}

function theirs(items: number) {
  const model = new Model({
    elements: Array.from({ length: items }, (_, item) => ({
      type: 'radiogroup',
      name: `q${item}`,
      choices: POINTS.map((value) => ({ value, text: String(value) })),
    })),
    calculatedValues: [
      ...groupsOf(items).map((place) => ({
        name: `g${place}`,
        expression: `sum(${within(place)
          .map((item) => `{q${item}}`)
          .join(',')})`,
      })),
      {
        name: 'total',
        expression: `sum(${groupsOf(items)
          .map((place) => `{g${place}}`)
          .join(',')})`,
      },
    ],
  });
  return {
    dataOf: (round: number): Record<string, number> =>
      Object.fromEntries(Array.from({ length: items }, (_, item) => [`q${item}`, pointsOf(item, round)])),
    fill: (data: Record<string, number>): string => {
      model.data = data;
      return String(model.getVariable('total'));
    },
    change: (item: number, points: number): string => {
      model.setValue(`q${item}`, points);
      return String(model.getVariable('total'));
    },
  };
}

function same(what: string, a: string, b: string): void {
  if (a !== b) throw new Error(`${what}: we say ${a}, survey-core says ${b}`);
}

/** All answers at once, in a questionnaire of 60 items. */
function fillSixty(): Row {
  const [mine, other] = [ours(60), theirs(60)];
  const rounds = [0, 1, 2, 3, 4];
  const [answers, data] = [rounds.map(mine.answersOf), rounds.map(other.dataOf)];
  for (const round of rounds) same('60 items', mine.total(answers[round] ?? new Map()), other.fill(data[round] ?? {}));
  let turn = 0;
  const next = (): number => (turn += 1) % rounds.length;
  return compare(
    'score 60 answered items',
    measureSync(() => mine.total(answers[next()] ?? new Map()), 15, 500),
    'survey-core: the same answers into a form that is there, and its total',
    measureSync(() => other.fill(data[next()] ?? {}), 9, 3),
  );
}

/** One more answer in a questionnaire of 1,000 items. */
function changeOneOfThousand(): Row {
  const [mine, other] = [ours(1000), theirs(1000)];
  const answers = mine.answersOf(0);
  same('1,000 items', mine.total(answers), other.fill(other.dataOf(0)));
  const change = (item: number, points: number): string => {
    answers.set(`q${item}`, mine.answer(points));
    return mine.total(answers);
  };
  for (let turn = 0; turn < 20; turn += 1) {
    const [item, points] = [(turn * 137) % 1000, turn % POINTS.length];
    same('one changed answer', change(item, points), other.change(item, points));
  }
  let turn = 0;
  const next = (): [number, number] => [((turn += 1) * 137) % 1000, turn % POINTS.length];
  return compare(
    'one changed answer of 1,000: new total',
    measureSync(() => change(...next()), 15, 50),
    'survey-core: the same change in a form that is there, and its total',
    measureSync(() => other.change(...next()), 9, 3),
  );
}

/** Both comparisons; throws when the totals differ. */
export function benchAgainstSurveyCore(): Row[] {
  return [fillSixty(), changeOneOfThousand()];
}
