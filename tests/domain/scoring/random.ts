/** Random but valid questionnaires and answers, drawn through fast-check so that a failure can be repeated. */
import fc, { type GeneratorValue } from 'fast-check';
import type { Answer, AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { parseStoredQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Item, Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import {
  bandRule,
  choice,
  definition,
  group,
  ladder,
  level,
  load,
  multi,
  number,
  ratio,
  text,
  type Raw,
} from '../definition.ts';

type Draw = GeneratorValue;

const AGGREGATES = ['sum', 'mean', 'weighted', 'lowest'] as const;
/** Options of a choice or multi always have one that is not negative, so no maximum is. */
const POINTS = ['1', '2', '3', '5', '0.5', '1/3', '2.25', '-1', '-0.5'] as const;

export interface Wish {
  readonly depth: number;
  readonly children: number;
  readonly types: readonly Item['type'][];
  readonly aggregates: readonly (typeof AGGREGATES)[number][];
  readonly rules: readonly ('none' | 'bands' | 'gate' | 'lowest' | 'conditions')[];
  readonly groupRules: Wish['rules'];
  readonly unscored: boolean;
}

export const ANYTHING: Wish = {
  depth: 3,
  children: 4,
  types: ['ladder', 'choice', 'multi', 'number', 'ratio', 'text'],
  aggregates: AGGREGATES,
  rules: ['none', 'bands', 'gate', 'lowest', 'conditions'],
  groupRules: ['none', 'bands', 'gate', 'lowest', 'conditions'],
  unscored: true,
};

const pick = <T>(g: Draw, from: readonly T[]): T => from[g(fc.nat, from.length - 1)] as T;
const upTo = (g: Draw, most: number): number => g(fc.nat, most);
/** True once in n draws. */
const once = (g: Draw, n: number): boolean => upTo(g, n - 1) === n - 1;

function rising(g: Draw, count: number, most: number): number[] {
  return Array.from({ length: count }, () => upTo(g, most - 1) + 1)
    .sort((a, b) => a - b)
    .map((value, index) => value + index);
}

function someLevels(g: Draw, levels: readonly number[]): number[] {
  const some = levels.filter(() => !once(g, 4));
  return some.length > 0 ? some : [...levels];
}

function rule(g: Draw, kind: Wish['rules'][number], levels: readonly number[]): Raw {
  switch (kind) {
    case 'none':
    case 'lowest':
      return { kind };
    case 'gate':
      return { kind, share: pick(g, [1, 25, 50, '66.6', 75, 80, 100]) };
    case 'bands': {
      const given = someLevels(g, levels);
      const on = pick(g, ['percent', 'value'] as const);
      const bounds = rising(g, given.length, on === 'percent' ? 90 : 25);
      const last = given.length - 1;
      // The table must hold the maximum.
      const end = on === 'percent' && once(g, 2) ? 100 : null;
      return bandRule(
        on,
        pick(g, ['lower', 'upper'] as const),
        0,
        ...given.map((value, index): [number | null, number] => [
          index === last ? end : (bounds[index] as number),
          value,
        ]),
      );
    }
    case 'conditions':
      return {
        kind,
        levels: someLevels(g, levels).map((value, index) => ({
          level: value,
          ...(once(g, 4) ? {} : { total: { [pick(g, ['moreThan', 'atLeast'] as const)]: upTo(g, 6) * (index + 1) } }),
          ...(once(g, 2) ? {} : { groups: { count: upTo(g, 2) + 1, level: pick(g, levels) } }),
        })),
      };
  }
}

function numberScore(g: Draw, most: number): Raw {
  if (once(g, 3))
    return {
      kind: 'linear',
      zeroAt: pick(g, [0, 10, 90]),
      fullAt: pick(g, [20, 60, 100]),
      points: pick(g, [1, 3, '2.5', 5]),
    };
  const bounds = rising(g, upTo(g, 3) + 1, most);
  const bands = bounds.map((to, index) => ({
    to: index === bounds.length - 1 && once(g, 2) ? null : to,
    value: upTo(g, 5),
  }));
  return { kind: 'bands', table: { closed: pick(g, ['lower', 'upper'] as const), from: 0, bands } };
}

function item(g: Draw, id: string, wish: Wish, levels: readonly number[]): Raw {
  const more: Raw = {
    notApplicable: true,
    weight: pick(g, [1, 1, 2, '0.5', '1/3', 0]),
    priority: upTo(g, 2) + 1,
    effort: upTo(g, 2) + 1,
    ...(wish.unscored && once(g, 6) ? { scored: false } : {}),
  };
  const points = (): string[] => ['0', ...Array.from({ length: upTo(g, 3) + 1 }, () => pick(g, POINTS))];
  switch (pick(g, wish.types)) {
    case 'ladder': {
      const steps = someLevels(g, levels);
      return ladder(id, more, steps.length < 2 ? levels : steps);
    }
    case 'choice':
      return choice(id, [...new Set(points())], more);
    case 'multi':
      return multi(id, points(), { ...more, ...(once(g, 3) ? { max: pick(g, [1, '1.5', 4]) } : {}) });
    case 'number':
      return number(id, numberScore(g, 40), more);
    case 'ratio':
      return ratio(id, {
        ...more,
        whenZero: pick(g, ['not-applicable', 'zero', 'full'] as const),
        mayExceed: once(g, 2),
        score: numberScore(g, 90),
      });
    default:
      return text(id, { ...more, scored: false });
  }
}

/** Bands of values that nothing gets to are read as percentages instead. */
function loadReachable(raw: Raw): Questionnaire {
  const parsed = parseStoredQuestionnaire(raw);
  if (parsed.ok) return parsed.value;
  for (const { path, code } of parsed.problems) {
    if (code !== 'band-unreachable') throw new Error(JSON.stringify(parsed.problems));
    const drawn = path.slice(0, -3).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], raw);
    (drawn as Raw)['on'] = 'percent';
  }
  return load(raw);
}

/** A questionnaire that loads; sizes and rules as wished. */
export function drawQuestionnaire(g: Draw, wish: Wish): Questionnaire {
  const levels = [0, 1, 2, 3, 4].filter((value) => value === 1 || value === 2 || once(g, 2));
  let nodes = 0;
  const node = (depth: number): Raw => {
    nodes += 1;
    const id = `n${nodes}`;
    if (depth === 0 || (depth < wish.depth && once(g, 2))) return item(g, id, wish, levels);
    return group(
      id,
      Array.from({ length: upTo(g, wish.children - 1) + 1 }, () => node(depth - 1)),
      {
        weight: pick(g, [1, 2, '1/2', 0]),
        ...(once(g, 2) ? { aggregate: { kind: pick(g, wish.aggregates) } } : {}),
        ...(once(g, 2) ? { level: rule(g, pick(g, wish.groupRules), levels) } : {}),
        ...(wish.unscored && once(g, 6) ? { scored: false } : {}),
      },
    );
  };
  const groups = Array.from({ length: upTo(g, wish.children - 1) + 1 }, () => node(wish.depth));
  return loadReachable(
    definition(
      groups,
      {
        unanswered: pick(g, ['zero', 'exclude'] as const),
        notApplicable: pick(g, ['exclude', 'zero', 'full'] as const),
        group: { kind: pick(g, wish.aggregates) },
        groupLevel: rule(g, pick(g, wish.groupRules), levels),
        total: { kind: pick(g, wish.aggregates) },
        overall: rule(g, pick(g, wish.rules), levels),
      },
      { levels: levels.map(level) },
    ),
  );
}

export function drawValue(g: Draw, asked: Item): AnswerValue {
  switch (asked.type) {
    case 'ladder':
      return { kind: 'option', option: pick(g, asked.steps).id };
    case 'choice':
      return { kind: 'option', option: pick(g, asked.options).id };
    case 'multi':
      return { kind: 'options', options: asked.options.filter(() => once(g, 2)).map((option) => option.id) };
    case 'number':
      return { kind: 'number', number: pick(g, ['0', '1', '7', '10', '19.5', '20', '33.333333', '45']) };
    case 'ratio': {
      const b = upTo(g, 9);
      return { kind: 'ratio', a: String(upTo(g, asked.mayExceed ? 12 : b)), b: String(b) };
    }
    default:
      return { kind: 'text', text: 'x' };
  }
}

export function drawAnswer(g: Draw, asked: Item): Answer {
  const state = upTo(g, 9);
  if (state === 0) return { state: 'unanswered' };
  if (state === 1) return { state: 'not-applicable', reason: 'x' };
  if (state === 2 && asked.type === 'multi') return { state: 'none' };
  return { state: 'answered', value: drawValue(g, asked) };
}

/** Answers for a part of the items; the others have no record at all. */
export function drawAnswers(g: Draw, questionnaire: Questionnaire): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const asked of itemsOf(questionnaire.groups)) if (!once(g, 8)) answers.set(asked.id, drawAnswer(g, asked));
  return answers;
}
