import { Ban, Bookmark, BookmarkCheck, ChevronRight, History, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { UNANSWERED, type Answer, type AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { shortAnswerText } from './answer-text.ts';
import { MultiList } from './controls/MultiList.tsx';
import { NumberField } from './controls/NumberField.tsx';
import { OptionList } from './controls/OptionList.tsx';
import { RatioFields } from './controls/RatioFields.tsx';
import { TextBox } from './controls/TextBox.tsx';
import { scorerOf, useRecord, useSession } from './hooks.ts';
import { targetFor, type Outline, type OutlineItem } from './outline.ts';
import { Rich } from './Rich.tsx';

export interface QuestionPaneProps {
  readonly questionnaire: Questionnaire;
  readonly outline: Outline;
  readonly entry: OutlineItem;
  readonly previous: AnswerRecord | null;
  readonly year: number;
  readonly digitKeys: boolean;
  readonly readOnly: boolean;
  readonly onAdvance: () => void;
  readonly onNext: () => void;
  readonly onNotApplicable: () => void;
}

/** One question: where it stands, what it asks, its control, and what else can be said about it. */
export function QuestionPane(props: QuestionPaneProps) {
  const { questionnaire, outline, entry, previous, readOnly } = props;
  const { item } = entry;
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const session = useSession();
  const record = useRecord(item.id);
  const { answer, flagged } = record;
  // A level needs no maximum, and a question that asks for itself needs no prompt.
  const prompt = [
    item.question ? '' : t(`answer.prompt.${item.type}`),
    entry.scored ? '' : t('answer.unscored'),
    entry.scored && item.type !== 'ladder'
      ? t('answer.most', { points: formatNumber(scorerOf(item).max, language) })
      : '',
  ]
    .filter(Boolean)
    .join(' ');
  const earlier = previous?.answer ?? UNANSWERED;
  const offerEarlier =
    !readOnly && earlier.state !== 'unanswered' && JSON.stringify(earlier) !== JSON.stringify(answer);

  return (
    <>
      <fieldset className="question__field" disabled={readOnly}>
        <legend>
          <span className="question__place small muted">
            {t('answer.place', {
              index: entry.index + 1,
              count: outline.items.length,
              group: entry.topIndex + 1,
              groups: outline.groups.length,
              title: say(entry.topGroup.title),
              code: item.code,
            })}
          </span>
          <PageHeading quiet>{say(item.title)}</PageHeading>
        </legend>
        <div className="question__help">
          {item.question && (
            <p className="question__ask">
              <Rich text={say(item.question)} />
            </p>
          )}
          {prompt && <span className="muted">{prompt}</span>}
          {item.help && (
            <Disclosure summary={t(entry.scored ? 'answer.help' : 'answer.help-unscored')} text={say(item.help)} />
          )}
          {item.example && <Disclosure summary={t('answer.example')} text={say(item.example)} />}
          {item.adapted && <Disclosure summary={t('answer.adapted')} text={say(item.adapted)} />}
        </div>
        {answer.state === 'not-applicable' && (
          <Notice className="question__na">
            <p>{t('answer.na-now', { reason: answer.reason })}</p>
            {!readOnly && (
              <div className="row">
                <Button look="quiet" onClick={props.onNotApplicable}>
                  {t('answer.na-change')}
                </Button>
                <Button look="quiet" onClick={() => session.change(item.id, { answer: UNANSWERED })}>
                  {t('answer.na-drop')}
                </Button>
              </div>
            )}
          </Notice>
        )}
        <Control {...props} answer={answer} />
      </fieldset>
      {!readOnly && (
        <div className="question__acts">
          {offerEarlier && (
            <Button look="quiet" aria-keyshortcuts="F3" onClick={() => session.change(item.id, { answer: earlier })}>
              <Icon of={History} />
              {item.type === 'ladder' || item.type === 'choice'
                ? t('answer.use-previous')
                : t('answer.use-previous-of', {
                    answer: shortAnswerText(t, questionnaire, item, earlier, language),
                  })}{' '}
              <kbd>F3</kbd>
            </Button>
          )}
          {item.notApplicable && (
            <Button look="quiet" aria-keyshortcuts="F8" aria-haspopup="dialog" onClick={props.onNotApplicable}>
              <Icon of={Ban} />
              {t('answer.na')} <kbd>F8</kbd>
            </Button>
          )}
          <Button
            look="quiet"
            aria-keyshortcuts="F4"
            aria-pressed={flagged}
            onClick={() => session.change(item.id, { flagged: !flagged })}
          >
            <Icon of={flagged ? BookmarkCheck : Bookmark} />
            {t(flagged ? 'answer.flagged' : 'answer.flag')} <kbd>F4</kbd>
          </Button>
          {answer.state !== 'unanswered' && (
            <Button
              look="quiet"
              onClick={() => {
                session.clearTyped(item.id);
                session.change(item.id, { answer: UNANSWERED });
              }}
            >
              <Icon of={X} />
              {t('answer.clear')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Disclosure({ summary, text }: { readonly summary: string; readonly text: string }) {
  return (
    <details>
      <summary>
        <Icon of={ChevronRight} /> {summary}
      </summary>
      <p className="measure">
        <Rich text={text} />
      </p>
    </details>
  );
}

/** The control of the item's type. */
function Control({
  questionnaire,
  entry,
  previous,
  year,
  digitKeys,
  readOnly,
  answer,
  onAdvance,
  onNext,
}: QuestionPaneProps & { readonly answer: Answer }): ReactNode {
  const session = useSession();
  const { item } = entry;
  const put = (next: Answer): void => session.change(item.id, { answer: next });
  const common = { answer, disabled: readOnly, onAnswer: put, onEnter: onNext };
  const { decimals } = questionnaire.scoring;
  switch (item.type) {
    case 'ladder':
    case 'choice':
      return (
        <OptionList
          item={item}
          questionnaire={questionnaire}
          answer={answer}
          previous={optionOf(previous)}
          scored={entry.scored}
          targetLevel={item.type === 'ladder' ? targetFor(questionnaire, year) : null}
          digitKeys={digitKeys}
          disabled={readOnly}
          onChoose={(option) => put({ state: 'answered', value: { kind: 'option', option } })}
          onDigit={onAdvance}
          onEnter={onNext}
        />
      );
    case 'multi':
      return <MultiList item={item} scored={entry.scored} {...common} />;
    case 'number':
      return <NumberField item={item} decimals={decimals} {...common} />;
    case 'ratio':
      return <RatioFields item={item} decimals={decimals} {...common} />;
    case 'text':
      return <TextBox item={item} answer={answer} disabled={readOnly} onAnswer={put} />;
  }
}

function optionOf(record: AnswerRecord | null): string | null {
  const answer = record?.answer;
  return answer?.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : null;
}

/** Whether the type of an item has fields that keep typed text, which must be drawn anew when its record is rewritten. */
export function keepsText(item: Item): boolean {
  return item.type === 'number' || item.type === 'ratio' || item.type === 'text';
}
