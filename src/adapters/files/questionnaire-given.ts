import type { GivenFile, SourceFolder } from '../../core/ports/library.ts';
import { MAIN_ENTRY } from '../../domain/package/manifest.ts';
import type { Problem } from '../../domain/problem.ts';
import { readPackage } from './package/container.ts';
import { assemble, textPart, type Part } from './questionnaire-parts.ts';
import { MAX_TEXT_BYTES } from './yaml.ts';

/** Reads a questionnaire from the bytes of a workbook; problems name sheet, row and column. */
export type ReadWorkbook = (
  bytes: Uint8Array,
  name: string,
) => Promise<{ readonly definition: unknown; readonly vectors: unknown } | { readonly problems: readonly Problem[] }>;

const MAIN_FILE = 'questionnaire.yaml';

const slashed = (name: string): string => name.replaceAll('\\', '/').replace(/^\.?\/+/, '');
const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);
const endsWith = (name: string, ending: string): boolean => name.toLowerCase().endsWith(ending);

/** The folder that holds the definition: the one nearest to the top; empty when the files lie loose. */
function rootOf(names: readonly string[]): string {
  const [main] = names
    .filter((name) => name === MAIN_FILE || name.endsWith(`/${MAIN_FILE}`))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return folderOf(main ?? '');
}

/** The questionnaire of a container: definition and vectors, to be judged like any other. */
function fromPackage({ name, bytes }: GivenFile): SourceFolder {
  const reading = readPackage(bytes);
  const main = reading.kind === 'ok' ? reading.entries.get(MAIN_ENTRY.questionnaire) : undefined;
  if (!main) return { folder: name, problems: [{ path: [name], code: 'file-kind' }] };
  try {
    const raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(main)) as unknown;
    const parts = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
    return { folder: name, definition: parts.definition, vectors: parts.vectors, samples: [] };
  } catch {
    return { folder: name, problems: [{ path: [name], code: 'shape', params: { reason: 'JSON' } }] };
  }
}

/**
 * Reads what a person handed over: one .xlsx workbook, one .thuocso container, or the YAML files of a questionnaire folder, with or without the
 * folder's own name before theirs. Other kinds are refused by name.
 */
export async function readGiven(files: readonly GivenFile[], readWorkbook: ReadWorkbook | null): Promise<SourceFolder> {
  const [first] = files;
  const folder = first?.name ?? '';
  const refuse = (name: string): SourceFolder => ({ folder, problems: [{ path: [name], code: 'file-kind' }] });
  if (!first) return refuse(folder);
  if (files.length === 1 && endsWith(first.name, '.thuocso')) return fromPackage(first);
  if (files.length === 1 && !endsWith(first.name, '.yaml')) {
    if (!endsWith(first.name, '.xlsx') || readWorkbook === null) return refuse(first.name);
    const read = await readWorkbook(first.bytes, first.name);
    return 'problems' in read
      ? { folder, problems: read.problems }
      : { folder, definition: read.definition, vectors: read.vectors, samples: [] };
  }
  const names = files.map(({ name }) => slashed(name));
  const root = rootOf(names);
  const parts = new Map<string, Part>();
  for (const [index, { bytes }] of files.entries()) {
    const name = names[index] as string;
    if (!name.startsWith(root)) continue;
    parts.set(name.slice(root.length), bytes.length > MAX_TEXT_BYTES ? { reason: '> 2 MB' } : textPart(bytes));
  }
  return assemble(root.replace(/\/$/, '') || folder, parts);
}
