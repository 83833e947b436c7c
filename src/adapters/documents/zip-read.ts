import { inflateRawSync } from 'node:zlib';

/** A file inside a zip archive, as its directory states it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly start: number;
}

export interface ZipLimits {
  /** Size of the archive in bytes. */
  readonly archive: number;
  readonly entries: number;
  /** Real unpacked size of one entry in bytes. */
  readonly entry: number;
  /** Real unpacked size of all wanted entries together. */
  readonly total?: number;
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

/** The end record lies in the last 64 kB, before an optional comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('no end of archive');
}

function directory(bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new ZipError('too many entries', { tooMuch: true });
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('broken directory');
    const name = view.getUint16(at + 28, true);
    entries.push({
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.start, true) !== LOCAL) throw new ZipError('broken entry');
  const from = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const packed = bytes.subarray(from, from + entry.compressed);
  if (entry.method === 0) {
    if (packed.byteLength > limit) throw new ZipError('entry too large', { tooMuch: true });
    return packed;
  }
  if (entry.method !== 8) throw new ZipError('unknown compression');
  try {
    // The limit counts bytes that really come out, whatever the directory claims.
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (cause) {
    const tooMuch = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(tooMuch ? 'entry too large' : 'broken entry', { cause, tooMuch });
  }
}

/**
 * Unpacks the entries whose names fit, nothing else. Small and strict on purpose: it looks at files from strangers.
 * @throws ZipError
 */
export function readZipEntries(bytes: Uint8Array, wanted: RegExp, limits: ZipLimits): Map<string, Uint8Array> {
  if (bytes.byteLength > limits.archive) throw new ZipError('archive too large', { tooMuch: true });
  try {
    let left = limits.total ?? Infinity;
    const found = new Map<string, Uint8Array>();
    for (const entry of directory(bytes, limits)) {
      if (!wanted.test(entry.name)) continue;
      const unpacked = unpack(bytes, entry, Math.min(limits.entry, left));
      left -= unpacked.length;
      found.set(entry.name, unpacked);
    }
    return found;
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('cut off', { cause: error });
    throw error;
  }
}
