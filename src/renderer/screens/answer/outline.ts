/** The order of the questions, the tree of groups, and what is still to do: figures that answer and check screens share. */
import type { AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { Group, Item, Level, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { isGroup, itemsOf } from '../../../domain/questionnaire/walk.ts';
import { foldText } from '../../../domain/text/normalize.ts';

export interface OutlineItem {
  readonly item: Item;
  /** Place in reading order, from 0. */
  readonly index: number;
  readonly topGroup: Group;
  /** Place of the top group, from 0. */
  readonly topIndex: number;
  /** Counts towards score and completeness: neither the item nor a group around it is left out. */
  readonly scored: boolean;
  readonly searchKey: string;
}

export interface OutlineGroup {
  readonly group: Group;
  /** Every question at or below the group, in reading order. */
  readonly items: readonly OutlineItem[];
  readonly children: readonly OutlineGroup[];
}

export interface Outline {
  /** Null when no question is shown. */
  readonly first: OutlineItem | null;
  readonly items: readonly OutlineItem[];
  readonly byId: ReadonlyMap<string, OutlineItem>;
  readonly groups: readonly OutlineGroup[];
}

/**
 * @param isShown leaves out follow-ups that are hidden and questions for other kinds of organisation; groups in which
 * nothing is left go with them
 */
export function outlineOf(questionnaire: Questionnaire, isShown: (itemId: string) => boolean = () => true): Outline {
  const items: OutlineItem[] = [];

  function walk(group: Group, top: Group, topIndex: number, scored: boolean): OutlineGroup {
    const children: OutlineGroup[] = [];
    const first = items.length;
    for (const node of group.children) {
      if (isGroup(node)) {
        const child = walk(node, top, topIndex, scored && node.scored);
        if (child.items.length > 0) children.push(child);
      } else if (isShown(node.id)) {
        const { code, title, question } = node;
        const words = [code, title.vi, title.en, question?.vi, question?.en].join(' ');
        items.push({
          item: node,
          index: items.length,
          topGroup: top,
          topIndex,
          scored: scored && node.scored,
          searchKey: foldText(words),
        });
      }
    }
    return { group, items: items.slice(first), children };
  }

  const groups: OutlineGroup[] = [];
  for (const group of questionnaire.groups) {
    const entry = walk(group, group, groups.length, group.scored);
    if (entry.items.length > 0) groups.push(entry);
  }
  return { first: items[0] ?? null, items, byId: new Map(items.map((entry) => [entry.item.id, entry])), groups };
}

/**
 * The question to show.
 * @param itemId wanted; one that is not asked any more stands for the question before it, none for the first
 * @returns null when nothing is asked
 */
export function entryAt(questionnaire: Questionnaire, outline: Outline, itemId: string | null): OutlineItem | null {
  const wanted = outline.byId.get(itemId ?? '');
  if (wanted || itemId === null) return wanted ?? outline.first;
  let before: OutlineItem | undefined;
  for (const { id } of itemsOf(questionnaire.groups)) {
    if (id === itemId) return before ?? outline.first;
    before = outline.byId.get(id) ?? before;
  }
  return outline.first;
}

export const FILTERS = ['unanswered', 'flagged', 'evidence', 'not-applicable'] as const;
export type Filter = (typeof FILTERS)[number];

/** Required evidence is missing: the same rule by which results list it. */
export function lacksEvidence(item: Item, record: AnswerRecord): boolean {
  return item.evidence === 'required' && record.answer.state === 'answered' && record.evidence.length === 0;
}

/** Is something still to do, or to look at again, at this item? What is not scored may stay empty. */
export function matches(filter: Filter, { item, scored }: OutlineItem, record: AnswerRecord): boolean {
  switch (filter) {
    case 'unanswered':
      return scored && record.answer.state === 'unanswered';
    case 'flagged':
      return record.flagged;
    case 'evidence':
      return lacksEvidence(item, record);
    case 'not-applicable':
      return record.answer.state === 'not-applicable';
  }
}

/**
 * How many questions are settled (answered, none of these, not applicable), and all: of the scored ones, or of all where
 * none is scored.
 */
export function progressOf(
  entries: readonly OutlineItem[],
  recordOf: (itemId: string) => AnswerRecord,
): { readonly settled: number; readonly total: number } {
  const scored = entries.filter((entry) => entry.scored);
  const counted = scored.length > 0 ? scored : entries;
  return {
    settled: counted.filter(({ item }) => recordOf(item.id).answer.state !== 'unanswered').length,
    total: counted.length,
  };
}

/** The next item that matches, after the given place and around the end; null when there is none. */
export function nextMatching(
  outline: Outline,
  from: number,
  matching: (entry: OutlineItem) => boolean,
): OutlineItem | null {
  const count = outline.items.length;
  for (let step = 1; step <= count; step += 1) {
    const entry = outline.items[(from + step) % count];
    if (entry && matching(entry)) return entry;
  }
  return null;
}

/** The level that a ladder step stands for, with its name. */
export function levelOfStep(questionnaire: Questionnaire, value: string): Level | undefined {
  return questionnaire.levels.find((level) => String(level.value) === value);
}

/** The target that the period works towards: the first one that is due in its year or later, else the last. */
export function targetFor(questionnaire: Questionnaire, year: number): { year: number; level: number } | null {
  return questionnaire.targets.find((target) => target.year >= year) ?? questionnaire.targets.at(-1) ?? null;
}

export { optionDigits } from '../../../domain/items/digits.ts';
