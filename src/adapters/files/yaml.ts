import { readFile, stat } from 'node:fs/promises';
import { isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { AppError } from '../../contract/errors.ts';
import type { Problem } from '../../domain/problem.ts';
import { systemCode } from './errors.ts';

/** A questionnaire file is far smaller; anything larger is refused before it is read. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/**
 * Characters that can begin a value, a key or a line: a text has no more nodes than these. A node costs some 15 µs and a
 * quarter of a kilobyte, so this bounds time and memory before anything is built. The largest shipped file has 5,000.
 */
export const MAX_MARKS = 50_000;
const MARKS = new Set([...',:-?[]{}&*!|>\'"%@`#\n\r'].map((mark) => mark.charCodeAt(0)));

/** How many marks a text has. */
export function countMarks(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) if (MARKS.has(text.charCodeAt(index))) marks += 1;
  return marks;
}

/**
 * One schema whatever the file asks for, so that a %YAML line changes no meaning; unknown tags are found as warnings.
 * Keys that stand twice are looked for below: the parser's own search compares every key with every other one.
 */
const OPTIONS = { schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false, stringKeys: true } as const;

/** Where the second of two equal keys stands; null when all differ. */
function repeatedKey(map: YAMLMap): number | null {
  const keys = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (keys.has(key.value)) return key.range?.[0] ?? 0;
    keys.add(key.value);
  }
  return null;
}

/**
 * Parses YAML or JSON text: one document, no duplicate keys, no aliases (they can blow up in memory), no tags beyond
 * those of JSON. A text of too many values is refused before it is parsed.
 * @param name file name for messages
 */
export function parseYaml(text: string, name: string): Read<unknown> {
  if (countMarks(text) > MAX_MARKS)
    return { ok: false, problems: [{ path: [name], code: 'shape', params: { reason: `> ${MAX_MARKS} values` } }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const refuse = (offset: number, reason: string): Read<unknown> => {
    const { line, col: column } = lines.linePos(offset);
    return { ok: false, problems: [{ path: [name], code: 'yaml', params: { line, column, reason } }] };
  };
  const [error] = [...document.errors, ...document.warnings];
  if (error)
    return refuse(error.pos[0], (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''));
  const aliases: number[] = [];
  const repeated: number[] = [];
  visit(document, {
    Alias: (_key, alias) => void aliases.push(alias.range?.[0] ?? 0),
    Map(_key, map) {
      const place = repeatedKey(map);
      if (place !== null) repeated.push(place);
    },
  });
  const [twice] = repeated;
  if (twice !== undefined) return refuse(twice, 'Map keys must be unique');
  const [alias] = aliases;
  if (alias !== undefined) return refuse(alias, 'Aliases are not allowed');
  return { ok: true, value: document.toJS() as unknown };
}

/**
 * Reads and parses a YAML or JSON file.
 * @throws AppError file.not-found, file.unreadable, input.too-large
 */
export async function readYamlFile(file: string, name: string = file): Promise<Read<unknown>> {
  try {
    const { size } = await stat(file);
    if (size > MAX_TEXT_BYTES) throw new AppError('input.too-large', { limit: '2 MB', file });
    return parseYaml(await readFile(file, 'utf8'), name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error));
    throw new AppError(missing ? 'file.not-found' : 'file.unreadable', { file }, [], { cause: error });
  }
}
