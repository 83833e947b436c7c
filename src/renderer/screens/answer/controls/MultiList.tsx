import type { KeyboardEvent } from 'react';
import type { Answer } from '../../../../domain/assessment/answer.ts';
import { UNANSWERED } from '../../../../domain/assessment/answer.ts';
import { exact } from '../../../../domain/exact/exact.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { Rich } from '../Rich.tsx';

/** Any number of options, and "none of these", which is an answer of its own and takes the others back. */
export function MultiList({
  item,
  scored,
  answer,
  disabled,
  onAnswer,
  onEnter,
}: {
  readonly item: ItemOf<'multi'>;
  /** Points are shown only where they count. */
  readonly scored: boolean;
  readonly answer: Answer;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const chosen = new Set(answer.state === 'answered' && answer.value.kind === 'options' ? answer.value.options : []);

  const toggle = (option: string, on: boolean): void => {
    // Kept in the order of the questionnaire, so that equal choices are equal answers.
    const options = item.options.flatMap(({ id }) => ((id === option ? on : chosen.has(id)) ? [id] : []));
    onAnswer(options.length === 0 ? UNANSWERED : { state: 'answered', value: { kind: 'options', options } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <div className="ladder" onKeyDown={onKeyDown}>
      {item.options.map((option) => (
        <label className="ladder__row ladder__row--check" key={option.id}>
          <input
            type="checkbox"
            checked={chosen.has(option.id)}
            disabled={disabled}
            onChange={(event) => toggle(option.id, event.currentTarget.checked)}
          />
          <span className="ladder__head">
            <span>
              <Rich text={say(option.text)} />
            </span>
            {scored && (
              <span className="ladder__marks small muted nowrap">
                {t('answer.points', { points: formatNumber(exact(option.points), language) })}
              </span>
            )}
          </span>
        </label>
      ))}
      <label className="ladder__row ladder__row--check">
        <input
          type="checkbox"
          checked={answer.state === 'none'}
          disabled={disabled}
          onChange={(event) => onAnswer(event.currentTarget.checked ? { state: 'none' } : UNANSWERED)}
        />
        <span className="ladder__head">
          <span className="ladder__name">{t('answer.none-of-these')}</span>
        </span>
        <span className="ladder__desc small muted">{t('answer.none-of-these-hint')}</span>
      </label>
    </div>
  );
}
