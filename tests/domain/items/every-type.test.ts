import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/domain/assessment/answer.ts';
import { answerSchema } from '../../../src/domain/assessment/schema.ts';
import { compare, type Exact } from '../../../src/domain/exact/exact.ts';
import {
  cellsFromValue,
  cellsOf,
  checkItem,
  checkValue,
  explainValue,
  filledOf,
  ITEM_KINDS,
  ITEM_TYPES,
  paperOf,
  prepareItem,
  printValue,
  ranksOf,
  readShort,
  valueFromCells,
} from '../../../src/domain/items/registry.ts';
import { itemSchema } from '../../../src/domain/questionnaire/item-schema.ts';
import type { Item } from '../../../src/domain/questionnaire/types.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { vi } from '../../../src/domain/wording/vi.ts';
import { ALL_SAMPLES, drawValidValue, SAMPLES } from './samples.ts';

const CONTEXT = { kind: 'commune', year: 2026 };
const MEMBERS = [
  'cells',
  'checkItem',
  'checkValue',
  'explain',
  'filled',
  'fromCells',
  'paper',
  'prepare',
  'print',
  'ranks',
  'readShort',
  'toCells',
  'type',
];
const OF_EACH_KIND: readonly AnswerValue[] = [
  { kind: 'option', option: '1' },
  { kind: 'options', options: [] },
  { kind: 'number', number: '1' },
  { kind: 'ratio', a: '1', b: '2' },
  { kind: 'rows', rows: [] },
  { kind: 'cells', cells: [] },
  { kind: 'date', date: '2025-01-01' },
  { kind: 'text', text: 'x' },
];
const named = ALL_SAMPLES.map((item, index) => [`${item.type} ${index}`, item] as const);
const drawing = <T>(check: (value: AnswerValue) => T, item: Item) =>
  fc.property(fc.gen(), (g) => void check(drawValidValue(g, item)));
/** The answer kind that an item takes, found by asking it. */
const ownKind = (item: Item): string => ranksOf(item)[0]?.kind ?? (item.type === 'date' ? 'date' : 'text');

describe('every question type', () => {
  it('is in the schema, in the registry and among the samples, with every member', () => {
    const inSchema = itemSchema.options.map((option) => option.shape.type.value);
    expect([...ITEM_TYPES].sort()).toEqual([...inSchema].sort());
    expect(Object.keys(SAMPLES).sort()).toEqual([...ITEM_TYPES].sort());
    for (const type of ITEM_TYPES) {
      expect(Object.keys(ITEM_KINDS[type]).sort()).toEqual(MEMBERS);
      expect(ITEM_KINDS[type].type).toBe(type);
      expect(SAMPLES[type].length).toBeGreaterThan(0);
    }
  });

  it.each(named)('%s refuses, does not score and does not print values of other types', (_name, item) => {
    for (const value of OF_EACH_KIND) {
      if (value.kind === ownKind(item)) continue;
      expect(checkValue(item, value).map(({ code }) => code)).toEqual(['wrong-value-kind']);
      expect(printValue(item, value, 'vi')).toBe('');
      expect(filledOf(item, value).done).toBe(0);
      expect([...cellsFromValue(item, value)]).toEqual([]);
      if (!item.scored) continue;
      expect(prepareItem(item).score(value)).toBe('unanswered');
      expect(explainValue(item, value, CONTEXT, 'vi')).toEqual({ key: 'unfit', params: {} });
    }
  });

  it.each(named)('%s offers ranks that may be entered, strictly rising up to its maximum', (_name, item) => {
    const { score, min, max } = prepareItem(item, CONTEXT);
    const ranks = ranksOf(item, CONTEXT);
    const points = ranks.map((value) => score(value) as Exact);
    for (const value of ranks) {
      expect(checkValue(item, value)).toEqual([]);
      expect(answerSchema.safeParse({ state: 'answered', value }).success).toBe(true);
    }
    points.slice(1).forEach((reached, index) => expect(compare(points[index] as Exact, reached)).toBe(-1));
    if (!item.scored) expect(ranks).toEqual([]);
    else {
      expect(compare(points.at(-1) as Exact, max)).toBe(0);
      expect(compare(points[0] as Exact, min)).toBeGreaterThanOrEqual(0);
    }
  });

  it('gives points between minimum and maximum for any valid value', () => {
    const runs = Math.ceil(10_000 / ALL_SAMPLES.length);
    for (const item of ALL_SAMPLES) {
      const { score, min, max } = prepareItem(item, CONTEXT);
      fc.assert(
        drawing((value) => {
          expect(checkValue(item, value)).toEqual([]);
          const points = score(value);
          if (points === null || points === 'unanswered') return;
          expect(points.d > 0n && compare(points, min) >= 0 && compare(points, max) <= 0).toBe(true);
        }, item),
        { numRuns: runs },
      );
    }
  });

  it('comes back from the cells of the workbook as it was entered', () => {
    for (const item of ALL_SAMPLES) {
      const keys = cellsOf(item).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(valueFromCells(item, new Map())).toBeNull();
      expect(valueFromCells(item, new Map(keys.map((key) => [key, '  '])))).toBeNull();
      fc.assert(
        drawing((value) => {
          const cells = cellsFromValue(item, value);
          for (const key of cells.keys()) expect(keys).toContain(key);
          expect(valueFromCells(item, cells)).toEqual(value);
        }, item),
        { numRuns: 50 },
      );
    }
  });

  it('writes only option ids, ticks, numbers, dates and text into the cells that ask for them', () => {
    for (const item of ALL_SAMPLES) {
      const inputs = new Map(cellsOf(item).map(({ key, input }) => [key, input]));
      fc.assert(
        drawing((value) => {
          for (const [key, written] of cellsFromValue(item, value)) {
            const input = inputs.get(key);
            if (input?.kind === 'list') expect(input.options.map(({ id }) => id)).toContain(written);
            if (input?.kind === 'tick') expect(['x', '-']).toContain(written);
            if (input?.kind === 'number') expect(written).toMatch(/^-?\d+(\.\d+)?$/);
            if (input?.kind === 'date') expect(written).toMatch(/^\d{4}-\d\d-\d\d$/);
          }
        }, item),
        { numRuns: 20 },
      );
    }
  });

  it('explains any valid value in both languages, every figure given', () => {
    for (const item of ALL_SAMPLES)
      fc.assert(
        drawing((value) => {
          for (const [language, catalogue] of [
            ['vi', vi],
            ['en', en],
          ] as const) {
            // prettier-ignore
            const { key, params } = explainValue(item, value, CONTEXT, language);
            const sentence = (catalogue as Record<string, string>)[`trace.item.${key}`];
            const asked = [...(sentence ?? '{{missing sentence}}').matchAll(/\{\{([\w ]+)\}\}/g)].map((m) => m[1]);
            for (const name of asked) expect(params[name as string], `${key} ${name}`).toBeTypeOf('string');
          }
        }, item),
        { numRuns: 60 },
      );
  });

  it.each(named)('%s has a form on paper', (_name, item) => {
    const lines = paperOf(item);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      if (line.kind === 'table') expect(line.rows.length * line.columns.length).toBeGreaterThan(0);
  });

  it('counts what is filled in, and prints it', () => {
    for (const item of ALL_SAMPLES)
      fc.assert(
        drawing((value) => {
          const { done, of } = filledOf(item, value);
          expect(done >= 1 && done <= of).toBe(true);
          expect(typeof printValue(item, value, 'vi')).toBe('string');
        }, item),
        { numRuns: 20 },
      );
  });

  it.each(named)('%s reads no short form that does not fit it', (_name, item) => {
    for (const raw of [undefined, true, [[1]], [{}], { a: {}, b: 1 }, { a: 1 }, { a: { toString: 1 }, b: {} }]) {
      const read = readShort(item, raw);
      // A matrix takes any object whose values are option ids; its rows are judged afterwards.
      if (read !== null) expect(checkValue(item, read)).not.toEqual([]);
    }
    expect(checkItem(item)).toEqual([]);
  });
});
