import { useState } from 'react';
import { Link } from 'wouter';
import type { CollectionOverview, CollectionView } from '../../../../contract/views/collections.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { announce } from '../../../ui/announce.ts';
import { share } from '../figures.ts';

/** Rows that are drawn at a time. */
const PAGE = 100;

/** How far the figures can be trusted: who is missing, what to look at, what was left out. */
export function Quality({
  collection,
  overview,
  hideNames,
}: {
  readonly collection: CollectionView;
  readonly overview: CollectionOverview;
  readonly hideNames: boolean;
}) {
  return (
    <>
      <Checks overview={overview} />
      {!hideNames && collection.expected > 0 && <Missing overview={overview} />}
      {!hideNames && <Flagged id={collection.id} overview={overview} />}
    </>
  );
}

function Checks({ overview }: { readonly overview: CollectionOverview }) {
  const t = useT();
  const language = useLanguage();
  const words = collectionWords(language);
  const { completeness, quality, breaks, n } = overview.aggregate;
  const settled = completeness.answered + completeness.notApplicable;
  const rows: [string, string][] = [
    [
      words('fact.answered'),
      completeness.items === 0 ? '–' : `${share(`${settled * 100}/${completeness.items}`, language)}%`,
    ],
    [words('fact.full'), `${completeness.full}/${n}`],
    ...quality
      .filter((flag) => flag.n > 0)
      .map((flag): [string, string] => [words(`flag.${flag.flag}`), String(flag.n)]),
  ];
  const left: [string, string][] = [
    ...(['otherPeriod', 'samples', 'otherQuestionnaire', 'notAppraised'] as const)
      .filter((key) => breaks[key] > 0)
      .map((key): [string, string] => [words(`break.${key}`), String(breaks[key])]),
    ...breaks.otherVersions.map((other): [string, string] => [
      words('break.otherVersion', { version: other.version, nodes: other.nodes, items: other.items }),
      String(other.n),
    ]),
  ];
  return (
    <div className="dash__pair" data-slide>
      <Counts title={words('quality.title')} rows={rows} head={t('dash.value')} empty={words('empty.flags')} />
      <Counts title={words('breaks.title')} rows={left} head={t('dash.units')} empty={words('empty.breaks')} />
    </div>
  );
}

function Counts({
  title,
  rows,
  head,
  empty,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly head: string;
  readonly empty: string;
}) {
  const words = collectionWords(useLanguage());
  return (
    <section className="stack-1">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <table className="mid">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words('what')}</th>
              <th scope="col" className="num">
                {head}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Who has handed in nothing that counts; the list goes into a message as text. */
function Missing({ overview: { missing } }: { readonly overview: CollectionOverview }) {
  const t = useT();
  const words = collectionWords(useLanguage());
  const [most, setMost] = useState(PAGE);
  const copy = (): void => {
    const text = missing.map(({ code, name, group }) => [code, name, group].filter(Boolean).join('\t')).join('\n');
    navigator.clipboard.writeText(text).then(
      () => announce(t('dash.copied')),
      () => announce(t('dash.not-copied')),
    );
  };
  return (
    <section className="stack-1" data-slide aria-labelledby="missing">
      <div className="row collections__bar">
        <h2 id="missing">{t('dash.missing', { count: missing.length })}</h2>
        {missing.length > 0 && <Button onClick={copy}>{t('dash.copy-list')}</Button>}
      </div>
      {missing.length === 0 ? (
        <p className="muted">{words('empty.missing')}</p>
      ) : (
        <table className="mid">
          <caption className="visually-hidden">{words('missing.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('name')}</th>
              <th scope="col">{words('code')}</th>
              <th scope="col">{words('group')}</th>
              <th scope="col">{t('collections.list-note')}</th>
            </tr>
          </thead>
          <tbody>
            {missing.slice(0, most).map(({ id, name, code, group, note }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{code}</td>
                <td>{group}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('collections.more-rows', { count: Math.min(PAGE, missing.length - most) })}
        </Button>
      )}
    </section>
  );
}

function Flagged({ id, overview }: { readonly id: string; readonly overview: CollectionOverview }) {
  const t = useT();
  const words = collectionWords(useLanguage());
  const [most, setMost] = useState(PAGE);
  const flagged = overview.units.filter(({ quality }) => quality.length > 0);
  if (flagged.length === 0) return null;
  return (
    <section className="stack-1" aria-labelledby="flagged">
      <h2 id="flagged">{words('unitFlags.title')}</h2>
      <table className="mid">
        <caption className="visually-hidden">{words('unitFlags.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('name')}</th>
            <th scope="col">{words('flags')}</th>
          </tr>
        </thead>
        <tbody>
          {flagged.slice(0, most).map(({ result, name, quality }) => (
            <tr key={result}>
              <th scope="row">
                <Link href={`/collections/${id}/units/${result}`} className="collections__link">
                  {name}
                </Link>
              </th>
              <td>{quality.map((flag) => words(`flag.${flag}`)).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {flagged.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('collections.more-rows', { count: Math.min(PAGE, flagged.length - most) })}
        </Button>
      )}
    </section>
  );
}
