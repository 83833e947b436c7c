import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApplication } from '../adapters/compose.ts';
import { AppError, ERROR_CLASSES, type ErrorClass, type WireError } from '../contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../contract/surface.ts';
import type { Application } from '../core/application.ts';
import type { Language } from '../domain/text/localized.ts';
import { createTranslator, type Catalogue, type Translate } from '../domain/wording/catalogue.ts';
import { en as sharedEn } from '../domain/wording/en.ts';
import { problemText } from '../domain/wording/sentences.ts';
import { vi as sharedVi } from '../domain/wording/vi.ts';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

/** The project folder: holds questionnaires/, reference/ and the built page. */
export const ROOT = resolve(import.meta.dirname, '../..');

export const VERSION = (JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Exit codes by class of error; 0 is success, 2 a wrong command line. */
export const EXIT_CODES: Readonly<Record<ErrorClass, number>> = {
  internal: 1,
  input: 3,
  missing: 4,
  conflict: 5,
  storage: 6,
};

/** What every command gets: language, output form and where to write. */
export interface Context {
  readonly language: Language;
  readonly json: boolean;
  readonly say: Translate<Catalogue<typeof vi & typeof sharedVi>>;
  /** Prints a line for people; silent with --json. */
  readonly print: (line: string) => void;
  /** Prints the machine-readable outcome; only with --json. */
  readonly printJson: (value: unknown) => void;
}

export function createContext(language: Language, json: boolean): Context {
  const say: Context['say'] =
    language === 'vi' ? createTranslator('vi', { ...sharedVi, ...vi }) : createTranslator('en', { ...sharedEn, ...en });
  return {
    language,
    json,
    say,
    print: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    printJson: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** An application in memory: batch work never touches a user's database. @param now fixed for files that are made anew */
export const openInMemory = (now?: () => string): Promise<Application> => openIn(null, now);

/** An application over a data folder that was named on the command line. @throws AppError storage.* */
export async function openIn(dataFolder: string | null, now?: () => string): Promise<Application> {
  return openApplication({
    dataFolder,
    ...(now ? { now } : {}),
    resources: ROOT,
    host: 'cli',
    version: VERSION,
    workerUrl: new URL('../adapters/documents/worker.ts', import.meta.url),
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
    emit: () => undefined,
  });
}

/** Calls a method through the same door as every other host. @throws AppError as the envelope says */
export async function ask<M extends MethodName>(
  application: Application,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const envelope = await application.dispatch(method, input, { role: 'operator', via: 'cli' });
  if (envelope.ok) return envelope.value as MethodOutput<M>;
  throw new AppError(envelope.error.code, envelope.error.params, envelope.error.problems);
}

/** Prints an error as sentence and problems (standard error), or as JSON. @returns the exit code */
export function printError(context: Context, error: unknown): number {
  const known: Pick<WireError, 'code' | 'params' | 'problems'> =
    error instanceof AppError ? error : new AppError('internal', { ref: error instanceof Error ? error.message : '' });
  if (context.json)
    process.stdout.write(
      `${JSON.stringify({ error: { code: known.code, params: known.params, problems: known.problems } })}\n`,
    );
  process.stderr.write(`${context.say(`error.${known.code}`, known.params)}\n`);
  const { computer, process: id, since } = known.params;
  if (known.code === 'storage.locked' && computer !== undefined && id !== undefined && since !== undefined)
    process.stderr.write(`${context.say('storage.holder', { computer, process: id, since })}\n`);
  for (const problem of known.problems) process.stderr.write(`  - ${problemText(context.say, problem)}\n`);
  return EXIT_CODES[ERROR_CLASSES[known.code]];
}
