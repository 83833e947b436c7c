import { Printer } from 'lucide-react';
import type { ReportDetailsView } from '../../../contract/views/report-details.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { useMenuActions } from '../../api/events.ts';
import { useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { ExportNotice } from '../result/ExportNotice.tsx';
import { useExport } from '../result/use-export.ts';
import { AgencyFields } from './AgencyFields.tsx';
import { FirmFields } from './FirmFields.tsx';
import { useReport } from './hooks.ts';
import { Passages } from './Passages.tsx';
import { Printed } from './Printed.tsx';
import { ReportFailure, ReportSaved } from './Saved.tsx';

/** Fields at the left, what the document prints of them at the right, the texts of the body below. */
export function ReportWork({
  view,
  language,
}: {
  readonly view: ReportDetailsView;
  /** Of the document, which need not be that of the screen. */
  readonly language: Language;
}) {
  const t = useT();
  const session = useReport();
  const { assessment, family } = view;
  const agency = family === 'agency';
  const files = useExport(assessment.id, language);
  useMenuActions({ undo: () => session.undo() });
  return (
    <AssessmentPage
      summary={assessment}
      current="result"
      layout="narrow"
      className="report"
      status={<ReportSaved session={session} />}
      footerKeep
      footer={
        <>
          <ExportNotice state={files.state} onRetry={files.make} />
          <LinkButton to={`/assessments/${assessment.id}/preview`} look="primary">
            <Icon of={Printer} /> {t('report.to-preview')}
          </LinkButton>
          <ExportMenu busy={files.state.kind === 'making'} onChoose={files.make} />
          <LinkButton to={`/assessments/${assessment.id}/result`}>{t('report.to-result')}</LinkButton>
          <ReportSaved session={session} className="report__saved push" />
        </>
      }
    >
      <div className="report__head stack-2">
        <PageHeading>{t('report.title')}</PageHeading>
        <p className="measure">{t(agency ? 'report.intro' : 'report.intro-firm')}</p>
        <ReportFailure session={session} />
        <Remembered />
      </div>
      <div className="report__columns">
        <form
          className="report__fields stack-4"
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
        >
          {agency ? <AgencyFields /> : <FirmFields />}
        </form>
        <Printed agency={agency} language={language} />
      </div>
      {agency && <Passages language={language} />}
    </AssessmentPage>
  );
}

/** Another report of the organisation was signed otherwise since: offers its details, and the way back. */
function Remembered() {
  const t = useT();
  const session = useReport();
  const used = session.replaced === 'details';
  if (!used && !session.remembered) return null;
  // One button in one place, so that the focus stays on it.
  return (
    <Notice>
      <p role="status">{t(used ? 'report.remembered-used' : 'report.remembered')}</p>
      <Button onClick={() => (used ? session.undo() : session.useRemembered())}>
        {t(used ? 'report.undo' : 'report.remembered-use')}
      </Button>
    </Notice>
  );
}
