/** Damage that knows nothing of the format: what bad sticks, cut transfers and careless tools do. */
import type { Random } from '../../durability/random.ts';
import { ALL_TEXTS } from '../tokens.ts';

const EDGES_16 = [0, 1, 0x7fff, 0x8000, 0xffff] as const;
const EDGES_32 = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x00010000] as const;

type Damage = (random: Random, bytes: Buffer) => Buffer;

/** A stretch of at most `most` bytes somewhere in it. */
function stretch(random: Random, { length }: Buffer, most: number): readonly [number, number] {
  const from = random.below(length + 1);
  return [from, Math.min(length, from + 1 + random.below(most))];
}

const DAMAGES: readonly Damage[] = [
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    return copy;
  },
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random.below(8); count > 0; count -= 1) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (random, bytes) => bytes.subarray(0, random.below(bytes.length)),
  (random, bytes) => bytes.subarray(random.below(bytes.length)),
  (random, bytes) => {
    const [from, to] = stretch(random, bytes, 600);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (random, bytes) => {
    const [from, to] = stretch(random, bytes, 600);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    const [from, to] = stretch(random, bytes, 4096);
    copy.fill(random.pick([0, 0xff, 0x20]), from, to);
    return copy;
  },
  (random, bytes) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(ALL_TEXTS), 'utf8'), bytes.subarray(at)]);
  },
  (random, bytes) => {
    if (bytes.length < 4) return bytes;
    const copy = Buffer.from(bytes);
    if (random.below(2) === 0) copy.writeUInt16LE(random.pick(EDGES_16), random.below(copy.length - 1));
    else copy.writeUInt32LE(random.pick(EDGES_32), random.below(copy.length - 3));
    return copy;
  },
  (random, bytes) =>
    Buffer.concat([bytes, Buffer.from(Array.from({ length: 1 + random.below(40) }, () => random.below(256)))]),
  (_, bytes) => Buffer.concat([Buffer.from('\ufeff', 'utf8'), bytes]),
];

/** One to three kinds of damage, one after the other. */
export function damageBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let damaged = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let count = 1 + random.below(3); count > 0; count -= 1)
    if (damaged.length > 0) damaged = random.pick(DAMAGES)(random, damaged);
  return damaged;
}
