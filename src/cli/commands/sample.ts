import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { atomicWrite } from '../../adapters/files/atomic-write.ts';
import { asFileError } from '../../adapters/files/errors.ts';
import { createPackages } from '../../adapters/files/package/index.ts';
import { AppError } from '../../contract/errors.ts';
import type { Application } from '../../core/application.ts';
import type { LoadedQuestionnaire } from '../../core/library.ts';
import { sampleResult, type SampleResult } from '../../core/sample-results.ts';
import { answersOf } from '../../domain/assessment/answer.ts';
import { exportFileName } from '../../domain/assessment/file-name.ts';
import type { Period } from '../../domain/assessment/period.ts';
import { MAIN_ENTRY } from '../../domain/package/manifest.ts';
import type { Prepared } from '../../domain/scoring/prepared.ts';
import { score } from '../../domain/scoring/score.ts';
import { buildResultFile, writeResultFile } from '../../domain/result-file/build.ts';
import { ask, openInMemory, VERSION, type Context } from '../context.ts';

export const SAMPLE_FORMATS = ['xlsx', 'thuocso', 'json'] as const;

export interface SampleCommand {
  readonly questionnaire: string;
  readonly count: number;
  readonly seed: string;
  readonly out: string;
  readonly format: (typeof SAMPLE_FORMATS)[number];
}

/** Samples are of one year, so that the same command gives the same files on any day. */
const PERIOD: Period = { kind: 'year', year: 2025, number: 1 };
const MADE_AT = '2026-01-05T02:00:00.000Z';

/** A seed is any text; numbers stand for themselves. */
function seedOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : createHash('sha256').update(text).digest().readUInt32LE(0);
}

/** The newest version of a questionnaire, or the one named behind an at sign. */
async function questionnaireOf(application: Application, name: string): Promise<LoadedQuestionnaire> {
  const [id = '', version] = name.split('@');
  if (version !== undefined) return application.library.get(id, version);
  const { entries } = await application.library.entries();
  const versions = entries.filter(({ summary }) => summary.id === id).map(({ summary }) => summary.version);
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new AppError('questionnaire.unknown', { id, version: '' });
  return application.library.get(id, newest);
}

function contentOf(loaded: LoadedQuestionnaire, prepared: Prepared, made: SampleResult): string {
  const { questionnaire, hash } = loaded;
  return writeResultFile(
    buildResultFile({
      program: VERSION,
      exportedAt: MADE_AT,
      questionnaire,
      hash,
      assessment: { id: made.assessmentId, state: 'finished', sample: true },
      organisation: made.organisation,
      period: made.period,
      records: made.records,
      evidence: [],
      score: score(prepared, answersOf(made.records)),
    }),
  );
}

/** Makes result files of units that do not exist; equal commands make equal files. */
export async function makeSamples(context: Context, options: SampleCommand): Promise<number> {
  const application = await openInMemory(() => MADE_AT);
  try {
    const folder = resolve(options.out);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw asFileError(error, folder);
    });
    const loaded = await questionnaireOf(application, options.questionnaire);
    const { kinds } = await ask(application, 'app.info', {});
    const kind = kinds.find(({ id }) => loaded.questionnaire.audience.includes(id)) ?? kinds[0];
    if (!kind) throw new AppError('organisation.unknown');
    const prepared = application.library.prepared(loaded, { kind: kind.id, year: PERIOD.year });
    const packages = createPackages();
    const seed = seedOf(options.seed);
    for (let place = 0; place < options.count; place += 1) {
      const made = sampleResult(prepared, { kind: kind.id, family: kind.family }, PERIOD, seed, place);
      const plain = exportFileName(made.organisation.name, loaded.questionnaire.id, PERIOD, options.format);
      const path = join(folder, `${String(place + 1).padStart(5, '0')}_${plain}`);
      await atomicWrite(path, await bytesOf(made));
    }

    async function bytesOf(made: SampleResult): Promise<Uint8Array> {
      if (options.format === 'xlsx') return workbookOf(context, application, loaded, made);
      const bytes = Buffer.from(contentOf(loaded, prepared, made), 'utf8');
      if (options.format === 'json') return bytes;
      const entries = [{ name: MAIN_ENTRY.submission, bytes }];
      return packages.write({ kind: 'submission', program: VERSION, entries, code: null }, null);
    }
    context.print(context.say('sample.done', { count: options.count, folder }));
    context.printJson({ folder, count: options.count });
    return 0;
  } finally {
    await application.close();
  }
}

/** The workbook as the program itself exports it. */
async function workbookOf(
  context: Context,
  application: Application,
  loaded: LoadedQuestionnaire,
  made: SampleResult,
): Promise<Uint8Array> {
  application.addSample(loaded, made);
  const { ticket } = await ask(application, 'reports.export', {
    assessmentId: made.assessmentId,
    format: 'xlsx',
    language: context.language,
  });
  const file = application.outbox.get(ticket);
  if (!file) throw new AppError('ticket.unknown');
  return file.bytes;
}
