import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atomicWrite } from '../../adapters/files/atomic-write.ts';
import { asFileError } from '../../adapters/files/errors.ts';
import { listQuestionnaireFolders, readQuestionnaireFolder } from '../../adapters/files/questionnaire-folder.ts';
import { existsSync } from 'node:fs';
import { AppError } from '../../contract/errors.ts';
import type { Problem } from '../../domain/problem.ts';
import { parseSheet } from '../../domain/assessment/sheet.ts';
import { parseQuestionnaire } from '../../domain/questionnaire/parse.ts';
import { itemsOf } from '../../domain/questionnaire/walk.ts';
import { problemText } from '../../domain/wording/sentences.ts';
import { ask, EXIT_CODES, openInMemory, ROOT, type Context } from '../context.ts';

export async function listQuestionnaires(context: Context): Promise<number> {
  const application = await openInMemory();
  try {
    // Examples too: whoever writes questionnaires works here.
    const { lines: questionnaires, broken } = await ask(application, 'library.list', {});
    context.printJson({ questionnaires, broken });
    context.print(context.say('list.title'));
    for (const { id, version, items, minutes, title } of questionnaires)
      context.print(`  ${context.say('list.row', { id, version, items, minutes, title: title[context.language] })}`);
    for (const { folder } of broken) context.print(`  ${context.say('check.bad', { folder })}`);
    return broken.length > 0 ? EXIT_CODES.input : 0;
  } finally {
    await application.close();
  }
}

/**
 * Writes the blank form of a questionnaire into a folder.
 * @param version null = the newest one
 */
export async function writeBlank(
  context: Context,
  id: string,
  version: string | null,
  folder: string,
): Promise<number> {
  const application = await openInMemory();
  try {
    const { lines } = await ask(application, 'library.list', {});
    const newest = lines.find((line) => line.id === id)?.version ?? '';
    const { language } = context;
    const { ticket } = await ask(application, 'questionnaires.blank', { id, version: version ?? newest, language });
    const file = application.outbox.get(ticket);
    if (!file) throw new AppError('ticket.unknown');
    const path = join(resolve(folder), file.fileName);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw asFileError(error, folder);
    });
    await atomicWrite(path, file.bytes);
    context.print(context.say('written', { file: path }));
    context.printJson({ files: [path] });
    return 0;
  } finally {
    await application.close();
  }
}

interface Verdict {
  readonly folder: string;
  readonly ok: boolean;
  readonly items: number;
  readonly vectors: number;
  readonly problems: readonly Problem[];
}

/** Reads, checks, runs the vectors and tries the sample sheets of one folder. */
async function checkFolder(folder: string): Promise<Verdict> {
  const source = await readQuestionnaireFolder(folder);
  const bad = (problems: readonly Problem[]): Verdict => ({ folder, ok: false, items: 0, vectors: 0, problems });
  if ('problems' in source) return bad(source.problems);
  const parsed = parseQuestionnaire(source.definition, source.vectors);
  if (!parsed.ok) return bad(parsed.problems);
  const { questionnaire, vectors } = parsed.value;
  const samples = source.samples.flatMap((raw, index) => {
    const sheet = parseSheet(raw, questionnaire);
    return sheet.ok ? [] : sheet.problems.map((found) => ({ ...found, path: ['samples', index, ...found.path] }));
  });
  if (samples.length > 0) return bad(samples);
  return { folder, ok: true, items: [...itemsOf(questionnaire.groups)].length, vectors: vectors.length, problems: [] };
}

/** Checks the given folders, or all shipped questionnaires. */
export async function checkQuestionnaires(context: Context, folders: readonly string[]): Promise<number> {
  const places =
    folders.length > 0
      ? folders.map((folder) => resolve(folder))
      : await listQuestionnaireFolders(resolve(ROOT, 'questionnaires'));
  const verdicts: Verdict[] = [];
  for (const folder of places) {
    if (!existsSync(folder)) throw new AppError('file.not-found', { file: folder });
    verdicts.push(await checkFolder(folder));
  }
  context.printJson(verdicts);
  for (const { ok, folder, items, vectors, problems } of verdicts) {
    context.print(ok ? context.say('check.ok', { folder, items, vectors }) : context.say('check.bad', { folder }));
    for (const problem of problems) context.print(`    ${problemText(context.say, problem)}`);
  }
  return verdicts.every((verdict) => verdict.ok) ? 0 : EXIT_CODES.input;
}
