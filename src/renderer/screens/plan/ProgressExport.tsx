import { FileSpreadsheet, FileText } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { useAppInfo, useOrganisations } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ExportNotice } from '../result/ExportNotice.tsx';
import { useFileExport } from '../result/use-export.ts';

/** The periodic progress report of an agency; firms write none. */
export function ProgressExport({ view }: { readonly view: PlanView }) {
  const t = useT();
  const language = useDocumentLanguage();
  const { kinds } = useAppInfo();
  const organisation = useOrganisations().data?.find(({ id }) => id === view.assessment.organisationId);
  const periods = view.periods.filter(({ state }) => state !== 'later');
  // What was reported last is what is printed most often.
  const last = periods.findLastIndex(({ record }) => record !== null);
  const [chosen, setChosen] = useState<number | null>(null);
  const index = chosen ?? (last < 0 ? periods.length - 1 : last);
  const period = periods[index]?.period;
  const assessmentId = view.assessment.id;
  const files = useFileExport<'xlsx' | 'pdf'>(
    useCallback(
      (format) =>
        period
          ? call('progress.export', { assessmentId, period, format, language })
          : Promise.reject(new Error('no period')),
      [assessmentId, period, language],
    ),
  );
  if (!period || kinds.find(({ id }) => id === organisation?.kind)?.family !== 'agency') return null;
  const making = files.state.kind === 'making' ? files.state.format : null;
  return (
    <section aria-labelledby="progress-export" className="stack-1">
      <h2 id="progress-export">{t('export.progress')}</h2>
      <p className="measure muted">{t('export.progress-more')}</p>
      <div className="row reporting">
        <Field label={t('export.progress-period')}>
          {(control) => (
            <select {...control} value={index} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {periods.map((entry, place) => (
                <option key={`${entry.period.kind} ${entry.period.year} ${entry.period.number}`} value={place}>
                  {periodText(t, entry.period)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button busy={making === 'pdf'} onClick={() => files.make('pdf')}>
          <Icon of={FileText} /> {t('export.progress-pdf')}
        </Button>
        <Button busy={making === 'xlsx'} onClick={() => files.make('xlsx')}>
          <Icon of={FileSpreadsheet} /> {t('export.progress-xlsx')}
        </Button>
      </div>
      <ExportNotice state={files.state} onRetry={files.make} />
    </section>
  );
}
