/**
 * What changed between two versions of a questionnaire, item by item, and which items of two rounds may be compared.
 * Identity is the id, or an id that the newer item says it had before; never the wording, the code or the place.
 */
import { canonicalJson } from '../text/canonical-json.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Item, Questionnaire } from './types.ts';
import { groupsOf, itemsOf, topGroupOf } from './walk.ts';

/** Everything of an item that decides what an answer is worth; texts are left out. */
const MEASURED = [
  'type',
  'steps',
  'options',
  'reverse',
  'recode',
  'rows',
  'columns',
  'rowRule',
  'join',
  'blankRows',
  'max',
  'min',
  'byCount',
  'score',
  'whenZero',
  'mayExceed',
  'measure',
  'direction',
  'targets',
  'baseline',
  'evidenceFactor',
  'role',
] as const;

/** Fields that say how an item takes part, not what it asks; a change of them is reported under its own name. */
const APART = ['code', 'weight', 'formerIds', 'meaning', 'scored', 'kinds', 'showIf', 'knockOut', 'atLevel'] as const;

/** `meaning` and `scale` break the series: the answers of the two versions do not say the same. */
export type ItemChange =
  'added' | 'removed' | 'renamed' | 'meaning' | 'scale' | 'wording' | 'moved' | 'weight' | 'code' | 'part';

export interface ItemDifference {
  /** Id in the newer version; in the older one where the item was removed. */
  readonly itemId: string;
  /** Id in the older version; null when added. */
  readonly formerId: string | null;
  readonly code: string;
  readonly title: LocalizedText;
  readonly changes: readonly ItemChange[];
}

/** A part of the whole that changed: scoring rules, levels, targets, provenance, title, the rules of a group. */
export interface RuleDifference {
  readonly part: 'scoring' | 'levels' | 'targets' | 'provenance' | 'title' | 'group';
  /** For groups: which one. */
  readonly groupId: string | null;
  readonly title: LocalizedText | null;
}

export interface VersionDifference {
  /** Items that changed, in the order of the newer version, removed ones last. */
  readonly items: readonly ItemDifference[];
  readonly rules: readonly RuleDifference[];
  /** Items that two rounds may be compared on, and those that only one of the versions has or asks in this sense. */
  readonly comparable: number;
  readonly newer: number;
  readonly dropped: number;
}

/** The item with the texts taken out of every depth: what is left decides the points. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, part]) => !(typeof part === 'object' && part !== null && 'vi' in part && 'en' in part),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutTexts(part)]));
}

const pick = (item: Item, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key)));
const omit = (item: object, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const measured = (item: Item): unknown => withoutTexts(pick(item, MEASURED));
const asked = (item: Item): unknown => omit(item, [...APART, 'id', 'optionSet']);

/** The item of the older version that an item of the newer one continues. */
function continued(item: Item, older: ReadonlyMap<string, Item>): Item | null {
  for (const id of [item.id, ...(item.formerIds ?? [])]) {
    const found = older.get(id);
    if (found) return found;
  }
  return null;
}

function breaksSeries(before: Item, now: Item): ItemChange[] {
  const changes: ItemChange[] = [];
  if ((before.meaning ?? 1) !== (now.meaning ?? 1)) changes.push('meaning');
  if (!same(measured(before), measured(now))) changes.push('scale');
  return changes;
}

const byId = (questionnaire: Questionnaire): Map<string, Item> =>
  new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, item]));

/**
 * Pairs the items on which two rounds may be compared: continued, of the same meaning and scored on the same scale.
 * @returns the id in `older` by the id in `newer`
 */
export function comparableItems(older: Questionnaire, newer: Questionnaire): ReadonlyMap<string, string> {
  const before = byId(older);
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const item of itemsOf(newer.groups)) {
    const former = continued(item, before);
    if (!former || taken.has(former.id) || breaksSeries(former, item).length > 0) continue;
    pairs.set(item.id, former.id);
    taken.add(former.id);
  }
  return pairs;
}

/** Lists what a newer version changed. Both versions belong to the same questionnaire id. */
export function compareVersions(older: Questionnaire, newer: Questionnaire): VersionDifference {
  const before = byId(older);
  const ownerBefore = topGroupOf(older);
  const ownerNow = topGroupOf(newer);
  const used = new Set<string>();
  const items: ItemDifference[] = [];
  for (const item of itemsOf(newer.groups)) {
    const former = continued(item, before);
    const named = { itemId: item.id, code: item.code, title: item.title };
    if (!former || used.has(former.id)) {
      items.push({ ...named, formerId: null, changes: ['added'] });
      continue;
    }
    used.add(former.id);
    const changes = breaksSeries(former, item);
    if (former.id !== item.id) changes.push('renamed');
    if (!changes.includes('scale') && !same(asked(former), asked(item))) changes.push('wording');
    if (ownerBefore.get(former.id)?.id !== ownerNow.get(item.id)?.id) changes.push('moved');
    if (former.weight !== item.weight) changes.push('weight');
    if (former.code !== item.code) changes.push('code');
    const part = APART.filter((key) => !['code', 'weight', 'formerIds', 'meaning'].includes(key));
    if (!same(pick(former, part), pick(item, part))) changes.push('part');
    if (changes.length > 0) items.push({ ...named, formerId: former.id, changes });
  }
  for (const item of before.values())
    if (!used.has(item.id))
      items.push({ itemId: item.id, formerId: item.id, code: item.code, title: item.title, changes: ['removed'] });

  const pairs = comparableItems(older, newer);
  return {
    items,
    rules: ruleDifferences(older, newer),
    comparable: pairs.size,
    newer: byId(newer).size - pairs.size,
    dropped: before.size - pairs.size,
  };
}

function ruleDifferences(older: Questionnaire, newer: Questionnaire): RuleDifference[] {
  const rules: RuleDifference[] = [];
  for (const part of ['title', 'provenance', 'levels', 'scoring', 'targets'] as const)
    if (!same(older[part], newer[part])) rules.push({ part, groupId: null, title: null });
  const groups = new Map([...groupsOf(older.groups)].map((group) => [group.id, group]));
  const own = (group: object): unknown => omit(group, ['children']);
  for (const group of groupsOf(newer.groups)) {
    const former = groups.get(group.id);
    groups.delete(group.id);
    if (!former || !same(own(former), own(group))) rules.push({ part: 'group', groupId: group.id, title: group.title });
  }
  for (const group of groups.values()) rules.push({ part: 'group', groupId: group.id, title: group.title });
  return rules;
}

/** Order of version numbers "1.10.0": by figures, not by letters. */
export function compareVersionNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const [place, figure] of left.entries()) {
    const difference = figure - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
