import { useState, type ReactNode } from 'react';
import { UNANSWERED, type Answer, type AnswerValue } from '../../../../domain/assessment/answer.ts';
import { printValue } from '../../../../domain/items/registry.ts';
import type { Item } from '../../../../domain/questionnaire/types.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { useSession, useTypedText } from '../hooks.ts';
import { FigureInput } from './FigureInput.tsx';
import { figureText, rangeText, readTyped, valueProblem } from './numbers.ts';

const valueOf = (text: string): AnswerValue => ({ kind: 'number', number: text });

/** One typed figure with its bounds. What was read, and what it comes to, is shown while it is typed. */
export function FigureField({
  item,
  label,
  answer,
  disabled,
  live,
  onAnswer,
  onEnter,
}: {
  readonly item: Item;
  readonly label: string;
  readonly answer: Answer;
  readonly disabled: boolean;
  /** What a figure that can be stored comes to; null = only say how it was read. */
  readonly live: (value: AnswerValue) => ReactNode;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
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
  const sound = now.kind === 'figure' && valueProblem(t, item, valueOf(now.text), language) === null;
  const shown = sound ? live(valueOf(now.text)) : null;

  return (
    <>
      <Field label={label} hint={rangeText(t, item, language)} error={problem ?? undefined}>
        {(control) => (
          <FigureInput
            control={control}
            kind="decimal"
            start={text}
            disabled={disabled}
            typed={typed}
            onText={setText}
            onEnter={onEnter}
          />
        )}
      </Field>
      <p className="figures__live" aria-live="polite">
        {shown}
        {now.kind === 'figure' && shown === null && t('answer.number-read', { number: figureText(now.text, language) })}
        {now.kind === 'wrong' && problem !== null && stored !== null && (
          <span className="muted">{t('answer.kept', { answer: printValue(item, valueOf(stored), language) })}</span>
        )}
      </p>
    </>
  );
}
