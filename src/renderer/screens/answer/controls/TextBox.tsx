import { useState } from 'react';
import { UNANSWERED, type Answer } from '../../../../domain/assessment/answer.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { useSession, useTypedText } from '../hooks.ts';
import { figureText } from './numbers.ts';

/** A free text; one that is too long stays in the field and is saved once it is short enough. */
export function TextBox({
  item,
  answer,
  disabled,
  onAnswer,
}: {
  readonly item: ItemOf<'text'>;
  readonly answer: Answer;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const draftKey = `${item.id} text`;
  const stored = answer.state === 'answered' && answer.value.kind === 'text' ? answer.value.text : '';
  const [start] = useState(() => session.typed.get(draftKey) ?? stored);
  const [length, setLength] = useState(start.length);
  const typed = useTypedText((text) => {
    setLength(text.length);
    if (text.length > item.maxLength) {
      session.typed.set(draftKey, text);
      return;
    }
    session.typed.delete(draftKey);
    onAnswer(text.trim() === '' ? UNANSWERED : { state: 'answered', value: { kind: 'text', text } });
  });
  const most = figureText(String(item.maxLength), language);
  return (
    <div className="figures">
      <Field
        label={t('answer.text')}
        hint={t('answer.text-length', { max: most })}
        error={
          length > item.maxLength
            ? t('answer.text-long', { length: figureText(String(length), language), max: most })
            : undefined
        }
      >
        {(control) => (
          <textarea
            {...control}
            rows={8}
            autoComplete="off"
            spellCheck={false}
            defaultValue={start}
            readOnly={disabled}
            onInput={typed.onInput}
            onBlur={typed.onBlur}
          />
        )}
      </Field>
    </div>
  );
}
