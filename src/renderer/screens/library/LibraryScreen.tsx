import { Link } from 'wouter';
import type { LibraryLine } from '../../../contract/views/library.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AddQuestionnaire } from './AddQuestionnaire.tsx';
import { BrokenOnes } from './BrokenOnes.tsx';
import { LineTags } from './LineTags.tsx';
import { useForgetLibrary, useLibrary, useShow } from './queries.ts';
import './library.css';

/** All questionnaires on this computer: what they stand on, where they are used, and adding more. */
export default function LibraryScreen() {
  const t = useT();
  const library = useLibrary();
  const forget = useForgetLibrary();
  return (
    <Page
      title={[t('library.title')]}
      context={{ name: t('common.tagline'), detail: t('library.title') }}
      layout="narrow"
      className="stack-3"
    >
      <div className="stack-1">
        <PageHeading>{t('library.title')}</PageHeading>
        <p className="muted measure">{t('library.lead')}</p>
      </div>
      {library.error && <ErrorNotice error={library.error} onRetry={() => void library.refetch()} />}
      {library.isPending && <Loading />}
      {library.data && (
        <>
          <BrokenOnes broken={library.data.broken} />
          <AddQuestionnaire onAdded={forget} />
          <Lines lines={library.data.lines} />
        </>
      )}
    </Page>
  );
}

function Lines({ lines }: { readonly lines: readonly LibraryLine[] }) {
  const t = useT();
  const show = useShow();
  if (lines.length === 0) return <p>{t('library.empty')}</p>;
  return (
    <section aria-labelledby="list" className="stack-1">
      <h2 id="list">{t('library.list')}</h2>
      {show.error && <ErrorNotice error={show.error} />}
      <table className="library">
        <thead>
          <tr>
            <th scope="col">{t('library.name')}</th>
            <th scope="col">{t('library.version')}</th>
            <th scope="col">{t('library.uses')}</th>
            <th scope="col">{t('library.offered')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={`${line.id} ${line.version}`}
              line={line}
              onShow={(shown) => show.mutate({ id: line.id, version: line.version, shown })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line, onShow }: { readonly line: LibraryLine; readonly onShow: (shown: boolean) => void }) {
  const t = useT();
  const say = useLocalized();
  const { id, version, title, items, groups, minutes, uses, shown } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={`/library/${id}/${version}`}>{say(title)}</Link>
        <LineTags line={line} />
        <span className="library__facts">{t('library.facts', { items, groups, minutes })}</span>
      </th>
      <td data-label={t('library.version')}>{version}</td>
      <td data-label={t('library.uses')}>
        {uses === 0 ? t('library.uses-none') : t('library.uses-of', { count: uses })}
      </td>
      <td>
        <label className="library__offer">
          <input type="checkbox" checked={shown} onChange={(event) => onShow(event.currentTarget.checked)} />
          <span aria-hidden="true">{t('library.shown')}</span>
          <span className="visually-hidden">{t('library.offered-of', { title: say(title), version })}</span>
        </label>
      </td>
    </tr>
  );
}
