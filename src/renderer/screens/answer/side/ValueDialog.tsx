import { createElement, useEffect, useId, useRef, useState } from 'react';
import type { AssessmentView } from '../../../../contract/views.ts';
import type { Answer, AnswerRecord } from '../../../../domain/assessment/answer.ts';
import { checkAnswer } from '../../../../domain/assessment/check-answer.ts';
import type { Item, ItemType, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { useSettings } from '../../../api/queries.ts';
import { useLocalized, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { AnswerSession } from '../answer-session.ts';
import type { ControlProps } from '../controls/control.ts';
import { controlOf } from '../controls/registry.ts';
import { SessionContext } from '../hooks.ts';
import { SaveQueue } from '../save-queue.ts';

/** A session of its own for the control: what is typed here belongs to no answer and is stored nowhere. */
function scratchSession(view: AssessmentView): AnswerSession {
  const nothing = { isPassing: () => false, later: () => () => undefined };
  const saving = new SaveQueue<AnswerRecord>({
    ...nothing,
    send: (_item, seq) => Promise.resolve({ seq, savedAt: '' }),
  });
  return new AnswerSession({ ...view, records: [], evidence: [] }, saving);
}

/** Asks for a value of an item with the item's own control: an appraised value, or a target. */
export function ValueDialog({
  title,
  hint,
  confirm,
  view,
  item,
  questionnaire,
  start,
  allowNotApplicable = null,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly view: AssessmentView;
  readonly item: Item;
  readonly questionnaire: Questionnaire;
  readonly start: Answer;
  /** The reason that "not applicable" is stored with; null where it is not offered. */
  readonly allowNotApplicable?: string | null;
  readonly onSave: (answer: Answer) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const { digitKeys } = useSettings();
  const [session] = useState(() => scratchSession(view));
  const [answer, setAnswer] = useState(start);
  const [missing, setMissing] = useState(false);
  const latest = useRef(start);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();

  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>('input, textarea');
    const chosen = [...(fields ?? [])].find((field) => field.checked);
    (chosen ?? fields?.[0])?.focus();
  }, []);

  const take = (next: Answer): void => {
    latest.current = next;
    setAnswer(next);
    setMissing(false);
  };
  const save = (): void => {
    session.commitDrafts();
    // Text that could not be read keeps its own complaint in its field.
    if (session.typed.size > 0) return;
    const given = latest.current;
    if (given.state === 'unanswered' || checkAnswer(item, given).length > 0) {
      setMissing(true);
      return;
    }
    onSave(given);
    onClose();
  };
  const notApplicable = answer.state === 'not-applicable';

  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="primary" type="submit" form={formId}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>
        <strong>
          {item.code} {say(item.title)}
        </strong>
      </p>
      <p className="muted">{hint}</p>
      {missing && (
        <p className="field__error" role="alert">
          {t('side.value-missing')}
        </p>
      )}
      <SessionContext value={session}>
        <form
          ref={form}
          id={formId}
          className="stack-2"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {!notApplicable && (
            <ItemControl
              item={item}
              questionnaire={questionnaire}
              context={session.context}
              scored={item.scored}
              answer={answer}
              previous={null}
              digitKeys={digitKeys}
              disabled={false}
              onAnswer={take}
              onPicked={() => undefined}
              onEnter={save}
            />
          )}
          {allowNotApplicable !== null && (
            <label className="pick">
              <input
                type="checkbox"
                checked={notApplicable}
                onChange={(event) =>
                  take(
                    event.currentTarget.checked
                      ? { state: 'not-applicable', reason: allowNotApplicable }
                      : { state: 'unanswered' },
                  )
                }
              />
              <span>{t('side.not-applicable')}</span>
            </label>
          )}
        </form>
      </SessionContext>
    </Dialog>
  );
}

/** The control of the item's type; nothing for a type that this page does not know. */
function ItemControl(props: ControlProps<ItemType>) {
  const control = controlOf(props.item);
  return control && createElement(control.Component, props);
}
