import { useLocalized } from '../../../i18n/index.ts';
import { levelOfStep, optionDigits, targetFor } from '../outline.ts';
import { optionAnswer, optionOf } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { OptionRows } from './OptionRows.tsx';

/** The steps of a ladder, with last round and target. */
export function Ladder({ item, questionnaire, context, answer, previous, onAnswer, ...rest }: ControlProps<'ladder'>) {
  const say = useLocalized();
  const digits = optionDigits(item.steps.map((step) => step.value));
  const rows = item.steps.map((step, index) => {
    const level = levelOfStep(questionnaire, step.value);
    return {
      id: step.id,
      digit: digits[index] ?? '',
      level: level?.value ?? null,
      name: level ? say(level.name) : null,
      text: say(step.text),
      sign: step.sign ? say(step.sign) : null,
      points: null,
    };
  });
  return (
    <OptionRows
      {...rest}
      name={item.id}
      rows={rows}
      chosen={optionOf(answer)}
      previous={optionOf(previous)}
      target={targetFor(questionnaire, context.year)}
      onChoose={(option) => onAnswer(optionAnswer(option))}
    />
  );
}
