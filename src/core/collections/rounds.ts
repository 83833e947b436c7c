/** The units of an earlier collection as units of a later one: each collection has a list, and so ids, of its own. */
import { createMatcher } from '../../domain/collection/match.ts';
import type { UnitResult } from '../../domain/collection/types.ts';
import { ownUnitId, provinceNames, sameBody } from './desk.ts';
import type { Counting, Loaded } from './results.ts';
import type { Ports } from '../ports.ts';

/** What an organisation is known by: itself under its name, and its code. */
const keysOf = (organisation: Counting['row']['organisation']): string[] => [
  sameBody(organisation),
  ...(organisation.code.trim() === '' ? [] : [ownUnitId(organisation)]),
];

/**
 * Results of an earlier collection under the unit ids of a later one: by the id itself (a collection that was handed on),
 * by the organisation that handed in, by code and name in the list of expected units. A unit that is found nowhere keeps
 * its own id; where two would become one, the first in that order has it.
 */
export function formerResults(ports: Pick<Ports, 'reference'>, before: Loaded, now: Loaded): UnitResult[] {
  const present = new Set([...now.units.map(({ id }) => id), ...now.counting.map(({ result }) => result.unitId)]);
  const byOrganisation = new Map<string, string>();
  for (const { row, result } of now.counting) {
    for (const key of keysOf(row.organisation)) byOrganisation.set(key, result.unitId);
  }
  const matcher = createMatcher(now.units, provinceNames(ports));
  const ways: readonly ((entry: Counting) => string | undefined)[] = [
    ({ result }) => (present.has(result.unitId) ? result.unitId : undefined),
    ({ row }) =>
      keysOf(row.organisation)
        .map((key) => byOrganisation.get(key))
        .find((id) => id !== undefined),
    ({ result: { name, code, province } }) => {
      const found = matcher.match({ name, code, province });
      return found.kind === 'open' ? undefined : found.unitId;
    },
  ];
  const ids = new Map<Counting, string>();
  const taken = new Set<string>();
  for (const way of ways)
    for (const entry of before.counting) {
      const id = ids.has(entry) ? undefined : way(entry);
      if (id === undefined || taken.has(id)) continue;
      ids.set(entry, id);
      taken.add(id);
    }
  return before.counting.map((entry) => {
    const unitId = ids.get(entry) ?? entry.result.unitId;
    return unitId === entry.result.unitId ? entry.result : { ...entry.result, unitId };
  });
}
