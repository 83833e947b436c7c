/**
 * Every text that a method takes arrives composed: all inputs are walked, and a text field either takes no letters with
 * marks at all (ids, codes, names of options), or gives them back in NFC without control characters.
 */
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';

const TYPED = 'Đường Nguyễn Huệ'.normalize('NFD');

/** Fields that carry no text of people although any letters fit: ids and bytes, which are compared and not shown. */
const LOOKED_UP =
  /(^|\.)(itemId|organisationId|questionnaireId|questionnaireVersion|id|version|older|newer|kind|province|ticket|tickets|option|options|row|columns|items|criterion|base64)(\[\])?$/;

/** Names in a file system must stay as they are, or they are not found again. */
const FILE_NAMES: ReadonlySet<string> = new Set([
  'backups.deliver name',
  'backups.to-stick name',
  'backups.preview source.name',
  'backups.restore source.name',
  'recovery.act backup',
  'recovery.act folder',
  'library.add files[].name',
  // Stored in NFC by `cleanFileName`, with what a file system refuses taken out.
  'evidence.save file.name',
  'evidence.attach name',
]);

type Leaf = { readonly path: string; readonly schema: z.ZodType };

/** The text fields inside a schema, by path; transforms and refinements count as part of their text. */
function leaves(schema: z.ZodType, path: string): Leaf[] {
  if (schema instanceof z.ZodString) return [{ path, schema }];
  if (schema instanceof z.ZodPipe) {
    const inner = schema.in as z.ZodType;
    return inner instanceof z.ZodString ? [{ path, schema }] : leaves(inner, path);
  }
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) =>
      leaves(value, path === '' ? key : `${path}.${key}`),
    );
  if (schema instanceof z.ZodArray) return leaves(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodRecord) return leaves(schema.valueType as z.ZodType, `${path}{}`);
  if (schema instanceof z.ZodUnion)
    return (schema.options as readonly z.ZodType[]).flatMap((option) => leaves(option, path));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return leaves(schema.unwrap() as z.ZodType, path);
  return [];
}

const found = Object.entries(METHODS).flatMap(([method, { input }]) =>
  leaves(input, '').map((leaf) => ({ method, ...leaf })),
);

describe('text that comes in', () => {
  it('is found wherever a method takes it', () => {
    const names = found.map(({ method, path }) => `${method} ${path}`);
    for (const known of [
      'organisations.save name',
      'answers.save note',
      'answers.save answer.value.text',
      'answers.save answer.reason',
      'evidence.save evidence.subject',
      'opening.read name',
      'class.join name',
    ])
      expect(names).toContain(known);
  });

  it.each(
    found
      .filter(({ method, path }) => !LOOKED_UP.test(path) && !FILE_NAMES.has(`${method} ${path}`))
      .map((leaf) => [`${leaf.method} ${leaf.path}`, leaf] as const),
  )('%s is kept in NFC', (_name, { schema }) => {
    const parsed = schema.safeParse(TYPED);
    if (!parsed.success) return;
    expect(parsed.data).toBe(TYPED.normalize('NFC'));
  });
});
