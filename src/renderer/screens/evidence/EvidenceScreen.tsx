import { Plus } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { AssessmentView } from '../../../contract/views.ts';
import type { EvidenceLibrary, LibraryEvidence } from '../../../contract/views/evidence.ts';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import { matchesEvidence } from '../../../domain/assessment/evidence-library.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { call } from '../../api/client.ts';
import { useAppEvent } from '../../api/events.ts';
import { useAssessment, useQuestionnaire } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { announce } from '../../ui/announce.ts';
import { evidenceName } from '../answer/evidence-text.ts';
import { openSession } from '../answer/sessions.ts';
import { DocumentDialog } from '../answer/side/DocumentDialog.tsx';
import { sizeText } from '../answer/side/file-text.ts';
import { DocumentTable } from './DocumentTable.tsx';
import { Duplicates } from './Duplicates.tsx';
import './evidence.css';
import { MissingEvidence } from './MissingEvidence.tsx';
import { OtherDocuments } from './OtherDocuments.tsx';

/** All documents of the unit: which questions use them, what lacks one, and one place to set them right. */
export default function EvidenceScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  const client = useQueryClient();
  const key = ['evidence', id];
  const assessment = useAssessment(id);
  const library = useQuery({ queryKey: key, queryFn: () => call('evidence.list', { assessmentId: id }) });
  const summary = assessment.data?.summary;
  const questionnaire = useQuestionnaire(summary?.questionnaireId, summary?.questionnaireVersion);
  useAppEvent((event) => {
    if (event.type === 'assessment.changed') void client.invalidateQueries({ queryKey: key });
  });
  const error = assessment.error ?? library.error ?? questionnaire.error;
  if (assessment.data && library.data && questionnaire.data)
    return (
      <Documents
        key={id}
        view={assessment.data}
        library={library.data}
        questionnaire={questionnaire.data.questionnaire}
        onChanged={async () => {
          await client.invalidateQueries({ queryKey: key });
        }}
      />
    );
  return (
    <Page title={[t('evidence.title')]} className="stack-2">
      {error ? (
        <>
          <PageHeading>{t('evidence.title')}</PageHeading>
          <ErrorNotice error={error} onRetry={() => void library.refetch()} />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

type Open =
  | { readonly kind: 'document'; readonly editing: LibraryEvidence | null }
  | { readonly kind: 'remove'; readonly entry: Evidence };

function Documents({
  view,
  library,
  questionnaire,
  onChanged,
}: {
  readonly view: AssessmentView;
  readonly library: EvidenceLibrary;
  readonly questionnaire: Questionnaire;
  readonly onChanged: () => Promise<void>;
}) {
  const t = useT();
  const language = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const [search, setSearch] = useState('');
  const [onlyUnused, setOnlyUnused] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { id, state } = view.summary;
  const readOnly = state === 'finished';

  const here = library.entries.filter((entry) => entry.here);
  const unused = here.filter(({ itemIds }) => itemIds.length === 0);
  const shown = (onlyUnused ? unused : here).filter(({ evidence }) => matchesEvidence(evidence, search));
  const others = library.entries.filter((entry) => !entry.here && matchesEvidence(entry.evidence, search));

  /** Does something to documents, and lets the answers that are open in this window know. */
  const act = async (work: () => Promise<unknown>, done: string, gone: readonly string[] = []): Promise<void> => {
    setFailure(null);
    try {
      const before = openSession(view);
      await before.saving.settled();
      await work();
      const session = openSession(await call('assessments.open', { id }));
      for (const evidenceId of gone) session.dropEvidence(evidenceId);
      await onChanged();
      announce(done);
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <AssessmentPage summary={view.summary} current="check" className="stack-3">
      <div className="stack-1">
        <PageHeading>{t('evidence.title')}</PageHeading>
        <p className="muted measure">{t('evidence.intro')}</p>
      </div>
      {readOnly && (
        <Notice>
          <p>{t('evidence.finished')}</p>
        </Notice>
      )}
      {failure !== null && <ErrorNotice error={failure} />}
      <MissingEvidence library={library} assessmentId={id} decimals={questionnaire.scoring.decimals} />
      {!readOnly && (
        <Duplicates
          library={library}
          onMerge={(keep, ids) => {
            const gone = ids.filter((other) => other !== keep.id);
            void act(
              () => call('evidence.merge', { assessmentId: id, keep: keep.id, others: gone }),
              t('evidence.merged', { name: evidenceName(keep) }),
              gone,
            );
          }}
        />
      )}
      <section className="stack-2" aria-labelledby="documents">
        <div className="evidence-head">
          <h2 id="documents">{t('evidence.documents', { count: here.length })}</h2>
          {!readOnly && (
            <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen({ kind: 'document', editing: null })}>
              <Icon of={Plus} />
              {t('evidence.add')}
            </Button>
          )}
        </div>
        {library.entries.length > 0 && (
          <div className="evidence-filter">
            <input
              type="search"
              value={search}
              aria-label={t('side.search')}
              placeholder={t('side.search')}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            {unused.length > 0 && (
              <label className="pick">
                <input
                  type="checkbox"
                  checked={onlyUnused}
                  onChange={(event) => setOnlyUnused(event.currentTarget.checked)}
                />
                <span>
                  {t('evidence.only-unused')} ({unused.length})
                </span>
              </label>
            )}
          </div>
        )}
        {shown.length > 0 ? (
          <DocumentTable
            assessmentId={id}
            entries={shown}
            questionnaire={questionnaire}
            readOnly={readOnly}
            onEdit={(editing) => setOpen({ kind: 'document', editing })}
            onRemove={(entry) => setOpen({ kind: 'remove', entry })}
          />
        ) : (
          <p className="muted" role="status">
            {here.length === 0 ? t('evidence.none') : t('evidence.none-found', { search })}
          </p>
        )}
      </section>
      {others.length > 0 && (
        <OtherDocuments
          entries={others}
          readOnly={readOnly}
          onTake={(entry) =>
            void act(
              () => call('evidence.link', { assessmentId: id, evidenceId: entry.id }),
              t('evidence.taken', { name: evidenceName(entry) }),
            )
          }
        />
      )}
      {library.files.bytes > 0 && (
        <p className="small muted">
          {t('evidence.files', {
            used: sizeText(library.files.bytes, language),
            most: sizeText(library.files.most, language),
          })}
        </p>
      )}
      {open?.kind === 'document' && (
        <DocumentDialog
          assessmentId={id}
          title={t(open.editing ? 'answer.evidence-title-edit' : 'evidence.add-title')}
          editing={open.editing?.evidence ?? null}
          confirm={t('answer.evidence-save-edit')}
          uses={open.editing?.itemIds.length ?? 0}
          onStored={(evidence) => {
            openSession(view).addEvidence(evidence);
            void onChanged();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'remove' && (
        <ConfirmDialog
          title={t('evidence.remove-title')}
          confirm={t('answer.evidence-remove')}
          onConfirm={() => {
            const { entry } = open;
            setOpen(null);
            void act(
              () => call('evidence.remove', { assessmentId: id, evidenceId: entry.id }),
              t('evidence.removed', { name: evidenceName(entry) }),
              [entry.id],
            );
          }}
          onClose={() => setOpen(null)}
        >
          <p>{t('evidence.remove-text', { name: evidenceName(open.entry) })}</p>
        </ConfirmDialog>
      )}
    </AssessmentPage>
  );
}
