import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import type { FolderFiles, QuestionnaireSource, SourceFolder } from '../../core/ports/library.ts';
import { readGiven, type ReadWorkbook } from './questionnaire-given.ts';
import { assemble, textPart, type Part, type Parts } from './questionnaire-parts.ts';
import { systemCode } from './errors.ts';
import { MAX_TEXT_BYTES } from './yaml.ts';

/** A questionnaire folder has some twenty files; more are not looked at. */
const MAX_FILES = 500;

const READ_NAMES = /\.(ya?ml|json)$/i;

/** One file; one that cannot be read or is too large is a problem of this folder alone, and only when it is named. */
async function readPart(file: string): Promise<Part> {
  try {
    const { size } = await stat(file);
    if (size > MAX_TEXT_BYTES) return { reason: '> 2 MB' };
    return textPart(await readFile(file));
  } catch {
    return { reason: 'file.unreadable' };
  }
}

/** Every data file at or below the folder by its name with "/". Links are not followed. */
async function readParts(folder: string): Promise<Parts> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return [];
    throw error;
  });
  const named = entries
    .map((entry) => ({ entry, file: join(entry.parentPath, entry.name) }))
    .filter(({ entry }) => READ_NAMES.test(entry.name) && (entry.isFile() || entry.isDirectory()))
    .map(({ entry, file }) => ({ entry, file, name: relative(folder, file).split(sep).join(posix.sep) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MAX_FILES);
  const parts = await Promise.all(
    named.map(async ({ entry, file, name }): Promise<[string, Part]> => [
      name,
      entry.isFile() ? await readPart(file) : { reason: 'file.unreadable' },
    ]),
  );
  return new Map(parts);
}

function digestOf(parts: Parts): string {
  const hash = createHash('sha256');
  for (const [name, part] of parts) hash.update(JSON.stringify([name, 'text' in part ? part.text : part.reason]));
  return hash.digest('hex');
}

/**
 * Reads one questionnaire folder: questionnaire.yaml, the group files that it names, vectors.yaml and samples/*.yaml.
 * Nothing is judged here beyond "readable"; the domain checks shape, references and vectors.
 */
export async function readQuestionnaireFolder(folder: string): Promise<SourceFolder> {
  return assemble(folder, await readParts(folder));
}

/** All questionnaire folders below a root, `<root>/<id>/<version>`, in name order. */
export async function listQuestionnaireFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const id of await subfolders(root))
    for (const version of await subfolders(join(root, id))) folders.push(join(root, id, version));
  return folders;
}

async function subfolders(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The questionnaires below a root folder, and those that a person hands over.
 * @param readWorkbook reads a questionnaire from a workbook; without it workbooks are refused
 */
export function questionnaireSource(root: string, readWorkbook: ReadWorkbook | null = null): QuestionnaireSource {
  return {
    async list() {
      const folders = await listQuestionnaireFolders(root);
      return folders.map((folder) => relative(root, folder).split(sep).join(posix.sep));
    },
    async open(folder): Promise<FolderFiles | null> {
      const place = resolve(root, folder);
      if (!place.startsWith(resolve(root) + sep) || !existsSync(place)) return null;
      const parts = await readParts(place);
      return { digest: digestOf(parts), parse: () => assemble(folder, parts) };
    },
    given: (files) => readGiven(files, readWorkbook),
  };
}
