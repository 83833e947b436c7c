import { posix } from 'node:path';
import type { SourceFolder } from '../../core/ports/library.ts';
import type { Problem } from '../../domain/problem.ts';
import { MAX_GROUPS } from '../../domain/questionnaire/schema.ts';
import { countMarks, parseYaml } from './yaml.ts';

/** A file of a questionnaire folder: its text, or why there is none. */
export type Part = { readonly text: string } | { readonly reason: string };
/** By name, folders inside the name written with "/". */
export type Parts = ReadonlyMap<string, Part>;

/** UTF-8 bytes as a part, in NFC: the same words have the same content hash whatever keyboard typed them. */
export function textPart(bytes: Uint8Array): Part {
  return { text: new TextDecoder().decode(bytes).normalize('NFC') };
}

/** Marks (see `countMarks`) of all files of one questionnaire together; the largest shipped one has some 20,000. */
const MAX_ALL_MARKS = 100_000;

const isNameList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MAX_GROUPS && value.every((name) => typeof name === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts a questionnaire together from its files; a name that leads out of the folder names no file.
 * @param folder name for messages
 */
export function assemble(folder: string, parts: Parts): SourceFolder {
  const problems: Problem[] = [];
  let marks = 0;
  const read = (name: string): unknown => {
    const part = parts.get(posix.normalize(name));
    if (part === undefined) problems.push({ path: [name], code: 'file-missing' });
    else if ('reason' in part) problems.push({ path: [name], code: 'shape', params: { reason: part.reason } });
    else if ((marks += countMarks(part.text)) > MAX_ALL_MARKS)
      problems.push({ path: [name], code: 'shape', params: { reason: `> ${MAX_ALL_MARKS} values` } });
    else {
      const parsed = parseYaml(part.text, name);
      if (parsed.ok) return parsed.value;
      problems.push(...parsed.problems);
    }
    return null;
  };

  const general = read('questionnaire.yaml');
  const vectors = read('vectors.yaml');
  if (problems.length > 0) return { folder, problems };
  const { groupFiles, ...rest } = isRecord(general) ? general : {};
  // A list that is not plain file names, or one beside inline groups, stays in the definition, whose check refuses it.
  const names = isNameList(groupFiles) && !('groups' in rest) ? groupFiles : [];
  const groups = names.map(read);
  const samples = [...parts.keys()].filter((name) => /^samples\/[^/]+\.yaml$/.test(name)).sort();
  const sheets = samples.map(read);
  if (problems.length > 0) return { folder, problems };
  return { folder, definition: names.length > 0 ? { ...rest, groups } : general, vectors, samples: sheets };
}
