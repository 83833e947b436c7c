/** Results that others have given: published indexes with value and rank, kept beside the own assessments. */
import { exact, subtract, type Exact } from '../exact/exact.ts';

export interface IndexEntry {
  readonly id: string;
  /** "ICT Index", "DTI", "PAR Index"; free text, because indexes come and go. */
  readonly name: string;
  readonly organisation: string;
  readonly year: number;
  /** As published, exact decimal text; empty when only the rank is known. */
  readonly value: string;
  readonly rank: number | null;
  /** How many were ranked. */
  readonly of: number | null;
  /** Document or page that it was taken from. */
  readonly source: string;
  readonly remark: string;
  readonly sample: boolean;
}

/** An index that the program proposes by name. */
export interface IndexName {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
}

export interface LedgerLine {
  readonly entry: IndexEntry;
  /** Against the year before in the ledger, same index and organisation. */
  readonly change: {
    readonly year: number;
    /** Places gained; below zero when lost; null when a rank is missing. */
    readonly places: number | null;
    readonly value: Exact | null;
  } | null;
}

const keyOf = (entry: IndexEntry): string => `${entry.name.toLowerCase()}\n${entry.organisation.toLowerCase()}`;

/** The entries by index, organisation and year, the newest first, each with its change since the one before. */
export function ledgerLines(entries: readonly IndexEntry[], collator: Intl.Collator): LedgerLine[] {
  const names = (a: string, b: string): number => collator.compare(a.toLowerCase(), b.toLowerCase());
  const sorted = [...entries].sort(
    (a, b) => names(a.name, b.name) || names(a.organisation, b.organisation) || b.year - a.year,
  );
  return sorted.map((entry) => {
    const before = sorted.find((other) => keyOf(other) === keyOf(entry) && other.year < entry.year);
    if (!before) return { entry, change: null };
    const places = entry.rank !== null && before.rank !== null ? before.rank - entry.rank : null;
    const value = entry.value !== '' && before.value !== '' ? subtract(exact(entry.value), exact(before.value)) : null;
    return { entry, change: { year: before.year, places, value } };
  });
}
