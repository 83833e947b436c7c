import { useMemo } from 'react';
import type { CollectionOverview } from '../../../../contract/views/collections.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import { levelBarsChart } from '../../../../domain/charts/level-bars.ts';
import { spreadsChart, type SpreadsChart } from '../../../../domain/charts/spreads.ts';
import { stackedDotsChart } from '../../../../domain/charts/stacked-dots.ts';
import { Figure, type ChartChoice } from '../../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { LevelChip } from '../../../ui/LevelChip.tsx';
import { difference, dotsChart, levelChart, PERCENT_TICKS, share, spreadRow, topsOf } from '../figures.ts';
import { useGroupWord } from '../group-word.ts';
import type { ViewState } from '../view-state.ts';
import { SpreadTable } from './SpreadTable.tsx';

/** How the units stand: the whole, the levels, the spread, the pillars. */
export function Overview({ overview, state }: { readonly overview: CollectionOverview; readonly state: ViewState }) {
  return (
    <>
      <div className="stack-3" data-slide>
        <Facts overview={overview} state={state} />
        <div className="dash__pair">
          <Levels overview={overview} />
          <Dots overview={overview} />
        </div>
      </div>
      <Pillars overview={overview} />
    </>
  );
}

function Facts({ overview, state }: { readonly overview: CollectionOverview; readonly state: ViewState }) {
  const t = useT();
  const language = useLanguage();
  const { aggregate, collection } = overview;
  const spread = aggregate.total.percent;
  const facts: [string, string][] = [
    [t('dash.fact-results'), String(aggregate.n)],
    ...(collection.expected > 0
      ? [[t('dash.fact-missing'), `${collection.missing}/${collection.expected}`] as [string, string]]
      : []),
    [t('dash.fact-mean'), share(spread?.mean, language)],
    [t('dash.fact-median'), share(spread?.median, language)],
    [
      t('dash.fact-quartiles'),
      spread
        ? t('dash.fact-range', { from: share(spread.q1, language), to: share(spread.q3, language) })
        : share(null, language),
    ],
  ];
  const appraised = aggregate.appraised.total;
  if (appraised.n > 0 && appraised.change)
    facts.push([t('dash.fact-appraised', { n: appraised.n }), difference(appraised.change.mean, language)]);
  return (
    <section aria-label={t('dash.facts')}>
      <dl className="dash__facts">
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {state.basis === 'appraised' && aggregate.breaks.notAppraised > 0 && (
        <p className="small muted">{t('dash.not-appraised', { count: aggregate.breaks.notAppraised })}</p>
      )}
    </section>
  );
}

function Levels({ overview }: { readonly overview: CollectionOverview }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const chart = useMemo(() => levelChart(overview, language), [overview, language]);
  const charts = useMemo(
    (): [ChartChoice] | null =>
      chart && [{ key: 'bars', label: t('chart.bars'), draw: (style) => levelBarsChart(chart, style), most: 640 }],
    [chart, t],
  );
  if (!chart || !charts) return null;
  const { levels } = overview.aggregate.total;
  const n = levels.reduce((sum, entry) => sum + entry.n, 0);
  const names = new Map(overview.layout.levels.map(({ level, name }) => [level, say(name)]));
  return (
    <div>
      <Figure
        title={chart.title}
        charts={charts}
        file={t('dash.file-levels')}
        table={
          <table className="mid">
            <caption className="visually-hidden">{chart.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('home.level')}</th>
                <th scope="col" className="num">
                  {t('dash.units')}
                </th>
                <th scope="col" className="num">
                  %
                </th>
              </tr>
            </thead>
            <tbody>
              {levels.map(({ level, n: own }) => (
                <tr key={level ?? 'none'}>
                  <th scope="row">
                    {level === null ? (
                      t('home.no-level')
                    ) : (
                      <LevelChip small level={level} name={names.get(level) ?? ''} />
                    )}
                  </th>
                  <td className="num">{own}</td>
                  <td className="num">{share(`${own * 100}/${n}`, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </div>
  );
}

function Dots({ overview }: { readonly overview: CollectionOverview }) {
  const t = useT();
  const language = useLanguage();
  const chart = useMemo(() => dotsChart(overview, language), [overview, language]);
  const charts = useMemo(
    (): [ChartChoice] | null =>
      chart && [{ key: 'dots', label: t('chart.dots'), draw: (style) => stackedDotsChart(chart, style), most: 760 }],
    [chart, t],
  );
  if (!chart || !charts) return null;
  return (
    <div>
      <Figure
        title={chart.title}
        charts={charts}
        file={t('dash.file-dots')}
        table={
          <SpreadTable
            caption={chart.title}
            head={t('dash.whole')}
            rows={[{ label: t('dash.total'), spread: overview.aggregate.total.percent }]}
          />
        }
      />
    </div>
  );
}

function Pillars({ overview }: { readonly overview: CollectionOverview }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const rows = useMemo(
    () =>
      topsOf(overview.layout).flatMap((place) => {
        const node = overview.layout.nodes[place];
        return node
          ? [
              {
                label: `${node.code}. ${say(node.title)}`,
                spread: overview.aggregate.nodes[place]?.percent ?? null,
                change: overview.aggregate.appraised.nodes[place]?.change?.mean ?? null,
              },
            ]
          : [];
      }),
    [overview, say],
  );
  const words = collectionWords(language);
  const { Group, group } = useGroupWord(overview.collection.questionnaire);
  const title = words('pillars.title', { group });
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
  }, [rows, title, t, language]);
  if (rows.length === 0) return null;
  return (
    <div data-slide>
      <Figure
        title={title}
        charts={charts}
        file={t('dash.file-pillars')}
        table={<SpreadTable caption={title} head={Group} rows={rows} />}
      />
    </div>
  );
}
