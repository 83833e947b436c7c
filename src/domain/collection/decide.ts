/**
 * Duplicates, revisions, conflicts and removed results. Everything is worked out from the set of what is known, never from
 * the order in which files came: five revisions in any order end with the fifth.
 */
import type { Period } from '../assessment/period.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { Choice, Known, Submission, Verdict } from './types.ts';

/** What became of one submission among the others of its unit, period and questionnaire. */
export type Standing =
  | { readonly kind: 'counts' }
  /** A newer revision, or the choice of the keeper, stands in its place. */
  | { readonly kind: 'replaced' }
  /** Another one that is not linked with it speaks for the same unit and period; none of them counts. */
  | { readonly kind: 'conflict'; readonly with: readonly string[] };

export const NOTHING_KNOWN: Known = { submissions: [], tombstones: [], choices: [] };

const periodKey = ({ kind, year, number }: Period): string => `${kind}-${year}-${number}`;

/** What only one result may speak for. */
const slotOf = ({ unitId, questionnaireId, period }: Submission): string =>
  JSON.stringify([unitId, questionnaireId, periodKey(period)]);

/** One submission for each content: copies are the same submission. Of unlike copies the smaller text is taken. */
function withoutCopies(submissions: readonly Submission[]): Submission[] {
  const byHash = new Map<string, Submission>();
  const text = (entry: Submission): string => canonicalJson(entry);
  for (const entry of submissions) {
    const there = byHash.get(entry.contentHash);
    if (!there || text(entry) < text(there)) byHash.set(entry.contentHash, entry);
  }
  return [...byHash.values()];
}

/** Hashes that something else stands for, among the submissions of one slot. */
function replacedIn(entries: readonly Submission[], choices: readonly Choice[]): ReadonlySet<string> {
  const byHash = new Map(entries.map((entry) => [entry.contentHash, entry]));
  const replaced = new Set<string>();
  for (const { resultId, revision, replaces } of entries) {
    const former = replaces === null ? undefined : byHash.get(replaces);
    // A revision replaces only what the same assessment wrote before it.
    if (former && former.resultId === resultId && resultId !== null && revision > former.revision)
      replaced.add(former.contentHash);
  }
  for (const { keep, aside } of choices)
    if (byHash.has(keep)) for (const hash of aside) if (hash !== keep && byHash.has(hash)) replaced.add(hash);
  return replaced;
}

/**
 * The standing of everything known, by content hash. Removed contents have none: they are as if they had never come, so
 * what they replaced counts again.
 */
export function standings(known: Known): ReadonlyMap<string, Standing> {
  const removed = new Set(known.tombstones);
  const live = withoutCopies(known.submissions.filter(({ contentHash }) => !removed.has(contentHash)));
  const result = new Map<string, Standing>();
  for (const entries of Map.groupBy(live, slotOf).values()) {
    const replaced = replacedIn(entries, known.choices);
    const heads = entries.filter(({ contentHash }) => !replaced.has(contentHash)).map(({ contentHash }) => contentHash);
    // Choices that contradict each other leave nobody: all of them are open again.
    const open = heads.length === 0 ? entries.map(({ contentHash }) => contentHash) : heads;
    for (const { contentHash } of entries) {
      if (!open.includes(contentHash)) result.set(contentHash, { kind: 'replaced' });
      else if (open.length === 1) result.set(contentHash, { kind: 'counts' });
      else result.set(contentHash, { kind: 'conflict', with: open.filter((hash) => hash !== contentHash).sort() });
    }
  }
  return result;
}

export interface Decision {
  readonly verdict: Verdict;
  /** The submissions that the verdict speaks about: what is replaced, what it conflicts with; sorted. */
  readonly others: readonly string[];
}

/**
 * What a file means for a collection that knows others. Nothing is lost by any verdict: a replaced or conflicting content is
 * kept too.
 * @param existing what is known before the file
 */
export function decide(existing: Known, incoming: Submission): Decision {
  const hash = incoming.contentHash;
  if (existing.tombstones.includes(hash)) return { verdict: 'removed', others: [] };
  if (existing.submissions.some(({ contentHash }) => contentHash === hash)) return { verdict: 'known', others: [hash] };
  const slot = slotOf(incoming);
  const rivals = existing.submissions.filter((entry) => slotOf(entry) === slot);
  if (rivals.length === 0) return { verdict: 'accepted', others: [] };
  const slotKnown = { ...existing, submissions: rivals };
  const before = standings(slotKnown);
  const after = standings({ ...slotKnown, submissions: [...rivals, incoming] });
  const own = after.get(hash);
  if (own?.kind === 'conflict') return { verdict: 'conflict', others: own.with };
  const counting = (map: ReadonlyMap<string, Standing>): string[] =>
    [...map].flatMap(([key, { kind }]) => (kind === 'counts' && key !== hash ? [key] : [])).sort();
  if (own?.kind === 'replaced') return { verdict: 'earlier', others: counting(after) };
  const replaced = [...before]
    .flatMap(([key, { kind }]) => (kind !== 'replaced' && after.get(key)?.kind === 'replaced' ? [key] : []))
    .sort();
  return { verdict: replaced.length > 0 ? 'revision' : 'accepted', others: replaced };
}

/** Two machines' knowledge joined; the order of joining does not matter. */
export function mergeKnown(a: Known, b: Known): Known {
  const submissions = withoutCopies([...a.submissions, ...b.submissions]);
  const choices = new Map(
    [...a.choices, ...b.choices].map(({ keep, aside }) => {
      const plain = { keep, aside: [...new Set(aside)].sort() };
      return [JSON.stringify([plain.keep, plain.aside]), plain] as const;
    }),
  );
  const byHash = (left: Submission, right: Submission): number => (left.contentHash < right.contentHash ? -1 : 1);
  return {
    submissions: submissions.sort(byHash),
    tombstones: [...new Set([...a.tombstones, ...b.tombstones])].sort(),
    choices: [...choices].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, choice]) => choice),
  };
}
