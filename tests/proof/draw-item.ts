/** Random items of every type, and the conditions under which they are shown. */
import { BANDS, both, choice, ladder, multi, number, ratio, text, type Raw } from '../domain/definition.ts';
import { KINDS, once, pick, upTo, type Draw, type Wish } from './draw.ts';

/** Options always have one that is not negative, so no maximum is. */
const POINTS = ['1', '2', '3', '5', '0.5', '1/3', '2.25', '-1', '-0.5'] as const;

export interface Place {
  readonly levels: readonly number[];
  /** Items that stand before this one, in reading order. */
  readonly earlier: readonly Raw[];
  /** Those of them in the same group. */
  readonly siblings: readonly Raw[];
  /** Must the item belong to a level? */
  readonly atLevel: boolean;
}

function distinct(g: Draw): string[] {
  return [...new Set(['0', ...Array.from({ length: upTo(g, 3) + 1 }, () => pick(g, POINTS))])];
}

/** Options whose points rise above zero somewhere, some of them outside the score. */
function options(g: Draw, special: boolean): Raw[] {
  const points = distinct(g);
  const list: Raw[] = (points.length < 2 ? ['0', '1'] : points).map((value) => ({ points: value, text: both(value) }));
  if (special && once(g, 4)) list.push({ id: 'skip', points: 0, text: both('skip'), counts: 'excluded' });
  if (special && once(g, 4)) list.push({ id: 'unsure', points: 0, text: both('unsure'), counts: 'unknown' });
  return list;
}

/** Scales that are turned or recoded have a positive top. */
function recoding(g: Draw): { points: string[]; more: Raw } {
  const low = pick(g, ['0', '1', '-1']);
  const points = [low, '2', ...(once(g, 2) ? ['3.5'] : [])];
  const recode = once(g, 2)
    ? { recode: { kind: pick(g, ['of-max', 'min-max'] as const), to: pick(g, [1, 5, 100]) } }
    : {};
  return { points, more: { ...(once(g, 2) ? { reverse: true } : {}), ...recode } };
}

export function numberScore(g: Draw): Raw {
  switch (upTo(g, 3)) {
    case 0:
      return {
        kind: 'linear',
        zeroAt: pick(g, [0, 10, 90]),
        fullAt: pick(g, [20, 60, 100]),
        points: pick(g, [1, 3, '2.5', 5]),
      };
    case 1:
      return { kind: 'per-unit', points: pick(g, ['0.5', 1, 2]), most: pick(g, [3, 5, '7.5']) };
    case 2:
      return BANDS;
    default: {
      const bounds = [...new Set([upTo(g, 20) + 1, upTo(g, 40) + 21, upTo(g, 20) + 62])];
      return {
        kind: 'bands',
        table: {
          closed: pick(g, ['lower', 'upper'] as const),
          from: 0,
          bands: bounds.map((to, index) => ({
            to: index === bounds.length - 1 && once(g, 2) ? null : to,
            value: upTo(g, 5),
          })),
        },
      };
    }
  }
}

/** A condition on an earlier item, or on the kind of organisation. */
function condition(g: Draw, earlier: readonly Raw[], depth: number): Raw {
  if (depth < 2 && once(g, 4)) {
    const inner = (): Raw => condition(g, earlier, depth + 1);
    return [{ all: [inner(), inner()] }, { any: [inner(), inner()] }, { not: inner() }][upTo(g, 2)] as Raw;
  }
  const asked = once(g, 8) || earlier.length === 0 ? null : pick(g, earlier);
  if (asked === null) return { kind: pick(g, KINDS) };
  const item = asked.id;
  if (once(g, 4)) return { item, state: pick(g, ['answered', 'none', 'not-applicable', 'unanswered'] as const) };
  switch (asked.type) {
    case 'multi':
      return { item, has: 'o0' };
    case 'date':
      return once(g, 2) ? { item, from: '2024-05' } : { item, before: '2025' };
    case 'text':
      return { item, state: 'answered' };
    default:
      return { item, [pick(g, ['atLeast', 'below'] as const)]: pick(g, [0, 1, '2.5', 50]) };
  }
}

function byType(g: Draw, id: string, wish: Wish, levels: readonly number[], more: Raw): Raw {
  const base: Raw = { id, code: id, title: both(id), ...more };
  const type = pick(g, wish.types);
  switch (type) {
    case 'ladder': {
      const steps = levels.filter(() => !once(g, 4));
      return ladder(id, more, steps.length < 2 ? levels : steps);
    }
    case 'checklist':
      return {
        type,
        ...base,
        steps: levels.map((value, index) => ({
          value,
          text: both(`step ${value}`),
          elements:
            index === 0
              ? []
              : Array.from({ length: upTo(g, 2) + 1 }, (_, n) => ({ id: `e${index}-${n}`, text: both('element') })),
        })),
      };
    case 'choice':
    case 'likert': {
      if (!once(g, 3)) return { type, ...base, options: options(g, true) };
      const turned = recoding(g);
      return { ...choice(id, turned.points, { ...more, ...turned.more }), type };
    }
    case 'multi': {
      const points = distinct(g);
      const list = (multi(id, points).options as Raw[]).map((option) => ({ ...option }));
      if (once(g, 4)) list.push({ id: 'none', points: pick(g, [0, -1]), text: both('none'), exclusive: true });
      const table = {
        closed: 'lower',
        from: 0,
        bands: [
          { to: 1, value: 0 },
          { to: 3, value: 2 },
          { to: null, value: '4.5' },
        ],
      };
      return {
        ...multi(id, points, more),
        options: list,
        ...(once(g, 4) ? { byCount: table } : {}),
        ...(once(g, 3) ? { max: pick(g, [1, '1.5', 4]) } : {}),
      };
    }
    case 'matrix': {
      const rows = ['r0', 'r1', 'r2'].slice(0, upTo(g, 2) + 1);
      const turned = once(g, 4) ? recoding(g) : null;
      return {
        type,
        ...base,
        rows: rows.map((row) => ({ id: row, text: both(row), weight: pick(g, [1, 2, '1/2']) })),
        options: turned ? turned.points.map((value) => ({ points: value, text: both(value) })) : options(g, true),
        ...turned?.more,
        join: pick(g, ['sum', 'mean', 'weighted', 'lowest', { row: pick(g, rows) }]),
        blankRows: pick(g, ['zero', 'exclude', 'unanswered'] as const),
      };
    }
    case 'grid':
      return {
        type,
        ...base,
        rows: ['r0', 'r1', 'r2']
          .slice(0, upTo(g, 2) + 1)
          .map((row) => ({ id: row, text: both(row), weight: pick(g, [1, 2, '1/2']) })),
        columns: [1, pick(g, ['0.5', '1/3', 2])].map((points, n) => ({ id: `c${n}`, points, text: both(`c${n}`) })),
        rowRule: pick(g, ['sum', 'first'] as const),
        join: pick(g, ['sum', 'mean', 'weighted'] as const),
      };
    case 'number':
      return number(id, numberScore(g), more);
    case 'ratio':
      return ratio(id, {
        ...more,
        whenZero: pick(g, ['not-applicable', 'zero', 'full'] as const),
        mayExceed: once(g, 2),
        score: numberScore(g),
      });
    case 'indicator': {
      const measure = pick(g, ['number', 'percent', 'ratio', 'reached'] as const);
      const lower = measure !== 'reached' && once(g, 3);
      const value = (figure: number): Raw => (measure === 'reached' ? {} : { value: figure });
      return {
        type,
        ...base,
        measure,
        ...(measure === 'ratio' ? { numerator: both('part'), denominator: both('whole') } : {}),
        ...(lower ? { direction: 'lower' } : {}),
        ...(lower && once(g, 2) ? { baseline: { year: 2020, value: 90 } } : {}),
        targets: [
          { year: 2025, ...value(lower ? 40 : 50) },
          { year: 2030, ...value(lower ? 20 : 80) },
        ],
        place: both('1'),
      };
    }
    case 'text':
      return text(id, { ...more, scored: false });
    case 'date':
      return { type, ...base, scored: false };
  }
}

/** One item that loads. */
export function drawItem(g: Draw, id: string, wish: Wish, place: Place): Raw {
  const plain = byType(g, id, wish, place.levels, {});
  const asked = plain.type !== 'text' && plain.type !== 'date';
  const copied = place.siblings.filter(
    (one) => one.scored !== false && typeof one.notApplicableAs !== 'object' && one.role === undefined,
  );
  const effect = once(g, 4) ? pick(g, wish.notApplicable) : null;
  const role = asked && wish.roles && once(g, 10) ? pick(g, ['bonus', 'deduction'] as const) : null;
  return {
    ...plain,
    notApplicable: true,
    weight: pick(g, [1, 1, 2, '0.5', '1/3', 0]),
    priority: upTo(g, 2) + 1,
    effort: upTo(g, 2) + 1,
    ...(asked && (place.atLevel || once(g, 2)) ? { atLevel: pick(g, place.levels) } : {}),
    ...(asked && wish.unscored && !role && once(g, 8) ? { scored: false } : {}),
    ...(role ? { role } : {}),
    ...(asked && effect && effect !== 'copy' ? { notApplicableAs: effect } : {}),
    ...(asked && effect === 'copy' && copied.length > 0 ? { notApplicableAs: { copy: pick(g, copied).id } } : {}),
    ...(asked && wish.knockOuts && role !== 'deduction' && once(g, 8)
      ? {
          knockOut: {
            below: pick(g, [1, 2]),
            ...(once(g, 2) ? { zeroGroup: true } : { capLevel: pick(g, place.levels) }),
          },
        }
      : {}),
    ...(asked && wish.evidence && once(g, 8)
      ? { evidence: 'required', evidenceFactor: { none: 0, offered: '0.5', approved: 1, rejected: '0.25' } }
      : {}),
    ...(wish.scope && once(g, 10) ? { kinds: [pick(g, KINDS)] } : {}),
    ...(wish.scope && once(g, 6)
      ? { showIf: condition(g, place.earlier, 0), ...(once(g, 2) ? { whenHidden: 'count' } : {}) }
      : {}),
  };
}
