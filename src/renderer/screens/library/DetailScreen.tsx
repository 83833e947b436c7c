import { ArrowLeft, BadgeCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LibraryDetail } from '../../../contract/views/library.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Loading, Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { BlankForm } from '../export/BlankForm.tsx';
import { Changes } from './Changes.tsx';
import { LineTags } from './LineTags.tsx';
import { PackFile } from './PackFile.tsx';
import { Structure } from './Structure.tsx';
import { useLibraryDetail, useRemove, useShow } from './queries.ts';
import './library.css';

/** One version of a questionnaire: what it stands on, how it scores, and what it changed. */
export default function DetailScreen({ id, version }: { readonly id: string; readonly version: string }) {
  const t = useT();
  const say = useLocalized();
  const detail = useLibraryDetail(id, version);
  const title = detail.data ? say(detail.data.questionnaire.title) : t('library.title');
  return (
    <Page
      title={[title]}
      context={{ name: t('common.tagline'), detail: t('library.title') }}
      layout="narrow"
      className="stack-3"
    >
      <div className="stack-1">
        <Link href="/library" className="library__back">
          <Icon of={ArrowLeft} /> {t('library.back')}
        </Link>
        <PageHeading>{title}</PageHeading>
        {detail.data && <LineTags line={detail.data.line} />}
      </div>
      {detail.error && <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.isPending && <Loading />}
      {detail.data && <Detail detail={detail.data} />}
    </Page>
  );
}

function Detail({ detail }: { readonly detail: LibraryDetail }) {
  const t = useT();
  const say = useLocalized();
  const { line, questionnaire, changed } = detail;
  const { items, groups, minutes, vectors, uses } = line;
  return (
    <>
      <div className="stack-1">
        <p className="measure">{say(questionnaire.summary)}</p>
        <p className="library__meta">
          <span>{t('library.facts', { items, groups, minutes })}</span>
          <span className="library__tested">
            <Icon of={BadgeCheck} /> {t('library.vectors', { count: vectors })}
          </span>
          <span>{uses === 0 ? t('library.uses-none') : t('library.uses-of', { count: uses })}</span>
        </p>
        <Acts detail={detail} />
        <BlankForm id={line.id} version={line.version} />
        <PackFile id={line.id} version={line.version} />
      </div>
      {changed && <Changes changed={changed} />}
      <Provenance questionnaire={questionnaire} detail={detail} />
      <section aria-labelledby="scoring" className="stack-1">
        <h2 id="scoring">{t('library.scoring')}</h2>
        <p className="measure library__rule">{say(questionnaire.scoring.explanation)}</p>
      </section>
      <Levels questionnaire={questionnaire} />
      <Structure questionnaire={questionnaire} />
    </>
  );
}

function Acts({ detail: { line } }: { readonly detail: LibraryDetail }) {
  const t = useT();
  const say = useLocalized();
  const show = useShow();
  const remove = useRemove();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const { id, version, title, origin, uses, shown } = line;
  const named = { title: say(title), version };
  return (
    <>
      <div className="row">
        <label className="library__offer">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => show.mutate({ id, version, shown: event.currentTarget.checked })}
          />
          {t('library.offer')}
        </label>
        {origin === 'added' && uses === 0 && (
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            <Icon of={Trash2} /> {t('library.remove')}
          </Button>
        )}
      </div>
      {origin === 'added' && uses > 0 && <p className="muted small">{t('library.in-use')}</p>}
      {(show.error ?? remove.error) && <ErrorNotice error={show.error ?? remove.error} />}
      {asking && (
        <ConfirmDialog
          title={t('library.remove-question')}
          confirm={t('library.remove')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            remove.mutate(
              { id, version },
              {
                onSuccess: () => {
                  announce(t('library.removed', named));
                  go('/library');
                },
              },
            );
          }}
        >
          <p>{t('library.remove-more', named)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** Dates of a definition are YYYY-MM-DD, or only as exact as they are known: YYYY-MM, YYYY. */
const dayText = (iso: string): string => iso.split('-').reverse().join('/');

function Provenance({
  questionnaire,
  detail,
}: {
  readonly questionnaire: Questionnaire;
  readonly detail: LibraryDetail;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { documents, notice, reviewed } = questionnaire.provenance;
  const { id, version, hash } = detail.line;
  return (
    <section aria-labelledby="origin" className="stack-1">
      <h2 id="origin">{t('library.origin')}</h2>
      <p className="measure">{say(notice)}</p>
      <h3>{t('library.documents')}</h3>
      {documents.length === 0 ? (
        <p className="muted">{t('library.no-documents')}</p>
      ) : (
        <ul className="library__documents">
          {documents.map((document) => (
            <li key={document.number}>
              <strong>
                {t('library.document', {
                  number: document.number,
                  date: dayText(document.date),
                  issuer: say(document.issuer),
                })}
              </strong>
              : {say(document.title)} (
              {document.status === 'replaced' && document.replacedBy
                ? t('library.replaced-by', { number: document.replacedBy })
                : t(`provenance.${document.status}`).toLocaleLowerCase(language)}
              ){document.note && <span className="muted"> {say(document.note)}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="library__meta small">
        <span>{t('library.reviewed', { date: dayText(reviewed) })}</span>
        <span>{t(`library.origin-${detail.line.origin}`)}</span>
        <span>
          {t('library.hash')} <code>{hash.slice(0, 12)}</code>
        </span>
      </p>
      <p className="library__meta small">
        <span>{t('library.all-versions')}:</span>
        {detail.versions.map((other) =>
          other === version ? (
            <span key={other}>
              {other} ({t('library.this-version')})
            </span>
          ) : (
            <Link key={other} href={`/library/${id}/${other}`}>
              {other}
            </Link>
          ),
        )}
      </p>
    </section>
  );
}

function Levels({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const t = useT();
  const say = useLocalized();
  return (
    <section aria-labelledby="levels" className="stack-1">
      <h2 id="levels">{t('library.levels')}</h2>
      <table>
        <caption className="visually-hidden">{t('library.levels')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('library.level')}</th>
            <th scope="col">{t('library.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {questionnaire.levels.map(({ value, name, meaning }) => (
            <tr key={value}>
              <th scope="row" className="library__level">
                <LevelChip level={value} name={say(name)} small />
              </th>
              <td>{say(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
