import { compare, exact, larger, smaller, ZERO } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import type { ItemKind } from './kind.ts';
import { checkChosen, chosenId, duplicateOptions, optionRanks, pointsById, readOptionShort } from './options.ts';

const optionsOf = (item: ItemOf<'ladder'>) => item.steps.map((step) => ({ ...step, points: step.value }));

/** A level ladder: the highest step that describes the present state; its points are the level number. */
export const ladder: ItemKind<'ladder'> = {
  type: 'ladder',
  prepare(item) {
    const points = pointsById(optionsOf(item));
    const all = [...points.values()];
    return {
      min: all.reduce(smaller),
      max: all.reduce(larger),
      score: (value) => points.get(chosenId(value) ?? '') ?? ZERO,
    };
  },
  checkItem(item) {
    const disorder = item.steps.flatMap((step, index) => {
      const before = item.steps[index - 1];
      if (!before || compare(exact(before.value), exact(step.value)) < 0) return [];
      return [{ path: ['steps', index, 'value'], code: 'option-order', params: { value: step.value } } as const];
    });
    return [...duplicateOptions(optionsOf(item), 'steps'), ...disorder];
  },
  checkValue: (item, value) => checkChosen(optionsOf(item), value),
  readShort: (_item, raw) => readOptionShort(raw),
  ranks: (item) => optionRanks(optionsOf(item)),
  print(item, value, language) {
    const step = item.steps.find((candidate) => candidate.id === chosenId(value));
    return step ? step.text[language] : '';
  },
};
