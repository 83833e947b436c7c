import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalCell, readCell, writeCell } from '../../../src/domain/authoring/codec.ts';
import { EXAMPLE_DEFINITION, EXAMPLE_VECTORS } from '../../../src/domain/authoring/example.ts';
import { publishedSchemas } from '../../../src/domain/authoring/json-schema.ts';
import { readSheets, readWorkbook } from '../../../src/domain/authoring/read-workbook.ts';
import { headsOf, TABLE_KEYS, TABLES } from '../../../src/domain/authoring/tables.ts';
import { keywordOf, wordOf, WORDS, type WordSet } from '../../../src/domain/authoring/words.ts';
import { exact, toFraction } from '../../../src/domain/exact/exact.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { questionnaireSchema, vectorsSchema } from '../../../src/domain/questionnaire/schema.ts';
import { LANGUAGES } from '../../../src/domain/text/localized.ts';
import { EVERYTHING, EVERY_VECTOR } from './everything.ts';
import { cellOf, cellsOf, sheetsOf } from './sheets.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All keys, and all texts, of a value. */
function collect(value: unknown, keys: Set<string>, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  if (Array.isArray(value)) value.forEach((entry) => collect(entry, keys, texts));
  else if (isRecord(value))
    for (const [key, entry] of Object.entries(value)) {
      keys.add(key);
      collect(entry, keys, texts);
    }
}

/** Names of the properties, and the fixed words, of a JSON Schema. */
function vocabulary(schema: unknown, keys: Set<string>, words: Set<string>): void {
  if (Array.isArray(schema)) schema.forEach((entry) => vocabulary(entry, keys, words));
  else if (isRecord(schema)) {
    if (isRecord(schema.properties)) Object.keys(schema.properties).forEach((key) => keys.add(key));
    if (typeof schema.const === 'string') words.add(schema.const);
    if (Array.isArray(schema.enum)) schema.enum.forEach((word) => words.add(String(word)));
    Object.values(schema).forEach((entry) => vocabulary(entry, keys, words));
  }
}

describe('the sheets of a questionnaire', () => {
  it('the definition of this test uses the whole vocabulary of the schema', () => {
    const keys = new Set<string>();
    const words = new Set<string>();
    const { 'questionnaire.schema.json': general, 'vectors.schema.json': tests } = publishedSchemas();
    vocabulary([general, tests], keys, words);
    const used = new Set<string>();
    const texts = new Set<string>();
    collect([EVERYTHING, EVERY_VECTOR, EXAMPLE_DEFINITION], used, texts);
    expect([...keys].filter((key) => !used.has(key) && key !== 'groupFiles')).toEqual([]);
    // These are other values of lists that are written and read by the same table of words.
    const left = [...words].filter((word) => !texts.has(word));
    expect(left.filter((word) => !Object.values(WORDS).some((list) => word in list))).toEqual([]);
  });

  it.each(LANGUAGES)('hold every word of it without loss (%s)', (language) => {
    const questionnaire = questionnaireSchema.parse(EVERYTHING);
    const vectors = vectorsSchema.parse(EVERY_VECTOR);
    const read = readSheets(sheetsOf(cellsOf(questionnaire, vectors, language)));
    expect(read.problems).toEqual([]);
    expect(questionnaireSchema.parse(read.definition)).toEqual(questionnaire);
    expect(vectorsSchema.parse(read.vectors)).toEqual(vectors);
  });

  it.each(LANGUAGES)('of the template pass as they stand (%s)', (language) => {
    const parsed = parseQuestionnaire(EXAMPLE_DEFINITION, EXAMPLE_VECTORS);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { questionnaire, vectors } = parsed.value;
    const read = readWorkbook(sheetsOf(cellsOf(questionnaire, vectors, language)));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const again = parseQuestionnaire(read.value.definition, read.value.vectors);
    expect(again).toEqual(parsed);
  });

  it('have heads and words that cannot be taken for each other', () => {
    for (const key of TABLE_KEYS)
      for (const language of LANGUAGES) {
        const heads = TABLES[key].columns.flatMap((column) => headsOf(column, language));
        expect([key, heads.length]).toEqual([key, new Set(heads.map((head) => head.toLowerCase())).size]);
      }
    for (const set of Object.keys(WORDS) as WordSet[])
      for (const keyword of Object.keys(WORDS[set]))
        for (const language of LANGUAGES) {
          expect([set, keywordOf(set, keyword)]).toEqual([set, keyword]);
          expect([set, keywordOf(set, ` ${wordOf(set, keyword, language).toUpperCase()} `)]).toEqual([set, keyword]);
        }
  });
});

describe('numbers in cells', () => {
  it('come back exactly, whatever their decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 6n), (n, d) => {
        const text = toFraction({ n, d });
        const cell = cellOf(decimalCell(text));
        const read = cell && readCell({ kind: 'decimal' }, cell, 'vi');
        return read?.ok === true && toFraction(exact(read.value as string | number)) === text;
      }),
    );
  });

  it('are numbers where the digits fit a cell, and text where they do not', () => {
    expect(['5/2', '-1/8', '0', '1000', '1/3', '1234567890123456789', '1/1000000000000'].map(decimalCell)).toEqual([
      2.5,
      -0.125,
      0,
      1000,
      '1/3',
      '1234567890123456789',
      '0.000000000001',
    ]);
    expect(writeCell({ kind: 'decimal' }, undefined, 'vi')).toBeNull();
  });
});
