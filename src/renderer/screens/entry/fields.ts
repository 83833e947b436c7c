/** The fields in which a paper form is typed in: every question type by what its cells hold, without choosing by mouse. */
import { UNANSWERED, type Answer } from '../../../domain/assessment/answer.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { NOTHING, TICKED } from '../../../domain/items/cells.ts';
import { cellsFromValue, cellsOf, valueFromCells } from '../../../domain/items/registry.ts';
import type { Item } from '../../../domain/questionnaire/types.ts';
import { formatDay, parseDay, toIsoDay } from '../../../domain/text/dates.ts';
import type { Language, LocalizedText } from '../../../domain/text/localized.ts';
import { formatNumber, parseNumber } from '../../../domain/text/numbers.ts';
import { optionDigits } from '../answer/outline.ts';

interface Listed {
  /** Of the option, or of the cell that is ticked. */
  readonly key: string;
  readonly text: LocalizedText;
  /** What is typed for it. */
  readonly figure: string;
}

export interface EntryField {
  readonly key: string;
  readonly label: LocalizedText | null;
  /** one, many: figures of options are typed. */
  readonly kind: 'one' | 'many' | 'number' | 'date' | 'text';
  /** Empty for typed values. */
  readonly options: readonly Listed[];
}

/** What stands in the fields of an item, by field key. */
export type Texts = Readonly<Record<string, string>>;

/** What was typed: an answer, or what is wrong with it. */
export type Read =
  | { readonly answer: Answer }
  | { readonly problem: 'option' | 'number' | 'date' | 'incomplete'; readonly field: EntryField };

/** The figures that choose the options of an item, the same as on the answer screen. */
function figuresOf(item: Item, count: number): readonly string[] {
  if (item.type === 'ladder') return optionDigits(item.steps.map((step) => step.value));
  if (item.type === 'choice' || item.type === 'matrix') return optionDigits(item.options.map(({ points }) => points));
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** The key of the field that takes all ticks of an item. */
const TICKS = ' ticks';

export function fieldsOf(item: Item): EntryField[] {
  const cells = cellsOf(item);
  if (item.type === 'grid')
    return item.rows.map((row) => ({
      key: row.id,
      label: row.text,
      kind: 'many',
      options: item.columns.map((column, index) => ({
        key: `${row.id}.${column.id}`,
        text: column.text,
        figure: String(index + 1),
      })),
    }));
  if (cells.every(({ input }) => input.kind === 'tick')) {
    const options = cells.map(({ key, label }, index) => ({
      key,
      text: label ?? { vi: key, en: key },
      figure: String(index + 1),
    }));
    return [{ key: TICKS, label: null, kind: 'many', options }];
  }
  return cells.flatMap(({ key, label, input }): EntryField[] => {
    if (input.kind === 'tick') return [];
    if (input.kind !== 'list') return [{ key, label, kind: input.kind, options: [] }];
    const figures = figuresOf(item, input.options.length);
    const options = input.options.map(({ id, text }, index) => ({ key: id, text, figure: figures[index] ?? '' }));
    return [{ key, label, kind: 'one', options }];
  });
}

/** The texts that stand for a stored answer; empty fields when there is none. */
export function textsOf(item: Item, answer: Answer, language: Language): Texts {
  const fields = fieldsOf(item);
  const values = answer.state === 'answered' ? cellsFromValue(item, answer.value) : new Map<string, string>();
  return Object.fromEntries(
    fields.map((field) => {
      const { key, kind, options } = field;
      const value = values.get(key) ?? '';
      switch (kind) {
        case 'one':
          return [key, options.find((option) => option.key === value)?.figure ?? ''];
        case 'many': {
          if (answer.state === 'none') return [key, NOTHING];
          const marks = options.map((option) => values.get(option.key));
          const ticked = options.filter((_, index) => marks[index] === TICKED).map(({ figure }) => figure);
          return [key, ticked.length > 0 ? ticked.join(' ') : marks.includes(NOTHING) ? NOTHING : ''];
        }
        case 'number':
          return [key, value === '' ? '' : formatNumber(exact(value), language, 6)];
        case 'date': {
          const day = parseDay(value);
          return [key, day ? formatDay(day) : ''];
        }
        case 'text':
          return [key, value];
      }
    }),
  );
}

/** The figures in a field for several options; null when one of them is none. "134" is 1, 3 and 4 where no figure has two digits. */
function manyFigures(typed: string, { options }: EntryField): ReadonlySet<string> | null {
  const known = new Set(options.map(({ figure }) => figure));
  const words = typed.split(/[\s,;.+]+/).filter(Boolean);
  const figures = options.length < 10 ? words.flatMap((word) => [...word]) : words;
  return figures.every((figure) => known.has(figure)) ? new Set(figures) : null;
}

/** Puts what was typed into one field into the cells. @returns what is wrong with it, or null */
function fillCells(cells: Map<string, string>, field: EntryField, text: string, language: Language) {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return null;
  switch (field.kind) {
    case 'one': {
      const option = field.options.find(({ figure }) => figure === typed);
      if (!option) return 'option';
      cells.set(field.key, option.key);
      return null;
    }
    case 'many': {
      if (typed === NOTHING || typed === '–') {
        const [first] = field.options;
        if (first) cells.set(first.key, NOTHING);
        return null;
      }
      const figures = manyFigures(typed, field);
      if (figures === null) return 'option';
      for (const { key, figure } of field.options) if (figures.has(figure)) cells.set(key, TICKED);
      return null;
    }
    case 'number': {
      const number = parseNumber(typed, language);
      if (number === null) return 'number';
      cells.set(field.key, number);
      return null;
    }
    case 'date': {
      const day = parseDay(typed);
      if (!day) return 'date';
      cells.set(field.key, toIsoDay(day));
      return null;
    }
    case 'text':
      cells.set(field.key, text);
      return null;
  }
}

/** Reads the fields of an item; whether the value fits the question is for its own check. */
export function readTexts(item: Item, texts: Texts, language: Language): Read {
  const cells = new Map<string, string>();
  const fields = fieldsOf(item);
  for (const field of fields) {
    const problem = fillCells(cells, field, texts[field.key] ?? '', language);
    if (problem !== null) return { problem, field };
  }
  const [first] = fields;
  if (cells.size === 0 || !first) return { answer: UNANSWERED };
  const value = valueFromCells(item, cells);
  if (value === null) return { problem: 'incomplete', field: first };
  if (item.type === 'multi' && value.kind === 'options' && value.options.length === 0)
    return { answer: { state: 'none' } };
  return { answer: { state: 'answered', value } };
}

/** Is the option settled by what is typed, so that nothing longer could be meant? */
export function isSettled({ kind, options }: EntryField, typed: string): boolean {
  const matching = options.filter(({ figure }) => figure.startsWith(typed.trim()));
  return kind === 'one' && matching.length === 1 && matching[0]?.figure === typed.trim();
}
