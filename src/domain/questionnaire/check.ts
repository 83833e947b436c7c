import { compare, exact, ZERO } from '../exact/exact.ts';
import { checkItem } from '../items/registry.ts';
import type { Problem } from '../problem.ts';
import { ROOT_ID } from '../scoring/prepared.ts';
import { checkCapItems, checkCondition, checkCopies, checkLevelSum, checkRuleReferences } from './check-references.ts';
import {
  checkAggregate,
  checkCaps,
  checkItemRules,
  checkLevelRule,
  checkShare,
  checkValues,
  unknownLevel,
  within,
  type Path,
} from './check-rules.ts';
import { checkSums } from './check-sums.ts';
import type { Group, Item, Node, Questionnaire } from './types.ts';
import { isGroup, itemsOf } from './walk.ts';

export { MAX_NODES } from './raw-limits.ts';

/** Levels, targets and the rules of the questionnaire as a whole. */
function checkHead({ levels: all, scoring, targets }: Questionnaire, levels: ReadonlySet<number>): Problem[] {
  const problems: Problem[] = [];
  all.forEach((level, index) => {
    const before = all[index - 1];
    if (before && before.value >= level.value)
      problems.push({ path: ['levels', index, 'value'], code: 'level-order', params: { level: level.value } });
  });
  problems.push(
    ...checkLevelRule(scoring.groupLevel, levels, ['scoring', 'groupLevel']),
    ...checkLevelRule(scoring.overall, levels, ['scoring', 'overall']),
    ...checkAggregate(scoring.group, ['scoring', 'group']),
    ...checkAggregate(scoring.total, ['scoring', 'total']),
    ...checkCaps(scoring.caps, levels, ['scoring']),
    ...checkValues(scoring, ['scoring']),
    ...checkShare(scoring.completeness?.atLeast, ['scoring', 'completeness', 'atLeast']),
  );
  if (typeof scoring.unanswered === 'object')
    problems.push(...checkShare(scoring.unanswered.meanFrom, ['scoring', 'unanswered', 'meanFrom']));
  targets.forEach((target, index) => {
    problems.push(...unknownLevel(levels, target.level, ['targets', index, 'level']));
    const before = targets[index - 1];
    if (before && before.year >= target.year)
      problems.push({ path: ['targets', index, 'year'], code: 'bands-order', params: { to: target.year } });
  });
  return problems;
}

/** The rules of one group, its own or the default ones. */
function checkGroup(questionnaire: Questionnaire, group: Group, levels: ReadonlySet<number>, path: Path): Problem[] {
  const { scoring } = questionnaire;
  const aggregate = group.aggregate ?? scoring.group;
  const rulePath = group.level ? [...path, 'level'] : path;
  return [
    ...(group.aggregate ? checkAggregate(group.aggregate, [...path, 'aggregate']) : []),
    ...(group.level ? checkLevelRule(group.level, levels, [...path, 'level']) : []),
    ...checkRuleReferences(group.level ?? scoring.groupLevel, group.children, [...levels], rulePath),
    ...(aggregate.kind === 'level-sum' ? checkLevelSum(group.children, path) : []),
    ...checkCaps(group.caps, levels, path),
    ...checkCapItems(group.caps, group.children, path),
    ...checkValues(group, path),
    ...checkShare(group.completeness, [...path, 'completeness']),
    ...checkCopies(group.children, path),
    ...group.advice.flatMap((advice, index) => unknownLevel(levels, advice.level, [...path, 'advice', index, 'level'])),
  ];
}

/**
 * Finds what the schema alone cannot see: duplicate ids, references to what is not there or comes later, circles,
 * tables out of order or short of what can be reached, totals that do not add up as declared.
 * @param questionnaire with its answer sets resolved
 * @returns an empty list when the questionnaire may be used
 */
export function checkQuestionnaire(questionnaire: Questionnaire): Problem[] {
  const { scoring } = questionnaire;
  const levels = new Set(questionnaire.levels.map((level) => level.value));
  const problems = checkHead(questionnaire, levels);
  const all = new Set([...itemsOf(questionnaire.groups)].map(({ id }) => id));

  // The root of every score goes by this id.
  const ids = new Set<string>([ROOT_ID]);
  const codes = new Set<string>();
  const earlier = new Map<string, Item>();
  const visit = (node: Node, path: Path): void => {
    if (ids.has(node.id)) problems.push({ path: [...path, 'id'], code: 'duplicate-id', params: { id: node.id } });
    ids.add(node.id);
    if (codes.has(node.code))
      problems.push({ path: [...path, 'code'], code: 'duplicate-code', params: { id: node.code } });
    codes.add(node.code);
    if (compare(exact(node.weight), ZERO) < 0)
      problems.push({ path: [...path, 'weight'], code: 'negative', params: { value: node.weight } });
    problems.push(...checkCondition(node.showIf, earlier, all, [...path, 'showIf']));
    if (isGroup(node)) {
      problems.push(...checkGroup(questionnaire, node, levels, path));
      node.children.forEach((child, index) => visit(child, [...path, 'children', index]));
      return;
    }
    problems.push(...within(checkItem(node), path), ...within(checkItemRules(node, levels), path));
    earlier.set(node.id, node);
  };
  questionnaire.groups.forEach((group, index) => visit(group, ['groups', index]));
  problems.push(
    ...checkRuleReferences(scoring.overall, questionnaire.groups, [...levels], ['scoring', 'overall']),
    ...checkCapItems(scoring.caps, questionnaire.groups, ['scoring']),
    ...(scoring.total.kind === 'level-sum' ? checkLevelSum(questionnaire.groups, ['scoring', 'total']) : []),
  );
  // What things add up to can be told only when they are right in themselves.
  return problems.length > 0 ? problems : checkSums(questionnaire);
}
