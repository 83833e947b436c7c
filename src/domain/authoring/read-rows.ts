/** The rows of all sheets as a questionnaire definition. What the values mean is judged afterwards, by the schema. */
import type { Codec } from './codec.ts';
import type { Column } from './columns.ts';
import { readConditions } from './read-conditions.ts';
import { readLevelRules } from './read-level-rules.ts';
import { readOptions } from './read-options.ts';
import { listIn, memberOf, setAt, type Fields } from './paths.ts';
import type { Reading, ReadTable, TableRow } from './read-table.ts';
import { ITEM_RULES } from './item-settings.ts';
import { GENERAL, GROUP_RULES, RULES, TOTAL_RULES } from './settings.ts';
import { TABLES, type TableKey } from './tables.ts';
import { cleanText } from '../text/normalize.ts';
import { keywordOf } from './words.ts';

export type ReadTables = Readonly<Record<TableKey, ReadTable>>;

/** A group or item with the row that it came from. */
export interface ReadNode {
  readonly kind: 'group' | 'item';
  readonly node: Fields;
  readonly row: TableRow;
}

/** Where a row of bands, settings or level rules applies. */
export type Scope =
  | { readonly kind: 'total' }
  | { readonly kind: 'default' }
  | { readonly kind: 'group'; readonly node: Fields }
  | { readonly kind: 'item'; readonly node: Fields };

const plain = (text: string): string => cleanText(text).trim().replace(/\s+/g, ' ').toLowerCase();
const settingOf = (columns: readonly Column[], text: string): Column | undefined =>
  columns.find(({ key, head }) => [key, head.vi, head.en].some((name) => plain(name) === plain(text)));

const TEXT: Codec = { kind: 'text' };

export class DefinitionReader {
  readonly reading: Reading;
  readonly tables: ReadTables;
  readonly nodes = new Map<string, ReadNode>();
  readonly scoring: Fields = {};
  readonly definition: Fields = { format: 'thuoc-so/questionnaire/1' };

  constructor(tables: ReadTables, reading: Reading) {
    this.tables = tables;
    this.reading = reading;
  }

  /** Reads everything; problems go to the reading. */
  read(): Fields {
    const { definition } = this;
    this.readSettings(this.tables.general, (row) => ({
      columns: GENERAL,
      object: definition,
      text: row.text('field'),
    }));
    setAt(definition, 'provenance.documents', this.objects('documents'));
    definition.levels = this.objects('levels');
    this.readNodes();
    this.readScoring();
    this.readBands();
    readOptions(this);
    readLevelRules(this);
    readConditions(this);
    definition.scoring = this.scoring;
    this.readTargets();
    this.readAdvice();
    definition.groups = this.tree();
    return definition;
  }

  objects(key: TableKey): Fields[] {
    return this.tables[key].rows.map((row) => row.object(TABLES[key].columns));
  }

  private readNodes(): void {
    for (const [key, kind] of [
      ['structure', 'group'],
      ['items', 'item'],
    ] as const) {
      const columns = TABLES[key].columns.filter((column) => column.key !== 'parent' && column.key !== 'position');
      for (const row of this.tables[key].rows) {
        const node = row.object([]);
        if (kind === 'group') node.type = 'group';
        for (const column of columns) row.into(node, column);
        const id = row.text('id');
        if (id === undefined) row.problem('id', 'cell-missing');
        else if (this.nodes.has(id)) row.problem('id', 'duplicate-id', { id });
        else this.nodes.set(id, { kind, node, row });
      }
    }
  }

  /** Groups and items below their parents, in the order of their sheets unless positions say otherwise. */
  private tree(): Fields[] {
    const top: Fields[] = [];
    const below = new Map<Fields, { node: Fields; position: number }[]>();
    const all = [...this.nodes.values()];
    for (const entry of [...all.filter(({ kind }) => kind === 'item'), ...all.filter(({ kind }) => kind === 'group')]) {
      const { node, row, kind } = entry;
      const parent = row.text('parent');
      const position = row.value('position', { kind: 'int' });
      if (parent === undefined) {
        if (kind === 'group') top.push(node);
        else row.problem('parent', 'cell-missing');
        continue;
      }
      const holder = this.nodes.get(parent);
      if (holder?.kind !== 'group') row.problem('parent', 'unknown-item', { id: parent });
      else if (kind === 'group' && this.isCircular(entry)) row.problem('parent', 'circle', { id: parent });
      else {
        const siblings = below.get(holder.node) ?? [];
        siblings.push({ node, position: typeof position === 'number' ? position : 0 });
        below.set(holder.node, siblings);
      }
    }
    // Sorting is stable, so rows without a position keep their order.
    for (const { kind, node } of all)
      if (kind === 'group')
        node.children = (below.get(node) ?? []).sort((a, b) => a.position - b.position).map((entry) => entry.node);
    return top;
  }

  private isCircular(start: ReadNode): boolean {
    const seen = new Set<ReadNode>([start]);
    let parent = this.nodes.get(start.row.text('parent') ?? '');
    while (parent) {
      if (seen.has(parent)) return true;
      seen.add(parent);
      const next = parent.row.text('parent');
      parent = next === undefined ? undefined : this.nodes.get(next);
    }
    return false;
  }

  /** What the first cell of a row names; a problem when there is nothing of this name. */
  scopeOf(row: TableRow, key = 'scope'): Scope | null {
    const text = row.text(key);
    if (text === undefined) {
      row.problem(key, 'cell-missing');
      return null;
    }
    const word = keywordOf('scope', text);
    if (word === 'total' || word === 'default') return { kind: word };
    const found = this.nodes.get(text);
    if (!found) row.problem(key, 'unknown-item', { id: text });
    return found ? { kind: found.kind, node: found.node } : null;
  }

  /** The level rule and its holder for a scope. */
  levelRule(scope: Scope): Fields {
    const [holder, key] =
      scope.kind === 'total'
        ? [this.scoring, 'overall']
        : scope.kind === 'default'
          ? [this.scoring, 'groupLevel']
          : [scope.node, 'level'];
    return memberOf(holder, key);
  }

  private readScoring(): void {
    this.readSettings(this.tables.scoring, (row) => {
      const scope = this.scopeOf(row);
      if (!scope) return null;
      const text = row.text('setting');
      if (scope.kind === 'total')
        return { columns: [...RULES, ...TOTAL_RULES], object: this.scoring, text, rename: ['total', 'overall'] };
      if (scope.kind === 'default')
        return {
          columns: RULES.slice(
            0,
            RULES.findIndex(({ key }) => key === 'scale.from'),
          ),
          object: this.scoring,
          text,
          rename: ['group', 'groupLevel'],
        };
      return { columns: scope.kind === 'group' ? [...RULES, ...GROUP_RULES] : ITEM_RULES, object: scope.node, text };
    });
  }

  /** Rows that set one member each. */
  private readSettings(
    table: ReadTable,
    target: (row: TableRow) => {
      columns: readonly Column[];
      object: Fields;
      text: string | undefined;
      rename?: readonly [aggregate: string, level: string];
    } | null,
  ): void {
    const set = new Map<Fields, Set<string>>();
    const settingColumn = table.table.key === 'general' ? 'field' : 'setting';
    for (const row of table.rows) {
      const found = target(row);
      if (!found) continue;
      const { columns, object, text, rename } = found;
      const column = text === undefined ? undefined : settingOf(columns, text);
      if (!column) {
        if (text === undefined) row.problem(settingColumn, 'cell-missing');
        else row.problem(settingColumn, 'setting-unknown', { value: text.slice(0, 60) });
        continue;
      }
      const member = rename
        ? column.key.replace(/^aggregate(?=\.)/, rename[0]).replace(/^level(?=\.)/, rename[1])
        : column.key;
      const known = set.get(object) ?? new Set();
      if (known.has(member)) row.problem(settingColumn, 'cell-duplicate', { name: text ?? '' });
      set.set(object, known.add(member));
      this.place(row, object, column, member);
    }
  }

  private place(row: TableRow, object: Fields, column: Column, member: string): void {
    const { origins } = this.reading;
    const value = row.value('value', column.codec);
    origins.add(object, member, row.ref('value'));
    if (!column.localized) {
      if (value !== undefined) setAt(object, member, value);
      if (row.raw('english')) row.problem('english', 'cell-unused');
      return;
    }
    const english = row.value('english', TEXT);
    origins.add(object, `${member}.vi`, row.ref('value'));
    origins.add(object, `${member}.en`, row.ref('english'));
    if (value !== undefined) setAt(object, `${member}.vi`, value);
    if (english !== undefined) setAt(object, `${member}.en`, english);
  }

  private readBands(): void {
    const [, closed, from, to, value] = TABLES.bands.columns as [Column, Column, Column, Column, Column];
    const tables = new Map<Fields, Fields>();
    for (const row of this.tables.bands.rows) {
      const scope = this.scopeOf(row);
      if (!scope) continue;
      const holder =
        scope.kind !== 'item'
          ? this.levelRule(scope)
          : scope.node.type === 'multi'
            ? scope.node
            : memberOf(scope.node, 'score');
      const key = scope.kind === 'item' && scope.node.type === 'multi' ? 'byCount' : 'table';
      let table = tables.get(holder);
      if (!table) {
        table = row.object([closed, from]);
        tables.set(holder, table);
        holder[key] = table;
      } else {
        for (const column of [closed, from])
          if (row.has(column) && String(row.value(column.key, column.codec)) !== String(table[column.key]))
            row.problem(column.key, 'cell-misplaced');
      }
      const band = row.object([]);
      band.to = null;
      for (const column of [to, value]) row.into(band, column);
      if (scope.kind !== 'item' && band.value !== undefined) band.value = Number(band.value);
      listIn(table, 'bands').push(band);
    }
  }

  private readTargets(): void {
    const targets: Fields[] = [];
    for (const row of this.tables.targets.rows) {
      const columns = TABLES.targets.columns.filter(({ key }) => key !== 'item');
      const item = row.text('item');
      if (item === undefined) {
        const target = row.object(columns, { value: 'level' });
        if (target.level !== undefined) target.level = Number(target.level);
        targets.push(target);
        continue;
      }
      const found = this.nodes.get(item);
      if (found?.kind !== 'item') row.problem('item', 'unknown-item', { id: item });
      else listIn(found.node, 'targets').push(row.object(columns));
    }
    this.definition.targets = targets;
  }

  private readAdvice(): void {
    const columns = TABLES.recommendations.columns;
    const named = (...keys: string[]): Column[] => columns.filter(({ key }) => keys.includes(key));
    for (const row of this.tables.recommendations.rows) {
      const scope = this.scopeOf(row, 'owner');
      if (!scope || !('node' in scope)) {
        if (scope) row.problem('owner', 'cell-invalid');
        continue;
      }
      const kind = row.value('kind', { kind: 'word', set: 'advice' });
      if (kind === 'measure') {
        row.refuseOthers(new Set(['owner', 'kind', 'id', 'text', 'effort']));
        listIn(scope.node, 'measures').push(row.object(named('id', 'text', 'effort')));
        continue;
      }
      if (row.raw('kind') === undefined) row.problem('kind', 'cell-missing');
      row.refuseOthers(new Set(['owner', 'kind', 'at', 'text']));
      const advice = row.object(named('at', 'text'), { at: scope.kind === 'group' ? 'level' : 'to' });
      if (typeof advice.level === 'string') advice.level = Number(advice.level);
      listIn(scope.node, 'advice').push(advice);
    }
  }
}
