import type { Column } from './columns.ts';
import { listIn, type Fields } from './paths.ts';
import type { DefinitionReader, Scope } from './read-rows.ts';
import type { TableRow } from './read-table.ts';
import { TABLES } from './tables.ts';

const USED: Readonly<Record<string, readonly string[]>> = {
  condition: ['level', 'side', 'total', 'count', 'groupLevel'],
  profile: ['level', 'group', 'groupLevel'],
  'cap-group': ['plus'],
  'cap-items': ['level', 'items', 'below'],
};

const named = (...keys: string[]): Column[] => TABLES['level-rules'].columns.filter(({ key }) => keys.includes(key));

/** Conditions and profiles of levels, and caps on levels. */
export function readLevelRules(reader: DefinitionReader): void {
  const profiles = new Map<Fields, Fields>();
  for (const row of reader.tables['level-rules'].rows) {
    const scope = reader.scopeOf(row);
    const rule = row.value('rule', { kind: 'word', set: 'levelRule' }) as string | undefined;
    const used = rule === undefined ? undefined : USED[rule];
    if (!used) {
      if (row.raw('rule') === undefined) row.problem('rule', 'cell-missing');
      continue;
    }
    if (!scope) continue;
    row.refuseOthers(new Set(['scope', 'rule', ...used]));
    if (scope.kind === 'item') row.problem('scope', 'cell-invalid');
    else if (rule === 'condition') listIn(reader.levelRule(scope), 'levels').push(readCondition(reader, row));
    else if (rule === 'profile') readProfile(reader, scope, row, profiles);
    else readCap(reader, scope, row, rule as string);
  }
}

function readCondition({ reading }: DefinitionReader, row: TableRow): Fields {
  const condition = row.object(named('level'));
  const side = row.value('side', { kind: 'word', set: 'totalSide' }) as string | undefined;
  if (row.raw('side') !== undefined || row.raw('total') !== undefined) {
    if (row.raw('side') === undefined) row.problem('side', 'cell-missing');
    const total = row.object(named('total'), { total: side ?? 'atLeast' });
    reading.origins.add(total, '', row.ref('total'));
    condition.total = total;
  }
  if (row.raw('count') !== undefined || row.raw('groupLevel') !== undefined)
    condition.groups = row.object(named('count', 'groupLevel'), { groupLevel: 'level' });
  return condition;
}

/** Rows of one level that follow each other make one profile. */
function readProfile(reader: DefinitionReader, scope: Scope, row: TableRow, last: Map<Fields, Fields>): void {
  const rule = reader.levelRule(scope);
  const profile = row.object(named('level'));
  let current = last.get(rule);
  if (!current || current.level !== profile.level) {
    current = profile;
    current.groups = [];
    last.set(rule, current);
    listIn(rule, 'profiles').push(current);
  }
  if (row.raw('group') !== undefined || row.raw('groupLevel') !== undefined)
    listIn(current, 'groups').push(row.object(named('group', 'groupLevel'), { groupLevel: 'level' }));
}

function readCap(reader: DefinitionReader, scope: Scope, row: TableRow, rule: string): void {
  if (scope.kind === 'default') {
    row.problem('scope', 'cell-invalid');
    return;
  }
  const cap: Fields = rule === 'cap-group' ? row.object(named('plus')) : row.object(named('level', 'items', 'below'));
  cap.kind = rule === 'cap-group' ? 'lowest-group' : 'items';
  listIn(scope.kind === 'total' ? reader.scoring : scope.node, 'caps').push(cap);
}
