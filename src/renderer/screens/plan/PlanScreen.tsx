import { FileSpreadsheet, FileText } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { Link, useParams } from 'wouter';
import type { PlanView } from '../../../contract/views/plan.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { call } from '../../api/client.ts';
import { useMenuActions } from '../../api/events.ts';
import { useQuestionnaire } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { editField, isTextField } from '../../app/edit.ts';
import { asksFor } from '../../app/shortcuts.ts';
import { useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ExportNotice } from '../result/ExportNotice.tsx';
import { useFileExport } from '../result/use-export.ts';
import { Figures } from './Figures.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanProgress } from './PlanProgress.tsx';
import { PlanTasks } from './PlanTasks.tsx';
import { Selection } from './Selection.tsx';
import { Suggestions } from './Suggestions.tsx';
import './plan.css';
import { usePlan, usePlanWork, type PlanWork } from './plan-work.ts';

/** What to do, by whom, until when, and where it leads. */
export default function PlanScreen() {
  const { id, part = 'tasks' } = useParams<{ id: string; part?: string }>();
  const t = useT();
  const plan = usePlan(id);
  const ref = plan.data?.questionnaire;
  const questionnaire = useQuestionnaire(ref?.id, ref?.version);
  const error = plan.error ?? questionnaire.error;
  if (plan.data && questionnaire.data)
    return <Loaded key={id} view={plan.data} questionnaire={questionnaire.data.questionnaire} part={part} />;
  return (
    <Page title={[t('header.plan')]} className="stack-2">
      {error ? (
        <>
          <PageHeading>{t('header.plan')}</PageHeading>
          <ErrorNotice error={error} onRetry={() => void (plan.error ? plan.refetch() : questionnaire.refetch())} />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** Ctrl+Z and Ctrl+Y, and undo and redo of the menu; text fields keep their own. */
function useUndoKeys({ undo, redo }: Pick<PlanWork, 'undo' | 'redo'>): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTextField(document.activeElement) || document.querySelector('dialog[open]')) return;
    if (!asksFor('answer', 'undo', event)) return;
    event.preventDefault();
    if (event.code === 'KeyY') redo();
    else undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const travel = (way: 'undo' | 'redo', act: () => void) => () => {
    if (isTextField(document.activeElement)) editField(way);
    else act();
  };
  useMenuActions({ undo: travel('undo', undo), redo: travel('redo', redo) });
}

function Loaded({
  view,
  questionnaire,
  part,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly part: string;
}) {
  const t = useT();
  const assessmentId = view.assessment.id;
  const language = useDocumentLanguage();
  const work = usePlanWork(assessmentId);
  useUndoKeys(work);
  const files = useFileExport<'xlsx' | 'pdf'>(
    useCallback((format) => call('plans.export', { assessmentId, format, language }), [assessmentId, language]),
  );
  useMenuActions({ 'export-xlsx': () => files.make('xlsx'), 'export-pdf': () => files.make('pdf') });
  const making = files.state.kind === 'making' ? files.state.format : null;
  const parts = ['tasks', ...(view.figures.length > 0 ? ['figures'] : []), 'progress', 'initiatives'] as const;
  const current = parts.find((one) => one === part) ?? 'tasks';

  return (
    <AssessmentPage
      summary={view.assessment}
      current="plan"
      layout="page"
      className="plan stack-2"
      footer={
        <>
          <ExportNotice state={files.state} onRetry={files.make} />
          <Button
            look={view.plan.tasks.length > 0 ? 'primary' : 'plain'}
            busy={making === 'xlsx'}
            onClick={() => files.make('xlsx')}
          >
            <Icon of={FileSpreadsheet} /> {t('plan.export-xlsx')}
          </Button>
          <Button busy={making === 'pdf'} onClick={() => files.make('pdf')}>
            <Icon of={FileText} /> {t('plan.export-pdf')}
          </Button>
          <span className="muted wide">{t('plan.export-hint')}</span>
        </>
      }
    >
      <PlanHead view={view} questionnaire={questionnaire} work={work} />
      {work.failure !== null && <ErrorNotice error={work.failure} />}
      <nav className="parts" aria-label={t('plan.parts')}>
        <ul>
          {parts.map((one) => (
            <li key={one}>
              <Link
                href={`/assessments/${assessmentId}/plan${one === 'tasks' ? '' : `/${one}`}`}
                aria-current={one === current ? 'page' : undefined}
              >
                {t(`plan.part-${one as 'tasks' | 'figures' | 'progress' | 'initiatives'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {current === 'tasks' && (
        <>
          <PlanTasks view={view} questionnaire={questionnaire} work={work} />
          <Suggestions view={view} questionnaire={questionnaire} work={work} />
        </>
      )}
      {current === 'figures' && <Figures view={view} work={work} />}
      {current === 'progress' && <PlanProgress view={view} questionnaire={questionnaire} work={work} />}
      {current === 'initiatives' && <Selection view={view} work={work} />}
    </AssessmentPage>
  );
}
