import { larger, smaller, ZERO } from '../exact/exact.ts';
import type { ItemKind } from './kind.ts';
import { checkChosen, chosenId, duplicateOptions, optionRanks, pointsById, readOptionShort } from './options.ts';

/** One option out of several, each with points of its own; the points need be neither even nor ordered. */
export const choice: ItemKind<'choice'> = {
  type: 'choice',
  prepare(item) {
    const points = pointsById(item.options);
    const all = [...points.values()];
    return {
      min: all.reduce(smaller),
      max: all.reduce(larger),
      score: (value) => points.get(chosenId(value) ?? '') ?? ZERO,
    };
  },
  checkItem: (item) => duplicateOptions(item.options, 'options'),
  checkValue: (item, value) => checkChosen(item.options, value),
  readShort: (_item, raw) => readOptionShort(raw),
  ranks: (item) => optionRanks(item.options),
  print(item, value, language) {
    const option = item.options.find((candidate) => candidate.id === chosenId(value));
    return option ? (option.title ?? option.text)[language] : '';
  },
};
