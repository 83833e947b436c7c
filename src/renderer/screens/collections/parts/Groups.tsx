import { useId, useMemo } from 'react';
import type { CollectionOverview } from '../../../../contract/views/collections.ts';
import { DEFAULT_LIMITS, MINIMUM_GROUP, shownGroups } from '../../../../domain/collection/disclosure.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import { spreadsChart, type SpreadsChart } from '../../../../domain/charts/spreads.ts';
import { useAppInfo } from '../../../api/queries.ts';
import { Figure, type ChartChoice } from '../../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { difference, PERCENT_TICKS, share, spreadRow, topsOf } from '../figures.ts';
import { useGroupWord } from '../group-word.ts';
import { isFiltered, type ViewState } from '../view-state.ts';
import { SpreadTable } from './SpreadTable.tsx';
import { Scroll } from '../../../ui/Scroll.tsx';

const WAYS = ['group', 'kind', 'province', 'tag', 'level'] as const;

/** Groups against each other, and this round against an earlier one. */
export function Groups({
  overview,
  state,
  onChange,
}: {
  readonly overview: CollectionOverview;
  readonly state: ViewState;
  readonly onChange: (part: Partial<ViewState>) => void;
}) {
  const t = useT();
  const id = useId();
  return (
    <>
      <section className="stack-1" data-slide aria-label={t('dash.part-groups')}>
        <div className="dash__filter">
          <label htmlFor={id}>{t('dash.group-by')}</label>
          <select
            id={id}
            value={state.groupBy}
            onChange={(event) => onChange({ groupBy: event.currentTarget.value as ViewState['groupBy'] })}
          >
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {t(`dash.by-${way}`)}
              </option>
            ))}
          </select>
        </div>
        <Compared overview={overview} state={state} />
      </section>
      <Change overview={overview} state={state} />
    </>
  );
}

/** What a group is called: its own name, or the words for a code. */
function useGroupName(overview: CollectionOverview, by: ViewState['groupBy']): (key: string) => string {
  const say = useLocalized();
  const language = useLanguage();
  const { kinds, provinces } = useAppInfo();
  return (key) => {
    if (key === '') return collectionWords(language)('group.none');
    if (by === 'kind') {
      const kind = kinds.find(({ id }) => id === key);
      return kind ? say(kind.name) : key;
    }
    if (by === 'province') return provinces.find(({ code }) => code === key)?.name ?? key;
    if (by === 'level') {
      const level = overview.layout.levels.find((entry) => String(entry.level) === key);
      return level ? `${level.level} – ${say(level.name)}` : key;
    }
    return key;
  };
}

function Compared({ overview, state }: { readonly overview: CollectionOverview; readonly state: ViewState }) {
  const t = useT();
  const language = useLanguage();
  const words = collectionWords(language);
  const nameOf = useGroupName(overview, state.groupBy);
  const { groups } = overview;
  const shown = state.hideNames
    ? shownGroups(new Map(groups.map(({ key, aggregate }) => [key, aggregate.n])), DEFAULT_LIMITS)
    : new Set(groups.map(({ key }) => key));
  const rows = groups
    .filter(({ key }) => shown.has(key))
    .map(({ key, aggregate, difference: own }) => ({
      label: nameOf(key),
      spread: aggregate.total.percent,
      change: own,
    }));
  const title = words('groups.title');
  const drawn = JSON.stringify(rows);
  const charts = useMemo((): [ChartChoice] => {
    const chart: SpreadsChart = {
      title,
      summary: rows
        .map(({ label, spread }) => t('dash.spread-row', { name: label, median: share(spread?.median, language) }))
        .join('. '),
      rows: rows.map(({ label, spread }) => spreadRow(label, spread, language)),
      legend: t('dash.spread-legend'),
      ticks: PERCENT_TICKS,
    };
    return [{ key: 'boxes', label: t('dash.boxes'), draw: (style) => spreadsChart(chart, style), most: 900 }];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- equal rows are drawn once
  }, [drawn, title, t, language]);
  const hidden = groups.length - rows.length;
  if (groups.length < 2) return <p className="muted">{words('empty.groups')}</p>;
  return (
    <>
      {rows.length > 0 && (
        <Figure
          title={title}
          charts={charts}
          file={t('dash.file-groups')}
          table={<SpreadTable caption={title} head={words('group')} rows={rows} change={words('difference')} />}
        />
      )}
      {hidden > 0 && <p className="small muted">{words('hidden.groups', { minimum: MINIMUM_GROUP })}</p>}
    </>
  );
}

function Change({ overview, state }: { readonly overview: CollectionOverview; readonly state: ViewState }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  const { change, layout } = overview;
  const { Group } = useGroupWord(overview.collection.questionnaire);
  if (state.since === null) return null;
  if (!change) return <p className="muted">{t('dash.change-other')}</p>;
  if (change.both === 0) return <p className="muted">{t('dash.change-none')}</p>;
  if (state.hideNames && change.both < MINIMUM_GROUP)
    return <p className="muted">{words('hidden.few', { minimum: MINIMUM_GROUP })}</p>;
  const rows = [
    { label: words('total'), own: change.total },
    ...topsOf(layout).flatMap((place) => {
      const [node, own] = [layout.nodes[place], change.nodes[place]];
      return node && own ? [{ label: `${node.code}. ${say(node.title)}`, own }] : [];
    }),
  ];
  const levelName = (level: number | null): string => {
    const found = layout.levels.find((entry) => entry.level === level);
    return found ? `${found.level} – ${say(found.name)}` : words('level.none');
  };
  return (
    <section className="stack-1" data-slide aria-labelledby="change">
      <h2 id="change">{words('changes.title')}</h2>
      <p className="small muted">
        {isFiltered(state)
          ? t('dash.change-filtered', { count: change.both })
          : t('dash.change-note', {
              both: change.both,
              before: change.onlyBefore.length,
              now: change.onlyNow.length,
            })}
      </p>
      <Scroll label={words('changes.title')}>
        <table className="mid dash__table">
          <caption className="visually-hidden">{words('changes.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{Group}</th>
              {(['mean', 'median', 'up', 'same', 'down'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {words(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, own }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{difference(own.change?.mean, language)}</td>
                <td className="num">{difference(own.change?.median, language)}</td>
                <td className="num">{own.up}</td>
                <td className="num">{own.same}</td>
                <td className="num">{own.down}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {!state.hideNames && change.levels.length > 0 && (
        <table className="mid dash__moves">
          <caption className="collections__caption">{t('dash.moves')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dash.from')}</th>
              <th scope="col">{t('dash.to')}</th>
              <th scope="col" className="num">
                {t('dash.units')}
              </th>
            </tr>
          </thead>
          <tbody>
            {change.levels.map(({ from, to, n }) => (
              <tr key={`${from} ${to}`}>
                <td>{levelName(from)}</td>
                <td>{levelName(to)}</td>
                <td className="num">{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
