/** The list of expected units as text: one per line, columns parted by tabs, as sheets paste and copy it. */
import type { ExpectedUnit } from '../../../domain/collection/types.ts';
import { foldText } from '../../../domain/text/normalize.ts';

const COLUMNS = ['code', 'name', 'group', 'tags', 'province', 'note'] as const;

const cell = (unit: ExpectedUnit, column: (typeof COLUMNS)[number]): string =>
  column === 'tags' ? unit.tags.join(', ') : unit[column];

/** @param headings of the six columns: code, name, group, tags, province, note */
export function listText(units: readonly ExpectedUnit[], headings: readonly string[]): string {
  if (units.length === 0) return '';
  return [headings.join('\t'), ...units.map((unit) => COLUMNS.map((column) => cell(unit, column)).join('\t'))].join(
    '\n',
  );
}

type Read = Omit<ExpectedUnit, 'id'>;

/** Units that were in the list before keep their ids: by code, then by name and group. */
export function withIds(read: readonly Read[], known: readonly ExpectedUnit[], newId: () => string): ExpectedUnit[] {
  const byCode = new Map(known.filter(({ code }) => code !== '').map((unit) => [unit.code.toLowerCase(), unit.id]));
  const byName = new Map(known.map((unit) => [`${foldText(unit.name)} ${foldText(unit.group)}`, unit.id]));
  const byNameAlone = new Map(known.map((unit) => [unit.name, unit.id]));
  const taken = new Set<string>();
  return read.map((unit) => {
    const found = [
      unit.code === '' ? undefined : byCode.get(unit.code.toLowerCase()),
      byName.get(`${foldText(unit.name)} ${foldText(unit.group)}`),
      byNameAlone.get(unit.name),
    ].find((id) => id !== undefined && !taken.has(id));
    const id = found ?? newId();
    taken.add(id);
    return { ...unit, id };
  });
}
