/** What a `.thuocso` container may hold, per kind: the one table for writer, reader, screens and documentation. No zod. */

export const PACKAGE_KINDS = ['submission', 'questionnaire', 'collection', 'appraisal'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

export interface PackageLimits {
  /** Bytes of the whole container. */
  readonly archive: number;
  /** Entries beside the manifest. */
  readonly entries: number;
  /** Bytes of one unpacked entry, and of all of them together. */
  readonly entry: number;
  readonly total: number;
  /** How many times larger an entry may become; asked only above `RATIO_FROM` bytes. */
  readonly ratio: number;
}

const MB = 1024 * 1024;

export const PACKAGE_LIMITS: Readonly<Record<PackageKind, PackageLimits>> = {
  // A result and the files behind its citations, each of them at most as large as a kept file.
  submission: { archive: 64 * MB, entries: 2001, entry: 20 * MB, total: 96 * MB, ratio: 200 },
  questionnaire: { archive: 4 * MB, entries: 1, entry: 8 * MB, total: 8 * MB, ratio: 200 },
  collection: { archive: 64 * MB, entries: 25_000, entry: 20 * MB, total: 512 * MB, ratio: 200 },
  appraisal: { archive: 4 * MB, entries: 1, entry: 16 * MB, total: 16 * MB, ratio: 200 },
};

/** Largest container of any kind, in bytes. */
export const MAX_PACKAGE_BYTES = 64 * MB;
/** Small texts may shrink to almost nothing; only what unpacks to more than this is judged by its ratio. */
export const RATIO_FROM = 100 * 1024;
/** Bytes of a manifest. */
export const MAX_MANIFEST_BYTES = 8 * MB;

/** Shortest and longest passphrase, in characters after normalisation. */
export const PASSPHRASE = { least: 8, most: 200 } as const;
