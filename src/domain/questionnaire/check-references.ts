/** Problems of one part naming another: conditions, copies, caps, profiles, levels without items. */
import { REACHED_OPTIONS } from '../items/indicator.ts';
import type { Problem } from '../problem.ts';
import { conditionParts } from './condition.ts';
import type { Path } from './check-rules.ts';
import type { Group, Item, LevelCap, LevelRule, Node, ShowCondition } from './types.ts';
import { isGroup, itemsOf } from './walk.ts';

/** Ids that a condition can ask for with `has`; null where nothing is chosen. */
function choicesOf(item: Item): string[] | null {
  switch (item.type) {
    case 'choice':
    case 'likert':
    case 'multi':
      return item.options.map(({ id }) => id);
    case 'ladder':
      return item.steps.map(({ id }) => id);
    case 'checklist':
      return item.steps.flatMap((step) => step.elements.map(({ id }) => id));
    case 'indicator':
      return item.measure === 'reached' ? REACHED_OPTIONS.map(({ id }) => id) : null;
    default:
      return null;
  }
}

/** A condition may only look at items that stand earlier in reading order, and only at what they can hold. */
export function checkCondition(
  condition: ShowCondition | undefined,
  earlier: ReadonlyMap<string, Item>,
  all: ReadonlySet<string>,
  path: Path,
): Problem[] {
  if (!condition) return [];
  return conditionParts(condition, path).flatMap(({ path: at, test }): Problem[] => {
    if (!('item' in test)) return [];
    const item = earlier.get(test.item);
    if (!item)
      return [{ path: at, code: all.has(test.item) ? 'refers-later' : 'unknown-item', params: { id: test.item } }];
    if ('has' in test) {
      const known = choicesOf(item);
      if (known === null) return [{ path: at, code: 'wrong-value-kind' }];
      if (known.includes(test.has)) return [];
      return [{ path: at, code: 'unknown-option', params: { option: test.has, known: known.join(', ') } }];
    }
    const asksDate = 'from' in test || 'before' in test;
    const asksFigure = 'atLeast' in test || 'below' in test;
    const fits = (!asksDate || item.type === 'date') && (!asksFigure || (item.type !== 'date' && item.type !== 'text'));
    return fits ? [] : [{ path: at, code: 'wrong-value-kind' }];
  });
}

/** Copies of "not applicable" must name a sibling item and must not go round in a circle. */
export function checkCopies(children: readonly Node[], path: Path): Problem[] {
  const copied = new Map<string, string>();
  for (const node of children)
    if (!isGroup(node) && typeof node.notApplicableAs === 'object') copied.set(node.id, node.notApplicableAs.copy);
  const siblings = new Set(children.flatMap((node) => (isGroup(node) ? [] : [node.id])));
  const isCircle = (id: string): boolean => {
    let at = copied.get(id);
    for (let step = 0; step < copied.size && at !== undefined && at !== id; step += 1) at = copied.get(at);
    return at === id;
  };
  return children.flatMap((node, index): Problem[] => {
    const copy = copied.get(node.id);
    if (copy === undefined) return [];
    const at = [...path, 'children', index, 'notApplicableAs'];
    if (!siblings.has(copy)) return [{ path: at, code: 'not-sibling', params: { id: copy } }];
    return isCircle(node.id) ? [{ path: at, code: 'circle', params: { id: node.id } }] : [];
  });
}

/** Caps may only name items below their group. */
export function checkCapItems(caps: readonly LevelCap[] | undefined, children: readonly Node[], path: Path): Problem[] {
  const known = new Set([...itemsOf(children)].map(({ id }) => id));
  return (caps ?? []).flatMap((cap, index) =>
    cap.kind !== 'items'
      ? []
      : cap.items.flatMap((id, place): Problem[] =>
          known.has(id)
            ? []
            : [{ path: [...path, 'caps', index, 'items', place], code: 'unknown-item', params: { id } }],
        ),
  );
}

const isOrdinary = (item: Item): boolean => item.scored && item.role === undefined;

/** The items that a rule of a group looks at, whatever stands in between. */
export function* judgedBelow(children: readonly Node[]): Generator<Item> {
  for (const node of children) {
    if (!node.scored) continue;
    if (isGroup(node)) yield* judgedBelow(node.children);
    else if (isOrdinary(node)) yield node;
  }
}

/**
 * Profiles may only name child groups. Rules that judge each level by items of its own need items at every level but
 * the lowest, which is then the ground that everyone stands on.
 */
export function checkRuleReferences(
  rule: LevelRule,
  children: readonly Node[],
  levels: readonly number[],
  path: Path,
): Problem[] {
  if (rule.kind === 'profiles') {
    const groups = new Set(children.filter((node): node is Group => isGroup(node)).map(({ id }) => id));
    return rule.profiles.flatMap((profile, index) => {
      const seen = new Set<string>();
      return profile.groups.flatMap(({ group: id }, place): Problem[] => {
        const at = [...path, 'profiles', index, 'groups', place, 'group'];
        if (!groups.has(id)) return [{ path: at, code: 'unknown-item', params: { id } }];
        if (seen.has(id)) return [{ path: at, code: 'duplicate-id', params: { id } }];
        seen.add(id);
        return [];
      });
    });
  }
  const byOwnItems = rule.kind === 'attributes' || (rule.kind === 'gate' && rule.items === 'at-level');
  return [
    ...(byOwnItems ? missingLevels(children, levels.slice(1), path) : []),
    ...(rule.kind === 'gate' && rule.count !== undefined ? gateCount(rule.count, byOwnItems, children, path) : []),
  ];
}

/** A gate that asks for more items than there are could never be passed. */
function gateCount(count: number, byOwnItems: boolean, children: readonly Node[], path: Path): Problem[] {
  const judged = new Map<number, number>();
  for (const { atLevel } of judgedBelow(children)) {
    const level = byOwnItems ? atLevel : 0;
    if (level !== undefined) judged.set(level, (judged.get(level) ?? 0) + 1);
  }
  const fewest = Math.min(...judged.values());
  return count > fewest ? [{ path: [...path, 'count'], code: 'gate-count', params: { count, items: fewest } }] : [];
}

export function missingLevels(children: readonly Node[], levels: readonly number[], path: Path): Problem[] {
  const there = new Set([...judgedBelow(children)].map(({ atLevel }) => atLevel));
  return levels
    .filter((level) => !there.has(level))
    .map((level) => ({ path, code: 'level-items-missing', params: { level } }));
}

/** A sum over levels needs to know the level of every item. */
export function checkLevelSum(children: readonly Node[], path: Path): Problem[] {
  const [lost] = [...judgedBelow(children)].filter(({ atLevel }) => atLevel === undefined);
  return lost ? [{ path, code: 'at-level-missing', params: { id: lost.id } }] : [];
}
