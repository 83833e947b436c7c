/** A questionnaire as the rows of its sheets. */
import type { Group, Item, LevelRule, Node, Questionnaire, ShowCondition, Vector } from '../questionnaire/types.ts';
import { isGroup } from '../questionnaire/walk.ts';
import { optionIdOf } from '../questionnaire/option-id.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import type { CellValue } from './cells.ts';
import { decimalCell, writeCell } from './codec.ts';
import type { Column } from './columns.ts';
import { getAt, type Fields } from './paths.ts';
import { ITEM_RULES } from './item-settings.ts';
import { GENERAL, GROUP_RULES, RULES, TOTAL_RULES } from './settings.ts';
import { TABLE_KEYS, TABLES, type TableKey } from './tables.ts';
import { vectorRows } from './write-vectors.ts';
import { wordOf } from './words.ts';

export type WrittenTables = Readonly<Record<TableKey, readonly (readonly CellValue[])[]>>;

const same = (a: unknown, b: unknown): boolean => a !== undefined && canonicalJson(a) === canonicalJson(b);

/** One or two cells; English that only repeats the Vietnamese text is left empty, as it is filled in on reading. */
function cellsOf(column: Column, found: unknown, language: Language): CellValue[] {
  if (column.localized) {
    const text = found as LocalizedText | undefined;
    if (!text) return [null, null];
    return [text.vi, text.en === text.vi ? null : text.en];
  }
  return [column.preset !== undefined && same(found, column.preset) ? null : writeCell(column.codec, found, language)];
}

class RowWriter {
  private readonly tables: Record<TableKey, CellValue[][]>;
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
    this.tables = Object.fromEntries(TABLE_KEYS.map((key) => [key, []])) as unknown as Record<TableKey, CellValue[][]>;
  }

  get result(): WrittenTables {
    return this.tables;
  }

  row(key: TableKey, object: Fields): void {
    this.tables[key].push(
      TABLES[key].columns.flatMap((column) => cellsOf(column, getAt(object, column.key), this.language)),
    );
  }

  /** Cells that follow the physical columns as they are. */
  cells(key: TableKey, cells: readonly CellValue[]): void {
    this.tables[key].push([...cells]);
  }

  general(questionnaire: Questionnaire): void {
    for (const field of GENERAL) {
      const [first = null, second = null] = cellsOf(field, getAt(questionnaire, field.key), this.language);
      this.cells('general', [field.head[this.language], first, second]);
    }
  }

  settings(scope: string, columns: readonly Column[], object: unknown): void {
    for (const column of columns) {
      const [first = null, second = null] = cellsOf(column, getAt(object, column.key), this.language);
      if (first !== null) this.cells('scoring', [scope, column.head[this.language], first, second]);
    }
  }

  bands(scope: string, table: BandTable | undefined): void {
    table?.bands.forEach(({ to, value }, index) =>
      this.row('bands', {
        scope,
        ...(index === 0 ? { closed: table.closed, from: table.from } : {}),
        ...(to === null ? {} : { to }),
        value: String(value),
      }),
    );
  }

  levelRules(scope: string, rule: LevelRule | undefined, caps: Questionnaire['scoring']['caps']): void {
    if (rule?.kind === 'conditions')
      for (const { level, total, groups } of rule.levels) {
        const side = total === undefined ? undefined : 'moreThan' in total ? 'moreThan' : 'atLeast';
        this.row('level-rules', {
          scope,
          rule: 'condition',
          level,
          side,
          total: total && ('moreThan' in total ? total.moreThan : total.atLeast),
          count: groups?.count,
          groupLevel: groups?.level,
        });
      }
    if (rule?.kind === 'profiles')
      for (const { level, groups } of rule.profiles) {
        if (groups.length === 0) this.row('level-rules', { scope, rule: 'profile', level });
        for (const { group, level: groupLevel } of groups)
          this.row('level-rules', { scope, rule: 'profile', level, group, groupLevel });
      }
    for (const cap of caps ?? []) {
      if (cap.kind === 'lowest-group') this.row('level-rules', { scope, rule: 'cap-group', plus: cap.plus });
      else this.row('level-rules', { scope, rule: 'cap-items', level: cap.level, items: cap.items, below: cap.below });
    }
  }

  condition(owner: string, number: string, condition: ShowCondition): void {
    const joined = jointOf(condition);
    if (joined) {
      const [joint, inside] = joined;
      this.row('conditions', { owner, number, test: joint });
      inside.forEach((entry, index) => this.condition(owner, `${number}.${index + 1}`, entry));
      return;
    }
    const { item, ...rest } = condition as { item?: string };
    const [[test, found] = ['', '']] = Object.entries<string>(rest);
    const exactly = ['atLeast', 'below'].includes(test);
    const value = test === 'state' ? wordOf('state', found, this.language) : exactly ? decimalCell(found) : found;
    this.cells('conditions', [owner, number, wordOf('test', test, this.language), item ?? null, value]);
  }

  group(group: Group, parent: string | undefined, position: number | undefined): void {
    const { id } = group;
    this.row('structure', { ...group, parent, position });
    this.settings(id, [...RULES, ...GROUP_RULES], group);
    if (group.level?.kind === 'bands') this.bands(id, group.level.table);
    this.levelRules(id, group.level, group.caps);
    if (group.showIf) this.condition(id, '1', group.showIf);
    for (const { level, text } of group.advice)
      this.row('recommendations', { owner: id, kind: 'advice', at: String(level), text });
    this.children(group.children, id);
  }

  /** Positions are written only where items and groups are mixed otherwise than "items first". */
  children(children: readonly Node[], parent: string): void {
    const isMixed = children.some(
      (child, index) => isGroup(child) && children.slice(index).some((later) => !isGroup(later)),
    );
    children.forEach((child, index) => {
      const position = isMixed ? index + 1 : undefined;
      if (isGroup(child)) this.group(child, parent, position);
      else this.item(child, parent, position);
    });
  }

  item(item: Item, parent: string, position: number | undefined): void {
    const { id } = item;
    this.row('items', { ...item, parent, position });
    this.settings(id, ITEM_RULES, item);
    if ('score' in item && item.score.kind === 'bands') this.bands(id, item.score.table);
    if ('byCount' in item) this.bands(id, item.byCount);
    if (item.showIf) this.condition(id, '1', item.showIf);
    this.parts(item);
    if ('targets' in item) for (const target of item.targets) this.row('targets', { ...target, item: id });
    for (const { to, text } of item.advice) this.row('recommendations', { owner: id, kind: 'advice', at: to, text });
    for (const measure of item.measures ?? []) this.row('recommendations', { ...measure, owner: id, kind: 'measure' });
  }

  private parts(item: Item): void {
    const owner = item.id;
    const add = (part: string, fields: Fields): void => this.row('options', { ...fields, owner, part });
    if ('steps' in item)
      for (const step of item.steps) {
        add('step', { ...step, id: step.id === optionIdOf(step.value) ? undefined : step.id, points: step.value });
        if ('elements' in step) for (const element of step.elements) add('element', element);
      }
    if ('rows' in item)
      for (const row of item.rows) add('row', { ...row, weight: row.weight === '1' ? undefined : row.weight });
    if ('columns' in item) for (const column of item.columns) add('column', column);
    if ('options' in item && !('optionSet' in item && item.optionSet !== undefined))
      for (const option of item.options) add('option', item.type === 'multi' ? option : withoutOwnId(option));
    for (const text of item.qualityPoints ?? []) add('quality', { text });
  }

  answerSets(sets: Questionnaire['answerSets']): void {
    for (const { id, options } of sets ?? [])
      for (const option of options) this.row('options', { ...withoutOwnId(option), owner: id, part: 'set-option' });
  }
}

interface BandTable {
  readonly closed: string;
  readonly from: string;
  readonly bands: readonly { readonly to: string | null; readonly value: string | number }[];
}

const withoutOwnId = (option: { id: string; points: string }): Fields => ({
  ...option,
  id: option.id === optionIdOf(option.points) ? undefined : option.id,
});

/** The joint and what it holds; null for a single comparison. */
function jointOf(condition: ShowCondition): readonly [string, readonly ShowCondition[]] | null {
  if ('all' in condition) return ['all', condition.all];
  if ('any' in condition) return ['any', condition.any];
  return 'not' in condition ? ['not', [condition.not]] : null;
}

/**
 * The rows of all sheets, cells in the order of the physical columns.
 * @param language of the words for settings and closed lists; texts are written in both languages
 */
export function writeRows(questionnaire: Questionnaire, vectors: readonly Vector[], language: Language): WrittenTables {
  const writer = new RowWriter(language);
  const { scoring } = questionnaire;
  const total = wordOf('scope', 'total', language);
  const every = wordOf('scope', 'default', language);
  writer.general(questionnaire);
  for (const document of questionnaire.provenance.documents) writer.row('documents', { ...document });
  for (const level of questionnaire.levels) writer.row('levels', { ...level });
  writer.settings(total, [...RULES, ...TOTAL_RULES], { ...scoring, aggregate: scoring.total, level: scoring.overall });
  writer.settings(every, RULES, { aggregate: scoring.group, level: scoring.groupLevel });
  for (const [scope, rule, caps] of [
    [total, scoring.overall, scoring.caps],
    [every, scoring.groupLevel, undefined],
  ] as const) {
    if (rule.kind === 'bands') writer.bands(scope, rule.table);
    writer.levelRules(scope, rule, caps);
  }
  for (const { year, level, note } of questionnaire.targets)
    writer.row('targets', { year, value: String(level), note });
  writer.answerSets(questionnaire.answerSets);
  for (const group of questionnaire.groups) writer.group(group, undefined, undefined);
  for (const row of vectorRows(vectors, language)) writer.cells('vectors', row);
  return writer.result;
}
