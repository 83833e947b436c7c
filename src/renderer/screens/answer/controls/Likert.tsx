import { useRef, type KeyboardEvent } from 'react';
import { useLocalized, useT } from '../../../i18n/index.ts';
import { optionAnswer, optionOf } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { digitsByPlace, goesOn, isBare, pickedAt } from './digits.ts';

/** An even scale as one row of radios, its ends at the outer sides; what stands outside the scale is set apart. */
export function Likert({
  item,
  answer,
  previous,
  digitKeys,
  disabled,
  onAnswer,
  onPicked,
  onEnter,
}: ControlProps<'likert'>) {
  const t = useT();
  const say = useLocalized();
  const list = useRef<HTMLDivElement>(null);
  const chosen = optionOf(answer);
  const earlier = optionOf(previous);
  const digits = digitsByPlace(item.options.length);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBare(event)) return;
    if (goesOn(event, onEnter)) return;
    const at = digitKeys ? pickedAt(event, digits) : -1;
    const option = item.options[at];
    if (!option || disabled) return;
    event.preventDefault();
    list.current?.querySelectorAll('input')[at]?.focus();
    onAnswer(optionAnswer(option.id));
    onPicked();
  };

  return (
    <div className="likert" ref={list} onKeyDown={onKeyDown}>
      {item.options.map((option, index) => (
        <label
          className={
            (option.counts ?? 'scored') === 'scored' ? 'likert__option' : 'likert__option likert__option--apart'
          }
          key={option.id}
        >
          <input
            type="radio"
            name={item.id}
            value={option.id}
            checked={option.id === chosen}
            disabled={disabled}
            onChange={() => onAnswer(optionAnswer(option.id))}
          />
          <span className="lvl lvl--key" aria-hidden="true">
            {digits[index]}
          </span>
          <span className="likert__text">
            {say(option.title ?? option.text)}
            {option.id === earlier && <span className="likert__before small muted">{t('answer.mark-previous')}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
