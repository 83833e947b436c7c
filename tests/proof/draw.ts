/**
 * Random questionnaires that use the whole vocabulary, drawn through fast-check so that a failure can be repeated and
 * shrunk.
 */
import fc, { type GeneratorValue } from 'fast-check';
import { questionnaireSchema } from '../../src/domain/questionnaire/schema.ts';
import type { Aggregate, ItemType, LevelRule, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { bandRule, definition, group, level, type Raw } from '../domain/definition.ts';
import { drawItem } from './draw-item.ts';

export type Draw = GeneratorValue;

export const pick = <T>(g: Draw, from: readonly T[]): T => from[g(fc.nat, from.length - 1)] as T;
export const upTo = (g: Draw, most: number): number => g(fc.nat, most);
/** True once in n draws. */
export const once = (g: Draw, n: number): boolean => upTo(g, n - 1) === n - 1;

export const KINDS = ['commune', 'firm', 'school'] as const;

/** Which parts of the vocabulary may be drawn. */
export interface Wish {
  readonly types: readonly ItemType[];
  readonly aggregates: readonly Aggregate['kind'][];
  /** May a geometric mean leave zeros out? Raising a zero can then lower it. */
  readonly zeroSkip: boolean;
  readonly rules: readonly LevelRule['kind'][];
  /** Bonus, deduction. */
  readonly roles: boolean;
  readonly knockOuts: boolean;
  /** showIf and kinds. */
  readonly scope: boolean;
  readonly evidence: boolean;
  /** Scale, limits, rounding, completeness, caps, empty groups. */
  readonly valueRules: boolean;
  readonly unscored: boolean;
  readonly unanswered: readonly ('zero' | 'exclude' | 'no-score' | 'mean')[];
  readonly notApplicable: readonly ('exclude' | 'zero' | 'full' | 'copy')[];
}

export const AGGREGATES = [
  'sum',
  'mean',
  'weighted',
  'lowest',
  'lexicographic',
  'level-sum',
  'pooled',
  'percent-mean',
  'count',
  'penalties',
  'geometric',
  'none',
] as const satisfies readonly Aggregate['kind'][];

export const RULES = [
  'none',
  'bands',
  'gate',
  'attributes',
  'lowest',
  'conditions',
  'profiles',
] as const satisfies readonly LevelRule['kind'][];

export const ANYTHING: Wish = {
  types: [
    'ladder',
    'checklist',
    'choice',
    'likert',
    'multi',
    'matrix',
    'grid',
    'number',
    'ratio',
    'indicator',
    'text',
    'date',
  ],
  aggregates: AGGREGATES,
  zeroSkip: true,
  rules: RULES,
  roles: true,
  knockOuts: true,
  scope: true,
  evidence: true,
  valueRules: true,
  unscored: true,
  unanswered: ['zero', 'exclude', 'no-score', 'mean'],
  notApplicable: ['exclude', 'zero', 'full', 'copy'],
};

function rising(g: Draw, count: number, most: number): number[] {
  return Array.from({ length: count }, () => upTo(g, most - 1) + 1)
    .sort((a, b) => a - b)
    .map((value, index) => value + index);
}

function someLevels(g: Draw, levels: readonly number[]): number[] {
  const some = levels.filter(() => !once(g, 4));
  return some.length > 0 ? some : [...levels];
}

function aggregate(g: Draw, kind: Aggregate['kind'], wish: Wish): Raw {
  switch (kind) {
    case 'lowest':
      return once(g, 2) ? { kind } : { kind, k: upTo(g, 2) + 1 };
    case 'pooled':
    case 'percent-mean':
      return { kind, to: pick(g, [1, 10, 100]) };
    case 'count':
      return once(g, 2) ? { kind, on: 'value', atLeast: upTo(g, 4) } : { kind, on: 'percent', atLeast: upTo(g, 100) };
    case 'penalties':
      return { kind, start: pick(g, [0, 10, 110]) };
    case 'geometric':
      return { kind, zero: wish.zeroSkip && once(g, 2) ? 'skip' : 'zero' };
    default:
      return { kind };
  }
}

function rule(g: Draw, kind: LevelRule['kind'], levels: readonly number[], groups: readonly string[]): Raw {
  switch (kind) {
    case 'none':
    case 'lowest':
      return { kind };
    case 'gate': {
      const amount = once(g, 3) ? { count: upTo(g, 2) + 1 } : { share: pick(g, [1, 25, 50, '66.6', 75, 80, 100]) };
      return {
        kind,
        ...amount,
        ...(once(g, 2) ? { items: 'at-level', reach: pick(g, [0, 1, 2]) } : {}),
        ...(once(g, 3) ? { cumulative: false } : {}),
      };
    }
    case 'attributes':
      return { kind, largely: pick(g, [1, '1.5', 2]), fully: pick(g, [2, 3]) };
    case 'bands': {
      const given = someLevels(g, levels);
      const on = pick(g, ['percent', 'value'] as const);
      const bounds = rising(g, given.length, on === 'percent' ? 90 : 25);
      const open = once(g, 2);
      return bandRule(
        on,
        pick(g, ['lower', 'upper'] as const),
        0,
        ...given.map((value, index): [number | null, number] => [
          index === given.length - 1 && open ? null : (bounds[index] as number),
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
    case 'profiles':
      return {
        kind,
        profiles: someLevels(g, levels).map((value) => ({
          level: value,
          groups: groups
            .filter(() => once(g, 2))
            .slice(0, 3)
            .map((id) => ({ group: id, level: pick(g, levels) })),
        })),
      };
  }
}

function valueRules(g: Draw, wish: Wish, levels: readonly number[], items: readonly string[]): Raw {
  if (!wish.valueRules) return {};
  const from = upTo(g, 2);
  const scale = { from, to: from + pick(g, [1, 4, 100]) };
  return {
    ...(once(g, 5) ? { scale } : {}),
    ...(once(g, 6) ? { limits: pick(g, [{ min: 0 }, { max: 9 }, { min: 0, max: 8 }]) } : {}),
    ...(once(g, 6)
      ? { round: { decimals: upTo(g, 2), mode: pick(g, ['half-up', 'half-away', 'half-even'] as const) } }
      : {}),
    ...(once(g, 6)
      ? {
          caps: [
            once(g, 2) || items.length === 0
              ? { kind: 'lowest-group', plus: upTo(g, 2) }
              : { kind: 'items', items: [pick(g, items)], below: upTo(g, 2) + 1, level: pick(g, levels) },
          ],
        }
      : {}),
  };
}

/** Items that a cap may name. */
const named = (items: readonly Raw[]): string[] =>
  items
    .filter((item) => item.role === undefined && !['text', 'date'].includes(item.type as string))
    .map((item) => item.id as string);

/** A definition as it would stand in a file; sizes and rules as wished. */
export function drawDefinition(g: Draw, wish: Wish): Raw {
  const levels = [0, 1, 2, 3, 4].filter((value) => value === 1 || value === 2 || once(g, 2));
  const earlier: Raw[] = [];
  let count = 0;
  const id = (): string => `n${(count += 1)}`;

  const drawGroup = (depth: number): Raw => {
    const own = id();
    const before = earlier.length;
    const kind = once(g, 2) ? pick(g, wish.aggregates) : null;
    const children: Raw[] = [];
    const length = upTo(g, 3) + 1;
    while (children.length < length) {
      if (depth > 1 && kind !== 'level-sum' && once(g, 2)) children.push(drawGroup(depth - 1));
      else {
        const siblings = children.filter((child) => child.type !== 'group');
        const item = drawItem(g, id(), wish, { levels, earlier, siblings, atLevel: kind === 'level-sum' });
        children.push(item);
        earlier.push(item);
      }
    }
    const groups = children.filter((child) => child.type === 'group').map((child) => child.id as string);
    const items = named(earlier.slice(before));
    return group(own, children, {
      weight: pick(g, [1, 2, '1/2', 0]),
      ...(kind ? { aggregate: aggregate(g, kind, wish) } : {}),
      ...(once(g, 2) ? { level: rule(g, pick(g, wish.rules), levels, groups) } : {}),
      ...(wish.unscored && once(g, 8) ? { scored: false } : {}),
      ...(wish.scope && once(g, 10) ? { kinds: [pick(g, KINDS)] } : {}),
      ...(wish.valueRules && once(g, 6) ? { completeness: pick(g, [25, 50, 100]) } : {}),
      ...(wish.valueRules && once(g, 4) ? { whenEmpty: pick(g, ['exclude', 'zero'] as const) } : {}),
      ...valueRules(g, wish, levels, items),
    });
  };

  const groups = Array.from({ length: upTo(g, 2) + 1 }, () => drawGroup(2));
  const ids = groups.map((one) => one.id as string);
  const items = named(earlier);
  const joins = wish.aggregates.filter((kind) => kind !== 'level-sum');
  const open = pick(g, wish.unanswered);
  const effects = wish.notApplicable.filter((effect) => effect !== 'copy');
  return definition(
    groups,
    {
      unanswered: open === 'mean' ? { meanFrom: pick(g, [1, 50, 100]) } : open,
      notApplicable: pick(g, effects),
      ...(wish.valueRules && once(g, 3) ? { emptyGroup: 'zero' } : {}),
      ...(wish.valueRules && once(g, 6) ? { completeness: { atLeast: pick(g, [25, 50, 80]) } } : {}),
      group: aggregate(g, pick(g, joins), wish),
      groupLevel: rule(
        g,
        pick(
          g,
          wish.rules.filter((kind) => kind !== 'profiles'),
        ),
        levels,
        [],
      ),
      total: aggregate(g, pick(g, joins), wish),
      overall: rule(g, pick(g, wish.rules), levels, ids),
      ...valueRules(g, wish, levels, items),
    },
    { levels: levels.map(level), audience: [...KINDS] },
  );
}

/**
 * Parsed by the schema alone: rules that no answer can meet, or bands that nobody reaches, are refused when a file is
 * read, but scoring must agree on them all the same.
 */
export const drawQuestionnaire = (g: Draw, wish: Wish): Questionnaire =>
  questionnaireSchema.parse(drawDefinition(g, wish));
