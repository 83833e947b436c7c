import { Printer } from 'lucide-react';
import { useCallback } from 'react';
import { call } from '../../api/client.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ExportNotice } from '../result/ExportNotice.tsx';
import { useFileExport } from '../result/use-export.ts';

/** The questionnaire as a form to print, for offices that answer on paper. */
export function BlankForm({ id, version }: { readonly id: string; readonly version: string }) {
  const t = useT();
  const language = useDocumentLanguage();
  const files = useFileExport(
    useCallback(() => call('questionnaires.blank', { id, version, language }), [id, version, language]),
  );
  return (
    <div className="stack-1">
      <div className="row">
        <Button busy={files.state.kind === 'making'} onClick={() => files.make('pdf')}>
          <Icon of={Printer} /> {t('export.blank')}
        </Button>
        <span className="muted small">{t('export.blank-more')}</span>
      </div>
      <ExportNotice state={files.state} onRetry={files.make} />
    </div>
  );
}
