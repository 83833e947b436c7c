import { CircleAlert } from 'lucide-react';
import { memo, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { UNANSWERED } from '../../../domain/assessment/answer.ts';
import { flushSync } from 'react-dom';
import { checkAnswer } from '../../../domain/assessment/check-answer.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import type { LocalizedText } from '../../../domain/text/localized.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { answerText } from '../answer/answer-text.ts';
import { valueProblem } from '../answer/controls/numbers.ts';
import { useRecord, useSession, useTypedText } from '../answer/hooks.ts';
import { levelOfStep, type OutlineItem } from '../answer/outline.ts';
import { fieldsOf, isSettled, readTexts, textsOf, type EntryField, type Texts } from './fields.ts';

/** Longer texts of options are cut in the line that explains the figures. */
const LEGEND = 34;
const short = (text: string): string => {
  const plain = text.replaceAll('**', '');
  return plain.length <= LEGEND ? plain : `${plain.slice(0, plain.lastIndexOf(' ', LEGEND))}…`;
};

/** The name of the level that a step of a ladder stands for; undefined for everything else. */
function levelName(questionnaire: Questionnaire, item: Item, option: string): LocalizedText | undefined {
  const step = item.type === 'ladder' ? item.steps.find(({ id }) => id === option) : undefined;
  return step && (levelOfStep(questionnaire, step.value)?.name ?? step.text);
}

/** One question of the paper form: its fields in one line, what the figures mean, and what was read. */
export const EntryRow = memo(function EntryRow({
  entry,
  questionnaire,
  typeAhead,
  readOnly,
  onNext,
}: {
  readonly entry: OutlineItem;
  readonly questionnaire: Questionnaire;
  /** Go to the next field as soon as an option is settled. */
  readonly typeAhead: boolean;
  readonly readOnly: boolean;
  readonly onNext: (from: HTMLElement, step: 1 | -1) => void;
}) {
  const { item } = entry;
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const session = useSession();
  const id = useId();
  const { answer } = useRecord(item.id);
  const fields = useMemo(() => fieldsOf(item), [item]);
  const latest = useRef<Texts>({});
  const [start] = useState(() => textsOf(item, answer, language));
  const [problem, setProblem] = useState<string | null>(null);

  const problemOf = (texts: Texts): string | null => {
    const read = readTexts(item, texts, language);
    if ('problem' in read) return t(`entry.wrong.${read.problem}`);
    const [found] = checkAnswer(item, read.answer);
    if (!found) return null;
    return (
      (read.answer.state === 'answered' ? valueProblem(t, item, read.answer.value, language) : null) ??
      t('entry.wrong.value')
    );
  };
  const commit = (): void => {
    const texts = { ...start, ...latest.current };
    const wrong = problemOf(texts);
    setProblem(wrong);
    const read = readTexts(item, texts, language);
    if (wrong !== null || 'problem' in read) return;
    // Empty fields of a question that does not apply are no answer: the reason stays.
    if (read.answer.state === 'unanswered' && answer.state === 'not-applicable') return;
    session.change(item.id, { answer: read.answer.state === 'unanswered' ? UNANSWERED : read.answer });
  };
  const typed = useTypedText(commit);
  /** Stored and drawn at once, so that a follow-up of this answer is there to go on to. */
  const settle = (): void => flushSync(typed.onBlur);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, field: EntryField): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const isArea = field.kind === 'text';
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1;
    if (isArea ? false : event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      settle();
      onNext(event.currentTarget, step);
    }
  };

  const legend = fields.find(({ options }) => options.length > 0)?.options ?? [];
  const codeId = `${id}-code`;
  return (
    <li className="entry__row" data-item={item.id}>
      <div className="entry__what">
        <p id={codeId}>
          <span className="entry__code muted">{item.code}</span> {say(item.title)}
        </p>
        {legend.length > 0 && (
          <p className="small muted" id={`${id}-legend`}>
            {legend.map(({ key, figure, text }) => (
              <span className="entry__option" key={key}>
                <b>{figure}</b> {short(say(levelName(questionnaire, item, key) ?? text))}
              </span>
            ))}
            {fields.some(({ kind }) => kind === 'many') && (
              <span className="entry__option">
                <b>-</b> {t('answer.none-of-these')}
              </span>
            )}
          </p>
        )}
      </div>
      <div className="entry__fields">
        {fields.map((field, index) => {
          const fieldId = `${id}-${index}`;
          const common = {
            id: fieldId,
            'data-entry': '',
            autoComplete: 'off',
            spellCheck: false,
            readOnly,
            defaultValue: start[field.key],
            'aria-labelledby': field.label ? `${codeId} ${fieldId}-label` : codeId,
            'aria-describedby':
              [legend.length > 0 && `${id}-legend`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
            'aria-invalid': problem === null ? undefined : true,
            onBlur: typed.onBlur,
          } as const;
          const onInput = (target: HTMLInputElement | HTMLTextAreaElement): void => {
            latest.current = { ...latest.current, [field.key]: target.value };
            typed.onInput({ currentTarget: target });
          };
          return (
            <div className={`entry__field entry__field--${field.kind}`} key={field.key}>
              {field.label && (
                <label className="small" htmlFor={fieldId} id={`${fieldId}-label`}>
                  {say(field.label)}
                </label>
              )}
              {field.kind === 'text' ? (
                <textarea {...common} rows={2} onInput={(event) => onInput(event.currentTarget)} />
              ) : (
                <input
                  {...common}
                  type="text"
                  inputMode={field.kind === 'many' ? 'text' : 'decimal'}
                  onInput={(event) => {
                    const field_ = event.currentTarget;
                    onInput(field_);
                    const composing = event.nativeEvent.isComposing;
                    if (typeAhead && !composing && isSettled(field, field_.value)) {
                      settle();
                      onNext(field_, 1);
                    }
                  }}
                  onKeyDown={(event) => onKeyDown(event, field)}
                />
              )}
            </div>
          );
        })}
        <p className="entry__read small" id={`${id}-problem`} aria-live="polite">
          {problem === null ? (
            answer.state !== 'unanswered' && (
              <span className="muted">
                {answer.state === 'not-applicable'
                  ? t('answer.na-now', { reason: answer.reason })
                  : short(answerText(t, questionnaire, item, answer, language))}
              </span>
            )
          ) : (
            <span className="field__error">
              <Icon of={CircleAlert} />
              {problem}
            </span>
          )}
        </p>
      </div>
    </li>
  );
});
