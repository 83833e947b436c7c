import type { Codec } from './codec.ts';
import type { Fields } from './paths.ts';
import type { Reading, ReadTable, TableRow } from './read-table.ts';
import { keywordOf } from './words.ts';

/** A record being filled; made into a plain object at the end, so that no id can reach a prototype. */
type Entries = Map<string, unknown>;

interface Draft {
  readonly vector: Fields;
  readonly fillGroups: Entries;
  readonly answers: Map<string, unknown>;
  readonly groups: Map<string, Fields>;
  readonly context: Fields;
  readonly expect: Fields;
}

const INT: Codec = { kind: 'int' };
const DECIMAL: Codec = { kind: 'decimal' };

/** Vectors as `vectorsSchema` reads them; the name starts a new one. */
export function readVectors(table: ReadTable, reading: Reading): unknown[] {
  const drafts: Draft[] = [];
  for (const row of table.rows) {
    if (row.raw('name') !== undefined) drafts.push(newDraft(row, reading));
    const draft = drafts.at(-1);
    if (!draft) {
      row.problem('name', 'cell-missing');
      continue;
    }
    readRow(row, draft, reading);
  }
  return drafts.map(finish);
}

function newDraft(row: TableRow, { origins }: Reading): Draft {
  const vector: Fields = { name: row.value('name', { kind: 'text' }) };
  origins.add(vector, '', row.ref('name'));
  origins.add(vector, 'name', row.ref('name'));
  const expect: Fields = {};
  origins.add(expect, '', row.ref('name'));
  return { vector, expect, fillGroups: new Map(), answers: new Map(), groups: new Map(), context: {} };
}

function finish({ vector, expect, fillGroups, answers, groups, context }: Draft): Fields {
  if (fillGroups.size > 0) vector.fillGroups = Object.fromEntries(fillGroups);
  if (answers.size > 0)
    vector.answers = Object.fromEntries(
      [...answers].map(([id, answer]) => [id, answer instanceof Map ? Object.fromEntries(answer) : answer]),
    );
  if (Object.keys(context).length > 0) vector.context = context;
  if (groups.size > 0) expect.groups = Object.fromEntries(groups);
  vector.expect = expect;
  return vector;
}

/** Rank: a number, or the word for the highest. */
function rank(row: TableRow): unknown {
  const cell = row.raw('value');
  if (cell?.kind === 'text' && keywordOf('top', cell.value) !== null) return 'top';
  return row.value('value', INT);
}

function level(row: TableRow): unknown {
  const cell = row.raw('value');
  if (cell?.kind === 'text' && keywordOf('noLevel', cell.value) !== null) return null;
  return row.value('value', INT);
}

function readRow(row: TableRow, draft: Draft, { origins }: Reading): void {
  const what = row.value('what', { kind: 'word', set: 'vector' }) as string | undefined;
  if (what === undefined) {
    if (row.raw('what') === undefined) row.problem('what', 'cell-missing');
    return;
  }
  const hasId = ['fill-group', 'answer', 'group-value', 'group-level', 'group'].includes(what);
  const used = ['name', 'what', ...(what === 'group' ? [] : ['value']), ...(hasId ? ['of'] : [])];
  row.refuseOthers(new Set(what === 'answer' ? [...used, 'part'] : used));
  const id = hasId ? row.text('of') : '';
  if (id === undefined) {
    row.problem('of', 'cell-missing');
    return;
  }
  if (row.raw('value') === undefined && what !== 'answer' && what !== 'group') row.problem('value', 'cell-missing');
  const { vector, expect, context } = draft;
  const place = row.ref('value');
  const set = (object: Fields, key: string, value: unknown): void => {
    if (key in object) row.problem('what', 'cell-duplicate', { name: key });
    object[key] = value;
    origins.add(object, key, place);
  };
  switch (what) {
    case 'kind':
      return set(context, 'kind', row.text('value'));
    case 'year':
      return set(context, 'year', row.value('value', INT));
    case 'fill':
      return set(vector, 'fill', rank(row));
    case 'fill-group':
      draft.fillGroups.set(id, rank(row));
      return origins.add(vector, `fillGroups.${id}`, place);
    case 'answer':
      readAnswer(row, draft, id);
      return origins.add(vector, `answers.${id}`, place);
    case 'level':
      return set(expect, 'level', level(row));
    case 'total':
      return set(expect, 'total', row.value('value', DECIMAL));
  }
  const group = draft.groups.get(id) ?? {};
  draft.groups.set(id, group);
  if (what === 'group-value') set(group, 'value', row.value('value', DECIMAL));
  if (what === 'group-level') set(group, 'level', level(row));
}

function readAnswer(row: TableRow, { answers }: Draft, id: string): void {
  const part = row.text('part');
  const value = answerValue(row);
  const known = answers.get(id);
  if (part === undefined && known === undefined) answers.set(id, value);
  else if (part !== undefined && (known === undefined || known instanceof Map)) {
    const parts = (known ?? new Map()) as Entries;
    if (parts.has(part)) row.problem('part', 'cell-duplicate', { name: part });
    answers.set(id, parts.set(part, value));
  } else row.problem('of', 'cell-duplicate', { name: id });
}

/** A number, a word, or a list in brackets. */
function answerValue(row: TableRow): unknown {
  const cell = row.raw('value');
  if (!cell) return null;
  if (cell.kind === 'number') return row.value('value', DECIMAL);
  if (cell.kind === 'date' || cell.kind === 'boolean') return cell.value;
  const read = row.value('value', { kind: 'text' });
  if (typeof read !== 'string') return null;
  if (read === '{}') return {};
  if (read.startsWith('\\')) return read.slice(1);
  const list = /^\[(.*)\]$/s.exec(read)?.[1];
  if (list === undefined) return read;
  return list
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
