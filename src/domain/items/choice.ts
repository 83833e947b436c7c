import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact } from '../exact/exact.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { cellText, listCell, tickLine, VALUE } from './cells.ts';
import { UNFIT, type ItemKind } from './kind.ts';
import { checkChosen, chosenId, ranksAmong, readOptionShort } from './options.ts';
import { checkScale, prepareScale } from './scale.ts';

type Either = 'choice' | 'likert';

const chosen = (item: ItemOf<Either>, value: AnswerValue) =>
  item.options.find((option) => option.id === chosenId(value));

/** Choice and likert differ in how they look, not in what they mean. */
const oneOfSeveral: Omit<ItemKind<Either>, 'type'> = {
  prepare(item) {
    const { worth, min, max } = prepareScale(item);
    return {
      min,
      max,
      score(value) {
        const found = value.kind === 'option' ? worth.get(value.option) : undefined;
        return found === undefined ? 'unanswered' : found;
      },
    };
  },
  checkItem: (item) => checkScale(item),
  checkValue: (item, value) => checkChosen(item.options, value),
  filled: (_item, value) => ({ done: chosenId(value) === null ? 0 : 1, of: 1 }),
  readShort: (_item, raw) => readOptionShort(raw),
  ranks: (item, context) =>
    ranksAmong(
      oneOfSeveral.prepare(item, context),
      item.options.map(({ id }) => ({ kind: 'option', option: id })),
    ),
  print(item, value, language) {
    const option = chosen(item, value);
    return option ? (option.title ?? option.text)[language] : '';
  },
  explain(item, value, context, language) {
    const option = chosen(item, value);
    if (!option) return UNFIT;
    const text = (option.title ?? option.text)[language];
    const scorer = oneOfSeveral.prepare(item, context);
    const points = scorer.score(value);
    if (points === null) return { key: 'option-excluded', params: { option: text } };
    if (points === 'unanswered') return { key: 'option-unknown', params: { option: text } };
    const written = exact(option.points);
    const params = {
      option: text,
      points: formatNumber(points, language),
      max: formatNumber(scorer.max, language),
      written: formatNumber(written, language),
    };
    if (compare(written, points) === 0) return { key: 'option', params };
    return { key: item.recode ? 'option-recoded' : 'option-reversed', params };
  },
  paper(item) {
    const { worth } = prepareScale(item);
    return item.options.map((option) => tickLine('one', option.text, worth.get(option.id)));
  },
  cells: (item) => [
    listCell(
      VALUE,
      null,
      item.options.map((option) => ({ id: option.id, text: option.title ?? option.text })),
    ),
  ],
  fromCells(_item, values) {
    const option = cellText(values, VALUE);
    return option === '' ? null : { kind: 'option', option };
  },
  toCells: (_item, value) => new Map(value.kind === 'option' ? [[VALUE, value.option]] : []),
};

/** One option out of several, each with points of its own; the points need be neither even nor ordered. */
export const choice: ItemKind<'choice'> = { type: 'choice', ...oneOfSeveral };

/** Agreement or frequency on an even scale, usually turned round where the statement is a bad sign. */
export const likert: ItemKind<'likert'> = { type: 'likert', ...oneOfSeveral };
