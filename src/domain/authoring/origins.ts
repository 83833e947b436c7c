/** Remembers from which cell each part of a definition came, so that a problem anywhere in it leads back to the cell. */
import type { CellRef } from './cells.ts';
import { isFields } from './paths.ts';

type Path = readonly (string | number)[];

const keyOf = (path: Path): string => JSON.stringify(path);

export class Origins {
  /** Origins relative to the object that the cells were read into; its place in the whole is known only at the end. */
  private readonly local = new Map<object, [Path, CellRef][]>();
  private readonly absolute = new Map<string, CellRef>();

  /** @param member dotted key inside the object; '' is the object itself */
  add(object: object, member: string, ref: CellRef): void {
    const known = this.local.get(object) ?? [];
    known.push([member === '' ? [] : member.split('.'), ref]);
    this.local.set(object, known);
  }

  /** Works out the places in the finished whole. */
  settle(whole: unknown, path: Path = []): void {
    if (typeof whole !== 'object' || whole === null) return;
    for (const [member, ref] of this.local.get(whole) ?? []) {
      const place = [...path, ...member];
      for (let length = path.length; length < place.length; length += 1) this.offer(place.slice(0, length), ref);
      this.absolute.set(keyOf(place), ref);
    }
    if (Array.isArray(whole)) whole.forEach((entry, index) => this.settle(entry, [...path, index]));
    else if (isFields(whole)) for (const [key, entry] of Object.entries(whole)) this.settle(entry, [...path, key]);
  }

  private offer(path: Path, ref: CellRef): void {
    const key = keyOf(path);
    if (path.length > 0 && !this.absolute.has(key)) this.absolute.set(key, ref);
  }

  /** The cell of exactly this place. */
  at(path: Path): CellRef | undefined {
    return this.absolute.get(keyOf(path));
  }

  /** The cell of this place, of the first thing inside it, or of the nearest thing around it. */
  find(path: Path): CellRef | undefined {
    const exact = this.absolute.get(keyOf(path)) ?? this.inside(path);
    if (exact || path.length === 0) return exact;
    for (let length = path.length - 1; length > 0; length -= 1) {
      const around = this.absolute.get(keyOf(path.slice(0, length)));
      if (around) return around;
    }
    return undefined;
  }

  private inside(path: Path): CellRef | undefined {
    const start = `${keyOf(path).slice(0, -1)},`;
    for (const [key, ref] of this.absolute) if (key.startsWith(start)) return ref;
    return undefined;
  }
}
