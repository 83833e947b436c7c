import type { Answer } from '../../../../domain/assessment/answer.ts';
import { exact } from '../../../../domain/exact/exact.ts';
import { pointsOf, prepareScale } from '../../../../domain/items/scale.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import type { Language } from '../../../../domain/text/localized.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';

/** The option of an answer that is one option; null for any other. */
export function optionOf(answer: Answer | null): string | null {
  return answer?.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : null;
}

/** The ticked options of an answer that is a list of them; null for any other. */
export function ticksOf(answer: Answer | null): readonly string[] | null {
  return answer?.state === 'answered' && answer.value.kind === 'options' ? answer.value.options : null;
}

export const optionAnswer = (option: string): Answer => ({ state: 'answered', value: { kind: 'option', option } });

/** The points that each option counts with, as people read them; options outside the score have none. */
export function pointTexts(
  item: Pick<ItemOf<'choice'>, 'options' | 'reverse' | 'recode'>,
  language: Language,
): ReadonlyMap<string, string | null> {
  const { worth } = prepareScale(item);
  return new Map(
    item.options.map(({ id }) => {
      const points = pointsOf(worth.get(id));
      return [id, points === null ? null : formatNumber(points, language)];
    }),
  );
}

/** Points as they are written in the definition. */
export const pointText = (points: string, language: Language): string => formatNumber(exact(points), language);
