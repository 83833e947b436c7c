import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { atomicWrite } from '../../adapters/files/atomic-write.ts';
import { asFileError } from '../../adapters/files/errors.ts';
import { readYamlFile } from '../../adapters/files/yaml.ts';
import { AppError } from '../../contract/errors.ts';
import type { ExportTicket, NodeView, ResultView } from '../../contract/views.ts';
import { REPORT_FORMATS } from '../../contract/views/exports.ts';
import type { Application } from '../../core/application.ts';
import { exact } from '../../domain/exact/exact.ts';
import { spokenLines } from '../../domain/scoring/trace-text.ts';
import { formatNumber, formatPercent } from '../../domain/text/numbers.ts';
import { ask, openInMemory, type Context } from '../context.ts';

/** Every file that can be made of an answer sheet; `blank` is its questionnaire as an empty form. */
export const FORMATS = [...REPORT_FORMATS, 'blank'] as const;
export type Format = (typeof FORMATS)[number];
/** What is made when nothing is said. */
export const USUAL_FORMATS: readonly Format[] = ['xlsx', 'pdf'];

/** Reads an answer sheet file into an application in memory. @returns the assessment's id */
export async function loadSheet(application: Application, file: string, finished: boolean): Promise<string> {
  const read = await readYamlFile(file, basename(file));
  if (!read.ok) throw new AppError('file.unreadable', { file }, read.problems);
  return application.addSheet(read.value, file, finished);
}

/** Prints level, groups and what is missing for the next level. */
export function printResult(context: Context, result: ResultView): void {
  const { language, say, print } = context;
  const figure = (text: string | null): string => (text === null ? '–' : formatNumber(exact(text), language, 2));
  const levelName = result.assessment.levelName?.[language] ?? '';
  print(result.level === null ? say('score.no-level') : say('score.level', { level: result.level, name: levelName }));
  const { root } = result;
  if (root.value !== null && root.max !== null && root.percent !== null)
    print(
      say(result.questionnaire.total === 'sum' ? 'score.sum' : 'score.mean', {
        value: figure(root.value),
        max: figure(root.max),
        percent: formatPercent(exact(root.percent), language),
      }),
    );
  print(
    say('score.answered', {
      answered: root.answered,
      na: root.notApplicable,
      open: root.unanswered,
      total: root.total,
    }),
  );
  for (const group of result.groups) print(`  ${groupLine(context, group, figure)}`);
  if (!result.next) return;
  print(say('score.next', { level: result.next.level }));
  for (const condition of result.next.conditions) print(`  ${condition.met ? '✓' : '✗'} ${condition.text[language]}`);
  for (const { code, title, from, to } of result.next.steps)
    print(say('score.step', { code, title: title[language], from: figure(from), to: figure(to) }));
  print(say(!result.next.reaches ? 'score.unreachable' : result.next.minimal ? 'score.minimal' : 'score.best'));
}

function groupLine({ say, language }: Context, group: NodeView, figure: (text: string | null) => string): string {
  return say('score.group', {
    code: group.code,
    title: group.title[language],
    value: figure(group.value),
    max: figure(group.max),
    level: group.level ?? '–',
  });
}

/** Scores an answer sheet. @param explained also prints how every figure came about */
export async function scoreSheet(context: Context, file: string, explained: boolean): Promise<number> {
  const application = await openInMemory();
  try {
    const assessmentId = await loadSheet(application, file, true);
    const result = await ask(application, 'results.get', { assessmentId });
    const { language } = context;
    const trace = explained ? await ask(application, 'results.trace', { assessmentId, language }) : null;
    context.printJson(trace === null ? result : { ...result, trace });
    printResult(context, result);
    if (trace !== null) {
      context.print(`\n${context.say('score.trace')}`);
      for (const line of spokenLines(trace)) context.print(line);
    }
    return 0;
  } finally {
    await application.close();
  }
}

async function makeFile(
  { language }: Context,
  application: Application,
  assessmentId: string,
  format: Format,
): Promise<ExportTicket> {
  if (format !== 'blank') return ask(application, 'reports.export', { assessmentId, format, language });
  const { questionnaire } = await ask(application, 'results.get', { assessmentId });
  return ask(application, 'questionnaires.blank', { id: questionnaire.id, version: questionnaire.version, language });
}

/** Writes the documents of one assessment into a folder. @returns the files written */
export async function writeReports(
  context: Context,
  application: Application,
  assessmentId: string,
  formats: readonly Format[],
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw asFileError(error, folder);
  });
  const written: string[] = [];
  for (const format of formats) {
    const { ticket, fileName } = await makeFile(context, application, assessmentId, format);
    const file = application.outbox.get(ticket);
    if (!file) throw new AppError('ticket.unknown');
    const path = join(resolve(folder), fileName);
    await atomicWrite(path, file.bytes);
    context.print(context.say('written', { file: path }));
    written.push(path);
  }
  return written;
}

/** Makes the files of an answer sheet. */
export async function reportSheet(
  context: Context,
  file: string,
  formats: readonly Format[],
  folder: string,
): Promise<number> {
  const application = await openInMemory();
  try {
    const assessmentId = await loadSheet(application, file, true);
    const files = await writeReports(context, application, assessmentId, formats, folder);
    context.printJson({ files });
    return 0;
  } finally {
    await application.close();
  }
}
