import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { QuestionnaireSource, SourceFolder } from '../../core/ports.ts';
import type { Problem } from '../../domain/problem.ts';
import { MAX_GROUPS } from '../../domain/questionnaire/schema.ts';
import { readYamlFile, type Read } from './yaml.ts';

/**
 * Reads one questionnaire folder: questionnaire.yaml, the group files that it names, vectors.yaml and samples/*.yaml.
 * Nothing is judged here beyond "readable"; the domain checks shape, references and vectors.
 */
export async function readQuestionnaireFolder(folder: string): Promise<SourceFolder> {
  const problems: Problem[] = [];
  const read = async (name: string): Promise<unknown> => {
    const file = resolve(folder, name);
    if (!file.startsWith(resolve(folder) + sep) || !existsSync(file)) {
      problems.push({ path: [name], code: 'file-missing' });
      return null;
    }
    const parsed = await readPart(file, name);
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.problems);
    return null;
  };

  const general = await read('questionnaire.yaml');
  const vectors = await read('vectors.yaml');
  if (problems.length > 0) return { folder, problems };
  const { groupFiles, ...rest } = isRecord(general) ? general : {};
  // A list that is not plain file names, or one beside inline groups, stays in the definition, whose check refuses it.
  const names = isNameList(groupFiles) && !('groups' in rest) ? groupFiles : [];
  const groups: unknown[] = [];
  for (const name of names) groups.push(await read(name));
  const samples: unknown[] = [];
  for (const name of await sampleNames(folder)) samples.push(await read(join('samples', name)));
  if (problems.length > 0) return { folder, problems };
  return { folder, definition: names.length > 0 ? { ...rest, groups } : general, vectors, samples };
}

/** Reads one file; a file that cannot be read or is too large is a problem of this folder alone. */
async function readPart(file: string, name: string): Promise<Read<unknown>> {
  try {
    return await readYamlFile(file, name);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = error.code === 'input.too-large' ? `> ${error.params.limit}` : error.code;
    return { ok: false, problems: [{ path: [name], code: 'shape', params: { reason } }] };
  }
}

const isNameList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MAX_GROUPS && value.every((name) => typeof name === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function sampleNames(folder: string): Promise<string[]> {
  const place = join(folder, 'samples');
  if (!existsSync(place)) return [];
  return (await readdir(place)).filter((name) => name.endsWith('.yaml')).sort();
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

/** The questionnaires below a root folder; the folder names in messages are relative to it. */
export function questionnaireSource(root: string): QuestionnaireSource {
  return {
    async list() {
      const folders = await listQuestionnaireFolders(root);
      return Promise.all(
        folders.map(async (folder) => ({ ...(await readQuestionnaireFolder(folder)), folder: relative(root, folder) })),
      );
    },
  };
}
