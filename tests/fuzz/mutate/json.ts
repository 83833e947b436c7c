/** Damage to JSON, first in its structure, then in its text. */
import type { Random } from '../../durability/random.ts';
import { ALL_TEXTS, NUMBERS, PROTOTYPES } from '../tokens.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Stands for raw text while the rest is written. */
const MARK = '\u0001raw\u0001';

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

function placesOf(value: Json, into: Place[] = []): Place[] {
  if (Array.isArray(value))
    value.forEach((child, key) => {
      into.push({ holder: value, key });
      placesOf(child, into);
    });
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) {
      into.push({ holder: value, key });
      placesOf(child, into);
    }
  return into;
}

const read = ({ holder, key }: Place): Json => (holder as Record<string, Json>)[key] as Json;

/** An own member, whatever its name means elsewhere. */
function write({ holder, key }: Place, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** Texts that no structure can hold. */
const RAW = [
  ...NUMBERS,
  nested(40),
  nested(20_000),
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `"${'ơ'.repeat(70_000)}"`,
  `[${'1,'.repeat(60_000)}1]`,
  '"\\ud800"',
  '"\\u0000"',
  "'x'",
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '/* */ 1',
  'undefined',
] as const;

function anyValue(random: Random, root: Json): Json {
  switch (random.below(8)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
      return random.pick([0, -1, 1.5, 1e21, 9007199254740992, -0.1, 4294967296]);
    case 3:
      return [];
    case 4:
      return {};
    case 5: {
      // A value from elsewhere in the same document.
      const places = placesOf(root);
      return places.length === 0 ? null : structuredClone(read(random.pick(places)));
    }
    default:
      return random.pick(ALL_TEXTS);
  }
}

function change(random: Random, root: Json): readonly [Json, raw: string | null] {
  const places = placesOf(root);
  if (places.length === 0) return [anyValue(random, root), null];
  const place = random.pick(places);
  const value = read(place);
  switch (random.below(9)) {
    case 0:
      if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
      else Reflect.deleteProperty(place.holder, place.key);
      return [root, null];
    case 1:
      if (Array.isArray(value)) {
        const copies = 1 + random.below(random.below(8) === 0 ? 2000 : 6);
        const [sample] = value;
        if (sample !== undefined) for (let each = 0; each < copies; each += 1) value.push(structuredClone(sample));
      } else write(place, [value]);
      return [root, null];
    case 2: {
      const name = random.pick([...PROTOTYPES, 'extra', '', 'Format', 'id ']);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        write({ holder: value, key: name }, anyValue(random, root));
      else write(place, { [name]: value });
      return [root, null];
    }
    case 3:
      write(place, MARK);
      return [root, random.pick(RAW)];
    case 4:
      if (Array.isArray(value)) value.reverse();
      else if (typeof value === 'string') write(place, `${value}${random.pick(ALL_TEXTS)}`);
      else if (typeof value === 'number') write(place, value + random.pick([1, -1, 0.5, 1e15]));
      else write(place, !value);
      return [root, null];
    case 5: {
      const other = random.pick(places);
      const kept = structuredClone(read(other));
      write(other, structuredClone(value));
      write(place, kept);
      return [root, null];
    }
    case 6:
      if (typeof value === 'string') write(place, value.normalize('NFD'));
      else write(place, anyValue(random, root));
      return [root, null];
    default:
      write(place, anyValue(random, root));
      return [root, null];
  }
}

/** Changes one to three places of a document. @returns its text, which need not be JSON any more */
export function damageJson(random: Random, text: string): string {
  let root = JSON.parse(text) as Json;
  const raws: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const [changed, raw] = change(random, root);
    root = changed;
    if (raw !== null) raws.push(raw);
  }
  let written = JSON.stringify(root, null, random.below(10) === 0 ? 2 : undefined);
  for (const raw of raws) written = written.replace(JSON.stringify(MARK), () => raw);
  // One member twice: readers differ in which of them counts.
  if (random.below(12) === 0) written = written.replace(/"(\w+)":("[^"\\]*"|\d+|true|false|null)/, '$&,"$1":"x"');
  return written;
}
