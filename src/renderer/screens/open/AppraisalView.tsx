import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ForeignAppraisal, StatedFigures } from '../../../contract/views/files.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { problemText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { forgetAssessment, keys, useAppInfo } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** An appraisal that comes back: both scores side by side, and the offer to keep it with the assessment. */
export function AppraisalView({
  upload,
  appraisal,
}: {
  readonly upload: string;
  readonly appraisal: ForeignAppraisal;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const number = (text: string): string => formatNumber(exact(text), language, 2);
  const points = ({ value, max }: StatedFigures): string =>
    value === null ? t('files.changes-empty') : max === null ? number(value) : `${number(value)}/${number(max)}`;
  const level = ({ level: value, levelName }: StatedFigures): ReactNode =>
    value === null ? (
      t('home.no-level')
    ) : (
      <LevelChip small level={value} name={levelName ? say(levelName) : String(value)} />
    );
  const { questionnaire, machine, self, appraised, remark } = appraisal;
  const title = questionnaire.title ? say(questionnaire.title) : questionnaire.id;
  const rows: [string, ReactNode][] = [
    [t('files.organisation'), appraisal.organisation],
    [t('files.questionnaire-name'), `${title} · ${t('home.version', { version: questionnaire.version })}`],
    [t('files.appraisal-by'), appraisal.by],
    [t('files.appraisal-at'), whenText(t, appraisal.at, utcOffset, now)],
    [t('files.appraisal-items'), appraisal.items],
    [t('files.code'), appraisal.code],
  ];
  if (remark !== '') rows.push([t('files.appraisal-remark'), remark]);
  return (
    <>
      <section aria-labelledby="facts" className="stack-1">
        <h2 id="facts">{t('files.appraisal')}</h2>
        <dl className="open-facts">
          {rows.map(([term, detail]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="scores" className="stack-1">
        <h2 id="scores">{t('files.appraisal-scores')}</h2>
        <table className="open-changes">
          <caption className="visually-hidden">{t('files.appraisal-scores')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('files.self')}</th>
              <th scope="col">{t('files.appraised')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('files.points')}</th>
              <td>{points(self)}</td>
              <td>{points(appraised)}</td>
            </tr>
            <tr>
              <th scope="row">{t('home.level')}</th>
              <td>{level(self)}</td>
              <td>{level(appraised)}</td>
            </tr>
          </tbody>
        </table>
        {machine.mark !== null && machine.kind === 'broken' && (
          <Notice kind="warn">
            <p>{t('files.machine-broken', { mark: machine.mark })}</p>
          </Notice>
        )}
      </section>
      <Keep upload={upload} appraisal={appraisal} />
    </>
  );
}

function Keep({ upload, appraisal }: { readonly upload: string; readonly appraisal: ForeignAppraisal }) {
  const t = useT();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { own, problems, code } = appraisal;

  async function keep(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await call('opening.appraisal', { upload });
      forgetAssessment(client);
      void client.invalidateQueries({ queryKey: keys.appInfo });
      setDone(true);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  if (!own || problems.length > 0)
    return (
      <Notice kind="warn" className="stack-1">
        <p>{t(own ? 'files.hindrance.answers' : 'files.appraisal-none')}</p>
        {problems.length > 0 && (
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>{problemText(t, problem)}</li>
            ))}
          </ul>
        )}
      </Notice>
    );
  if (done || own.taken)
    return (
      <Notice role="status" className="stack-1">
        <p>{t('files.appraisal-taken')}</p>
        <LinkButton to={`/assessments/${own.assessmentId}/result`}>{t('files.see-result')}</LinkButton>
      </Notice>
    );
  return (
    <section className="panel stack-2" aria-labelledby="keep">
      <h2 id="keep">{t('files.appraisal-take')}</h2>
      <p className="measure">{t('files.appraisal-take-more')}</p>
      {!own.latest && (
        <Notice kind="info">
          <p>{t('files.appraisal-older', { code })}</p>
        </Notice>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="row panel__actions">
        <Button look="primary" busy={busy} onClick={() => void keep()}>
          {t('files.appraisal-take')}
        </Button>
      </div>
    </section>
  );
}
