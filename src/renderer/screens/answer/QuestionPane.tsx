import { createElement, useLayoutEffect, useRef } from 'react';
import { Ban, Bookmark, BookmarkCheck, ChevronRight, History, X } from 'lucide-react';
import { UNANSWERED, type Answer } from '../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { negate } from '../../../domain/exact/exact.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { useLanguage, useLocalized, useT, type Words } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import type { AnswerSession } from './answer-session.ts';
import { controlOf } from './controls/registry.ts';
import { scorerOf, useRecord, useSession } from './hooks.ts';
import type { Outline, OutlineItem } from './outline.ts';
import { Previous } from './Previous.tsx';
import { sameAnswer } from './previous.ts';
import { Rich } from './Rich.tsx';

export interface QuestionPaneProps {
  readonly questionnaire: Questionnaire;
  readonly outline: Outline;
  readonly entry: OutlineItem;
  /** What was answered last round; null when there is nothing that fits. */
  readonly previous: Answer | null;
  readonly digitKeys: boolean;
  readonly readOnly: boolean;
  readonly onAdvance: () => void;
  readonly onNext: () => void;
  readonly onNotApplicable: () => void;
  readonly onUsePrevious: () => void;
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
  const control = controlOf(item);
  // A question that asks for itself needs no prompt.
  const prompt = [
    item.question || !control ? '' : t(control.prompt),
    entry.scored ? worthOf(t, item, session, language) : t('answer.unscored'),
  ]
    .filter(Boolean)
    .join(' ');
  const offersEarlier = !readOnly && previous !== null && !sameAnswer(previous, answer);

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
            <Disclosure
              of={item.id}
              summary={t(entry.scored ? 'answer.help' : 'answer.help-unscored')}
              text={say(item.help)}
            />
          )}
          {item.example && <Disclosure of={item.id} summary={t('answer.example')} text={say(item.example)} />}
          {item.adapted && <Disclosure of={item.id} summary={t('answer.adapted')} text={say(item.adapted)} />}
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
        {previous && <Previous questionnaire={questionnaire} item={item} previous={previous} answer={answer} />}
        <Control {...props} answer={answer} />
      </fieldset>
      {!readOnly && (
        <div className="question__acts">
          {offersEarlier && (
            <Button look="quiet" aria-keyshortcuts="F3" onClick={props.onUsePrevious}>
              <Icon of={History} />
              {t('answer.use-previous')} <kbd>F3</kbd>
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

/** Closed again with every question; the element itself stays, since making it anew is slow. */
function Disclosure({
  of,
  summary,
  text,
}: {
  /** Id of the item. */
  readonly of: string;
  readonly summary: string;
  readonly text: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (details.current) details.current.open = false;
  }, [of]);
  return (
    <details ref={details}>
      <summary>
        <Icon of={ChevronRight} /> {summary}
      </summary>
      <p className="measure">
        <Rich text={text} />
      </p>
    </details>
  );
}

/** What the question is worth; a level needs no maximum. */
function worthOf(t: Words, item: Item, session: AnswerSession, language: Language): string {
  if (item.type === 'ladder' || item.type === 'indicator') return '';
  const { min, max } = scorerOf(item, session.context);
  if (item.role === 'deduction') {
    const most = formatNumber(min.n < 0n ? negate(min) : max, language);
    return t('answer.most-deduction', { points: most });
  }
  return t(item.role === 'bonus' ? 'answer.most-bonus' : 'answer.most', pointsCount(formatNumber(max, language)));
}

/** The control of the item's type. */
function Control({
  questionnaire,
  entry,
  previous,
  digitKeys,
  readOnly,
  answer,
  onAdvance,
  onNext,
}: QuestionPaneProps & { readonly answer: Answer }) {
  const t = useT();
  const session = useSession();
  const { item } = entry;
  const control = controlOf(item);
  if (!control)
    return (
      <Notice kind="warn">
        <p>{t('answer.no-control', { type: item.type })}</p>
      </Notice>
    );
  return createElement(control.Component, {
    item,
    questionnaire,
    context: session.context,
    scored: entry.scored,
    answer,
    previous,
    digitKeys,
    disabled: readOnly,
    onAnswer: (next) => session.change(item.id, { answer: next }),
    onPicked: onAdvance,
    onEnter: onNext,
  });
}
