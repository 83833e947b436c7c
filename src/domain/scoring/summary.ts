/** What screens and reports say beside a score: the same rules for both. */
import { add, compare, divide, exact, percent, smaller, type Exact } from '../exact/exact.ts';
import type { Item, Questionnaire } from '../questionnaire/types.ts';
import type { NextStep } from './raises.ts';
import type { NodeScore, Score } from './result.ts';

type Localized = Item['title'];

/** A figure printed beside the level. */
export interface BesideFigure {
  readonly kind: 'mean' | 'lowest';
  readonly value: Exact;
  /** Top groups that stand at the lowest value; empty for the mean. */
  readonly groupIds: readonly string[];
}

/** The percentage of the own maximum, 0 to 100; null where nothing takes part. */
export function shareOf({ value, max }: Pick<NodeScore, 'value' | 'max'>): Exact | null {
  return value === null || max === null ? null : percent(value, max);
}

/** Mean and lowest value of the scored top groups, as far as the questionnaire prints them. */
export function besideFigures(questionnaire: Questionnaire, score: Score): BesideFigure[] {
  const valued = questionnaire.groups.flatMap(({ id, scored }) => {
    const value = score.byId.get(id)?.value ?? null;
    return scored && value !== null ? [{ id, value }] : [];
  });
  if (valued.length === 0) return [];
  const values = valued.map((group) => group.value);
  const lowest = values.reduce(smaller);
  const mean = divide(values.reduce(add), exact(values.length));
  return questionnaire.scoring.beside.map((kind) =>
    kind === 'mean'
      ? { kind, value: mean, groupIds: [] }
      : { kind, value: lowest, groupIds: valued.filter((g) => compare(g.value, lowest) === 0).map((g) => g.id) },
  );
}

/** The first target whose year is not past in the assessed period, or the last one there is. */
export function targetFor(questionnaire: Questionnaire, year: number): Questionnaire['targets'][number] | null {
  return questionnaire.targets.find((target) => target.year >= year) ?? questionnaire.targets.at(-1) ?? null;
}

/** The first thing to do on the way of a step: the lowest advice above the present points. */
export function adviceFor(item: Item, { from }: Pick<NextStep, 'from'>): Localized | null {
  const above = item.advice.filter(({ to }) => from === null || compare(exact(to), from) > 0);
  const first = above.reduce<Item['advice'][number] | null>(
    (lowest, entry) => (lowest === null || compare(exact(entry.to), exact(lowest.to)) < 0 ? entry : lowest),
    null,
  );
  return first?.text ?? null;
}

/** A top group with the advice that its level calls for. */
export interface GroupAdvice {
  readonly groupId: string;
  readonly text: Localized;
}

/** Advice for the scored top groups, the one with the smallest share of its maximum first. */
export function groupAdvice(questionnaire: Questionnaire, score: Score): GroupAdvice[] {
  return questionnaire.groups
    .flatMap((group) => {
      const own = score.byId.get(group.id);
      const share = own && group.scored ? shareOf(own) : null;
      const text = group.advice.find((entry) => entry.level === own?.level)?.text;
      return share !== null && text ? [{ groupId: group.id, text, share }] : [];
    })
    .sort((a, b) => compare(a.share, b.share))
    .map(({ groupId, text }) => ({ groupId, text }));
}
