import { useState } from 'react';
import { UNANSWERED } from '../../../../domain/assessment/answer.ts';
import { useSettings } from '../../../api/queries.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { useSession, useTypedText } from '../hooks.ts';
import type { ControlProps } from './control.ts';
import { figureText } from './numbers.ts';

/** A free text; one that is too long stays in the field and is saved once it is short enough. Enter begins a new line. */
export function TextBox({ item, answer, disabled, onAnswer }: ControlProps<'text'>) {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const { spellCheck } = useSettings();
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
            spellCheck={spellCheck}
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
