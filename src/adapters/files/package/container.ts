/** `.thuocso`: a zip with a manifest in front. Written whole; read with limits first and every hash compared. */
import { createHash } from 'node:crypto';
import { MAX_MANIFEST_BYTES, PACKAGE_LIMITS, type PackageKind } from '../../../domain/package/limits.ts';
import type { MachineCode } from '../../../domain/package/machine-code.ts';
import {
  MAIN_ENTRY,
  MANIFEST_NAME,
  manifestSchema,
  PACKAGE_FORMAT,
  type Manifest,
} from '../../../domain/package/manifest.ts';
import type { Problem } from '../../../domain/problem.ts';
import { shapeProblems } from '../../../domain/questionnaire/shape-problems.ts';
import { canonicalJson } from '../../../domain/text/canonical-json.ts';
import { ContainerError, openZip, writeZip, type Directory, type ZipEntry } from './zip.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface PackageContent {
  readonly kind: PackageKind;
  readonly program: string;
  /** The main entry first. */
  readonly entries: readonly ZipEntry[];
  readonly code: MachineCode | null;
}

/** Does it stay within the limits of its kind? */
export function fits(kind: PackageKind, sizes: readonly number[]): boolean {
  const limits = PACKAGE_LIMITS[kind];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length <= limits.entries && sizes.every((size) => size <= limits.entry) && total <= limits.total;
}

/** The same content gives the same bytes. @throws ContainerError when it is more than its kind may hold */
export function writePackage({ kind, program, entries, code }: PackageContent): Uint8Array {
  if (
    !fits(
      kind,
      entries.map(({ bytes }) => bytes.length),
    )
  )
    throw new ContainerError('too much', true);
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    kind,
    program,
    entries: entries.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: hash(bytes) })),
    code,
  };
  const front = { name: MANIFEST_NAME, bytes: new TextEncoder().encode(canonicalJson(manifestSchema.parse(manifest))) };
  const written = writeZip([front, ...entries]);
  if (written.length > PACKAGE_LIMITS[kind].archive) throw new ContainerError('too much', true);
  return written;
}

export type PackageReading =
  | { readonly kind: 'ok'; readonly manifest: Manifest; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'newer'; readonly format: string }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  /** broken: damaged. bomb: more than allowed. changed: an entry is another one than the manifest states. */
  | { readonly kind: 'broken' | 'bomb' | 'changed' };

/** Reads the manifest, nothing else. @throws ContainerError */
function manifestOf(zip: Directory): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(zip.read(MANIFEST_NAME, MAX_MANIFEST_BYTES, 1000));
  return JSON.parse(text) as unknown;
}

/** Is it one of our containers, as far as its first bytes tell? The manifest always comes first, also packed anew. */
export function looksLikePackage(bytes: Uint8Array): boolean {
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + 30, Math.min(MANIFEST_NAME.length, bytes.length - 30));
  return bytes.length > 60 && name.toString('latin1') === MANIFEST_NAME;
}

/** Reads a container as a whole. Never throws. */
export function readPackage(bytes: Uint8Array): PackageReading {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof ContainerError) return { kind: error.tooMuch ? 'bomb' : 'broken' };
    // Text that is no UTF-8, or no JSON.
    if (error instanceof SyntaxError || error instanceof TypeError) return { kind: 'broken' };
    throw error;
  }
}

function read(bytes: Uint8Array): PackageReading {
  const most = Math.max(...Object.values(PACKAGE_LIMITS).map(({ entries }) => entries));
  const zip = openZip(bytes, most + 1);
  const raw = manifestOf(zip);
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? String(raw.format).slice(0, 60) : '';
  if (/^thuoc-so\/package\/\d{1,4}$/.test(format) && format !== PACKAGE_FORMAT) return { kind: 'newer', format };
  const shape = manifestSchema.safeParse(raw);
  if (!shape.success) return { kind: 'invalid', problems: shapeProblems(shape.error) };
  const manifest = shape.data;
  const limits = PACKAGE_LIMITS[manifest.kind];
  const sizes = manifest.entries.map(({ size }) => size);
  if (bytes.length > limits.archive || !fits(manifest.kind, sizes)) return { kind: 'bomb' };
  const names = new Set(manifest.entries.map(({ name }) => name));
  const hasAll = names.size === manifest.entries.length && zip.places.size === names.size + 1;
  if (!hasAll || !names.has(MAIN_ENTRY[manifest.kind])) return { kind: 'changed' };
  const entries = new Map<string, Uint8Array>();
  for (const { name, size, sha256 } of manifest.entries) {
    if (!zip.places.has(name) || zip.places.get(name)?.size !== size) return { kind: 'changed' };
    const data = zip.read(name, limits.entry, limits.ratio);
    if (hash(data) !== sha256) return { kind: 'changed' };
    entries.set(name, data);
  }
  return { kind: 'ok', manifest, entries };
}
