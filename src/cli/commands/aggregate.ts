import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atomicWrite } from '../../adapters/files/atomic-write.ts';
import { asFileError } from '../../adapters/files/errors.ts';
import { AppError } from '../../contract/errors.ts';
import type { CollectionOverview, FileOutcome, ImportRun } from '../../contract/views/collections.ts';
import type { Application } from '../../core/application.ts';
import { outcomesCsv } from '../../core/collections/export.ts';
import { outcomeText } from '../../domain/collection/outcome-text.ts';
import { OUTCOME_KINDS } from '../../domain/collection/types.ts';
import { exact } from '../../domain/exact/exact.ts';
import { formatNumber, formatPercent } from '../../domain/text/numbers.ts';
import { ask, openIn, openInMemory, type Context } from '../context.ts';

export const GROUPINGS = ['group', 'kind', 'province', 'tag', 'level'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What can be written of each collection. */
export const AGGREGATE_FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const;
export type AggregateFormat = (typeof AGGREGATE_FORMATS)[number];

export interface AggregateOptions {
  readonly out: string;
  readonly groupBy: Grouping;
  readonly formats: readonly AggregateFormat[];
  /** Units go under numbers in what is written. */
  readonly hideNames: boolean;
  /** A data folder whose collections go on; without it nothing is kept. */
  readonly data: string | null;
}

/** Outcomes asked for at a time. */
const PAGE = 1000;

/** Imports files and folders, sorted into collections by questionnaire version and period. */
export async function importPaths(
  application: Application,
  paths: readonly string[],
  language: Context['language'],
): Promise<{ readonly run: ImportRun; readonly outcomes: readonly FileOutcome[] }> {
  const [run, source] = [randomUUID(), randomUUID()];
  await application.piles.offer(
    source,
    paths.map((path) => resolve(path)),
  );
  await ask(application, 'collections.import', { run, source, collectionId: null, language });
  const ended = await ask(application, 'collections.await', { run });
  if (ended.failure !== null) throw new AppError(ended.failure, { file: '', ref: '' });
  const outcomes: FileOutcome[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await ask(application, 'collections.outcomes', { run, from, count: PAGE });
    outcomes.push(...page.outcomes);
    if (page.outcomes.length < PAGE) return { run: ended, outcomes };
  }
}

/** Prints how many files came to what, and every file that is no result that counts. */
export function printOutcomes({ say, print, language }: Context, outcomes: readonly FileOutcome[]): void {
  print(say('aggregate.files', { count: outcomes.length }));
  for (const kind of OUTCOME_KINDS) {
    const own = outcomes.filter((outcome) => outcome.kind === kind);
    const [first] = own;
    if (first) print(`  ${outcomeText(first, language).verdict}: ${own.length}`);
  }
}

/** Aggregates result files: one folder of tables for each questionnaire version and period, and the list of outcomes. */
export async function aggregatePaths(
  context: Context,
  paths: readonly string[],
  { out, groupBy, data, formats, hideNames }: AggregateOptions,
): Promise<number> {
  const application = data === null ? await openInMemory() : await openIn(resolve(data));
  try {
    const { run, outcomes } = await importPaths(application, paths, context.language);
    const folder = resolve(out);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw asFileError(error, folder);
    });
    const written: string[] = [];
    const write = async (name: string, bytes: Uint8Array): Promise<void> => {
      const path = join(folder, name);
      await atomicWrite(path, bytes);
      written.push(path);
    };
    await write('outcomes.csv', Buffer.from(outcomesCsv(outcomes, context.language)));
    const overviews: CollectionOverview[] = [];
    for (const id of run.collections) {
      const overview = await ask(application, 'collections.overview', { id, filter: {}, groupBy });
      overviews.push(overview);
      const { questionnaire, period } = overview.collection;
      const version = questionnaire.version.replaceAll('.', '-');
      const name = `${questionnaire.id}_${version}_${period.kind}-${period.year}-${period.number}`;
      for (const what of formats) {
        const asked = { id, what, run: null, language: context.language, hideNames, filter: {} };
        const { ticket, fileName } = await ask(application, 'collections.export', asked);
        const file = application.outbox.get(ticket);
        if (!file) throw new AppError('ticket.unknown');
        const ending = fileName.slice(fileName.lastIndexOf('.'));
        await write(`${name}${ending}`, file.bytes);
      }
    }
    printOutcomes(context, outcomes);
    for (const overview of overviews) printOverview(context, overview);
    for (const file of written) context.print(context.say('written', { file }));
    context.printJson({ counts: run.counts, files: written, collections: overviews });
    return 0;
  } finally {
    await application.close();
  }
}

function printOverview({ say, print, language }: Context, { collection, aggregate, groups }: CollectionOverview): void {
  const percent = (text: string | undefined): string =>
    text === undefined ? '–' : formatPercent(exact(text), language);
  print(`\n${collection.name}`);
  const { total } = aggregate;
  print(
    say('aggregate.total', {
      n: aggregate.n,
      mean: percent(total.percent?.mean),
      median: percent(total.percent?.median),
      q1: percent(total.percent?.q1),
      q3: percent(total.percent?.q3),
    }),
  );
  for (const { level, n } of total.levels)
    print(level === null ? say('aggregate.no-level', { n }) : say('aggregate.level', { level, n }));
  if (groups.length > 1)
    for (const { key, aggregate: own } of groups)
      print(
        say('aggregate.group', {
          name: key === '' ? '–' : key,
          n: formatNumber(exact(own.n), language, 0),
          mean: percent(own.total.percent?.mean),
        }),
      );
}
