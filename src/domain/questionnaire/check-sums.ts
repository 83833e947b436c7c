/** What the parts add up to: declared totals, bands that must hold every figure a group can have. */
import { ANY_CONTEXT, type AssessmentContext } from '../assessment/context.ts';
import { add, compare, exact, HUNDRED, toFraction, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { extremeOf, prepare, ROOT_ID } from '../scoring/prepare.ts';
import { itemNode } from '../scoring/item-score.ts';
import type { Prepared, PreparedGroup, PreparedNode } from '../scoring/prepared.ts';
import type { NodeScore } from '../scoring/result.ts';
import type { Path } from './check-rules.ts';
import type { Group, LevelRule, Questionnaire } from './types.ts';
import { groupsOf, isGroup, itemsOf } from './walk.ts';

/** Kinds of organisation that are scored apart; one context for all where nothing depends on the kind. */
function contextsOf(questionnaire: Questionnaire): AssessmentContext[] {
  const depends =
    [...groupsOf(questionnaire.groups)].some(({ kinds }) => kinds !== undefined) ||
    [...itemsOf(questionnaire.groups)].some((item) => item.kinds !== undefined);
  return depends ? questionnaire.audience.map((kind) => ({ kind, year: 0 })) : [ANY_CONTEXT];
}

/** A group as one kind of organisation has it. */
interface Seen {
  readonly prepared: PreparedGroup;
  /** Best value with all bonuses, and worst value with all deductions, of answers to everything. */
  readonly best: NodeScore;
  readonly worst: NodeScore;
}

const atWorst = (node: PreparedNode): NodeScore => {
  if (node.kind === 'group') return extremeOf(node, atWorst);
  return itemNode(node, 'answered', node.role === 'bonus' ? ZERO : node.scorer.min);
};

function seeGroups({ root }: Prepared): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const visit = (prepared: PreparedGroup): void => {
    seen.set(prepared.id, { prepared, best: prepared.full, worst: extremeOf(prepared, atWorst) });
    for (const child of prepared.children) if (child.kind === 'group') visit(child);
  };
  visit(root);
  return seen;
}

type Declared = { readonly max?: string; readonly weights?: string } | undefined;

/** Declared totals against what was found; for the first kind of organisation for which they differ. */
function checkDeclared(declared: Declared, groups: readonly Seen[], path: Path): Problem[] {
  const compareOne = (key: 'max' | 'weights', found: Exact): Problem[] => {
    const wanted = declared?.[key];
    if (wanted === undefined || compare(exact(wanted), found) === 0) return [];
    const params = { declared: wanted, found: toFraction(found) };
    return [{ path: [...path, key], code: 'declared-mismatch', params }];
  };
  for (const { prepared, best } of groups) {
    const weights = prepared.children.filter((node) => node.ordinary).map(({ weight }) => weight);
    const problems = [...compareOne('max', best.max ?? ZERO), ...compareOne('weights', weights.reduce(add, ZERO))];
    if (problems.length > 0) return problems;
  }
  return [];
}

/**
 * The bands of a group must hold its best figure, must not begin above both 0 and its worst one, and the last must not
 * begin where nothing gets to. A maximum that differs by kind of organisation is judged for each.
 */
function checkReach(rule: Extract<LevelRule, { kind: 'bands' }>, groups: readonly Seen[], path: Path): Problem[] {
  const { bands, from, closed } = rule.table;
  const percent = rule.on === 'percent';
  const tops = groups.map(({ best }) => (percent ? HUNDRED : best.max)).filter((top) => top !== null);
  const peaks = groups.map(({ best }) => (percent ? HUNDRED : best.value)).filter((top) => top !== null);
  const floors = groups.map(({ worst }) => (percent ? ZERO : worst.value)).filter((top) => top !== null);
  const hasBonus = groups.some(({ prepared }) => [...bonusesBelow(prepared)].length > 0);
  const problems: Problem[] = [];
  const last = bands[bands.length - 1] as (typeof bands)[number];
  const over = tops.find((top) => last.to !== null && compare(exact(last.to), top) < 0);
  if (over && last.to !== null)
    problems.push({
      path: [...path, 'table', 'bands', bands.length - 1, 'to'],
      code: 'bands-top',
      params: { to: last.to, max: toFraction(over) },
    });
  const start = exact(from);
  const under = floors.find((floor) => compare(start, ZERO) > 0 && compare(start, floor) > 0);
  if (under)
    problems.push({ path: [...path, 'table', 'from'], code: 'bands-bottom', params: { from, min: toFraction(under) } });
  const before = bands[bands.length - 2]?.to ?? null;
  const reached = (peak: Exact): boolean => {
    const side = compare(peak, exact(before as string));
    return side > 0 || (side === 0 && closed === 'lower');
  };
  if (before !== null && peaks.length > 0 && !peaks.some(reached) && !(percent && hasBonus))
    problems.push({
      path: [...path, 'table', 'bands', bands.length - 1],
      code: 'band-unreachable',
      params: { level: last.value, max: toFraction(peaks[0] as Exact) },
    });
  return problems;
}

function* bonusesBelow(group: PreparedGroup): Generator<PreparedNode> {
  for (const node of group.children) {
    if (node.kind === 'group') yield* bonusesBelow(node);
    else if (node.role === 'bonus') yield node;
  }
}

/** Rules that look at a figure need one. */
function checkFigure(rule: LevelRule, aggregate: string, path: Path): Problem[] {
  const looks = rule.kind === 'bands' || rule.kind === 'conditions';
  return looks && aggregate === 'none' ? [{ path, code: 'level-without-figure' }] : [];
}

/** A knock-out that no answer could ever lift. */
function checkBound(all: readonly Prepared[], id: string, below: string, path: Path): Problem[] {
  const [scorer] = all.flatMap(({ items }) => items.get(id)?.scorer ?? []);
  if (!scorer || compare(exact(below), scorer.max) <= 0) return [];
  const params = { value: below, min: toFraction(scorer.min), max: toFraction(scorer.max) };
  return [{ path, code: 'out-of-range', params }];
}

/** Checks everything that depends on what items and groups can be worth; the questionnaire has no other problems. */
export function checkSums(questionnaire: Questionnaire): Problem[] {
  const { scoring } = questionnaire;
  const all = contextsOf(questionnaire).map((context) => prepare(questionnaire, context));
  const seen = all.map(seeGroups);
  const problems: Problem[] = [];
  const byDefault: Seen[] = [];

  const check = (id: string, group: Pick<Group, 'declared' | 'aggregate'>, path: Path, own: LevelRule | null): void => {
    const groups = seen.flatMap((known) => known.get(id) ?? []);
    const rulePath = own ? [...path, id === ROOT_ID ? 'overall' : 'level'] : ['scoring', 'groupLevel'];
    problems.push(...checkDeclared(group.declared, groups, [...path, 'declared']));
    problems.push(...checkFigure(own ?? scoring.groupLevel, (group.aggregate ?? scoring.group).kind, rulePath));
    if (!own) byDefault.push(...groups);
    else if (own.kind === 'bands') problems.push(...checkReach(own, groups, rulePath));
  };

  check(ROOT_ID, { ...scoring, aggregate: scoring.total }, ['scoring'], scoring.overall);
  const visit = (nodes: Group['children'], path: Path): void =>
    nodes.forEach((node, index) => {
      const at = [...path, index];
      if (isGroup(node)) {
        check(node.id, node, at, node.level ?? null);
        visit(node.children, [...at, 'children']);
      } else if (node.knockOut)
        problems.push(...checkBound(all, node.id, node.knockOut.below, [...at, 'knockOut', 'below']));
    });
  visit(questionnaire.groups, ['groups']);
  if (scoring.groupLevel.kind === 'bands')
    problems.push(...checkReach(scoring.groupLevel, byDefault, ['scoring', 'groupLevel']));
  return unique(problems);
}

/** What is wrong with the default rule of groups is found at each of them and said once. */
function unique(problems: readonly Problem[]): Problem[] {
  const known = new Set<string>();
  return problems.filter(({ path, code }) => {
    const key = `${code} ${path.join('.')}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
