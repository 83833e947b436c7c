import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AssessmentView } from '../../../contract/views.ts';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { timeOf } from '../../../domain/text/dates.ts';
import { call } from '../../api/client.ts';
import { useAppInfo, useSettingsNow } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { announce } from '../../ui/announce.ts';
import { AdvanceOffer } from './AdvanceOffer.tsx';
import { AnswerFooter } from './AnswerFooter.tsx';
import { controlOf } from './controls/registry.ts';
import { EvidenceDialog } from './side/EvidenceDialog.tsx';
import { FinishedNotice } from './FinishedNotice.tsx';
import { cycleRegions, useQuestionFocus } from './focus.ts';
import { useRewrites, useSession } from './hooks.ts';
import { JumpDialog } from './JumpDialog.tsx';
import type { AnswerKey } from './keys.ts';
import { NotApplicableDialog } from './NotApplicableDialog.tsx';
import { matches, nextMatching, type Filter, type Outline, type OutlineItem } from './outline.ts';
import { previousAnswer } from './previous.ts';
import { QuestionPane } from './QuestionPane.tsx';
import { Rail } from './Rail.tsx';
import { SaveFailure, SaveStatus } from './SaveStatus.tsx';
import { ShortContents } from './ShortContents.tsx';
import { SidePanel } from './side/SidePanel.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { returnsToCheck } from './way-back.ts';

type Open =
  | { readonly kind: 'jump'; readonly filter: Filter | null }
  | { readonly kind: 'na' }
  | { readonly kind: 'evidence'; readonly editing: Evidence | null };

/** Time to see the choice before the next question comes, and to correct it. */
const ADVANCE_MS = 250;
/** A question that is only passed by is not remembered as the place to go on from. */
const PLACE_MS = 600;

/** Keys that change something, and so rest while an assessment is locked. */
const CHANGES: ReadonlySet<AnswerKey> = new Set(['use-previous', 'flag', 'not-applicable', 'evidence', 'undo', 'redo']);

/** Rail, question and side matter of one assessment, with the keyboard. */
export function AnswerWork({
  view,
  questionnaire,
  outline,
  entry,
  onReopened,
}: {
  readonly view: AssessmentView;
  readonly questionnaire: Questionnaire;
  readonly outline: Outline;
  /** The question that is shown. */
  readonly entry: OutlineItem;
  readonly onReopened: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { utcOffset } = useAppInfo();
  const settingsNow = useSettingsNow();
  const { digitKeys, autoAdvance } = settingsNow();
  const session = useSession();
  const rewrites = useRewrites();
  const [open, setOpen] = useState<Open | null>(null);
  const advancing = useRef<number | undefined>(undefined);
  const question = useRef<HTMLElement>(null);

  const earlier = useMemo(
    () => new Map((view.previous?.records ?? []).map((record) => [record.itemId, record])),
    [view.previous],
  );
  const { id } = view.summary;
  const { item } = entry;
  const control = controlOf(item);
  const previous = useMemo(() => previousAnswer(item, earlier.get(item.id)), [item, earlier]);
  const [firstItem] = useState(item);
  const next = outline.items[entry.index + 1] ?? null;
  const readOnly = view.summary.state === 'finished';
  const fixing = returnsToCheck();

  const hrefOf = useCallback((target: string): string => `/assessments/${id}/answer/${target}`, [id]);
  const showFilter = useCallback((filter: Filter): void => setOpen({ kind: 'jump', filter }), []);
  const innerGroup = outline.groups[entry.topIndex]?.children.find(({ items }) => items.includes(entry));
  const contents = {
    outline,
    topGroupId: entry.topGroup.id,
    innerGroupId: innerGroup?.group.id ?? null,
    hrefOf,
    entryHref: readOnly ? null : `/assessments/${id}/entry`,
    onFilter: showFilter,
  };
  const go = (target: OutlineItem | null | undefined): void => {
    if (target && target.item.id !== item.id) navigate(hrefOf(target.item.id));
  };
  const toCheck = (): void => navigate(`/assessments/${id}/check`);
  const forward = (): void => {
    if (next) go(next);
    else toCheck();
  };

  useQuestionFocus(item.id, question);
  useEffect(() => () => window.clearTimeout(advancing.current), [item.id]);
  useEffect(() => {
    if (readOnly) return undefined;
    // Where to go on next time; failing to note it is no reason to disturb anyone.
    const timer = window.setTimeout(() => {
      call('assessments.position', { id, itemId: item.id }).catch(() => undefined);
    }, PLACE_MS);
    return () => window.clearTimeout(timer);
  }, [id, item.id, readOnly]);

  const status = useMemo(() => (readOnly ? null : <SaveStatus session={session} />), [readOnly, session]);

  const advance = (): void => {
    window.clearTimeout(advancing.current);
    if (!settingsNow().autoAdvance || fixing) return;
    if (next) advancing.current = window.setTimeout(() => go(next), ADVANCE_MS);
    else announce(t('answer.last'));
  };

  const codeOf = (target: string): string => outline.byId.get(target)?.item.code ?? '';
  const travel = (changed: string | null, done: 'undo' | 'redo'): void => {
    if (changed === null) {
      announce(t(done === 'undo' ? 'answer.undo-nothing' : 'answer.redo-nothing'));
      return;
    }
    announce(t(done === 'undo' ? 'answer.undone' : 'answer.redone', { code: codeOf(changed) }));
    go(outline.byId.get(changed));
  };
  const saveNow = async (): Promise<void> => {
    session.commitDrafts();
    const stored = await session.saving.settled();
    const { state } = session.saving;
    if (stored && state.kind === 'saved') announce(t('answer.saved', { time: timeOf(state.at, utcOffset) }));
    else announce(t(stored ? 'answer.save-idle' : 'answer.save-failed'));
  };
  /** Takes over what was answered last round: one key, and only when it is asked for. */
  const takePrevious = (): void => {
    if (previous === null) {
      announce(t('answer.previous-none'));
      return;
    }
    session.clearTyped(item.id);
    session.change(item.id, { answer: previous });
    advance();
  };
  const openNotApplicable = (): void => {
    if (item.notApplicable) setOpen({ kind: 'na' });
    else announce(t('answer.na-refused'));
  };

  useAnswerKeys((key: AnswerKey) => {
    window.clearTimeout(advancing.current);
    if (readOnly && CHANGES.has(key)) return undefined;
    switch (key) {
      case 'next':
        return forward();
      case 'previous':
        return go(outline.items[entry.index - 1]);
      case 'jump':
        return setOpen({ kind: 'jump', filter: null });
      case 'region-next':
        return cycleRegions(1);
      case 'region-previous':
        return cycleRegions(-1);
      case 'next-unanswered': {
        const wanted = nextMatching(outline, entry.index, (other) =>
          matches('unanswered', other, session.record(other.item.id)),
        );
        if (wanted === null) announce(t('answer.all-answered'));
        return go(wanted);
      }
      case 'save':
        return void saveNow();
      case 'use-previous':
        return takePrevious();
      case 'flag':
        return session.change(item.id, { flagged: !session.record(item.id).flagged });
      case 'not-applicable':
        return openNotApplicable();
      case 'evidence':
        return setOpen({ kind: 'evidence', editing: null });
      case 'note':
        return document.getElementById('note')?.focus();
      case 'undo':
        return travel(session.undo(), 'undo');
      case 'redo':
        return travel(session.redo(), 'redo');
    }
  });

  const close = (): void => setOpen(null);
  const advances = control?.advances === true && digitKeys && autoAdvance && !fixing;
  const hint = control && (digitKeys ? control.keys : control.keysWithoutDigits);
  // Typed text is drawn anew when it was changed from elsewhere, or when its language changes; all else stays and changes.
  const paneKey = control?.keepsText ? `${item.id} ${rewrites} ${language}` : 'pane';

  return (
    <AssessmentPage
      summary={view.summary}
      current="answer"
      layout="work"
      className="answer"
      status={status}
      footerKeep
      footer={
        <AnswerFooter
          next={next}
          first={entry.index === 0}
          fixing={fixing}
          hint={readOnly || !hint ? '' : t(advances ? 'answer.keys.advance' : hint)}
          readOnly={readOnly}
          onUndo={() => travel(session.undo(), 'undo')}
          onRedo={() => travel(session.redo(), 'redo')}
          onPrevious={() => go(outline.items[entry.index - 1])}
          onNext={forward}
          onJump={() => setOpen({ kind: 'jump', filter: null })}
          onCheck={toCheck}
        />
      }
    >
      <nav className="rail" aria-label={t('answer.rail')} data-region>
        <Rail {...contents} />
      </nav>
      <section className="question" ref={question} data-region>
        <ShortContents {...contents} />
        {readOnly ? <FinishedNotice assessmentId={id} onReopened={onReopened} /> : <SaveFailure session={session} />}
        {!readOnly && item === firstItem && control?.advances && <AdvanceOffer />}
        <QuestionPane
          key={paneKey}
          questionnaire={questionnaire}
          outline={outline}
          entry={entry}
          previous={previous}
          digitKeys={digitKeys}
          readOnly={readOnly}
          onAdvance={advance}
          onNext={forward}
          onNotApplicable={openNotApplicable}
          onUsePrevious={takePrevious}
        />
      </section>
      <section className="side" aria-label={t('answer.side', { code: item.code })} data-region>
        <SidePanel
          view={view}
          entry={entry}
          questionnaire={questionnaire}
          readOnly={readOnly}
          onAddEvidence={() => setOpen({ kind: 'evidence', editing: null })}
          onEditEvidence={(editing) => setOpen({ kind: 'evidence', editing })}
        />
      </section>
      {open?.kind === 'jump' && (
        <JumpDialog
          outline={outline}
          current={entry}
          filter={open.filter}
          onGo={(target) => go(outline.byId.get(target))}
          onClose={close}
        />
      )}
      {open?.kind === 'na' && (
        <NotApplicableDialog
          item={item}
          answer={session.record(item.id).answer}
          rule={questionnaire.scoring.notApplicable}
          onReason={(reason) => {
            session.clearTyped(item.id);
            session.change(item.id, { answer: { state: 'not-applicable', reason } });
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'evidence' && <EvidenceDialog item={item} editing={open.editing} onClose={close} />}
    </AssessmentPage>
  );
}
