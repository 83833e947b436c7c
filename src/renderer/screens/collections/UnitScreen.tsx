import { ChevronLeft, Trash2 } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { CollectionView, UnitDetail } from '../../../contract/views/collections.ts';
import { collectionWords } from '../../../domain/collection/report/context.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { call } from '../../api/client.ts';
import { useAppInfo, useQuestionnaire } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { dayText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AppraiseUnit } from './AppraiseUnit.tsx';
import { CollectionPage } from './CollectionPage.tsx';
import { figure, NONE, share } from './figures.ts';
import { useGroupWord } from './group-word.ts';
import { takeView, useCollection, useFreshCollections, useUnit } from './queries.ts';
import { UnitItems } from './UnitItems.tsx';
import './collections.css';
import { Scroll } from '../../ui/Scroll.tsx';

/** One unit of a collection: its result, its answers, both scores, and what was handed in before. */
export default function UnitScreen({ id, result }: { readonly id: string; readonly result: number }) {
  const t = useT();
  useFreshCollections();
  const collection = useCollection(id);
  const unit = useUnit(id, result);
  return (
    <CollectionPage collection={collection} part={unit.data?.line.name ?? t('dash.unit')} className="stack-3">
      {(view) => (
        <>
          {unit.error && <ErrorNotice error={unit.error} onRetry={() => void unit.refetch()} />}
          {unit.isPending && <Loading />}
          {unit.data && <Shown collection={view} unit={unit.data} />}
        </>
      )}
    </CollectionPage>
  );
}

function Shown({ collection, unit }: { readonly collection: CollectionView; readonly unit: UnitDetail }) {
  const t = useT();
  const { id, questionnaire } = collection;
  const loaded = useQuestionnaire(questionnaire.id, questionnaire.version);
  return (
    <>
      <div className="stack-1">
        <p>
          <Link href={`/collections/${id}/units`} className="collections__back">
            <Icon of={ChevronLeft} /> {collection.name}
          </Link>
        </p>
        <PageHeading>{unit.line.name}</PageHeading>
        <p className="muted">{[unit.line.code, unit.line.group, ...unit.line.tags].filter(Boolean).join(' · ')}</p>
      </div>
      {unit.standing !== 'counts' && (
        <Notice kind="warn">
          <p>{t(`dash.standing-${unit.standing}`)}</p>
        </Notice>
      )}
      <Facts unit={unit} questionnaire={loaded.data?.questionnaire ?? null} />
      <AppraiseUnit collectionId={id} unit={unit} />
      <Nodes unit={unit} questionnaire={questionnaire} />
      {loaded.data && <UnitItems unit={unit} questionnaire={loaded.data.questionnaire} />}
      <Revisions id={id} unit={unit} />
      <Discard id={id} unit={unit} />
    </>
  );
}

function Facts({ unit, questionnaire }: { readonly unit: UnitDetail; readonly questionnaire: Questionnaire | null }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  const { kinds, provinces, utcOffset } = useAppInfo();
  const { line } = unit;
  const number = (text: string): string => formatNumber(figure(text), language, 2);
  const kind = kinds.find((entry) => entry.id === unit.kind);
  const province = provinces.find(({ code }) => code === unit.province);
  const levelOf = (level: number | null): ReactNode => {
    if (level === null) return t('home.no-level');
    const found = questionnaire?.levels.find(({ value }) => value === level);
    return <LevelChip level={level} name={found ? say(found.name) : String(level)} />;
  };
  const rows: [string, ReactNode][] = [
    [t('home.level'), levelOf(line.level)],
    [
      t('dash.self'),
      line.value === null
        ? NONE
        : `${number(line.value)}${line.max === null ? '' : `/${number(line.max)}`} (${share(line.percent, language)}%)`,
    ],
  ];
  if (line.appraised)
    rows.push([
      t('dash.appraised'),
      <>
        {share(line.appraised.percent, language)}% {levelOf(line.appraised.level)}
      </>,
    ]);
  rows.push(
    [
      t('files.answers'),
      `${words('answered')} ${line.answered}, ${words('notApplicable').toLowerCase()} ${line.notApplicable}, ${words('unanswered').toLowerCase()} ${line.unanswered}`,
    ],
    [t('dash.kind'), [kind && say(kind.name), province?.name].filter(Boolean).join(' · ') || NONE],
    [t('collections.column-file'), `${unit.file} · ${dayText(unit.exportedAt, utcOffset)}`],
    [t('files.code'), unit.shortHash],
  );
  if (line.quality.length > 0)
    rows.push([words('flags'), line.quality.map((flag) => words(`flag.${flag}`)).join('; ')]);
  return (
    <dl className="dash__unit">
      {rows.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Groups with both scores side by side. */
function Nodes({
  unit,
  questionnaire,
}: {
  readonly unit: UnitDetail;
  readonly questionnaire: CollectionView['questionnaire'];
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  const { Group, group } = useGroupWord(questionnaire);
  const both = unit.nodes.some(({ appraised }) => appraised !== null);
  const number = (text: string | null | undefined): string =>
    text === null || text === undefined ? NONE : formatNumber(figure(text), language, 2);
  return (
    <section className="stack-1" aria-labelledby="nodes">
      <h2 id="nodes">{t('dash.unit-groups', { group })}</h2>
      <Scroll label={t('dash.unit-groups', { group })}>
        <table className="mid dash__table">
          <caption className="visually-hidden">{t('dash.unit-groups', { group })}</caption>
          <thead>
            <tr>
              <th scope="col">{Group}</th>
              <th scope="col" className="num">
                {words('points')}
              </th>
              <th scope="col" className="num">
                %
              </th>
              <th scope="col" className="num">
                {t('home.level')}
              </th>
              {both && (
                <>
                  <th scope="col" className="num">
                    {t('dash.appraised')}
                  </th>
                  <th scope="col" className="num">
                    {t('dash.appraised-level')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {unit.nodes.map((node) => (
              <tr key={node.id} className={node.depth === 1 ? 'dash__top' : undefined}>
                <th scope="row" className={`dash__depth-${Math.min(3, node.depth)}`}>
                  {node.code}. {say(node.title)}
                </th>
                <td className="num">
                  {number(node.value)}
                  {node.max !== null && node.value !== null && `/${number(node.max)}`}
                </td>
                <td className="num">{share(node.percent, language)}</td>
                <td className="num">{node.level ?? NONE}</td>
                {both && (
                  <>
                    <td className="num">{number(node.appraised?.value)}</td>
                    <td className="num">{node.appraised?.level ?? NONE}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Revisions({ id, unit }: { readonly id: string; readonly unit: UnitDetail }) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  if (unit.revisions.length < 2) return null;
  return (
    <section className="stack-1" aria-labelledby="revisions">
      <h2 id="revisions">{t('dash.revisions')}</h2>
      <ul className="dash__revisions">
        {unit.revisions.map(({ result, file, exportedAt, revision, percent, shortHash }) => (
          <li key={result}>
            {result === unit.line.result ? (
              <strong>{file}</strong>
            ) : (
              <Link href={`/collections/${id}/units/${result}`} className="collections__link">
                {file}
              </Link>
            )}{' '}
            <span className="muted small">
              {t('dash.revision', { revision, day: dayText(exportedAt, utcOffset), code: shortHash })} ·{' '}
              {share(percent, language)}%
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes the result out of the collection. */
function Discard({ id, unit }: { readonly id: string; readonly unit: UnitDetail }) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => call('collections.discard', { id, result: unit.line.result }),
    onSuccess: (view) => {
      takeView(client, view);
      navigate(`/collections/${id}/units`);
    },
  });
  return (
    <div className="row">
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        <Icon of={Trash2} /> {t('dash.discard')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('dash.discard-title', { name: unit.line.name })}
          confirm={t('dash.discard')}
          busy={discard.isPending}
          onConfirm={() => discard.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('dash.discard-text')}</p>
          {discard.error && <ErrorNotice error={discard.error} />}
        </ConfirmDialog>
      )}
    </div>
  );
}
