import { ChevronRight } from 'lucide-react';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useParams } from 'wouter';
import type { AssessmentView } from '../../../contract/views.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useSettings, useUpdateSettings } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { asksFor } from '../../app/shortcuts.ts';
import { announce } from '../../ui/announce.ts';
import { NotApplicableDialog } from '../answer/NotApplicableDialog.tsx';
import { FinishedNotice } from '../answer/FinishedNotice.tsx';
import { useEveryChange, useOutline, useRewrites, useSession } from '../answer/hooks.ts';
import { OpenedAssessment } from '../answer/OpenedAssessment.tsx';
import { progressOf, type Outline } from '../answer/outline.ts';
import { SaveFailure, SaveStatus } from '../answer/SaveStatus.tsx';
import { EntryRow } from './EntryRow.tsx';
import './entry.css';

/** Types in a form that was filled in on paper: all questions in the order of the paper, by keyboard alone. */
export default function EntryScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  return (
    <OpenedAssessment key={id} id={id} title={t('entry.title')}>
      {(view, questionnaire, reload) => <Form view={view} questionnaire={questionnaire} onReopened={reload} />}
    </OpenedAssessment>
  );
}

function Form({
  view,
  questionnaire,
  onReopened,
}: {
  readonly view: AssessmentView;
  readonly questionnaire: Questionnaire;
  readonly onReopened: () => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const session = useSession();
  const rewrites = useRewrites();
  const outline = useOutline(questionnaire);
  const { autoAdvance } = useSettings();
  const update = useUpdateSettings();
  const { id, state } = view.summary;
  const readOnly = state === 'finished';

  const [refusing, setRefusing] = useState<Item | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || !asksFor('answer', 'not-applicable', event.nativeEvent)) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
    const item = outline.byId.get(row?.dataset.item ?? '')?.item;
    if (!item) return;
    event.preventDefault();
    if (item.notApplicable) setRefusing(item);
    else announce(t('answer.na-refused'));
  };

  const goOn = useCallback((from: HTMLElement, step: 1 | -1): void => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('[data-entry]')];
    const next = fields[fields.indexOf(from as HTMLInputElement) + step];
    if (next) {
      next.focus();
      next.select();
    } else if (step === 1) document.getElementById('entry-check')?.focus();
  }, []);

  return (
    <AssessmentPage
      summary={view.summary}
      current="answer"
      className="entry"
      status={readOnly ? null : <SaveStatus session={session} />}
      footerKeep
      footer={
        <>
          <LinkButton to={`/assessments/${id}/answer`}>{t('entry.one-by-one')}</LinkButton>
          <Count outline={outline} />
          <a href={`#/assessments/${id}/check`} id="entry-check" className="btn btn--primary">
            {t('answer.check')}
            <Icon of={ChevronRight} />
          </a>
        </>
      }
    >
      <PageHeading>{t('entry.title')}</PageHeading>
      {readOnly ? <FinishedNotice assessmentId={id} onReopened={onReopened} /> : <SaveFailure session={session} />}
      <p className="measure muted">{t('entry.intro')}</p>
      <label className="pick">
        <input
          type="checkbox"
          checked={autoAdvance}
          onChange={(event) => update.mutate({ autoAdvance: event.currentTarget.checked, advanceOffered: true })}
        />
        <span>{t('entry.type-ahead')}</span>
      </label>
      {outline.groups.map(({ group, items }) => (
        <section key={group.id} aria-labelledby={`entry-${group.id}`}>
          <h2 className="h3 entry__group" id={`entry-${group.id}`}>
            {group.code}. {say(group.title)}
          </h2>
          <ol className="entry__rows" onKeyDown={onKeyDown}>
            {items.map((entry) => (
              <EntryRow
                key={`${entry.item.id} ${rewrites} ${language}`}
                entry={entry}
                questionnaire={questionnaire}
                typeAhead={autoAdvance}
                readOnly={readOnly}
                onNext={goOn}
              />
            ))}
          </ol>
        </section>
      ))}
      {refusing && (
        <NotApplicableDialog
          item={refusing}
          answer={session.record(refusing.id).answer}
          rule={questionnaire.scoring.notApplicable}
          onReason={(reason) => {
            session.clearTyped(refusing.id);
            session.change(refusing.id, { answer: { state: 'not-applicable', reason } });
          }}
          onClose={() => setRefusing(null)}
        />
      )}
    </AssessmentPage>
  );
}

function Count({ outline }: { readonly outline: Outline }) {
  const t = useT();
  const session = useEveryChange();
  const { settled, total } = progressOf(outline.items, (itemId) => session.record(itemId));
  return (
    <span className="muted push" role="status">
      {t('entry.count', { settled, total })}
    </span>
  );
}
