import { checkBands } from '../items/number-score.ts';
import { checkItem } from '../items/registry.ts';
import { compare, exact, HUNDRED, ZERO } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { ROOT_ID } from '../scoring/prepare.ts';
import type { LevelRule, Node, Questionnaire } from './types.ts';
import { isGroup } from './walk.ts';

/** More nodes than this are refused before anything is scored. */
export const MAX_NODES = 5000;

type Path = readonly (string | number)[];

/**
 * Finds what the schema alone cannot see: duplicate ids, references to unknown levels, tables out of order, rules that
 * can never be met.
 * @returns an empty list when the questionnaire may be used
 */
export function checkQuestionnaire(questionnaire: Questionnaire): Problem[] {
  const problems: Problem[] = [];
  const levels = new Set(questionnaire.levels.map((level) => level.value));

  questionnaire.levels.forEach((level, index) => {
    const before = questionnaire.levels[index - 1];
    if (before && before.value >= level.value)
      problems.push({ path: ['levels', index, 'value'], code: 'level-order', params: { level: level.value } });
  });

  const unknownLevel = (level: number, path: Path): void => {
    if (!levels.has(level)) problems.push({ path, code: 'unknown-level', params: { level } });
  };

  const checkRule = (rule: LevelRule, path: Path): void => {
    if (rule.kind === 'gate') {
      const share = exact(rule.share);
      if (compare(share, ZERO) <= 0 || compare(share, HUNDRED) > 0)
        problems.push({ path: [...path, 'share'], code: 'share-range', params: { share: rule.share } });
    }
    if (rule.kind === 'bands') {
      for (const found of checkBands(rule.table, ['table']))
        problems.push({ ...found, path: [...path, ...found.path] });
      rule.table.bands.forEach((band, index) => {
        unknownLevel(band.value, [...path, 'table', 'bands', index, 'value']);
        const before = rule.table.bands[index - 1];
        if (before && before.value >= band.value)
          problems.push({
            path: [...path, 'table', 'bands', index, 'value'],
            code: 'level-order',
            params: { level: band.value },
          });
      });
    }
    if (rule.kind === 'conditions')
      rule.levels.forEach((entry, index) => {
        unknownLevel(entry.level, [...path, 'levels', index, 'level']);
        const before = rule.levels[index - 1];
        if (before && before.level >= entry.level)
          problems.push({
            path: [...path, 'levels', index, 'level'],
            code: 'level-order',
            params: { level: entry.level },
          });
        if (entry.groups) unknownLevel(entry.groups.level, [...path, 'levels', index, 'groups', 'level']);
      });
  };

  checkRule(questionnaire.scoring.groupLevel, ['scoring', 'groupLevel']);
  checkRule(questionnaire.scoring.overall, ['scoring', 'overall']);
  questionnaire.targets.forEach((target, index) => {
    unknownLevel(target.level, ['targets', index, 'level']);
    const before = questionnaire.targets[index - 1];
    if (before && before.year >= target.year)
      problems.push({ path: ['targets', index, 'year'], code: 'bands-order', params: { to: target.year } });
  });

  // The root of every score goes by this id.
  const ids = new Set<string>([ROOT_ID]);
  const codes = new Set<string>();
  let nodes = 0;
  const visit = (node: Node, path: Path): void => {
    nodes += 1;
    if (ids.has(node.id)) problems.push({ path: [...path, 'id'], code: 'duplicate-id', params: { id: node.id } });
    ids.add(node.id);
    if (codes.has(node.code))
      problems.push({ path: [...path, 'code'], code: 'duplicate-code', params: { id: node.code } });
    codes.add(node.code);
    if (compare(exact(node.weight), ZERO) < 0)
      problems.push({ path: [...path, 'weight'], code: 'negative', params: { value: node.weight } });
    if (isGroup(node)) {
      if (node.level) checkRule(node.level, [...path, 'level']);
      node.advice.forEach((advice, index) => unknownLevel(advice.level, [...path, 'advice', index, 'level']));
      node.children.forEach((child, index) => visit(child, [...path, 'children', index]));
      return;
    }
    for (const found of checkItem(node)) problems.push({ ...found, path: [...path, ...found.path] });
    if (node.type === 'ladder')
      node.steps.forEach((step, index) => {
        const value = Number(step.value);
        if (!levels.has(value))
          problems.push({
            path: [...path, 'steps', index, 'value'],
            code: 'unknown-level',
            params: { level: step.value },
          });
      });
  };
  questionnaire.groups.forEach((group, index) => visit(group, ['groups', index]));
  if (nodes > MAX_NODES)
    problems.push({ path: ['groups'], code: 'too-many', params: { count: nodes, max: MAX_NODES } });
  return problems;
}
