/**
 * Looks over a definition before anything is built from it: size, depth and vocabulary that is known but not supported.
 * Cheap enough to refuse a hostile file at once, whatever it claims to be.
 */
import { greatestCommonDivisor } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';

/** More groups and items than this are refused before anything is scored. */
export const MAX_NODES = 5000;

const MAX_DEPTH = 40;
/** Values of all kinds in one definition, keys not counted. */
const MAX_VALUES = 1_000_000;
const MAX_TEXT = 20_000;
const MAX_ENTRIES = 5000;
const MAX_KEY = 200;
/** No figure of a real questionnaire comes near; more would make exact arithmetic slow. */
const MAX_DENOMINATOR = 1n << 512n;
/** More problems of one file help nobody. */
const MAX_PROBLEMS = 50;

const NUMBER = /^[+-]?\d{1,30}(?:\.(\d{1,30}))?(?:\/(\d{1,30}))?$/;

/** Rules that the vocabulary names and that no shipped instrument needs, by the key at which they would stand. */
const NOT_SUPPORTED: Readonly<Record<string, ReadonlySet<string>>> = {
  type: new Set(['panel', 'means-difference']),
  kind: new Set(['z-score', 'rule-table', 'respondents']),
};

type Path = readonly (string | number)[];

class Looker {
  readonly problems: Problem[] = [];
  private values = 0;
  private nodes = 0;
  private readonly denominators = new Set<string>();

  private get isOver(): boolean {
    return this.problems.length >= MAX_PROBLEMS || this.values > MAX_VALUES;
  }

  look(value: unknown, path: Path): void {
    if (this.isOver) return;
    this.values += 1;
    if (typeof value === 'string') this.lookAtText(value, path);
    else if (typeof value === 'number') this.lookAtNumber(String(value));
    else if (typeof value !== 'object' || value === null) return;
    else if (path.length >= MAX_DEPTH) this.problems.push({ path, code: 'too-deep', params: { max: MAX_DEPTH } });
    else if (Array.isArray(value)) this.lookAtList(value, path);
    else this.lookAtObject(value, path);
  }

  private lookAtText(text: string, path: Path): void {
    if (text.length > MAX_TEXT)
      this.problems.push({ path, code: 'too-long', params: { length: text.length, max: MAX_TEXT } });
    else if (text.length <= 100) this.lookAtNumber(text);
    const key = path[path.length - 1];
    if (typeof key === 'string' && Object.hasOwn(NOT_SUPPORTED, key) && NOT_SUPPORTED[key]?.has(text))
      this.problems.push({ path, code: 'not-supported', params: { name: text } });
  }

  private lookAtNumber(text: string): void {
    const [, decimals, divisor] = NUMBER.exec(text) ?? [];
    if (decimals !== undefined || divisor !== undefined)
      this.denominators.add(`${decimals?.length ?? 0}/${divisor ?? 1}`);
  }

  private lookAtList(list: readonly unknown[], path: Path): void {
    const key = path[path.length - 1];
    if (key === 'children' || key === 'groups') this.nodes += list.length;
    // A long list of groups or items is counted to the end, so that its number can be said.
    if (list.length > MAX_ENTRIES)
      this.problems.push({ path, code: 'too-many', params: { count: list.length, max: MAX_ENTRIES } });
    else list.forEach((entry, index) => this.look(entry, [...path, index]));
  }

  private lookAtObject(object: object, path: Path): void {
    const keys = Object.keys(object);
    if (keys.length > MAX_ENTRIES) {
      this.problems.push({ path, code: 'too-many', params: { count: keys.length, max: MAX_ENTRIES } });
      return;
    }
    for (const key of keys) {
      if (key.length > MAX_KEY)
        this.problems.push({ path, code: 'too-long', params: { length: key.length, max: MAX_KEY } });
      else this.look((object as Readonly<Record<string, unknown>>)[key], [...path, key]);
    }
  }

  finish(root: Path): Problem[] {
    if (this.values > MAX_VALUES)
      this.problems.push({ path: root, code: 'too-many', params: { count: this.values, max: MAX_VALUES } });
    if (this.nodes > MAX_NODES)
      this.problems.push({
        path: [...root, 'groups'],
        code: 'too-many',
        params: { count: this.nodes, max: MAX_NODES },
      });
    if (this.problems.length === 0 && this.isTooFine()) this.problems.push({ path: root, code: 'too-fine' });
    return this.problems;
  }

  private isTooFine(): boolean {
    let common = 1n;
    for (const denominator of this.denominators) {
      const [decimals, divisor] = denominator.split('/') as [string, string];
      const own = 10n ** BigInt(decimals) * BigInt(divisor);
      if (own !== 0n) common *= own / greatestCommonDivisor(common, own);
      if (common > MAX_DENOMINATOR) return true;
    }
    return false;
  }
}

/**
 * Problems of size and vocabulary of anything that was read from a file: nesting, number and length of texts, number of
 * groups and items, fractions without a common denominator of reasonable size. Repeated references to one object
 * (YAML aliases) count every time.
 * @param root what the value is, for the paths
 */
export function checkRaw(raw: unknown, root: Path = []): Problem[] {
  const looker = new Looker();
  looker.look(raw, root);
  return looker.finish(root);
}
