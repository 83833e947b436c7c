/** A collection as a file: what another copy of the program needs to go on with it, or to join it with its own. */
import { z } from 'zod';
import { COLLECTION_LIMITS } from '../../contract/views/collections.ts';
import { isPeriod, PERIOD_KINDS } from '../../domain/assessment/period.ts';
import { line } from '../../domain/assessment/schema.ts';
import { contentHashSchema } from '../../domain/result-file/schema.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import type { Collecting, CollectionRow, CollectionStorage } from '../ports/collections.ts';

export const COLLECTION_FORMAT = 'thuoc-so/collection/1';

export const collectionSchema = z.strictObject({
  format: z.literal(COLLECTION_FORMAT),
  id: z.uuid(),
  name: line(200),
  questionnaire: z.strictObject({ id: z.string().max(60), version: z.string().max(20), hash: contentHashSchema }),
  period: z.strictObject({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int() }).refine(isPeriod, 'a period'),
  notes: line(20_000),
  units: z
    .array(
      z.strictObject({
        id: z.uuid(),
        name: line(300),
        code: line(40),
        province: z.string().max(10),
        group: line(200),
        tags: z.array(line(60)).max(20),
        note: line(2000),
      }),
    )
    .max(COLLECTION_LIMITS.units),
  /** Every result, in the order of their hashes; its content is the entry `results/<hash>.json`. */
  results: z
    .array(
      z.strictObject({
        contentHash: contentHashSchema,
        file: z.string().max(1000),
        program: z.string().max(40),
        exportedAt: z.iso.datetime(),
        /** The unit that a person said it is. */
        unit: z.uuid().nullable(),
      }),
    )
    .max(25_000),
  tombstones: z.array(contentHashSchema).max(100_000),
  choices: z
    .array(z.strictObject({ keep: contentHashSchema, aside: z.array(contentHashSchema).max(1000) }))
    .max(25_000),
});

export type PackedCollection = z.output<typeof collectionSchema>;

/** Where the content of a result lies. */
export const resultEntry = (contentHash: string): string => `results/${contentHash}.json`;

/** The entries of the container, the main one first. Equal collections give equal bytes. */
export function packCollection(
  store: CollectionStorage,
  row: CollectionRow,
  { inflate, utf8 }: Pick<Collecting, 'inflate' | 'utf8'>,
): { readonly name: string; readonly bytes: Uint8Array }[] {
  const heads = store.heads(row.id).sort((a, b) => (a.contentHash < b.contentHash ? -1 : 1));
  const main: PackedCollection = {
    format: COLLECTION_FORMAT,
    id: row.id,
    name: row.name,
    questionnaire: { ...row.questionnaire },
    period: { ...row.period },
    notes: row.notes,
    units: store.units(row.id).map((unit) => ({ ...unit, tags: [...unit.tags] })),
    results: heads.flatMap((head) => {
      const result = store.result(row.id, head.id);
      return result
        ? [
            {
              contentHash: head.contentHash,
              file: result.file,
              program: result.program,
              exportedAt: result.exportedAt,
              unit: head.matched === 'hand' ? head.unitId : null,
            },
          ]
        : [];
    }),
    tombstones: store.tombstones(row.id).sort(),
    choices: store.choices(row.id).map(({ keep, aside }) => ({ keep, aside: [...aside] })),
  };
  return [
    { name: 'collection.json', bytes: utf8(canonicalJson(main)) },
    ...heads.map((head) => {
      const content = store.content(head.id);
      return { name: resultEntry(head.contentHash), bytes: utf8(content ? inflate(content) : '') };
    }),
  ];
}
