/**
 * Two scored assessments of one questionnaire side by side: of two rounds, two organisations or two versions. Figures are
 * only set beside each other where they mean the same.
 */
import type { Answer, AnswerRecord, Evidence } from '../assessment/answer.ts';
import { UNANSWERED } from '../assessment/answer.ts';
import { evidenceKey } from '../assessment/evidence-library.ts';
import { add, compare, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Group, Item } from '../questionnaire/types.ts';
import { topGroupOf } from '../questionnaire/walk.ts';
import type { Prepared } from '../scoring/prepared.ts';
import type { ItemState, NodeScore, Score } from '../scoring/result.ts';
import { shareOf } from '../scoring/summary.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/** An assessment with its score. */
export interface Compared {
  readonly prepared: Prepared;
  readonly scored: Score;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
}

/**
 * scores: same version, so scores stand side by side as they are. items: different versions; a group is its points over
 * its maximum, both summed over the items that can be compared, and levels are left out. derived: the earlier figures are
 * means of former units.
 */
export type ComparisonBasis = 'scores' | 'items' | 'derived';

/** answered: only now; gone: only before; other: the points are equal or unknown but the answers differ. */
export type ItemMove = 'up' | 'down' | 'same' | 'other' | 'answered' | 'gone';

export interface Figures {
  readonly value: Exact;
  readonly max: Exact;
}

/** One item of one side. */
export interface ItemSide {
  readonly item: Item;
  readonly answer: Answer;
  readonly state: ItemState;
  readonly value: Exact | null;
  readonly max: Exact | null;
}

export interface ItemComparison {
  readonly item: Item;
  /** The top group in the newer version. */
  readonly group: Group;
  /** Null where the item is not asked of that side. */
  readonly before: ItemSide | null;
  readonly now: ItemSide | null;
  /** Points now minus points before; null where a side has none. */
  readonly change: Exact | null;
  readonly move: ItemMove;
  readonly explanation: string;
  /** Documents cited now that were not cited before. */
  readonly newEvidence: readonly Evidence[];
}

function sideOf({ prepared, scored }: Compared, itemId: string, record: AnswerRecord | undefined): ItemSide | null {
  const node = prepared.items.get(itemId);
  const own = scored.byId.get(itemId);
  if (!node || !own || own.state === null) return null;
  return { item: node.item, answer: record?.answer ?? UNANSWERED, state: own.state, value: own.value, max: own.max };
}

/** Counted: it says something about the organisation. */
const given = (side: ItemSide | null): boolean =>
  side !== null && side.state !== 'unanswered' && side.state !== 'hidden' && side.answer.state !== 'unanswered';

function moveOf(before: ItemSide | null, now: ItemSide | null, change: Exact | null): ItemMove {
  if (!given(before)) return given(now) ? 'answered' : 'same';
  if (!given(now)) return 'gone';
  if (change !== null && compare(change, ZERO) !== 0) return compare(change, ZERO) > 0 ? 'up' : 'down';
  return canonicalJson(meaningOf(before)) === canonicalJson(meaningOf(now)) ? 'same' : 'other';
}

/** The answer without what does not change it: the reason for "not applicable" may be worded anew. */
const meaningOf = (side: ItemSide | null): unknown =>
  side?.answer.state === 'answered' ? side.answer.value : (side?.answer.state ?? null);

function cited({ evidence }: Compared, record: AnswerRecord | undefined): Evidence[] {
  const ids = new Set(record?.evidence ?? []);
  return evidence.filter(({ id }) => ids.has(id));
}

/**
 * Compares item by item, in the order of the newer version.
 * @param pairs ids before by ids now of the items that may be compared
 */
export function compareItems(before: Compared, now: Compared, pairs: ReadonlyMap<string, string>): ItemComparison[] {
  const recordsBefore = new Map(before.records.map((record) => [record.itemId, record]));
  const recordsNow = new Map(now.records.map((record) => [record.itemId, record]));
  const owner = topGroupOf(now.prepared.questionnaire);
  return [...pairs].flatMap(([itemId, formerId]) => {
    const [recordBefore, recordNow] = [recordsBefore.get(formerId), recordsNow.get(itemId)];
    const [then, present] = [sideOf(before, formerId, recordBefore), sideOf(now, itemId, recordNow)];
    const item = present?.item ?? then?.item;
    const group = owner.get(itemId);
    if (!item || !group) return [];
    const change =
      then?.value && present?.value && given(then) && given(present) ? subtract(present.value, then.value) : null;
    const known = new Set(cited(before, recordBefore).map(evidenceKey));
    return [
      {
        item,
        group,
        before: then,
        now: present,
        change,
        move: moveOf(then, present, change),
        explanation: recordNow?.explanation ?? '',
        newEvidence: cited(now, recordNow).filter((document) => !known.has(evidenceKey(document))),
      },
    ];
  });
}

/**
 * A group over the items that can be compared: points and maximum summed over those that have both on both sides. The
 * weights of two versions may differ, so every point counts the same here.
 * @returns null where no item has points on both sides
 */
export function overComparable(
  items: readonly ItemComparison[],
): { readonly before: Figures; readonly now: Figures; readonly of: number } | null {
  const counted = items.flatMap(({ before, now }) =>
    before?.value && before.max && now?.value && now.max
      ? [{ before: { value: before.value, max: before.max }, now: { value: now.value, max: now.max } }]
      : [],
  );
  if (counted.length === 0) return null;
  const sum = (pick: (entry: (typeof counted)[number]) => Figures): Figures =>
    counted
      .map(pick)
      .reduce((total, { value, max }) => ({ value: add(total.value, value), max: add(total.max, max) }), {
        value: ZERO,
        max: ZERO,
      });
  return { before: sum(({ before }) => before), now: sum(({ now }) => now), of: counted.length };
}

/** Percent now minus percent before; null where either has none. */
export function shareChange(
  before: Pick<NodeScore, 'value' | 'max'> | null,
  now: Pick<NodeScore, 'value' | 'max'> | null,
): Exact | null {
  const then = before && shareOf(before);
  const present = now && shareOf(now);
  return then && present ? subtract(present, then) : null;
}
