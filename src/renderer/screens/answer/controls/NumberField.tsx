import { useState, type KeyboardEvent } from 'react';
import { UNANSWERED, type Answer, type AnswerValue } from '../../../../domain/assessment/answer.ts';
import { exact } from '../../../../domain/exact/exact.ts';
import { printValue } from '../../../../domain/items/registry.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { scorerOf, useSession, useTypedText } from '../hooks.ts';
import { boundsOf, figureText, readTyped, valueProblem } from './numbers.ts';

const valueOf = (text: string): AnswerValue => ({ kind: 'number', number: text });

/** A figure with its unit and bounds. What was read and the points it gives are shown while it is typed. */
export function NumberField({
  item,
  answer,
  decimals,
  disabled,
  onAnswer,
  onEnter,
}: {
  readonly item: ItemOf<'number'>;
  readonly answer: Answer;
  readonly decimals: number;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const session = useSession();
  const draftKey = `${item.id} ${language}`;
  const stored = answer.state === 'answered' && answer.value.kind === 'number' ? answer.value.number : null;
  const [text, setText] = useState(
    () => session.typed.get(draftKey) ?? (stored === null ? '' : figureText(stored, language)),
  );
  // Complaints wait until the typing pauses.
  const [checked, setChecked] = useState(text);

  const typed = useTypedText((whole) => {
    setChecked(whole);
    const read = readTyped(t, whole, language);
    if (read.kind === 'empty') onAnswer(UNANSWERED);
    if (read.kind === 'figure' && valueProblem(t, item, valueOf(read.text), language) === null) {
      session.typed.delete(draftKey);
      onAnswer({ state: 'answered', value: valueOf(read.text) });
    } else if (read.kind !== 'empty') session.typed.set(draftKey, whole);
    else session.typed.delete(draftKey);
  });

  const now = readTyped(t, text, language);
  const judged = readTyped(t, checked, language);
  const problem =
    judged.kind === 'wrong'
      ? judged.message
      : judged.kind === 'figure'
        ? valueProblem(t, item, valueOf(judged.text), language)
        : null;
  const { min, max } = boundsOf(item);
  const range =
    min !== null && max !== null
      ? t('answer.number-range', { min: figureText(min, language), max: figureText(max, language) })
      : min !== null
        ? t('answer.number-from', { min: figureText(min, language) })
        : max !== null
          ? t('answer.number-to', { max: figureText(max, language) })
          : undefined;
  const unit = item.unit ? say(item.unit) : null;
  const points =
    now.kind === 'figure' && valueProblem(t, item, valueOf(now.text), language) === null
      ? scorerOf(item).score(valueOf(now.text))
      : null;

  return (
    <div className="figures stack-2">
      <Field
        label={unit === null ? t('answer.number') : t('answer.number-unit', { unit })}
        hint={range}
        error={problem ?? undefined}
      >
        {(control) => (
          <input
            {...control}
            className="figure"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            defaultValue={text}
            readOnly={disabled}
            onInput={(event) => {
              setText(event.currentTarget.value);
              typed.onInput(event);
            }}
            onBlur={typed.onBlur}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              typed.onBlur();
              onEnter();
            }}
          />
        )}
      </Field>
      <p className="figures__live" aria-live="polite">
        {now.kind === 'figure' && points !== null && (
          <strong>
            {t('answer.number-scored', {
              value: [figureText(now.text, language), unit].filter(Boolean).join(' '),
              points: formatNumber(points, language, decimals),
            })}{' '}
            <span className="muted regular">/ {formatNumber(scorerOf(item).max ?? exact(0), language, decimals)}</span>
          </strong>
        )}
        {now.kind === 'figure' &&
          points === null &&
          t('answer.number-read', { number: figureText(now.text, language) })}
        {now.kind === 'wrong' && problem !== null && stored !== null && (
          <span className="muted">{t('answer.kept', { answer: printValue(item, valueOf(stored), language) })}</span>
        )}
      </p>
    </div>
  );
}
