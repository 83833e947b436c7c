import { exact, larger, smaller } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import type { LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import { cellText, listCell, tickLine, VALUE } from './cells.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import {
  checkChosen,
  chosenId,
  disorder,
  duplicateOptions,
  pointsById,
  ranksAmong,
  readOptionShort,
} from './options.ts';

const optionsOf = (item: ItemOf<'ladder'>) => item.steps.map((step) => ({ ...step, points: step.value }));

/** "3. Có kế hoạch hằng năm" */
const numbered = (value: string, text: LocalizedText): LocalizedText => ({
  vi: `${formatNumber(exact(value), 'vi')}. ${text.vi}`,
  en: `${formatNumber(exact(value), 'en')}. ${text.en}`,
});

/** A level ladder: the highest step that describes the present state; its points are the level number. */
export const ladder: ItemKind<'ladder'> = {
  type: 'ladder',
  prepare(item) {
    const points = pointsById(optionsOf(item));
    const all = [...points.values()];
    return {
      min: all.reduce(smaller),
      max: all.reduce(larger),
      score: (value) => points.get(chosenId(value) ?? '') ?? 'unanswered',
    };
  },
  checkItem: (item) => [...duplicateOptions(item.steps, 'steps'), ...disorder(item.steps)],
  checkValue: (item, value) => checkChosen(item.steps, value),
  filled: (_item, value) => ({ done: chosenId(value) === null ? 0 : 1, of: 1 }),
  readShort: (_item, raw) => readOptionShort(raw),
  ranks: (item, context) =>
    ranksAmong(
      ladder.prepare(item, context),
      item.steps.map(({ id }) => ({ kind: 'option', option: id })),
    ),
  print(item, value, language) {
    const step = item.steps.find((candidate) => candidate.id === chosenId(value));
    return step ? step.text[language] : '';
  },
  explain(item, value, context, language) {
    const scorer = ladder.prepare(item, context);
    const points = scorer.score(value);
    if (points === null || points === 'unanswered') return UNFIT;
    return {
      key: 'step',
      params: { step: formatNumber(points, language), top: formatNumber(scorer.max, language) },
    };
  },
  paper: (item) => item.steps.map((step) => tickLine('one', step.text, exact(step.value))),
  cells: (item) => [
    listCell(
      VALUE,
      null,
      item.steps.map((step) => ({ id: step.id, text: numbered(step.value, step.text) })),
    ),
  ],
  fromCells(_item, values) {
    const option = cellText(values, VALUE);
    return option === '' ? null : { kind: 'option', option };
  },
  toCells: (_item, value) => new Map(value.kind === 'option' ? [[VALUE, value.option]] : []),
};
