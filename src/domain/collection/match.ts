/**
 * Which expected unit a result belongs to: by code, then by name. Only what leaves no doubt is joined; everything else
 * becomes a suggestion with its likeness, for a person to decide.
 */
import { likeness } from './likeness.ts';
import type { ExpectedUnit } from './types.ts';
import { plainName, readUnitName, type NameReading, type UnitName } from './unit-name.ts';

/** What a result says about its unit. */
export interface UnitClaim {
  readonly name: string;
  readonly code: string;
  /** Two-digit code; empty when not given. */
  readonly province: string;
}

export interface Suggestion {
  readonly unitId: string;
  /** 0 to 1; 1 = the names are the same. */
  readonly likeness: number;
}

export type Match =
  | { readonly kind: 'code' | 'name'; readonly unitId: string }
  | { readonly kind: 'open'; readonly suggestions: readonly Suggestion[] };

export interface Matcher {
  match(claim: UnitClaim): Match;
}

/** Names with less in common are no help. */
const LEAST_LIKENESS = 0.6;
const MOST_SUGGESTIONS = 3;

interface Known {
  readonly unit: ExpectedUnit;
  readonly code: string;
  readonly name: UnitName;
  /** Plain names of the units above it: its group, its province, what stands behind its name. */
  readonly above: ReadonlySet<string>;
  /** Something is known about where it lies. */
  readonly placed: boolean;
}

/** Codes are compared without spaces and the zeros that spreadsheets lose. */
const codeKey = (code: string): string =>
  code
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');

const sameShape = (a: string, b: string): boolean => /^\d+$/.test(a) && /^\d+$/.test(b) && a.length === b.length;

function index<K>(known: readonly Known[], keys: (entry: Known) => readonly K[]): ReadonlyMap<K, readonly Known[]> {
  const map = new Map<K, Known[]>();
  for (const entry of known)
    for (const key of new Set(keys(entry))) {
      const there = map.get(key);
      if (there) there.push(entry);
      else map.set(key, [entry]);
    }
  return map;
}

/** Two readings speak of the same kind of unit, as far as they say. */
const sameType = (a: NameReading, b: NameReading): boolean => a.type === null || b.type === null || a.type === b.type;

/**
 * Makes the lists of expected units searchable.
 * @param provinces names of each province by its code, former ones included
 */
export function createMatcher(
  expected: readonly ExpectedUnit[],
  provinces: ReadonlyMap<string, readonly string[]> = new Map(),
): Matcher {
  const known = expected.map((unit): Known => {
    const name = readUnitName(unit.name);
    const group = unit.group === '' ? [] : [plainName(unit.group)];
    const province = (provinces.get(unit.province) ?? []).map(plainName);
    return {
      unit,
      code: codeKey(unit.code),
      name,
      above: new Set([...group, ...province, ...name.within]),
      placed: group.length + name.within.length > 0,
    };
  });
  const byCode = index(known, ({ code }) => (code === '' ? [] : [code]));
  const byKey = index(known, ({ name }) => name.readings.map(({ key }) => key));
  const byPlain = index(known, ({ name }) => name.readings.map(({ plain }) => plain));
  const provinceNames = new Set([...provinces.values()].flat().map(plainName));

  const sameProvince = (entry: Known, { province }: UnitClaim): boolean =>
    province === '' || entry.unit.province === '' || province === entry.unit.province;

  /** Does it lie where the name says? A unit of which nothing is known contradicts nothing but another province. */
  const liesWithin = (entry: Known, within: readonly string[]): boolean =>
    within.every((place) => entry.above.has(place) || (!entry.placed && !provinceNames.has(place)));

  /** Codes of one kind that differ speak of two units. */
  const otherCode = (entry: Known, code: string): boolean =>
    code !== '' && entry.code !== '' && code !== entry.code && sameShape(code, entry.code);

  function withName(claim: UnitClaim, reading: NameReading, name: UnitName): readonly Known[] {
    const found = name.unmarked ? byPlain.get(reading.plain) : byKey.get(reading.key);
    return (found ?? []).filter(
      (entry) =>
        entry.name.readings.some((own) =>
          name.unmarked
            ? own.plain === reading.plain && sameType(own, reading)
            : own.key === reading.key && sameType(own, reading),
        ) &&
        sameProvince(entry, claim) &&
        liesWithin(entry, name.within),
    );
  }

  /** The unit above may follow without any mark: "Tân Hưng Tân Châu". */
  function withTail(claim: UnitClaim, { key, plain, type }: NameReading, name: UnitName): readonly Known[] {
    const [keys, plains] = [key.split(' '), plain.split(' ')];
    if (keys.length !== plains.length) return [];
    return keys.flatMap((_, at) => {
      if (at === 0) return [];
      const head = { key: keys.slice(0, at).join(' '), plain: plains.slice(0, at).join(' '), type };
      return withName(claim, head, { ...name, within: [...name.within, plains.slice(at).join(' ')] }).filter(
        ({ placed }) => placed,
      );
    });
  }

  function named(claim: UnitClaim, name: UnitName): readonly Known[] {
    const direct = name.readings.flatMap((reading) => withName(claim, reading, name));
    const found = direct.length > 0 ? direct : name.readings.flatMap((reading) => withTail(claim, reading, name));
    return [...new Set(found)];
  }

  function likenessTo(entry: Known, name: UnitName): number {
    const pairs = name.readings.flatMap((a) => entry.name.readings.map((b) => [a, b] as const));
    return Math.max(
      ...pairs.map(([a, b]) => 0.9 * likeness(a.plain, b.plain) + (name.unmarked ? 0.1 : 0.1 * likeness(a.key, b.key))),
    );
  }

  function open(name: UnitName, first: readonly Known[]): Match {
    const all = known
      .map((entry) => ({
        entry,
        own: first.includes(entry) ? 1 : likenessTo(entry, name),
        fits: liesWithin(entry, name.within),
      }))
      .filter(({ own }) => own >= LEAST_LIKENESS)
      .sort((a, b) => b.own - a.own || Number(b.fits) - Number(a.fits) || (a.entry.unit.id < b.entry.unit.id ? -1 : 1));
    const most = Math.max(MOST_SUGGESTIONS, first.length);
    return {
      kind: 'open',
      suggestions: all
        .slice(0, most)
        .map(({ entry, own }) => ({ unitId: entry.unit.id, likeness: Math.round(own * 100) / 100 })),
    };
  }

  return {
    match(claim) {
      const name = readUnitName(claim.name);
      const code = codeKey(claim.code);
      const names = named(claim, name);
      const codes = (code === '' ? [] : (byCode.get(code) ?? [])).filter((entry) => sameProvince(entry, claim));
      const [coded] = codes;
      if (coded && codes.length === 1) {
        const agrees = names.includes(coded) || (names.length === 0 && likenessTo(coded, name) >= LEAST_LIKENESS);
        if (agrees || claim.name.trim() === '') return { kind: 'code', unitId: coded.unit.id };
      }
      const [only] = names;
      if (codes.length === 0 && only && names.length === 1 && !otherCode(only, code))
        return { kind: 'name', unitId: only.unit.id };
      return open(name, [...new Set([...codes, ...names])]);
    },
  };
}

/** Expected units for which nothing has come, in the order of the list. */
export function missingUnits(expected: readonly ExpectedUnit[], present: ReadonlySet<string>): ExpectedUnit[] {
  return expected.filter(({ id }) => !present.has(id));
}
