import type { Group, Item, Node, Questionnaire } from './types.ts';

export function isGroup(node: Node): node is Group {
  return node.type === 'group';
}

/** Every item below the nodes, in reading order. */
export function* itemsOf(nodes: readonly Node[]): Generator<Item> {
  for (const node of nodes) {
    if (isGroup(node)) yield* itemsOf(node.children);
    else yield node;
  }
}

/** Every group at or below the nodes, parents first. */
export function* groupsOf(nodes: readonly Node[]): Generator<Group> {
  for (const node of nodes) {
    if (isGroup(node)) {
      yield node;
      yield* groupsOf(node.children);
    }
  }
}

/** All items of a questionnaire by id, in reading order. */
export function itemIndex(questionnaire: Questionnaire): Map<string, Item> {
  return new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, item]));
}

/** The top group that an item belongs to, by item id. */
export function topGroupOf(questionnaire: Questionnaire): Map<string, Group> {
  const owner = new Map<string, Group>();
  for (const group of questionnaire.groups) for (const item of itemsOf([group])) owner.set(item.id, group);
  return owner;
}
