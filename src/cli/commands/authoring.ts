import { readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readQuestionnaireWorkbook, writeQuestionnaireWorkbook } from '../../adapters/documents/authoring/index.ts';
import { atomicWrite } from '../../adapters/files/atomic-write.ts';
import { systemCode } from '../../adapters/files/errors.ts';
import { readQuestionnaireFolder } from '../../adapters/files/questionnaire-folder.ts';
import { questionnaireFiles, writeQuestionnaireFolder } from '../../adapters/files/questionnaire-write.ts';
import { AppError } from '../../contract/errors.ts';
import { EXAMPLE_DEFINITION, EXAMPLE_VECTORS } from '../../domain/authoring/example.ts';
import { parseQuestionnaire } from '../../domain/questionnaire/parse.ts';
import type { Questionnaire, Vector } from '../../domain/questionnaire/types.ts';
import { itemsOf } from '../../domain/questionnaire/walk.ts';
import type { Language } from '../../domain/text/localized.ts';
import type { Context } from '../context.ts';

/** A workbook larger than this is refused before it is read. */
const MAX_BYTES = 20_000_000;

function parsed(
  definition: unknown,
  vectors: unknown,
  file: string,
): { questionnaire: Questionnaire; vectors: Vector[] } {
  const read = parseQuestionnaire(definition, vectors);
  if (!read.ok) throw new AppError('questionnaire.invalid', { folder: file }, read.problems);
  return read.value;
}

async function write(
  context: Context,
  content: { questionnaire: Questionnaire; vectors: Vector[] },
  file: string,
  language: Language,
): Promise<number> {
  await atomicWrite(resolve(file), await writeQuestionnaireWorkbook(content.questionnaire, content.vectors, language));
  context.printJson({ file });
  context.print(context.say('written', { file }));
  return 0;
}

/** Writes a workbook with a small example, for a new questionnaire. */
export function writeTemplate(context: Context, file: string, language: Language): Promise<number> {
  return write(context, parsed(EXAMPLE_DEFINITION, EXAMPLE_VECTORS, file), file, language);
}

/** Writes the questionnaire of a folder as a workbook. Sample answer sheets stay in the folder. */
export async function exportWorkbook(
  context: Context,
  folder: string,
  file: string,
  language: Language,
): Promise<number> {
  if (!existsSync(folder)) throw new AppError('file.not-found', { file: folder });
  const source = await readQuestionnaireFolder(resolve(folder));
  if ('problems' in source) throw new AppError('questionnaire.invalid', { folder }, source.problems);
  return write(context, parsed(source.definition, source.vectors, folder), file, language);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new AppError('input.too-large', { limit: '20 MB', file });
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error));
    throw new AppError(missing ? 'file.not-found' : 'file.unreadable', { file }, [], { cause: error });
  }
}

/** Turns a workbook into a questionnaire folder, after everything in it was checked. */
export async function importWorkbook(context: Context, file: string, folder: string): Promise<number> {
  const read = await readQuestionnaireWorkbook(await readBytes(file), basename(file));
  if ('problems' in read) throw new AppError('questionnaire.invalid', { folder: file }, read.problems);
  const { questionnaire, vectors } = parsed(read.definition, read.vectors, file);
  await writeQuestionnaireFolder(
    resolve(folder),
    questionnaireFiles(read.definition as Readonly<Record<string, unknown>>, read.vectors),
  );
  const { id, version } = questionnaire;
  const items = [...itemsOf(questionnaire.groups)].length;
  context.printJson({ folder, id, version, items, vectors: vectors.length });
  context.print(context.say('import.done', { folder, id, version, items, vectors: vectors.length }));
  return 0;
}
