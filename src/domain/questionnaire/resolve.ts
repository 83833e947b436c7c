import type { Problem } from '../problem.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { Item, Node, Questionnaire } from './types.ts';
import { isGroup } from './walk.ts';

type Path = readonly (string | number)[];

/**
 * Fills the options of shared answer sets into the items that name them. A definition that was resolved before comes
 * out as it is: options that are there already must be those of the set.
 * @returns the resolved questionnaire, and problems of sets that are missing or contradicted
 */
export function resolveAnswerSets(questionnaire: Questionnaire): { questionnaire: Questionnaire; problems: Problem[] } {
  const problems: Problem[] = [];
  const sets = new Map<string, NonNullable<Questionnaire['answerSets']>[number]['options']>();
  (questionnaire.answerSets ?? []).forEach(({ id, options }, index) => {
    if (sets.has(id)) problems.push({ path: ['answerSets', index, 'id'], code: 'duplicate-id', params: { id } });
    sets.set(id, options);
  });

  function resolveItem(item: Item, path: Path): Item {
    if (!('optionSet' in item) || item.optionSet === undefined) return item;
    const options = sets.get(item.optionSet);
    if (!options) {
      problems.push({ path: [...path, 'optionSet'], code: 'unknown-set', params: { id: item.optionSet } });
      return item;
    }
    if (item.options.length > 0 && canonicalJson(item.options) !== canonicalJson(options))
      problems.push({ path: [...path, 'options'], code: 'set-conflict', params: { id: item.optionSet } });
    return { ...item, options };
  }

  function resolve<T extends Node>(node: T, path: Path): T {
    if (!isGroup(node)) return resolveItem(node, path) as T;
    return { ...node, children: node.children.map((child, index) => resolve(child, [...path, 'children', index])) };
  }

  const groups = questionnaire.groups.map((group, index) => resolve(group, ['groups', index]));
  return { questionnaire: { ...questionnaire, groups }, problems };
}
