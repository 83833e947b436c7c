import type { Codec } from './codec.ts';
import type { Fields } from './paths.ts';
import type { DefinitionReader } from './read-rows.ts';
import type { TableRow } from './read-table.ts';

const JOINTS = new Set(['all', 'any', 'not']);

const VALUES: Readonly<Record<string, Codec>> = {
  has: { kind: 'id' },
  state: { kind: 'word', set: 'state' },
  atLeast: { kind: 'decimal' },
  below: { kind: 'decimal' },
  from: { kind: 'day' },
  before: { kind: 'day' },
  kind: { kind: 'id' },
};

/** One numbered row: a joint that holds others, or a comparison. */
interface Entry {
  readonly row: TableRow;
  readonly test: string;
  readonly condition: Fields;
  readonly inside: Fields[];
}

/** Numbered rows become nested conditions: 1.2 lies inside 1. Several at the top must all hold. */
export function readConditions(reader: DefinitionReader): void {
  const byOwner = new Map<Fields, Map<string, Entry>>();
  for (const row of reader.tables.conditions.rows) {
    const scope = reader.scopeOf(row, 'owner');
    const number = row.text('number');
    const test = row.value('test', { kind: 'word', set: 'test' }) as string | undefined;
    if (number === undefined) row.problem('number', 'cell-missing');
    if (row.raw('test') === undefined) row.problem('test', 'cell-missing');
    if (!scope || number === undefined || test === undefined) continue;
    if (!('node' in scope)) {
      row.problem('owner', 'cell-invalid');
      continue;
    }
    const entries = byOwner.get(scope.node) ?? new Map<string, Entry>();
    byOwner.set(scope.node, entries);
    place(entries, number, { row, test, condition: readTest(reader, row, test), inside: [] });
  }
  for (const [node, entries] of byOwner) node.showIf = joined(reader, entries);
}

function readTest({ reading }: DefinitionReader, row: TableRow, test: string): Fields {
  const condition: Fields = {};
  reading.origins.add(condition, '', row.ref(JOINTS.has(test) || test === 'kind' ? 'test' : 'item'));
  if (JOINTS.has(test)) {
    row.refuseOthers(new Set(['owner', 'number', 'test']));
    return condition;
  }
  reading.origins.add(condition, test, row.ref('value'));
  const value = row.value('value', VALUES[test] as Codec);
  if (row.raw('value') === undefined) row.problem('value', 'cell-missing');
  if (test === 'kind') row.refuseOthers(new Set(['owner', 'number', 'test', 'value']));
  else {
    reading.origins.add(condition, 'item', row.ref('item'));
    condition.item = row.text('item');
    if (condition.item === undefined) row.problem('item', 'cell-missing');
  }
  condition[test] = value;
  return condition;
}

function place(entries: Map<string, Entry>, number: string, entry: Entry): void {
  const parent = /^\d+(\.\d+)*$/.test(number) ? number.replace(/\.?\d+$/, '') : null;
  const holder = parent ? entries.get(parent) : undefined;
  const isFull = holder?.test === 'not' && holder.inside.length > 0;
  if (parent === null || entries.has(number) || (parent !== '' && (!holder || !JOINTS.has(holder.test))) || isFull) {
    entry.row.problem('number', 'condition-number', { value: number });
    return;
  }
  entries.set(number, entry);
  holder?.inside.push(entry.condition);
  if (JOINTS.has(entry.test)) entry.condition[entry.test] = entry.test === 'not' ? undefined : entry.inside;
  if (holder?.test === 'not') holder.condition.not = entry.condition;
}

function joined(reader: DefinitionReader, entries: ReadonlyMap<string, Entry>): Fields | undefined {
  const top = [...entries].filter(([number]) => !number.includes('.')).map(([, entry]) => entry);
  const [first] = top;
  if (!first || top.length === 1) return first?.condition;
  const all: Fields = { all: top.map(({ condition }) => condition) };
  reader.reading.origins.add(all, '', first.row.ref('test'));
  return all;
}
