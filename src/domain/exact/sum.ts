import { add, ZERO, type Exact } from './exact.ts';
import { commonDivisor, isSafe } from './whole.ts';

/**
 * Adds up exact numbers. Scores are sums of dozens of small fractions whose common denominator is small as well, so
 * plain numbers are used as long as they are exact (below 2^53); what does not fit is added with big ones.
 */
export class Sum {
  /** Numerator and denominator of what is not yet in `#rest`. */
  #n = 0;
  #d = 1;
  #rest: Exact = ZERO;

  add(part: Exact): void {
    const [n, d] = [Number(part.n), Number(part.d)];
    if (d === this.#d) {
      const sum = this.#n + n;
      if (isSafe(sum) && isSafe(n)) this.#n = sum;
      else this.#rest = add(this.#rest, part);
      return;
    }
    if (!isSafe(n) || !isSafe(d)) {
      this.#rest = add(this.#rest, part);
      return;
    }
    const up = d / commonDivisor(this.#d, d);
    const common = this.#d * up;
    const left = this.#n * up;
    const right = n * (common / d);
    if (isSafe(common) && isSafe(left) && isSafe(right) && isSafe(left + right)) {
      this.#n = left + right;
      this.#d = common;
    } else {
      this.#rest = this.exact();
      this.#n = n;
      this.#d = d;
    }
  }

  /** The sum of what was added; zero when that was nothing. */
  exact(): Exact {
    const sum = { n: BigInt(this.#n), d: BigInt(this.#d) };
    return this.#rest === ZERO ? sum : add(this.#rest, sum);
  }
}

/** The sum of one figure of each entry. */
export function sumOf<T>(entries: readonly T[], figure: (entry: T) => Exact): Exact {
  const sum = new Sum();
  for (const entry of entries) sum.add(figure(entry));
  return sum.exact();
}
