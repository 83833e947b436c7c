import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../../api/client.ts';
import { useAppInfo, useQuestionnaires } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import './about.css';

/** Open-source parts that the program is built on, with their licences. */
const PARTS: readonly (readonly [name: string, licence: string])[] = [
  ['Electron', 'MIT'],
  ['React', 'MIT'],
  ['TanStack Query', 'MIT'],
  ['wouter', 'Unlicense'],
  ['i18next', 'MIT'],
  ['Lucide', 'ISC'],
  ['zod', 'MIT'],
  ['yaml', 'ISC'],
  ['better-sqlite3', 'MIT'],
  ['SQLite', 'Public domain'],
  ['ExcelJS', 'MIT'],
  ['JSZip', 'MIT'],
  ['pdfmake', 'MIT'],
  ['fontkit', 'MIT'],
  ['docx', 'MIT'],
  ['pdf.js', 'Apache-2.0'],
  ['resvg-js', 'MPL-2.0'],
  ['commander', 'MIT'],
];

/** Which program this is, that it stays offline, where its questionnaires come from, what it is made of. */
export default function AboutScreen() {
  const t = useT();
  const { version, host, dataFolder } = useAppInfo();
  const machine = useQuery({ queryKey: ['machine'], queryFn: () => call('machine.info', {}), staleTime: Infinity });
  return (
    <Page
      title={[t('about.title')]}
      context={{ name: t('common.tagline'), detail: t('header.about') }}
      className="about stack-3"
    >
      <div className="stack-1">
        <PageHeading>{t('about.title')}</PageHeading>
        <p className="measure">{t('about.what')}</p>
        <p className="measure">{t('about.offline')}</p>
        <p>
          <Link href="/privacy">{t('privacy.link')}</Link>
        </p>
      </div>
      <section aria-labelledby="program">
        <h2 id="program" className="visually-hidden">
          {t('about.program')}
        </h2>
        <dl className="about-facts">
          <dt>{t('about.version')}</dt>
          <dd>{version}</dd>
          <dt>{t('about.host')}</dt>
          <dd>{t(`about.host-${host}`)}</dd>
          <dt>{t('about.data-folder')}</dt>
          <dd className="about-path">{dataFolder}</dd>
          {machine.data?.mark && (
            <>
              <dt>{t('about.machine')}</dt>
              <dd>
                {machine.data.mark} <span className="muted">({t('about.machine-more')})</span>
              </dd>
            </>
          )}
        </dl>
      </section>
      <Questionnaires />
      <section aria-labelledby="fonts" className="stack-1">
        <h2 id="fonts">{t('about.fonts')}</h2>
        <p className="measure">{t('about.fonts-more')}</p>
        <ul className="about-list">
          <li>{t('about.font-screen')}</li>
          <li>{t('about.font-print')}</li>
        </ul>
      </section>
      <section aria-labelledby="licences" className="stack-1">
        <h2 id="licences">{t('about.licences')}</h2>
        <p className="measure">{t('about.licences-more')}</p>
        <ul className="about-licences">
          {PARTS.map(([name, licence]) => (
            <li key={name}>
              {name} <span className="muted">({licence})</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Questionnaires() {
  const t = useT();
  const localized = useLocalized();
  const { data, error, refetch } = useQuestionnaires();
  return (
    <section aria-labelledby="sets" className="stack-1">
      <h2 id="sets">{t('about.questionnaires')}</h2>
      <p className="measure">{t('about.questionnaires-more')}</p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <div className="scroll" role="group" aria-labelledby="sets" tabIndex={0}>
        <table aria-labelledby="sets">
          <thead>
            <tr>
              <th scope="col">{t('about.set')}</th>
              <th scope="col">{t('about.set-version')}</th>
              <th scope="col">{t('about.set-basis')}</th>
              <th scope="col">{t('about.set-status')}</th>
            </tr>
          </thead>
          <tbody>
            {data?.questionnaires.map(({ id, version, title, basis, status }) => (
              <tr key={`${id} ${version}`}>
                <th scope="row">{localized(title)}</th>
                <td>{version}</td>
                <td>{t(`basis.${basis}`)}</td>
                <td>{t(`provenance.${status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
