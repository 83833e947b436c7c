import { FileSpreadsheet, FileText } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ResultView } from '../../../contract/views.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { call } from '../../api/client.ts';
import { useMenuActions } from '../../api/events.ts';
import { forgetAssessment, useQuestionnaire, useResult } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { SourceLine } from '../../charts/Figure.tsx';
import { useLanguage, useT } from '../../i18n/index.ts';
import { periodInText } from '../../i18n/when.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Beside } from './Beside.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { HandedIn, HandIn } from '../handover/HandIn.tsx';
import { ExportNotice } from './ExportNotice.tsx';
import { Gap } from './Gap.tsx';
import { Indicators } from './Indicators.tsx';
import { ItemGap } from './ItemGap.tsx';
import { Items } from './Items.tsx';
import { NextSteps } from './NextSteps.tsx';
import { Pillars } from './Pillars.tsx';
import { useOpenForPrint } from './print.ts';
import './result.css';
import { Rounds } from './Rounds.tsx';
import { RoundsHeat } from './RoundsHeat.tsx';
import { Source } from './Source.tsx';
import { Trace } from './Trace.tsx';
import { useExport } from './use-export.ts';
import { Verdict } from './Verdict.tsx';
import { Warnings } from './Warnings.tsx';

/** Level, what it means, what to do next. */
export default function ResultScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  const result = useResult(id);
  const ref = result.data?.questionnaire;
  const questionnaire = useQuestionnaire(ref?.id, ref?.version);
  const error = result.error ?? questionnaire.error;
  if (!result.data || !questionnaire.data)
    return (
      <Page title={[t('header.result')]} className="stack-2">
        {error ? (
          <>
            <PageHeading>{t('header.result')}</PageHeading>
            <ErrorNotice
              error={error}
              onRetry={() => void (result.error ? result.refetch() : questionnaire.refetch())}
            />
          </>
        ) : (
          <Loading />
        )}
      </Page>
    );
  const { root } = result.data;
  const nothing = root.answered + root.notApplicable === 0;
  return nothing ? (
    <NothingYet result={result.data} />
  ) : (
    <Result result={result.data} questionnaire={questionnaire.data.questionnaire} />
  );
}

function NothingYet({ result }: { readonly result: ResultView }) {
  const t = useT();
  const { assessment } = result;
  const finished = assessment.state === 'finished';
  return (
    <AssessmentPage
      summary={assessment}
      current="result"
      layout="form"
      className="stack-3"
      footer={finished ? <Reopen assessmentId={assessment.id} /> : undefined}
    >
      <PageHeading>{t('result.empty-title')}</PageHeading>
      <p>{t('result.empty-text')}</p>
      {!finished && (
        <LinkButton to={`/assessments/${assessment.id}/answer`} look="primary" big>
          {t('result.empty-act')}
        </LinkButton>
      )}
    </AssessmentPage>
  );
}

function Result({ result, questionnaire }: { readonly result: ResultView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useDocumentLanguage();
  const { assessment } = result;
  const finished = assessment.state === 'finished';
  const files = useExport(assessment.id, language);
  useMenuActions({ 'export-xlsx': () => files.make('xlsx'), 'export-pdf': () => files.make('pdf') });
  useOpenForPrint();
  const period = t('common.period-of', { period: periodInText(t, useLanguage(), assessment.period) });
  const source = `${assessment.organisationName} · ${period}`;
  const making = files.state.kind === 'making' ? files.state.format : null;

  return (
    <AssessmentPage
      summary={assessment}
      current="result"
      layout="page"
      className="result"
      footer={
        <>
          <ExportNotice state={files.state} onRetry={files.make} />
          <HandedIn assessmentId={assessment.id} />
          {!finished && (
            <LinkButton to={`/assessments/${assessment.id}/check`} look="primary">
              {t('result.finish')}
            </LinkButton>
          )}
          <Button look={finished ? 'primary' : 'plain'} busy={making === 'xlsx'} onClick={() => files.make('xlsx')}>
            <Icon of={FileSpreadsheet} /> {t('result.xlsx')}
          </Button>
          <Button busy={making === 'pdf'} onClick={() => files.make('pdf')}>
            <Icon of={FileText} /> {t('result.pdf')}
          </Button>
          <ExportMenu busy={making !== null} onChoose={files.make} />
          <HandIn summary={assessment} />
          <LinkButton to={`/assessments/${assessment.id}/compare`}>{t('result.compare')}</LinkButton>
          <LinkButton to={`/assessments/${assessment.id}/preview`} look="quiet">
            {t('report.to-preview')}
          </LinkButton>
          <LinkButton to={`/assessments/${assessment.id}/report`} look="quiet">
            {t('report.title')}
          </LinkButton>
          {finished && <Reopen assessmentId={assessment.id} />}
        </>
      }
    >
      <SourceLine value={source}>
        <div className="result__top">
          <Verdict result={result} questionnaire={questionnaire} />
          <Pillars result={result} questionnaire={questionnaire} />
        </div>
        <div className="result__next">
          <NextSteps result={result} questionnaire={questionnaire} />
          <Warnings result={result} questionnaire={questionnaire} />
        </div>
        <Rounds result={result} />
        <div className="result__more">
          <Indicators result={result} questionnaire={questionnaire} />
          <Beside result={result} questionnaire={questionnaire} />
          <div className="result__charts">
            <Gap result={result} questionnaire={questionnaire} />
            <ItemGap result={result} questionnaire={questionnaire} />
            <RoundsHeat result={result} questionnaire={questionnaire} />
            <Items result={result} questionnaire={questionnaire} />
          </div>
          <Trace assessmentId={assessment.id} />
        </div>
        <Source questionnaire={questionnaire} />
      </SourceLine>
    </AssessmentPage>
  );
}

/** Makes a locked result a draft again, after asking. */
function Reopen({ assessmentId }: { readonly assessmentId: string }) {
  const t = useT();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const reopen = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await call('assessments.reopen', { id: assessmentId });
      forgetAssessment(client, assessmentId);
      setAsking(false);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="quiet" className="push" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('result.reopen')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('result.reopen-title')}
          confirm={t('result.reopen')}
          busy={busy}
          onConfirm={() => void reopen()}
          onClose={() => setAsking(false)}
        >
          <p>{t('result.reopen-text')}</p>
          {failure !== null && <ErrorNotice error={failure} />}
        </ConfirmDialog>
      )}
    </>
  );
}
