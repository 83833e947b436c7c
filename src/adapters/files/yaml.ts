import { readFile, stat } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { AppError } from '../../contract/errors.ts';
import type { Problem } from '../../domain/problem.ts';
import { asFileError, systemCode } from './errors.ts';

/** A questionnaire file is far smaller; anything larger is refused before it is read. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/**
 * Parses YAML or JSON text: no duplicate keys, no aliases (they can blow up in memory), no custom tags.
 * @param name file name for messages
 */
export function parseYaml(text: string, name: string): Read<unknown> {
  const document = parseDocument(text, { uniqueKeys: true, customTags: [], logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const [position] = error.linePos ?? [];
    const reason = error.message.split('\n')[0] ?? '';
    return {
      ok: false,
      problems: [
        { path: [name], code: 'yaml', params: { line: position?.line ?? 0, column: position?.col ?? 0, reason } },
      ],
    };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : '';
    return { ok: false, problems: [{ path: [name], code: 'yaml', params: { line: 0, column: 0, reason } }] };
  }
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
    if (systemCode(error) === 'ENOENT') throw new AppError('file.not-found', { file });
    if (error instanceof AppError) throw error;
    if (systemCode(error) === 'EISDIR') throw new AppError('file.unreadable', { file });
    throw asFileError(error, file);
  }
}
