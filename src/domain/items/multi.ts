import type { AnswerValue } from '../assessment/answer.ts';
import { add, compare, exact, larger, smaller, ZERO, type Exact } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import type { ItemKind } from './kind.ts';
import { duplicateOptions, pointsById } from './options.ts';

/** The ceiling counts positive options only: a penalty option must not raise what the others can reach. */
function ceiling(item: ItemOf<'multi'>): Exact {
  const positive = item.options.map((o) => exact(o.points)).filter((p) => compare(p, ZERO) > 0);
  const sum = positive.reduce(add, ZERO);
  return item.max === undefined ? sum : smaller(sum, exact(item.max));
}

function floor(item: ItemOf<'multi'>): Exact {
  return item.options
    .map((o) => exact(o.points))
    .filter((p) => compare(p, ZERO) < 0)
    .reduce(add, ZERO);
}

/** Any number of options; points add up to a cap. "None of these" is the answer state `none`, worth 0. */
export const multi: ItemKind<'multi'> = {
  type: 'multi',
  prepare(item) {
    const points = pointsById(item.options);
    const max = ceiling(item);
    return {
      min: floor(item),
      max,
      score(value) {
        if (value.kind !== 'options') return ZERO;
        return smaller(value.options.map((id) => points.get(id) ?? ZERO).reduce(add, ZERO), max);
      },
    };
  },
  checkItem: (item) => duplicateOptions(item.options, 'options'),
  checkValue(item, value) {
    if (value.kind !== 'options') return [{ path: [], code: 'wrong-value-kind' }];
    const known = new Set(item.options.map((option) => option.id));
    const seen = new Set<string>();
    return value.options.flatMap((option, index) => {
      const code = !known.has(option) ? 'unknown-option' : seen.has(option) ? 'duplicate-option' : null;
      seen.add(option);
      return code === null ? [] : [{ path: [index], code, params: { option, known: [...known].join(', ') } } as const];
    });
  },
  readShort(_item, raw) {
    if (!Array.isArray(raw) || !raw.every((entry) => typeof entry === 'string' || typeof entry === 'number'))
      return null;
    return { kind: 'options', options: raw.map(String) };
  },
  ranks(item) {
    const best = [...item.options]
      .filter((option) => compare(exact(option.points), ZERO) > 0)
      .sort((a, b) => compare(exact(b.points), exact(a.points)));
    const max = ceiling(item);
    const ranks: AnswerValue[] = [{ kind: 'options', options: [] }];
    let sum = ZERO;
    for (const [index, option] of best.entries()) {
      const next = larger(sum, smaller(add(sum, exact(option.points)), max));
      if (compare(next, sum) === 0) break;
      sum = next;
      ranks.push({ kind: 'options', options: best.slice(0, index + 1).map(({ id }) => id) });
    }
    return ranks;
  },
  print(item, value, language) {
    if (value.kind !== 'options') return '';
    const chosen = new Set(value.options);
    return item.options
      .filter((option) => chosen.has(option.id))
      .map((option) => option.text[language])
      .join('; ');
  },
};
