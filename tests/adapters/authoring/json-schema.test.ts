import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listQuestionnaireFolders } from '../../../src/adapters/files/questionnaire-folder.ts';
import { publishedSchemas } from '../../../src/domain/authoring/json-schema.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords that this reading of JSON Schema knows; the test fails when the schemas use another one. */
const KNOWN = new Set([
  '$schema',
  '$ref',
  'title',
  'default',
  'definitions',
  'type',
  'const',
  'enum',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'anyOf',
  'oneOf',
  'allOf',
  'not',
  'description',
  'id',
]);

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** A small validator of its own, written after the specification (draft 7): the places that do not fit. */
function validate(root: Json, schema: Json, value: unknown, path = ''): string[] {
  const bad: string[] = [];
  const fail = (what: string): void => void bad.push(`${path} ${what}`);
  for (const key of Object.keys(schema)) if (!KNOWN.has(key)) fail(`unknown keyword ${key}`);
  const inner = (sub: unknown, found: unknown, at = path): string[] => validate(root, sub as Json, found, at);
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((place, key) => (place as Json)[key], root);
    bad.push(...inner(target, value));
  }
  if (schema.type !== undefined) {
    const type = typeOf(value);
    const fits = [schema.type].flat().some((one) => one === type || (one === 'integer' && Number.isInteger(value)));
    if (!fits) fail(`is ${type}`);
  }
  if ('const' in schema && value !== schema.const) fail(`is not ${String(schema.const)}`);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) fail('is not in the list');
  if (typeof value === 'string') {
    if (value.length < Number(schema.minLength ?? 0) || value.length > Number(schema.maxLength ?? Infinity))
      fail('length');
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(value)) fail('pattern');
  }
  if (typeof value === 'number')
    if (value < Number(schema.minimum ?? -Infinity) || value > Number(schema.maximum ?? Infinity)) fail('range');
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0) || value.length > Number(schema.maxItems ?? Infinity))
      fail('items');
    if (isRecord(schema.items))
      value.forEach((entry, index) => bad.push(...inner(schema.items, entry, `${path}/${index}`)));
  }
  if (isRecord(value)) {
    const properties = (schema.properties ?? {}) as Json;
    for (const key of (schema.required ?? []) as string[]) if (!(key in value)) fail(`lacks ${key}`);
    for (const [key, entry] of Object.entries(value)) {
      if (isRecord(schema.propertyNames)) bad.push(...inner(schema.propertyNames, key, `${path}/${key}`));
      if (Object.hasOwn(properties, key)) bad.push(...inner(properties[key], entry, `${path}/${key}`));
      else if (schema.additionalProperties === false) fail(`has ${key}`);
      else if (isRecord(schema.additionalProperties))
        bad.push(...inner(schema.additionalProperties, entry, `${path}/${key}`));
    }
  }
  for (const part of (schema.allOf ?? []) as Json[]) bad.push(...inner(part, value));
  const fitting = (parts: unknown): number =>
    (parts as Json[]).filter((part) => inner(part, value).length === 0).length;
  if (schema.anyOf && fitting(schema.anyOf) === 0) fail('fits no branch');
  if (schema.oneOf && fitting(schema.oneOf) !== 1) fail('fits not exactly one branch');
  if (schema.not && inner(schema.not, value).length === 0) fail('fits what it must not');
  return bad;
}

const schemas = publishedSchemas();
const check = (name: string, value: unknown): string[] => validate(schemas[name] as Json, schemas[name] as Json, value);

const folders = await listQuestionnaireFolders(join(ROOT, 'questionnaires'));
const yaml = async (...path: string[]): Promise<unknown> => parse(await readFile(join(...path), 'utf8')) as unknown;
const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

describe('the published JSON Schemas', () => {
  it.each(Object.keys(schemas))(
    'are those of the program: %s (else run node scripts/json-schema.mjs)',
    async (name) => {
      expect(JSON.parse(await readFile(join(ROOT, 'schema', name), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(schemas[name])),
      );
    },
  );

  it.each(folders.map((folder) => [folder.slice(ROOT.length + 1), folder]))('accept %s', async (_name, folder) => {
    expect(check('questionnaire.schema.json', await yaml(folder, 'questionnaire.yaml'))).toEqual([]);
    expect(check('vectors.schema.json', await yaml(folder, 'vectors.yaml'))).toEqual([]);
    for (const name of await namesIn(join(folder, 'groups')))
      expect([name, check('group.schema.json', await yaml(folder, 'groups', name))]).toEqual([name, []]);
    for (const name of await namesIn(join(folder, 'samples')))
      expect([name, check('answers.schema.json', await yaml(folder, 'samples', name))]).toEqual([name, []]);
  });

  it('refuse a misspelt key, a wrong word and a missing part', async () => {
    const folder = join(ROOT, 'questionnaires/sample-all-types/1.0.0');
    const general = (await yaml(folder, 'questionnaire.yaml')) as Json;
    expect(check('questionnaire.schema.json', { ...general, minute: 5 })).toEqual([' has minute']);
    const { minutes, ...less } = general;
    expect([minutes, check('questionnaire.schema.json', less)]).toEqual([15, [' lacks minutes']]);
    const scoring = { ...(general.scoring as Json), roundng: {} };
    expect(check('questionnaire.schema.json', { ...general, scoring })).toEqual(['/scoring has roundng']);
    const group = (await yaml(folder, 'groups', '1-organisation.yaml')) as { children: Json[] };
    const [first, ...others] = group.children;
    expect(check('group.schema.json', { ...group, children: [{ ...first, stepz: [] }, ...others] })).not.toEqual([]);
    expect(
      check('group.schema.json', { ...group, children: [{ ...first, evidence: 'maybe' }, ...others] }),
    ).not.toEqual([]);
    expect(check('vectors.schema.json', [{ name: 'a', expects: {} }])).not.toEqual([]);
  });
});
