/** What screens and the command line see of collections. */
import type {
  CollectionOverview,
  CollectionSummary,
  CollectionView,
  ItemsView,
  ResultLine,
  UnitDetail,
  UnitLine,
  UnmatchedLine,
} from '../../contract/views/collections.ts';
import { aggregateUnits, selectUnits, type AggregateOptions, type Basis } from '../../domain/collection/aggregate.ts';
import { changeSince, compareGroups, rankUnits, type GroupBy } from '../../domain/collection/compare-units.ts';
import { mayStandBeside, MINIMUM_GROUP } from '../../domain/collection/disclosure.ts';
import { figureReader, NO_FIGURE } from '../../domain/collection/figures.ts';
import { byStrength, cronbachAlpha, itemStatistics } from '../../domain/collection/items.ts';
import { columnMap, type ColumnMap } from '../../domain/collection/layout.ts';
import { createMatcher } from '../../domain/collection/match.ts';
import type { Layout, UnitResult } from '../../domain/collection/types.ts';
import { toFraction, type Exact } from '../../domain/exact/exact.ts';
import { shortHash } from '../../domain/result-file/identity.ts';
import { dayOf, toIsoDay } from '../../domain/text/dates.ts';
import type { Language } from '../../domain/text/localized.ts';
import { foldText } from '../../domain/text/normalize.ts';
import type { CollectionReportInput } from '../../domain/collection/report/context.ts';
import { EMPTY_DETAILS } from '../../domain/report/details.ts';
import { formerResults } from './rounds.ts';
import { provinceNames, type Desk } from './desk.ts';
import { wire, type Counting, type Loaded, type Results } from './results.ts';
import { unitDetail } from './unit.ts';
import type { Library } from '../library.ts';
import type { Ports } from '../ports.ts';
import type { CollectionRow, ResultHead, ResultRow } from '../ports/collections.ts';

/** Which results count; empty lists and texts let everything pass. */
export interface Filter {
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  readonly levels: readonly (number | null)[];
  readonly search: string;
}

export interface ReportOptions {
  readonly filter: Filter;
  readonly basis: Basis;
  readonly since: string | null;
  readonly language: Language;
  readonly hideNames: boolean;
}

export interface OverviewOptions {
  readonly filter: Filter;
  readonly basis: Basis;
  readonly groupBy: GroupBy;
  readonly since: string | null;
}

const keys = new WeakMap<UnitResult, string>();
function searchKey(result: UnitResult): string {
  const known = keys.get(result) ?? `${foldText(result.name)} ${result.code.toLowerCase()}`;
  keys.set(result, known);
  return known;
}

export function passes(filter: Filter): (entry: Counting) => boolean {
  const groups = new Set(filter.groups);
  const levels = new Set(filter.levels);
  const search = foldText(filter.search);
  return ({ result }) =>
    (groups.size === 0 || groups.has(result.group)) &&
    filter.tags.every((tag) => result.tags.includes(tag)) &&
    (levels.size === 0 || levels.has(result.total.level)) &&
    (search === '' || searchKey(result).includes(search));
}

const texts = new WeakMap<Exact, string>();
/** Equal figures are one object, so their text is made once. */
function text(value: Exact | null): string | null {
  if (value === null) return null;
  const known = texts.get(value) ?? toFraction(value);
  texts.set(value, known);
  return known;
}

export interface Views {
  summary(row: CollectionRow): CollectionSummary;
  view(id: string): CollectionView;
  overview(id: string, options: OverviewOptions): CollectionOverview;
  unit(id: string, result: number): UnitDetail;
  items(id: string, filter: Filter): ItemsView;
  /** What a report of the collection says, before it is put into words. */
  reportInput(id: string, options: ReportOptions): CollectionReportInput;
}

export function createViews(
  ports: Ports,
  library: Library,
  desk: Desk,
  results: Results,
  runsOf: (id: string) => CollectionView['runs'],
): Views {
  const store = ports.storage.collections;

  function summaryOf(row: CollectionRow, heads: readonly ResultHead[]): CollectionSummary {
    const { id, name, questionnaire, period, createdAt, updatedAt } = row;
    const units = store.units(id);
    const arrived = new Set(heads.flatMap(({ standing, unitId }) => (standing === 'counts' ? [unitId] : [])));
    const conflicts = new Set(heads.flatMap(({ standing, unitId }) => (standing === 'conflict' ? [unitId] : [])));
    return {
      id,
      name,
      questionnaire: { ...questionnaire, title: library.face(questionnaire.id, questionnaire.version).shortTitle },
      period,
      results: heads.filter(({ standing }) => standing === 'counts').length,
      expected: units.length,
      missing: units.filter((unit) => !arrived.has(unit.id)).length,
      conflicts: conflicts.size,
      createdAt,
      updatedAt,
    };
  }

  function lineOf(row: ResultRow): ResultLine {
    const total = figureReader()(row.nodes)[0] ?? NO_FIGURE;
    return {
      result: row.id,
      unitId: row.unitId,
      name: row.organisation.name,
      code: row.organisation.code,
      file: row.file,
      contentHash: row.contentHash,
      shortHash: shortHash(row.contentHash),
      exportedAt: row.exportedAt,
      revision: row.revision,
      percent: text(total.percent),
      level: total.level,
    };
  }

  const fullLine = (id: string, head: ResultHead): ResultLine => lineOf(store.result(id, head.id) as ResultRow);

  function versionsOf(row: CollectionRow, counting: readonly Counting[]): ReadonlyMap<string, ColumnMap> {
    const maps = new Map<string, ColumnMap>();
    for (const { result } of counting) {
      const { id, version, hash } = result.questionnaire;
      if (hash === row.questionnaire.hash || maps.has(hash)) continue;
      const base = library.getStored(row.questionnaire.id, row.questionnaire.version).questionnaire;
      maps.set(hash, columnMap(base, library.getStored(id, version).questionnaire));
    }
    return maps;
  }

  /** Units of another collection in the columns of this one, where that makes sense. */
  function earlier(since: string, loaded: Loaded, basis: Basis): ReturnType<typeof selectUnits>['units'] | null {
    const before = results.load(desk.find(since));
    if (before.row.questionnaire.id !== loaded.row.questionnaire.id) return null;
    const options: AggregateOptions = {
      layout: loaded.layout,
      period: before.row.period,
      basis,
      versions: versionsOf(loaded.row, before.counting),
    };
    return selectUnits(formerResults(ports, before, loaded), options).units;
  }

  function unitLine(
    { row, result }: Counting,
    pillars: readonly number[],
    rank: number | null,
    number: number | null = null,
  ): UnitLine {
    const { total, nodes, appraised, completeness } = result;
    return {
      result: row.id,
      rank,
      number,
      unitId: result.unitId,
      name: result.name,
      code: result.code,
      group: result.group,
      tags: result.tags,
      level: total.level,
      value: text(total.value),
      max: text(total.max),
      percent: text(total.percent),
      pillars: pillars.map((place) => {
        const { percent, level } = nodes[place] ?? NO_FIGURE;
        return [text(percent), level] as const;
      }),
      appraised: appraised && { percent: text(appraised.total.percent), level: appraised.total.level },
      answered: completeness.answered,
      notApplicable: completeness.notApplicable,
      unanswered: completeness.unanswered,
      quality: result.quality,
    };
  }

  function counted(id: string, filter: Filter) {
    const loaded = results.load(desk.find(id));
    return { loaded, counting: loaded.counting.filter(passes(filter)) };
  }

  function missingOf(loaded: Loaded) {
    const arrived = new Set(loaded.counting.map(({ result }) => result.unitId));
    return loaded.units.filter((unit) => !arrived.has(unit.id));
  }

  return {
    summary: (row) => summaryOf(row, store.heads(row.id)),
    reportInput(id, { filter, basis, since, language, hideNames }) {
      const loaded = results.load(desk.find(id));
      const { row, layout, units } = loaded;
      const counting = results.withItems(loaded).filter(passes(filter));
      const before = since === null ? null : results.load(desk.find(since));
      const former = before?.row.questionnaire.hash === row.questionnaire.hash ? before : null;
      const own = ports.storage.settings.all().get('organisationId') ?? '';
      const issuer = ports.storage.organisations.find(own);
      const province = ports.reference.provinces.find(({ code }) => code === issuer?.province);
      return {
        name: row.name,
        period: row.period,
        layout,
        groupWord: library.getStored(row.questionnaire.id, row.questionnaire.version).questionnaire.groupWord ?? null,
        results: counting.map(({ result }) => result),
        versions: versionsOf(row, counting),
        basis,
        expected: units,
        missing: missingOf(loaded),
        conflicts: summaryOf(row, store.heads(id)).conflicts,
        former: former && formerResults(ports, former, loaded),
        formerPeriod: former && former.row.period,
        language,
        issued: toIsoDay(dayOf(ports.now(), ports.about.utcOffset)),
        hideNames,
        issuer: {
          name: issuer?.name ?? '',
          provinceName: province?.name ?? '',
          details: (issuer && ports.storage.reports.remembered(issuer.id)) ?? EMPTY_DETAILS,
        },
      };
    },
    view(id) {
      const row = desk.find(id);
      const heads = store.heads(id);
      const units = store.units(id);
      const arrived = new Set(heads.flatMap(({ standing, unitId }) => (standing === 'counts' ? [unitId] : [])));
      const open =
        units.length === 0 ? [] : heads.filter((head) => head.standing !== 'replaced' && head.matched === 'none');
      const names = new Map(units.map((unit) => [unit.id, unit.name]));
      const matcher = open.length === 0 ? null : createMatcher(units, provinceNames(ports));
      const suggest = (head: ResultHead): UnmatchedLine['suggestions'] => {
        const found = matcher?.match(head.organisation);
        if (found?.kind !== 'open') return [];
        return found.suggestions.map((entry) => ({ ...entry, name: names.get(entry.unitId) ?? '' }));
      };
      const conflicts = Map.groupBy(
        heads.filter(({ standing }) => standing === 'conflict'),
        ({ unitId }) => unitId,
      );
      return {
        ...summaryOf(row, heads),
        notes: row.notes,
        units,
        missingUnits: units.filter((unit) => !arrived.has(unit.id)),
        unmatched: open.map((head) => ({ ...fullLine(id, head), suggestions: suggest(head) })),
        conflicting: [...conflicts.values()].map((entries) => entries.map((head) => fullLine(id, head))),
        groups: [...new Set(units.map(({ group }) => group))].filter((group) => group !== '').sort(),
        tags: [...new Set(units.flatMap(({ tags }) => tags))].sort(),
        runs: runsOf(id),
      };
    },
    overview(id, { filter, basis, groupBy, since }) {
      const { loaded, counting } = counted(id, filter);
      const { layout, row } = loaded;
      const { units, breaks } = selectUnits(
        counting.map(({ result }) => result),
        { layout, period: row.period, basis, versions: versionsOf(row, counting) },
      );
      const before = since === null ? null : earlier(since, loaded, basis);
      const ranks = new Map(rankUnits(units, layout).map(({ unit, rank }) => [unit.result, rank] as const));
      // As reports without names number them.
      const numbers = new Map(
        [...units]
          .sort((a, b) => (a.result.contentHash < b.result.contentHash ? -1 : 1))
          .map(({ result }, place) => [result, place + 1] as const),
      );
      const pillars = pillarsOf(layout);
      const rankOf = ({ result }: Counting): number => ranks.get(result) ?? Infinity;
      return {
        collection: summaryOf(row, store.heads(id)),
        layout: wire(layout),
        all: loaded.counting.length,
        aggregate: wire(aggregateUnits(units, breaks, layout, basis)),
        groups: compareGroups(units, breaks, layout, groupBy).map(wire),
        change: before && wire(changeSince(before, units, layout)),
        units: [...counting]
          .sort((a, b) => rankOf(a) - rankOf(b) || (a.result.name < b.result.name ? -1 : 1))
          .map((entry) => unitLine(entry, pillars, ranks.get(entry.result) ?? null, numbers.get(entry.result) ?? null)),
        discloses: mayStandBeside(counting.length, loaded.counting.length),
        missing: missingOf(loaded),
      };
    },
    items(id, filter) {
      const loaded = results.load(desk.find(id));
      const counting = results.withItems(loaded).filter(passes(filter));
      const { layout, row } = loaded;
      const { units } = selectUnits(
        counting.map(({ result }) => result),
        { layout, period: row.period, versions: versionsOf(row, counting) },
      );
      const items = itemStatistics(units, layout);
      return {
        layout: wire(layout),
        n: units.length,
        items: items.map(wire),
        byStrength: byStrength(
          items.map(({ percent }) => percent),
          MINIMUM_GROUP,
        ),
        alpha: wire(cronbachAlpha(units, layout, null)),
        pillarAlpha: pillarsOf(layout).map((place) => {
          const pillarId = layout.nodes[place]?.id ?? '';
          return { pillarId, alpha: wire(cronbachAlpha(units, layout, pillarId)) };
        }),
      };
    },
    unit: (id, result) => unitDetail(ports, { desk, results, unitLine, pillarsOf, fullLine }, id, result),
  };
}

/** Places of the top groups. */
function pillarsOf(layout: Layout): number[] {
  return layout.nodes.flatMap(({ depth }, place) => (depth === 1 ? [place] : []));
}
