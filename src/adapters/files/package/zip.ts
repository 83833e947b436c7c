/** The zip form of our containers, written and read by the same strict rules. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { RATIO_FROM } from '../../../domain/package/limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Broken, or not what a container may be; `tooMuch`: it unpacks to more than allowed. */
export class ContainerError extends Error {
  override readonly name = 'ContainerError';
  readonly tooMuch: boolean;

  constructor(message: string, tooMuch = false, options?: ErrorOptions) {
    super(message, options);
    this.tooMuch = tooMuch;
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, 00:00: the same for every entry, so that equal content gives equal bytes. */
const DATE = 0x21;
const UTF8 = 0x800;

/** Length and fields of a header: pairs of value and width in bytes. */
function header(fields: readonly (readonly [number, 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of fields)
    at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}

/** What shrinks more than this is stored as it is, so that no reader takes it for a bomb. */
const DENSE = 100;

/** Packs entries in the given order. Pictures and PDFs, which do not shrink, are stored as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 6 });
    const stored = packed.length >= bytes.length || (bytes.length > RATIO_FROM && bytes.length > packed.length * DENSE);
    const data = stored ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : packed;
    const label = Buffer.from(name, 'utf8');
    const about = [
      [20, 2],
      [UTF8, 2],
      [stored ? 0 : 8, 2],
      [0, 2],
      [DATE, 2],
      [crc32(bytes), 4],
      [data.length, 4],
      [bytes.length, 4],
      [label.length, 2],
      [0, 2],
    ] as const;
    const local = header([[LOCAL, 4], ...about]);
    parts.push(local, label, data);
    directory.push(header([[CENTRAL, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), label);
    offset += local.length + label.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header([
    [END, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...parts, ...directory, end]);
}

interface Place {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

export interface Directory {
  readonly places: ReadonlyMap<string, Place>;
  /** Unpacks one entry. @throws ContainerError when it is larger than stated or allowed, or damaged */
  read(name: string, most: number, ratio: number): Uint8Array;
}

/**
 * Reads the directory: entries must be unique, whole, and everything there is; nothing may lie before, between or behind.
 * @param most entries that are allowed
 * @throws ContainerError
 */
export function openZip(bytes: Uint8Array, most: number): Directory {
  try {
    return open(bytes, most);
  } catch (error) {
    if (error instanceof RangeError) throw new ContainerError('cut off', false, { cause: error });
    throw error;
  }
}

function open(bytes: Uint8Array, most: number): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = bytes.length - 22;
  // Ours has no comment: whatever stands behind the directory was added.
  if (at < 0 || view.getUint32(at, true) !== END) throw new ContainerError('no end of archive');
  const count = view.getUint16(at + 10, true);
  if (count > most) throw new ContainerError('too many entries', true);
  const from = view.getUint32(at + 16, true);
  if (from + view.getUint32(at + 12, true) !== at) throw new ContainerError('bytes that belong to nothing');
  const places = new Map<string, Place>();
  const names = new Set<string>();
  let central = from;
  let expected = 0;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(central, true) !== CENTRAL) throw new ContainerError('broken directory');
    const length = view.getUint16(central + 28, true);
    const more = view.getUint16(central + 30, true) + view.getUint16(central + 32, true);
    const name = new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(central + 46, central + 46 + length));
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) throw new ContainerError('an entry twice');
    names.add(folded);
    const place = {
      name,
      method: view.getUint16(central + 10, true),
      crc: view.getUint32(central + 16, true),
      packed: view.getUint32(central + 20, true),
      size: view.getUint32(central + 24, true),
      start: view.getUint32(central + 42, true),
    };
    if (place.start !== expected) throw new ContainerError('bytes that belong to nothing');
    if (view.getUint32(place.start, true) !== LOCAL) throw new ContainerError('broken entry');
    const dataAt = place.start + 30 + view.getUint16(place.start + 26, true) + view.getUint16(place.start + 28, true);
    // Bit 3: sizes follow the data, as other programs write them when they pack anew.
    const trailer = (view.getUint16(place.start + 6, true) & 8) === 0 ? 0 : trailerAt(view, dataAt + place.packed);
    expected = dataAt + place.packed + trailer;
    // A folder of its own is nothing; other programs add it when they pack anew.
    if (!(name.endsWith('/') && place.size === 0)) places.set(name, { ...place, start: dataAt });
    central += 46 + length + more;
  }
  if (central !== at || expected !== from) throw new ContainerError('bytes that belong to nothing');
  return { places, read: (name, limit, ratio) => unpack(bytes, places.get(name), limit, ratio) };
}

/** Length of what follows the data of an entry whose sizes were not known before; with or without its own mark. */
const trailerAt = (view: DataView, at: number): number => (view.getUint32(at, true) === 0x08074b50 ? 16 : 12);

function unpack(bytes: Uint8Array, place: Place | undefined, limit: number, ratio: number): Uint8Array {
  if (!place) throw new ContainerError('an entry is missing');
  if (place.size > limit) throw new ContainerError('entry too large', true);
  if (place.size > RATIO_FROM && place.size > place.packed * ratio) throw new ContainerError('entry too large', true);
  const packed = bytes.subarray(place.start, place.start + place.packed);
  let data: Uint8Array;
  if (place.method === 0) data = packed;
  else if (place.method === 8)
    try {
      // The limit counts bytes that really come out; not one more than stated.
      data = inflateRawSync(packed, { maxOutputLength: Math.max(1, place.size) });
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : '';
      throw new ContainerError('broken entry', code === 'ERR_BUFFER_TOO_LARGE', { cause });
    }
  else throw new ContainerError('unknown compression');
  if (data.length !== place.size || crc32(data) !== place.crc) throw new ContainerError('damaged entry');
  return data;
}
