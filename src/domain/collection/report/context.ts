/** Everything that the parts of a collection's report look at, worked out once. */
import type { Period } from '../../assessment/period.ts';
import type { ReportDetails } from '../../report/details.ts';
import type { Language, LocalizedText } from '../../text/localized.ts';
import { foldText } from '../../text/normalize.ts';
import { createTranslator, type Translate } from '../../wording/catalogue.ts';
import { collectionEn } from '../../wording/collection-en.ts';
import { collectionVi } from '../../wording/collection-vi.ts';
import { aggregateUnits, selectUnits, type Aggregate, type Basis, type CountedUnit } from '../aggregate.ts';
import {
  changeSince,
  compareGroups,
  rankUnits,
  type GroupAggregate,
  type Ranked,
  type RoundChange,
} from '../compare-units.ts';
import { DEFAULT_LIMITS, shownGroups, type Limits } from '../disclosure.ts';
import { cronbachAlpha, itemStatistics, type Alpha, type ItemStatistics } from '../items.ts';
import type { ColumnMap } from '../layout.ts';
import type { ExpectedUnit, Layout, UnitResult } from '../types.ts';

export type CollectionWords = Translate<typeof collectionVi>;

const WORDS: Readonly<Record<Language, CollectionWords>> = {
  vi: createTranslator('vi', collectionVi),
  en: createTranslator<typeof collectionVi>('en', collectionEn as typeof collectionVi),
};

/** Sentences about collections, for screens, documents and the command line. */
export const collectionWords = (language: Language): CollectionWords => WORDS[language];

export interface CollectionReportInput {
  readonly name: string;
  readonly period: Period;
  readonly layout: Layout;
  /** What the questionnaire calls its top groups; null: the general word. */
  readonly groupWord: LocalizedText | null;
  /** Results that count, one for each unit (`standings`). */
  readonly results: readonly UnitResult[];
  readonly versions?: ReadonlyMap<string, ColumnMap>;
  readonly basis: Basis;
  readonly expected: readonly ExpectedUnit[];
  readonly missing: readonly ExpectedUnit[];
  /** Units with several results of which none is chosen. */
  readonly conflicts: number;
  /** Results of the round before, of the same layout; null: none. */
  readonly former: readonly UnitResult[] | null;
  /** Period of that round. */
  readonly formerPeriod: Period | null;
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly issued: string;
  readonly hideNames: boolean;
  /** Who issues the report; blanks stay open on paper. */
  readonly issuer: { readonly name: string; readonly provinceName: string; readonly details: ReportDetails };
}

/** A unit under the name that may be printed. */
export interface NamedUnit {
  readonly unit: CountedUnit;
  readonly name: string;
  readonly code: string;
  readonly group: string;
  /** Null: no total. */
  readonly rank: number | null;
}

export interface ReportContext {
  readonly input: CollectionReportInput;
  readonly words: CollectionWords;
  /** What the top groups are called, for the middle of a sentence. */
  readonly group: string;
  readonly limits: Limits;
  /** Names are hidden and there are too few units to show anything. */
  readonly tooFew: boolean;
  readonly aggregate: Aggregate;
  readonly items: readonly ItemStatistics[];
  readonly alpha: Alpha;
  /** In the order of the lists: by name, or by number where names are hidden. */
  readonly units: readonly NamedUnit[];
  readonly groups: readonly GroupAggregate[];
  /** Some groups are not shown. */
  readonly groupsHidden: boolean;
  readonly change: RoundChange | null;
}

/**
 * Names as they may be printed. Hidden ones are numbered in the order of their content hashes, which says nothing about the
 * name; codes are left out with them, and groups unless all of them may be shown: units without one would stand out.
 */
function nameUnits(
  units: readonly CountedUnit[],
  ranks: readonly Ranked[],
  withGroups: boolean,
  { hideNames }: CollectionReportInput,
  words: CollectionWords,
): NamedUnit[] {
  const rankOf = new Map(ranks.map(({ unit, rank }) => [unit, rank]));
  if (!hideNames) {
    const collator = new Intl.Collator('vi', { numeric: true });
    return units
      .map((unit) => {
        const { name, code, group } = unit.result;
        return { unit, name, code, group, rank: rankOf.get(unit) ?? null };
      })
      .sort((a, b) => collator.compare(a.name, b.name) || (a.unit.result.unitId < b.unit.result.unitId ? -1 : 1));
  }
  const digits = Math.max(2, String(units.length).length);
  return [...units]
    .sort((a, b) => (a.result.contentHash < b.result.contentHash ? -1 : 1))
    .map((unit, place) => ({
      unit,
      name: words('unit', { number: String(place + 1).padStart(digits, '0') }),
      code: '',
      group: withGroups ? unit.result.group : '',
      rank: rankOf.get(unit) ?? null,
    }))
    .sort((a, b) => (foldText(a.name) < foldText(b.name) ? -1 : 1));
}

export function createReportContext(input: CollectionReportInput): ReportContext {
  const { layout, period, basis, results, versions, hideNames, former, formerPeriod } = input;
  const words = collectionWords(input.language);
  const options = { layout, period, basis, ...(versions ? { versions } : {}) };
  const { units, breaks } = selectUnits(results, options);
  const limits = DEFAULT_LIMITS;
  const all = compareGroups(units, breaks, layout, 'group');
  const grouped = all.some(({ key }) => key !== '') ? all : [];
  const sizes = new Map(grouped.map(({ key, aggregate: { n } }) => [key, n]));
  const shown = hideNames ? shownGroups(sizes, limits) : new Set(sizes.keys());
  const groupsHidden = shown.size < sizes.size;
  const tooFew = hideNames && units.length < limits.group;
  const before = former && formerPeriod ? selectUnits(former, { ...options, period: formerPeriod }).units : null;
  const change = before ? changeSince(before, units, layout) : null;
  return {
    input,
    words,
    group: (input.groupWord?.[input.language] ?? words('pillar')).toLowerCase(),
    limits,
    tooFew,
    aggregate: aggregateUnits(units, breaks, layout, basis),
    items: itemStatistics(units, layout),
    alpha: cronbachAlpha(units, layout, null),
    units: tooFew ? [] : nameUnits(units, rankUnits(units, layout), !groupsHidden, input, words),
    groups: tooFew ? [] : grouped.filter(({ key }) => shown.has(key)),
    groupsHidden,
    change: change && (!hideNames || change.both >= limits.group) && !tooFew ? change : null,
  };
}
