import { readFile, stat } from 'node:fs/promises';
import { LineCounter, parseDocument, visit } from 'yaml';
import { AppError } from '../../contract/errors.ts';
import type { Problem } from '../../domain/problem.ts';
import { systemCode } from './errors.ts';

/** A questionnaire file is far smaller; anything larger is refused before it is read. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** One schema whatever the file asks for, so that a %YAML line changes no meaning; unknown tags are found as warnings. */
const OPTIONS = { schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: true, stringKeys: true } as const;

/**
 * Parses YAML or JSON text: one document, no duplicate keys, no aliases (they can blow up in memory), no tags beyond
 * those of JSON.
 * @param name file name for messages
 */
export function parseYaml(text: string, name: string): Read<unknown> {
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
  visit(document, { Alias: (_key, alias) => void aliases.push(alias.range?.[0] ?? 0) });
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
