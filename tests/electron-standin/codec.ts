/**
 * Carries what the structured clone algorithm carries (shared and circular references, undefined, dates, maps, sets,
 * big integers, typed arrays, errors) as text between Node and a page. The function is also sent into the page as
 * source, so it may use nothing from outside its own braces.
 */
export interface Codec {
  /** @throws when the value cannot be cloned, like Electron */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/** A JSON value stands for itself; an array is a mark: ['u'] undefined, ['n', text], ['b', text], ['o', place]. */
type Slot = string | number | boolean | null | readonly [string, (string | number)?];
type Node = { readonly type: string; readonly name?: string; readonly value: unknown };

export function createCodec(): Codec {
  const BINARY = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  function encode(value: unknown): string {
    const nodes: (Node | null)[] = [];
    const places = new Map<object, number>();
    const slot = (part: unknown): Slot => {
      if (part === undefined) return ['u'];
      if (typeof part === 'bigint') return ['b', String(part)];
      if (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0)))
        return ['n', Object.is(part, -0) ? '-0' : String(part)];
      if (part === null || typeof part !== 'object') return part as Slot;
      const known = places.get(part);
      if (known !== undefined) return ['o', known];
      const place = nodes.push(null) - 1;
      places.set(part, place);
      nodes[place] = describe(part);
      return ['o', place];
    };
    const describe = (part: object): Node => {
      if (Array.isArray(part)) return { type: 'array', value: Array.from(part, slot) };
      if (part instanceof Date) return { type: 'date', value: slot(part.getTime()) };
      if (part instanceof Map)
        return { type: 'map', value: Array.from(part, ([key, item]) => [slot(key), slot(item)]) };
      if (part instanceof Set) return { type: 'set', value: Array.from(part, slot) };
      if (part instanceof RegExp) return { type: 'regexp', name: part.flags, value: part.source };
      if (part instanceof Error) return { type: 'error', name: part.name, value: part.message };
      if (part instanceof ArrayBuffer) return { type: 'buffer', value: toBase64(new Uint8Array(part)) };
      if (ArrayBuffer.isView(part)) {
        const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
        return { type: 'view', name: Object.prototype.toString.call(part).slice(8, -1), value: toBase64(bytes) };
      }
      if (Object.prototype.toString.call(part) !== '[object Object]') throw new Error('An object could not be cloned.');
      return { type: 'object', value: Object.entries(part).map(([key, item]) => [key, slot(item)]) };
    };
    // The platform's own clone refuses functions and symbols and drops prototypes, as the real transport does.
    let clone: unknown;
    try {
      clone = structuredClone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
    const root = slot(clone);
    return JSON.stringify({ root, nodes });
  }

  function decode(text: string): unknown {
    const { root, nodes } = JSON.parse(text) as { root: Slot; nodes: Node[] };
    const made = new Map<number, unknown>();
    const read = (slot: Slot): unknown => {
      if (!Array.isArray(slot)) return slot;
      const [mark, detail] = slot as [string, string & number];
      if (mark === 'u') return undefined;
      if (mark === 'b') return BigInt(detail);
      if (mark === 'n') return Number(detail);
      return made.has(detail) ? made.get(detail) : build(detail);
    };
    const keep = <T>(place: number, value: T): T => {
      made.set(place, value);
      return value;
    };
    const build = (place: number): unknown => {
      const { type, name, value } = nodes[place] as Node;
      const parts = value as Slot[];
      const pairs = value as [Slot, Slot][];
      if (type === 'array') {
        const list = keep<unknown[]>(place, []);
        for (const part of parts) list.push(read(part));
        return list;
      }
      if (type === 'object') {
        const object = keep<Record<string, unknown>>(place, {});
        for (const [key, item] of pairs)
          Object.defineProperty(object, key as string, {
            value: read(item),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        return object;
      }
      if (type === 'map') {
        const map = keep(place, new Map<unknown, unknown>());
        for (const [key, item] of pairs) map.set(read(key), read(item));
        return map;
      }
      if (type === 'set') {
        const set = keep(place, new Set<unknown>());
        for (const part of parts) set.add(read(part));
        return set;
      }
      if (type === 'date') return keep(place, new Date(read(value as Slot) as number));
      if (type === 'regexp') return keep(place, new RegExp(value as string, name));
      if (type === 'error') return keep(place, Object.assign(new Error(value as string), { name }));
      const { buffer } = fromBase64(value as string);
      if (type === 'buffer') return keep(place, buffer);
      const View = BINARY[name as 'Uint8Array'];
      return keep(place, new View(buffer));
    };
    return read(root);
  }

  return { encode, decode };
}
