import { useMemo } from 'react';
import type { CollectionOverview } from '../../../../contract/views/collections.ts';
import { shadeOf } from '../../../../domain/charts/shade.ts';
import { toNumber } from '../../../../domain/exact/exact.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import type { Language } from '../../../../domain/text/localized.ts';
import { HeatTable } from '../../../charts/HeatTable.tsx';
import type { HeatTableCell, HeatTableRow } from '../../../charts/sort-rows.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { figure, NONE, share, topsOf } from '../figures.ts';
import { useGroupWord } from '../group-word.ts';
import type { ViewState } from '../view-state.ts';
import { useNamed } from './names.ts';

/** Pillars beyond this number are headed by their codes. */
const MOST_TITLES = 8;

function shadedCell(text: string | null, language: Language): HeatTableCell {
  if (text === null) return { text: NONE, sort: null, shade: null };
  const value = figure(text);
  return { text: formatNumber(value, language, 0), sort: toNumber(value), shade: shadeOf(value) };
}

const plainCell = (text: string, sort: number | null): HeatTableCell => ({ text, sort, shade: null });

/** Units by pillars with their ranks: sorts by every column; a name leads to the unit. */
export function Units({
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
  const { layout, aggregate } = overview;
  const { hideNames, basis } = state;
  const named = useNamed(overview, hideNames);
  const { group } = useGroupWord(overview.collection.questionnaire);
  const title = t('dash.units-title', { group });
  const tops = topsOf(layout);
  const withAppraised = basis === 'self' && aggregate.appraised.total.n > 0;
  const withLevels = layout.levels.length > 0;
  const columns = useMemo(
    () => [
      t('dash.rank'),
      t('dash.total-percent'),
      ...(withLevels ? [t('home.level')] : []),
      ...(withAppraised ? [t('dash.appraised-percent')] : []),
      ...tops.map((place) => {
        const node = layout.nodes[place];
        return node ? (tops.length > MOST_TITLES ? node.code : `${node.code}. ${say(node.title)}`) : '';
      }),
    ],
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the places follow from the layout
    [layout, withLevels, withAppraised, t, say],
  );
  const rows = useMemo(
    (): readonly HeatTableRow[] =>
      named.map(({ line, name }) => ({
        id: String(line.result),
        label: name,
        code: hideNames ? '' : line.code,
        ...(hideNames ? {} : { href: `/collections/${id}/units/${line.result}` }),
        cells: [
          plainCell(line.rank === null ? NONE : String(line.rank), line.rank === null ? null : -line.rank),
          plainCell(share(line.percent, language), line.percent === null ? null : toNumber(figure(line.percent))),
          ...(withLevels ? [plainCell(line.level === null ? NONE : String(line.level), line.level)] : []),
          ...(withAppraised
            ? [
                plainCell(
                  share(line.appraised?.percent, language),
                  line.appraised?.percent ? toNumber(figure(line.appraised.percent)) : null,
                ),
              ]
            : []),
          ...line.pillars.map(([percent]) => shadedCell(percent, language)),
        ],
      })),
    [named, id, hideNames, withLevels, withAppraised, language],
  );
  return (
    <section className="stack-1" data-slide>
      <h2>{title}</h2>
      <p className="small muted">{t('dash.units-note')}</p>
      <HeatTable caption={title} rowHead={t('dash.unit')} columns={columns} rows={rows} search={false} />
    </section>
  );
}
