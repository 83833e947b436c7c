import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PrivacyView } from '../../../contract/views/privacy.ts';
import { formatDay, parseDay } from '../../../domain/text/dates.ts';
import { call } from '../../api/client.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { dayText } from '../../i18n/when.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { People } from './People.tsx';
import { PRIVACY } from './queries.ts';
import './privacy.css';

/** The notice on personal data, who is named, a copy for a person, deletion and what remains of it. */
export default function PrivacyScreen() {
  const t = useT();
  const info = useQuery({ queryKey: [PRIVACY, 'info'], queryFn: () => call('persons.info', {}) });
  return (
    <Page
      title={[t('privacy.title')]}
      context={{ name: t('common.tagline'), detail: t('privacy.title') }}
      layout="narrow"
      className="stack-3 privacy"
    >
      <div className="stack-1">
        <PageHeading>{t('privacy.title')}</PageHeading>
        <p className="muted measure">{t('privacy.lead')}</p>
      </div>
      {info.error && <ErrorNotice error={info.error} onRetry={() => void info.refetch()} />}
      {info.isPending && <Loading />}
      {info.data && <Notice notice={info.data.notice} />}
      <People />
      {info.data && <Erasures erasures={info.data.erasures} />}
    </Page>
  );
}

function Notice({ notice }: Pick<PrivacyView, 'notice'>) {
  const t = useT();
  const localized = useLocalized();
  const day = parseDay(notice.date);
  return (
    <section aria-labelledby="notice" className="stack-1">
      <h2 id="notice">{t('privacy.notice')}</h2>
      <dl className="privacy__notice">
        {notice.sections.map(({ heading, text }) => (
          <div key={heading.vi}>
            <dt>{localized(heading)}</dt>
            <dd className="measure">{localized(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small measure">
        {t('privacy.version', { version: notice.version, date: day ? formatDay(day) : notice.date })}{' '}
        <span lang="vi">{notice.laws.join('; ')}.</span>
      </p>
    </section>
  );
}

function Erasures({ erasures }: Pick<PrivacyView, 'erasures'>) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  return (
    <section aria-labelledby="erasures" className="stack-1">
      <h2 id="erasures">{t('privacy.erasures')}</h2>
      <p className="muted measure">
        {t('privacy.handed')} <Link href="/">{t('privacy.handed-link')}</Link>
      </p>
      {erasures.length === 0 ? (
        <p>{t('privacy.erasures-none')}</p>
      ) : (
        <ul className="privacy__list">
          {erasures.map(({ id, at, fields, backups }) => (
            <li key={id}>{t('privacy.erasure', { when: dayText(at, utcOffset), fields, backups })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
