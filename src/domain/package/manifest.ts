/** The first entry of a `.thuocso` container: what it is, and every other entry with size and hash. */
import { z } from 'zod';
import { contentHashSchema } from '../result-file/schema.ts';
import { PACKAGE_KINDS, type PackageKind } from './limits.ts';
import { MACHINE_KEY, MACHINE_SIGNATURE } from './machine-code.ts';

export const PACKAGE_FORMAT = 'thuoc-so/package/1';
export const MANIFEST_NAME = 'manifest.json';

/** The main entry of each kind; a submission has evidence files beside it, a collection its results. */
export const MAIN_ENTRY = {
  submission: 'result.json',
  questionnaire: 'questionnaire.json',
  collection: 'collection.json',
  appraisal: 'appraisal.json',
} as const satisfies Record<PackageKind, string>;

/** Names are our own and plain: no way out of a folder, nothing that a file system would read differently. */
const ENTRY_NAME = /^(?:(?:files|results)\/)?[a-z0-9][a-z0-9-]{0,80}(?:\.json)?$/;

/** Where the content of a file of evidence lies; its own name stands in the result. */
export const evidenceEntry = (sha256: string): string => `files/${sha256}`;

export const manifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  kind: z.enum(PACKAGE_KINDS),
  program: z.string().max(40),
  entries: z
    .array(
      z.strictObject({
        name: z.string().regex(ENTRY_NAME),
        size: z.int().min(0),
        sha256: contentHashSchema,
      }),
    )
    .min(1)
    .max(25_000),
  /** Of the installation that wrote it, over the content hash of the main entry; null where none vouches. */
  code: z
    .strictObject({ key: z.string().regex(MACHINE_KEY), signature: z.string().regex(MACHINE_SIGNATURE) })
    .nullable(),
});

export type Manifest = z.output<typeof manifestSchema>;
