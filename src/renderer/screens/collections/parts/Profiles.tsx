import { useMemo, useState } from 'react';
import type { CollectionOverview } from '../../../../contract/views/collections.ts';
import { smallMultiplesChart } from '../../../../domain/charts/small-multiples.ts';
import { useQuestionnaire } from '../../../api/queries.ts';
import { Figure, type ChartChoice } from '../../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Link } from 'wouter';
import { profilesChart, share, topsOf } from '../figures.ts';
import type { ViewState } from '../view-state.ts';
import { useNamed } from './names.ts';
import { Scroll } from '../../../ui/Scroll.tsx';

/** Profiles that stand beside each other on one page. */
const PAGE = 100;

/** Every unit as a small profile, a hundred at a time. */
export function Profiles({
  id,
  overview,
  state,
}: {
  readonly id: string;
  readonly overview: CollectionOverview;
  readonly state: ViewState;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const named = useNamed(overview, state.hideNames);
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(named.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const shown = useMemo(() => named.slice(page * PAGE, (page + 1) * PAGE), [named, page]);
  const { questionnaire } = overview.collection;
  const { data } = useQuestionnaire(questionnaire.id, questionnaire.version);
  const groupWord = data?.questionnaire.groupWord ?? null;
  const chart = useMemo(
    () => profilesChart(overview, shown, language, groupWord),
    [overview, shown, language, groupWord],
  );
  const charts = useMemo(
    (): [ChartChoice] => [
      { key: 'profiles', label: t('dash.profiles'), draw: (style) => smallMultiplesChart(chart, style), most: 1400 },
    ],
    [chart, t],
  );
  const tops = topsOf(overview.layout);
  return (
    <div data-slide className="stack-1">
      <Figure
        title={chart.title}
        note={t('dash.profiles-note')}
        charts={charts}
        file={t('dash.file-profiles')}
        table={
          <Scroll label={chart.title}>
            <table className="mid dash__table">
              <caption className="visually-hidden">{chart.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('dash.unit')}</th>
                  <th scope="col" className="num">
                    {t('dash.total-percent')}
                  </th>
                  {tops.map((place) => (
                    <th key={place} scope="col" className="num">
                      <abbr title={say(overview.layout.nodes[place]?.title ?? { vi: '', en: '' })}>
                        {overview.layout.nodes[place]?.code}
                      </abbr>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map(({ line, name }) => (
                  <tr key={line.result}>
                    <th scope="row">
                      {state.hideNames ? (
                        name
                      ) : (
                        <Link href={`/collections/${id}/units/${line.result}`} className="collections__link">
                          {name}
                        </Link>
                      )}
                    </th>
                    <td className="num">{share(line.percent, language)}</td>
                    {line.pillars.map(([percent], index) => (
                      <td key={index} className="num">
                        {share(percent, language)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        }
      />
      {pages > 1 && (
        <div className="row">
          <Button onClick={() => setPage(Math.max(0, page - 1))} aria-disabled={page === 0 || undefined}>
            {t('dash.page-back')}
          </Button>
          <span role="status">
            {t('dash.page-of', {
              from: page * PAGE + 1,
              to: Math.min(named.length, (page + 1) * PAGE),
              all: named.length,
            })}
          </span>
          <Button
            onClick={() => setPage(Math.min(pages - 1, page + 1))}
            aria-disabled={page === pages - 1 || undefined}
          >
            {t('dash.page-on')}
          </Button>
        </div>
      )}
    </div>
  );
}
