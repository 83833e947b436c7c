import { FileSpreadsheet, FileText, PenLine, Printer } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useParams } from 'wouter';
import type { Language } from '../../../domain/text/localized.ts';
import { call, isApiError } from '../../api/client.ts';
import { useAppEvent, useMenuActions } from '../../api/events.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ExportNotice } from '../result/ExportNotice.tsx';
import { useFileExport } from '../result/use-export.ts';
import { Pages } from './Pages.tsx';
import './preview.css';
import { useDocument, type ShownDocument } from './use-document.ts';

/** The document exactly as it is exported and printed. */
export default function PreviewScreen() {
  const { id } = useParams<{ id: string }>();
  const t = useT();
  const usual = useDocumentLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? usual;
  const { data, error, isFetching, refetch } = useDocument(id, language);
  if (!data)
    return (
      <Page title={[t('preview.title')]} className="stack-2">
        <PageHeading>{t('preview.title')}</PageHeading>
        {error ? (
          <>
            <p>{t('preview.failed')}</p>
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <p className="muted" role="status" aria-busy="true">
            {t('preview.making')}
          </p>
        )}
      </Page>
    );
  return (
    <Preview
      key={data.file.ticket}
      shown={data}
      busy={isFetching}
      language={language}
      onLanguage={setChosen}
      onAgain={() => void refetch()}
    />
  );
}

function Preview({
  shown,
  busy,
  language,
  onLanguage,
  onAgain,
}: {
  readonly shown: ShownDocument;
  readonly busy: boolean;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onAgain: () => void;
}) {
  const t = useT();
  const { assessment, pages } = shown;
  const [changed, setChanged] = useState(false);
  useAppEvent((event) => {
    if (event.type === 'assessment.changed' && event.id === assessment.id) setChanged(true);
  });
  // The PDF that is handed over is the very file that is shown; only the workbook is made for it.
  const { id } = assessment;
  const { file } = shown;
  const files = useFileExport<'xlsx' | 'pdf'>(
    useCallback(
      (format) =>
        format === 'pdf' ? Promise.resolve(file) : call('reports.export', { assessmentId: id, format, language }),
      [file, id, language],
    ),
  );
  const making = files.state.kind === 'making' ? files.state.format : null;
  const gone = files.state.kind === 'failed' && isApiError(files.state.error, 'ticket.unknown');
  const printing = usePrinting(shown);
  useMenuActions({
    print: printing.start,
    'export-xlsx': () => files.make('xlsx'),
    'export-pdf': () => files.make('pdf'),
  });
  return (
    <AssessmentPage
      summary={assessment}
      current="result"
      layout="work"
      className="preview"
      footer={
        <>
          <ExportNotice state={files.state} onRetry={gone ? onAgain : files.make} />
          <Button look="primary" busy={printing.page !== null} onClick={printing.start}>
            <Icon of={Printer} /> {t('preview.print')}
          </Button>
          <Button busy={making === 'pdf'} onClick={() => files.make('pdf')}>
            <Icon of={FileText} /> {t('result.pdf')}
          </Button>
          <Button busy={making === 'xlsx'} onClick={() => files.make('xlsx')}>
            <Icon of={FileSpreadsheet} /> {t('result.xlsx')}
          </Button>
          <LinkButton to={`/assessments/${assessment.id}/report`} look="quiet" className="push">
            <Icon of={PenLine} /> {t('preview.to-details')}
          </LinkButton>
        </>
      }
    >
      <Pages pages={pages} language={language} busy={busy} onLanguage={onLanguage}>
        <div role="status">
          {printing.page !== null && (
            <p className="muted">{t('preview.printing', { number: printing.page, total: pages.length })}</p>
          )}
          {changed && (
            <Notice>
              <p>{t('preview.changed')}</p>
              <Button onClick={onAgain}>{t('preview.again')}</Button>
            </Notice>
          )}
        </div>
        {printing.error !== null && <ErrorNotice error={printing.error} onRetry={printing.start} />}
      </Pages>
    </AssessmentPage>
  );
}

function usePrinting({ pages }: ShownDocument): {
  /** The page that is being prepared; null when nothing is printed. */
  readonly page: number | null;
  readonly error: unknown;
  readonly start: () => void;
} {
  const [page, setPage] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  return {
    page,
    error,
    start() {
      if (page !== null) return;
      setPage(1);
      setError(null);
      import('./print.ts')
        .then(({ printPages }) => printPages(pages, setPage))
        .catch(setError)
        .finally(() => setPage(null));
    },
  };
}
