/** What every part of the fuzzer does: it makes an input from random numbers, and judges what the program made of one. */
import type { Random } from '../durability/random.ts';

export interface Input {
  /** What it was made from, and how: for counting and for reports. */
  readonly label: string;
  /** File name, or nothing. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its hashes were made anew over the changed content: an honest file with another content. */
  readonly sealed: boolean;
}

export interface Verdict {
  /** accepted, or a kind of refusal: counted. */
  readonly outcome: string;
  /** Promises that were broken; empty when all is well. */
  readonly faults: readonly string[];
}

export interface Area {
  readonly make: (random: Random) => Input;
  readonly judge: (input: Input) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** One that has `__proto__` of its own after an input has reached every object of the program. */
export function pollution(): string[] {
  const names = [...Object.keys(Object.prototype), ...Object.keys(Array.prototype)];
  const known = ['polluted' in {} ? 'polluted' : ''].filter(Boolean);
  return [...names, ...known].map((name) => `every object now has "${name}"`);
}
