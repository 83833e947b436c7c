import { useLanguage, useLocalized } from '../../../i18n/index.ts';
import { optionDigits } from '../outline.ts';
import { optionAnswer, optionOf, pointTexts } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { OptionRows } from './OptionRows.tsx';

/** One of several options. */
export function Choice({ item, scored, answer, previous, onAnswer, ...rest }: ControlProps<'choice'>) {
  const say = useLocalized();
  const language = useLanguage();
  const digits = optionDigits(item.options.map((option) => option.points));
  const points = pointTexts(item, language);
  const rows = item.options.map((option, index) => ({
    id: option.id,
    digit: digits[index] ?? '',
    level: null,
    name: option.title ? say(option.title) : null,
    text: say(option.text),
    sign: null,
    points: scored ? (points.get(option.id) ?? null) : null,
  }));
  return (
    <OptionRows
      {...rest}
      name={item.id}
      rows={rows}
      chosen={optionOf(answer)}
      previous={optionOf(previous)}
      onChoose={(option) => onAnswer(optionAnswer(option))}
    />
  );
}
