/** Reads zip archives from strangers: limits first, then only what is wanted, every byte counted and checked. */
import { crc32, inflateRawSync } from 'node:zlib';

/** A file inside a zip archive, as its directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  /** Unpacked size as stated; never trusted for making room. */
  readonly size: number;
  readonly crc: number;
  readonly start: number;
  readonly encrypted: boolean;
}

export interface ZipLimits {
  /** Size of the archive in bytes. */
  readonly archive: number;
  readonly entries: number;
  /** Real unpacked size of one entry in bytes. */
  readonly entry: number;
  /** Real unpacked size of all wanted entries together. */
  readonly total?: number;
  /** Unpacked bytes per packed byte, looked at in entries above 100 kB. */
  readonly ratio?: number;
}

/** The archive is broken, too large, or unpacks to more than allowed. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  /** It holds more than allowed; otherwise it is broken. */
  readonly tooMuch: boolean;

  constructor(message: string, options: ErrorOptions & { readonly tooMuch?: boolean } = {}) {
    super(message, options);
    this.tooMuch = options.tooMuch ?? false;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
/** Entries up to this size may be packed as well as they like. */
const RATIO_FROM = 100 * 1024;

const utf8 = new TextDecoder();

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The end record lies in the last 64 kB, before an optional comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('no end of archive');
}

function asZipError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('cut off', { cause: error });
    throw error;
  }
}

/**
 * What an archive holds. Two entries of one name, or of names that differ only in case, are refused: readers would
 * disagree about which of them counts.
 * @throws ZipError
 */
export function zipDirectory(bytes: Uint8Array, limits: Pick<ZipLimits, 'archive' | 'entries'>): ZipEntry[] {
  if (bytes.byteLength > limits.archive) throw new ZipError('archive too large', { tooMuch: true });
  return asZipError(() => {
    const view = viewOf(bytes);
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > limits.entries) throw new ZipError('too many entries', { tooMuch: true });
    let at = view.getUint32(end + 16, true);
    const entries: ZipEntry[] = [];
    const names = new Set<string>();
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('broken directory');
      const length = view.getUint16(at + 28, true);
      const name = utf8.decode(bytes.subarray(at + 46, at + 46 + length));
      const folded = name.normalize('NFC').toLowerCase();
      if (names.has(folded)) throw new ZipError('two entries of one name');
      names.add(folded);
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        start: view.getUint32(at + 42, true),
        encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      });
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    // Thousands of entries over the same bytes would be unpacked thousands of times.
    if (entries.reduce((sum, { compressed }) => sum + compressed, 0) > bytes.byteLength)
      throw new ZipError('entries that overlap');
    return entries;
  });
}

/** The bytes of an entry as they lie in the archive. @throws ZipError */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  return asZipError(() => {
    const view = viewOf(bytes);
    if (view.getUint32(entry.start, true) !== LOCAL) throw new ZipError('broken entry');
    const from = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
    const packed = bytes.subarray(from, from + entry.compressed);
    if (packed.byteLength !== entry.compressed) throw new ZipError('cut off');
    return packed;
  });
}

/**
 * Unpacks one entry and checks its sum. The limits count bytes that really come out, whatever the directory claims.
 * @throws ZipError
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, limit: number, ratio?: number): Uint8Array {
  if (entry.encrypted) throw new ZipError('encrypted entry');
  const packed = packedBytes(bytes, entry);
  const most = ratio === undefined ? limit : Math.min(limit, Math.max(RATIO_FROM, packed.byteLength * ratio));
  const unpacked = inflated(packed, entry.method, most);
  if (crc32(unpacked) !== entry.crc) throw new ZipError('wrong sum');
  return unpacked;
}

function inflated(packed: Uint8Array, method: number, limit: number): Uint8Array {
  if (method === 0) {
    if (packed.byteLength > limit) throw new ZipError('entry too large', { tooMuch: true });
    return packed;
  }
  if (method !== 8) throw new ZipError('unknown compression');
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (cause) {
    const tooMuch = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(tooMuch ? 'entry too large' : 'broken entry', { cause, tooMuch });
  }
}

/**
 * Unpacks the entries whose names fit, nothing else.
 * @throws ZipError
 */
export function readZipEntries(bytes: Uint8Array, wanted: RegExp, limits: ZipLimits): Map<string, Uint8Array> {
  let left = limits.total ?? Infinity;
  const found = new Map<string, Uint8Array>();
  for (const entry of zipDirectory(bytes, limits)) {
    if (!wanted.test(entry.name)) continue;
    const unpacked = unpackEntry(bytes, entry, Math.min(limits.entry, left), limits.ratio);
    left -= unpacked.length;
    found.set(entry.name, unpacked);
  }
  return found;
}
