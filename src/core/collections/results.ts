/** Results that count, as statistics see them. Reading thousands takes a moment, so the last collections stay in memory. */
import type { Wire } from '../../contract/views/collections.ts';
import { figureReader } from '../../domain/collection/figures.ts';
import { layoutOf } from '../../domain/collection/layout.ts';
import {
  QUALITY_FLAGS,
  type ExpectedUnit,
  type Layout,
  type QualityFlag,
  type UnitFigures,
  type UnitResult,
} from '../../domain/collection/types.ts';
import { toFraction, type Exact } from '../../domain/exact/exact.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Library } from '../library.ts';
import type { Ports } from '../ports.ts';
import type { CollectionRow, ResultRow } from '../ports/collections.ts';

/** A result with its place in the collection. */
export interface Counting {
  readonly row: ResultRow;
  readonly result: UnitResult;
}

export interface Loaded {
  readonly row: CollectionRow;
  readonly layout: Layout;
  readonly units: readonly ExpectedUnit[];
  readonly counting: readonly Counting[];
}

export interface Results {
  load(row: CollectionRow): Loaded;
  /** The same with the figures of items. */
  withItems(loaded: Loaded): readonly Counting[];
  layout(row: CollectionRow): Layout;
  forget(id: string): void;
}

/** Collections kept ready at a time. */
const KEPT = 2;

const samePeriod = (a: Period, b: Period): boolean => a.kind === b.kind && a.year === b.year && a.number === b.number;

function flags(own: readonly QualityFlag[], more: readonly QualityFlag[]): readonly QualityFlag[] {
  return more.length === 0 ? own : QUALITY_FLAGS.filter((flag) => own.includes(flag) || more.includes(flag));
}

export function createResults({ storage }: Pick<Ports, 'storage'>, library: Library): Results {
  const store = storage.collections;
  const kept = new Map<string, Loaded>();
  const itemsKept = new WeakMap<Loaded, readonly Counting[]>();
  const layouts = new Map<string, Layout>();

  function layout({ questionnaire: { id, version, hash } }: CollectionRow): Layout {
    const known = layouts.get(hash) ?? layoutOf(library.getStored(id, version).questionnaire, hash);
    layouts.set(hash, known);
    return known;
  }

  function read(row: CollectionRow): Loaded {
    const units = store.units(row.id);
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const figures = figureReader();
    const figuresOf = (line: string): UnitFigures => {
      const [total, ...nodes] = figures(line);
      return { total: total as UnitFigures['total'], nodes, items: [] };
    };
    const counting = store.counting(row.id).map((entry): Counting => {
      const unit = entry.matched === 'none' ? undefined : byId.get(entry.unitId);
      const [total, answered, notApplicable, unanswered] = entry.completeness;
      const more: QualityFlag[] = [];
      if (!samePeriod(entry.period, row.period)) more.push('other-period');
      if (units.length > 0 && !unit) more.push('unmatched');
      const { organisation } = entry;
      return {
        row: entry,
        result: {
          unitId: entry.unitId,
          name: unit?.name ?? organisation.name,
          code: unit && unit.code !== '' ? unit.code : organisation.code,
          kind: organisation.kind,
          province: unit && unit.province !== '' ? unit.province : organisation.province,
          group: unit?.group ?? '',
          tags: unit?.tags ?? [],
          resultId: entry.resultId,
          contentHash: entry.contentHash,
          questionnaire: entry.questionnaire,
          period: entry.period,
          completeness: { total, answered, notApplicable, unanswered },
          quality: flags(entry.quality, more),
          ...figuresOf(entry.nodes),
          appraised: entry.appraisedNodes === null ? null : figuresOf(entry.appraisedNodes),
          sample: entry.sample,
        },
      };
    });
    return { row, layout: layout(row), units, counting };
  }

  return {
    layout,
    load(row) {
      const known = kept.get(row.id);
      if (known && known.row.updatedAt === row.updatedAt) return known;
      const loaded = read(row);
      kept.delete(row.id);
      kept.set(row.id, loaded);
      for (const id of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(id);
      }
      return loaded;
    },
    withItems(loaded) {
      const known = itemsKept.get(loaded);
      if (known) return known;
      const lines = store.items(loaded.row.id);
      const figures = figureReader();
      const counting = loaded.counting.map(({ row, result }): Counting => {
        const { items = '', appraised = null } = lines.get(row.id) ?? {};
        return {
          row,
          result: {
            ...result,
            items: figures(items),
            appraised: result.appraised && { ...result.appraised, items: figures(appraised ?? '') },
          },
        };
      });
      itemsKept.set(loaded, counting);
      return counting;
    },
    forget: (id) => void kept.delete(id),
  };
}

const isExact = (value: object): value is Exact =>
  'n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint';

/** Statistics as plain JSON: exact figures as text, maps as pairs, sets as lists. */
export function wire<T>(value: T): Wire<T> {
  return plain(value) as Wire<T>;
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isExact(value)) return toFraction(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map)
    return [...(value as ReadonlyMap<unknown, unknown>)].map(([key, entry]) => [key, plain(entry)]);
  if (value instanceof Set) return [...(value as ReadonlySet<unknown>)];
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}
