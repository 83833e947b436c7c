import { z } from 'zod';
import { CHUNK_BYTES, MAX_FILE_BYTES } from '../../domain/assessment/evidence-file.ts';
import { line } from '../../domain/assessment/schema.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id, nothing, periodSchema, query } from '../method.ts';
import type { ExportTicket } from '../views.ts';
import {
  COLLECTION_LIMITS,
  EXPORTS,
  type ChosenSource,
  type CollectionOverview,
  type CollectionSummary,
  type CollectionView,
  type ImportRun,
  type ItemsView,
  type OutcomePage,
  type UnitDetail,
  type UnitListReading,
} from '../views/collections.ts';

const CHUNK_CHARACTERS = Math.ceil(CHUNK_BYTES / 3) * 4;
const UNITS_CHARACTERS = 4 * 1024 * 1024;
const name = line(300);
const notes = line(20_000);
const resultId = z.int().min(1);

const unit = z.strictObject({
  id,
  name: line(300).refine((text) => text.trim() !== '', 'a name'),
  code: line(40),
  group: line(200),
  tags: z.array(line(60)).max(20),
  province: z.string().max(10),
  note: line(2000),
});

/** Which results count; everything is counted without it. */
const filter = z
  .strictObject({
    /** Exactly these groups; none: all. */
    groups: z.array(line(200)).max(200).default([]),
    /** Units with all of these tags. */
    tags: z.array(line(60)).max(20).default([]),
    /** Overall levels; null stands for results without a level. */
    levels: z.array(z.int().min(0).max(20).nullable()).max(25).default([]),
    /** Part of a name or code, compared without accents. */
    search: line(200).default(''),
  })
  .prefault({});

/** Result files of many units, gathered into one picture. */
export const collectionMethods = {
  'collections.list': query(nothing, gives<readonly CollectionSummary[]>()),
  'collections.get': query(z.strictObject({ id }), gives<CollectionView>()),
  /**
   * Makes a collection, or changes the name, notes and expected units of one. Questionnaire version and period stay as
   * they were made. Without `units` the list of expected units stays.
   */
  'collections.save': {
    ...command(
      z.strictObject({
        id,
        name: line(200).refine((text) => text.trim() !== '', 'a name'),
        questionnaireId: z.string().max(60),
        questionnaireVersion: z.string().max(20),
        period: periodSchema,
        notes,
        units: z.array(unit).max(COLLECTION_LIMITS.units).optional(),
      }),
      gives<CollectionView>(),
    ),
    maxCharacters: UNITS_CHARACTERS,
  },
  /** Removes the collection with everything that was gathered in it; the files that it came from stay where they are. */
  'collections.remove': command(z.strictObject({ id }), gives<null>()),
  /** Reads a list of units as it is pasted from a sheet: one per line, with a heading or without. Stores nothing. */
  'collections.preview': {
    ...query(z.strictObject({ list: line(UNITS_CHARACTERS - 1024) }), gives<UnitListReading>()),
    maxCharacters: UNITS_CHARACTERS,
  },
  /** Says by hand which expected unit results belong to; null takes them off the list of expected units. */
  'collections.match': command(
    z.strictObject({ id, results: z.array(resultId).min(1).max(1000), unitId: id.nullable() }),
    gives<CollectionView>(),
  ),
  /** Ends a conflict: this result counts, the others of the same unit stay aside. */
  'collections.resolve': command(z.strictObject({ id, result: resultId }), gives<CollectionView>()),
  /** Takes a result out; the same file is then told to have been removed when it comes again. */
  'collections.discard': command(z.strictObject({ id, result: resultId }), gives<CollectionView>()),

  /** One part of a file of a pile, in order; the pile is imported as a whole. */
  'collections.upload': {
    ...command(
      z.strictObject({
        source: id,
        /** Place of the file in the pile; a new one begins with `at` 0. */
        file: z
          .int()
          .min(0)
          .max(COLLECTION_LIMITS.files - 1),
        name,
        at: z.int().min(0).max(MAX_FILE_BYTES),
        base64: z.string().max(CHUNK_CHARACTERS),
      }),
      gives<{ readonly received: number }>(),
    ),
    maxCharacters: CHUNK_CHARACTERS + 1024,
  },
  /** Lets the person choose a folder of this computer; null when the host cannot or nothing was chosen. */
  'collections.choose': command(z.strictObject({ source: id }), gives<ChosenSource | null>()),
  /**
   * Starts to import a pile; events tell how far it is. Without a collection the results are sorted by questionnaire
   * version and period into collections, new ones where there are none.
   */
  'collections.import': command(
    z.strictObject({ run: id, source: id, collectionId: id.nullable(), language: z.enum(LANGUAGES) }),
    gives<ImportRun>(),
  ),
  /** Ends a run; every collection is as it was before. */
  'collections.cancel': command(z.strictObject({ run: id }), gives<ImportRun>()),
  /** Goes on with a run that was interrupted by the end of the program. */
  'collections.resume': command(z.strictObject({ run: id }), gives<ImportRun>()),
  /** Answers when nothing of the run is under way any more. */
  'collections.await': command(z.strictObject({ run: id }), gives<ImportRun>()),
  'collections.state': query(z.strictObject({ run: id }), gives<ImportRun>()),
  /** What became of each file of a run. */
  'collections.outcomes': query(
    z.strictObject({ run: id, from: z.int().min(0), count: z.int().min(1).max(1000) }),
    gives<OutcomePage>(),
  ),

  /** Takes a unit's result over as an own assessment, where appraised answers can be entered; the same one again when it is there. */
  'collections.appraise': command(z.strictObject({ id, result: resultId }), gives<{ readonly assessmentId: string }>()),
  /** Brings what was appraised back into the collection, as a further revision of the unit's result. Answers when it is in. */
  'collections.appraised': command(z.strictObject({ id, result: resultId, run: id, source: id }), gives<ImportRun>()),

  'collections.overview': query(
    z.strictObject({
      id,
      filter,
      basis: z.enum(['self', 'appraised']).default('self'),
      groupBy: z.enum(['group', 'kind', 'province', 'tag', 'level']).default('group'),
      /** An earlier round to compare with. */
      since: id.nullable().default(null),
    }),
    gives<CollectionOverview>(),
  ),
  'collections.unit': query(z.strictObject({ id, result: resultId }), gives<UnitDetail>()),
  'collections.items': query(z.strictObject({ id, filter }), gives<ItemsView>()),
  'collections.export': command(
    z.strictObject({
      id,
      what: z.enum(EXPORTS),
      /** Of one run, for `outcomes`. */
      run: id.nullable(),
      language: z.enum(LANGUAGES),
      hideNames: z.boolean().default(false),
      filter,
      basis: z.enum(['self', 'appraised']).default('self'),
      since: id.nullable().default(null),
    }),
    gives<ExportTicket>(),
  ),
} as const;
