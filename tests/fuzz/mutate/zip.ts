/** Damage to archives that knows the format: entries, sizes and sums that lie, names that lead elsewhere, bombs. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Random } from '../../durability/random.ts';
import { PATHS, PROTOTYPES } from '../tokens.ts';

/** One entry, its bytes as they lie in the archive, and everything that its two headers state. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** Stated sizes, packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly data: Buffer;
}

/** What the frame of an archive may say wrongly. */
export interface Frame {
  readonly before?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  /** Added to the stated number of entries, and to the stated place of the directory. */
  readonly count?: number;
  readonly offset?: number;
  /** Headers in front of the data name something else than the directory. */
  readonly otherLocals?: boolean;
}

/** An honest entry. */
export function entry(name: string, bytes: Uint8Array, stored = false): Entry {
  const data = stored ? Buffer.from(bytes) : deflateRawSync(bytes, { level: 1 });
  return {
    name,
    method: stored ? 0 : 8,
    flags: 0x800,
    crc: crc32(bytes),
    packed: data.length,
    size: bytes.length,
    data,
  };
}

/** The entries of a sound archive without comment, data descriptors or extra fields in the directory. */
export function entriesOf(archive: Buffer): Entry[] {
  const end = archive.length - 22;
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const start = archive.readUInt32LE(at + 42);
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const packed = archive.readUInt32LE(at + 20);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      flags: archive.readUInt16LE(at + 8) & ~8,
      crc: archive.readUInt32LE(at + 16),
      packed,
      size: archive.readUInt32LE(at + 24),
      data: archive.subarray(from, from + packed),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

export const contentOf = ({ method, data }: Entry): Buffer => (method === 0 ? data : inflateRawSync(data));

/** Writes an archive exactly as told, true or not. */
export function archiveOf(entries: readonly Entry[], frame: Frame = {}): Buffer {
  const parts: Buffer[] = [frame.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let offset = frame.before?.length ?? 0;
  for (const { name, method, flags, crc, packed, size, data } of entries) {
    const label = Buffer.from(name, 'utf8');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(method, 4);
    about.writeUInt32LE(0x21_0000, 6);
    about.writeUInt32LE(crc >>> 0, 10);
    about.writeUInt32LE(packed >>> 0, 14);
    about.writeUInt32LE(size >>> 0, 18);
    about.writeUInt16LE(label.length & 0xffff, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), about]);
    const shown = frame.otherLocals === true ? Buffer.from(label).reverse() : label;
    parts.push(local, shown, data);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset >>> 0, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), about, more, label);
    offset += local.length + shown.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  const count = (entries.length + (frame.count ?? 0)) & 0xffff;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size >>> 0, 12);
  end.writeUInt32LE((offset + (frame.offset ?? 0)) >>> 0, 16);
  end.writeUInt16LE(frame.comment?.length ?? 0, 20);
  return Buffer.concat([...parts, ...directory, end, frame.comment ?? Buffer.alloc(0), frame.after ?? Buffer.alloc(0)]);
}

/** 64 MB of spaces in some 64 kB; unpacking it into memory would already be a success of the attacker. */
let spaces: Buffer | null = null;
export function bomb(name: string): Entry {
  spaces ??= deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 });
  return { name, method: 8, flags: 0x800, crc: 0, packed: spaces.length, size: 64 * 1024 * 1024, data: spaces };
}

const LIES = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 1024 * 1024 * 1024] as const;

function damageEntry(random: Random, given: Entry): Entry {
  switch (random.below(9)) {
    case 0:
      return {
        ...given,
        name: random.pick([...PATHS, ...PROTOTYPES, given.name.toUpperCase(), given.name.normalize('NFD'), '']),
      };
    case 1:
      return { ...given, size: random.pick(LIES) };
    case 2:
      return { ...given, packed: random.pick(LIES) };
    case 3:
      return { ...given, crc: given.crc ^ (1 << random.below(32)) };
    case 4:
      return { ...given, method: random.pick([0, 1, 8, 9, 12, 14, 93, 95, 99]) };
    case 5:
      return { ...given, flags: given.flags ^ random.pick([1, 8, 0x40, 0x2000]) };
    case 6:
      return bomb(given.name);
    case 7: {
      const data = Buffer.from(given.data);
      if (data.length > 0) data[random.below(data.length)] = random.below(256);
      return { ...given, data };
    }
    default:
      return entry(given.name, Buffer.alloc(random.below(200), random.below(256)));
  }
}

/** Changes the archive in one to three ways that its directory knows of. */
export function damageZip(random: Random, archive: Buffer): Buffer {
  let entries = entriesOf(archive);
  let frame: Frame = {};
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(entries.length);
    const chosen = entries[at];
    if (!chosen) return archiveOf(entries, frame);
    switch (random.below(9)) {
      case 0:
        entries = entries.filter((_, index) => index !== at);
        break;
      case 1:
        entries = [
          ...entries,
          { ...chosen, name: random.pick([chosen.name, chosen.name.toUpperCase(), `${chosen.name}/`]) },
        ];
        break;
      case 2:
        entries = [
          ...entries,
          random.below(2) === 0 ? bomb('xl/extra.xml') : entry('inner.zip', archive.subarray(0, 4000)),
        ];
        break;
      case 3:
        entries = [chosen, ...entries.filter((_, index) => index !== at)];
        break;
      case 4:
        frame = random.pick<Frame>([
          { comment: Buffer.from('PK\u0005\u0006 lời nhắn', 'utf8') },
          { before: Buffer.from('MZ\u0090\u0000') },
          { after: Buffer.from('more') },
          { count: random.pick([-1, 1, 1000, 65_000]) },
          { offset: random.pick([-1, 1, 4096, 0x7fffffff]) },
          { otherLocals: true },
        ]);
        break;
      default:
        entries = entries.map((given, index) => (index === at ? damageEntry(random, given) : given));
    }
  }
  return archiveOf(entries, frame);
}

/** Changes the text of one entry, and packs it honestly again. */
export function changeEntry(archive: Buffer, name: RegExp | string, change: (content: Buffer) => Uint8Array): Buffer {
  const fits = (own: string): boolean => (typeof name === 'string' ? own === name : name.test(own));
  return archiveOf(
    entriesOf(archive).map((given) => (fits(given.name) ? entry(given.name, change(contentOf(given))) : given)),
  );
}
