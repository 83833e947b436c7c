import { listIn, type Fields } from './paths.ts';
import type { DefinitionReader } from './read-rows.ts';
import type { TableRow } from './read-table.ts';
import { TABLES } from './tables.ts';

/** The list of an item that a part goes to, and the columns that mean something in it. */
const PARTS: Readonly<Record<string, { readonly list: string; readonly unused: readonly string[] }>> = {
  option: { list: 'options', unused: ['sign', 'weight'] },
  step: { list: 'steps', unused: ['title', 'counts', 'exclusive', 'weight'] },
  row: { list: 'rows', unused: ['points', 'title', 'sign', 'counts', 'exclusive'] },
  column: { list: 'columns', unused: ['title', 'sign', 'counts', 'exclusive', 'weight'] },
  quality: { list: 'qualityPoints', unused: ['id', 'points', 'title', 'sign', 'counts', 'exclusive', 'weight'] },
  element: { list: 'elements', unused: ['points', 'title', 'sign', 'counts', 'exclusive', 'weight'] },
  'set-option': { list: 'options', unused: ['sign', 'exclusive', 'weight'] },
};

/** Steps, options, rows, columns and elements go to their items; shared options to the answer sets. */
export function readOptions(reader: DefinitionReader): void {
  const sets = new Map<string, Fields>();
  const lastStep = new Map<Fields, Fields>();
  for (const row of reader.tables.options.rows) {
    const part = row.value('part', { kind: 'word', set: 'part' }) as string | undefined;
    const rule = part === undefined ? undefined : PARTS[part];
    if (!rule) {
      if (row.raw('part') === undefined) row.problem('part', 'cell-missing');
      continue;
    }
    const made = readPart(row, part as string, rule.unused);
    if (part === 'set-option') {
      addToSet(reader, sets, row, made);
      continue;
    }
    const scope = reader.scopeOf(row, 'owner');
    if (scope?.kind !== 'item') {
      if (scope) row.problem('owner', 'cell-invalid');
      continue;
    }
    if (part === 'element') {
      const step = lastStep.get(scope.node);
      if (step) listIn(step, 'elements').push(made);
      else row.problem('part', 'cell-misplaced');
      continue;
    }
    if (part === 'step') lastStep.set(scope.node, made);
    if (part === 'step' && scope.node.type === 'checklist') made.elements = [];
    listIn(scope.node, rule.list).push(part === 'quality' ? (made.text ?? made) : made);
  }
  if (sets.size > 0) reader.definition.answerSets = [...sets.values()];
}

function readPart(row: TableRow, part: string, unused: readonly string[]): Fields {
  const columns = TABLES.options.columns.filter(
    ({ key }) => !unused.includes(key) && key !== 'owner' && key !== 'part',
  );
  row.refuseOthers(new Set(['owner', 'part', ...columns.map(({ key }) => key)]));
  return row.object(columns, part === 'step' ? { points: 'value' } : {});
}

function addToSet(reader: DefinitionReader, sets: Map<string, Fields>, row: TableRow, option: Fields): void {
  const id = row.text('owner');
  if (id === undefined) {
    row.problem('owner', 'cell-missing');
    return;
  }
  let set = sets.get(id);
  if (!set) {
    set = { id };
    reader.reading.origins.add(set, 'id', row.ref('owner'));
    reader.reading.origins.add(set, '', row.ref('owner'));
    sets.set(id, set);
  }
  listIn(set, 'options').push(option);
}
