import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Answer } from '../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formText } from './form-text.ts';

const REASONS = ['function', 'nothing', 'place', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** Why an item does not apply: a common reason, a detail, or words of one's own. One of them is required. */
export function NotApplicableDialog({
  item,
  answer,
  rule,
  onReason,
  onClose,
}: {
  readonly item: Item;
  readonly answer: Answer;
  /** What it is worth, where the item says nothing of its own. */
  readonly rule: Questionnaire['scoring']['notApplicable'];
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const effect = item.notApplicableAs ?? rule;
  const formId = useId();
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [start] = useState(() => splitReason(answer, (reason) => t(`answer.na-${reason}`)));
  const [problem, setProblem] = useState<'choice' | 'detail' | null>(null);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:checked') ?? form.current?.querySelector('input');
    first?.focus();
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const reason = data.get('reason') as Reason | null;
    const detail = formText(data, 'detail');
    const found = reason === null ? 'choice' : reason === 'other' && detail === '' ? 'detail' : null;
    setProblem(found);
    if (found !== null || reason === null) {
      form.current.querySelector<HTMLElement>(found === 'choice' ? '[name=reason]' : '[name=detail]')?.focus();
      return;
    }
    const words = reason === 'other' ? [detail] : [t(`answer.na-${reason}`), detail];
    onReason(words.filter(Boolean).join(': '));
    onClose();
  };

  return (
    <Dialog
      title={t('answer.na-title', { code: item.code })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form={formId}>
            {t('answer.na-save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>
        {t('answer.na-intro')} {t(`answer.na-effect.${typeof effect === 'string' ? effect : 'copy'}`)}
      </p>
      <form id={formId} ref={form} className="stack-2" noValidate onSubmit={submit}>
        <fieldset
          className={problem === 'choice' ? 'field field--error' : 'field'}
          aria-describedby={problem === 'choice' ? errorId : undefined}
        >
          <legend>{t('answer.na-reason')}</legend>
          {problem === 'choice' && (
            <p className="field__error" id={errorId}>
              <Icon of={CircleAlert} />
              {t('answer.na-missing-choice')}
            </p>
          )}
          {REASONS.map((reason) => (
            <label className="pick" key={reason}>
              <input type="radio" name="reason" value={reason} defaultChecked={reason === start.reason} />
              <span>{t(`answer.na-${reason}`)}</span>
            </label>
          ))}
        </fieldset>
        <Field label={t('answer.na-detail')} error={problem === 'detail' ? t('answer.na-missing-detail') : undefined}>
          {(control) => (
            <textarea
              {...control}
              name="detail"
              rows={2}
              maxLength={800}
              defaultValue={start.detail}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** Finds the common reason again in a stored one; anything else is a reason of one's own. */
function splitReason(
  answer: Answer,
  wordsOf: (reason: Reason) => string,
): { readonly reason: Reason | null; readonly detail: string } {
  if (answer.state !== 'not-applicable') return { reason: null, detail: '' };
  for (const reason of REASONS) {
    const words = wordsOf(reason);
    if (answer.reason === words) return { reason, detail: '' };
    if (answer.reason.startsWith(`${words}: `)) return { reason, detail: answer.reason.slice(words.length + 2) };
  }
  return { reason: 'other', detail: answer.reason };
}
