/** The scale of choice, likert and matrix questions: options, some of which may stand outside the score. */
import {
  add,
  compare,
  divide,
  exact,
  larger,
  multiply,
  reduce,
  smaller,
  subtract,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import { optionIdOf } from '../questionnaire/option-id.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { duplicateOptions } from './options.ts';

type Scaled = Pick<ItemOf<'choice'>, 'options' | 'reverse' | 'recode'>;

/** Points; null = outside the score ("not applicable"); 'unanswered' = says nothing ("do not know"). */
export type Worth = Exact | null | 'unanswered';

export interface Scale {
  readonly worth: ReadonlyMap<string, Worth>;
  readonly min: Exact;
  readonly max: Exact;
}

const isScored = ({ counts }: Scaled['options'][number]): boolean => (counts ?? 'scored') === 'scored';

/** Least and most of the points as written; options outside the score have no part in it. */
function writtenRange(options: Scaled['options']): { low: Exact; high: Exact } {
  const points = options.filter(isScored).map((option) => exact(option.points));
  const [first = ZERO, ...others] = points;
  return { low: others.reduce(smaller, first), high: others.reduce(larger, first) };
}

/**
 * Resolves a scale. Turned round first (p becomes min + max - p), then recoded: `of-max` gives p ÷ max × to,
 * `min-max` gives (p - min) ÷ (max - min) × to.
 */
export function prepareScale({ options, reverse, recode }: Scaled): Scale {
  const { low, high } = writtenRange(options);
  const turned = (p: Exact): Exact => (reverse ? subtract(add(low, high), p) : p);
  const to = recode ? exact(recode.to) : ZERO;
  const recoded = (p: Exact): Exact => {
    if (!recode) return p;
    const share = recode.kind === 'of-max' ? divide(p, high) : divide(subtract(p, low), subtract(high, low));
    return reduce(multiply(share, to));
  };
  const worth = new Map<string, Worth>(
    options.map((option) => [
      option.id,
      isScored(option) ? recoded(turned(exact(option.points))) : option.counts === 'unknown' ? 'unanswered' : null,
    ]),
  );
  const ends = [recoded(low), recoded(high)] as const;
  return { worth, min: smaller(...ends), max: larger(...ends) };
}

/**
 * Problems of a scale: ids used twice, too few scored options, a recoding that cannot be worked out, and an option
 * outside the score that goes by a number of points, which would give "not applicable" and "never" one meaning.
 */
export function checkScale({ options, recode }: Scaled): Problem[] {
  const problems = duplicateOptions(options, 'options');
  if (options.filter(isScored).length < 2) problems.push({ path: ['options'], code: 'options-few' });
  options.forEach((option, index) => {
    if (!isScored(option) && option.id === optionIdOf(option.points))
      problems.push({ path: ['options', index, 'id'], code: 'option-id-missing', params: { option: option.id } });
  });
  if (recode) {
    const { low, high } = writtenRange(options);
    const floor = recode.kind === 'of-max' ? ZERO : low;
    if (compare(high, floor) <= 0 || compare(exact(recode.to), ZERO) <= 0)
      problems.push({ path: ['recode'], code: 'recode-range' });
  }
  return problems;
}

/** The points of a worth; null for what has none. */
export function pointsOf(worth: Worth | undefined): Exact | null {
  return worth === undefined || worth === 'unanswered' ? null : worth;
}
