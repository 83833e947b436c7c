import { useMemo } from 'react';
import type { ResultView } from '../../../contract/views.ts';
import type { ItemFigures } from '../../../contract/views/compare.ts';
import { heatOf } from '../../../domain/charts/detail-charts.ts';
import { heatChart } from '../../../domain/charts/heat.ts';
import { signed } from '../../../domain/charts/scale.ts';
import { shadeOf } from '../../../domain/charts/shade.ts';
import { exact, subtract, toNumber } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { HeatTable } from '../../charts/HeatTable.tsx';
import type { HeatTableCell, HeatTableRow } from '../../charts/sort-rows.ts';
import { useLanguage, useLocalized, useT, type Words } from '../../i18n/index.ts';

/** Every scored item at a glance, and as a table that sorts and searches. */
export function Items({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { groups, items, assessment, previous } = result;
  const before = previous && previous.break === null ? periodText(t, previous.period) : null;
  const { decimals } = questionnaire.scoring;
  const charts = useMemo((): [ChartChoice] => {
    const chart = heatOf(questionnaire, groups, items, language);
    return [{ key: 'cells', label: t('chart.cells'), draw: (style) => heatChart(chart, style), most: 1100 }];
  }, [questionnaire, groups, items, language, t]);
  const columns = useMemo(
    () => [
      t('result.column-points'),
      t('result.column-max'),
      t('result.column-percent'),
      ...(before === null ? [] : [before, t('result.column-change')]),
    ],
    [t, before],
  );
  const rows = useMemo(
    () =>
      items.map((item): HeatTableRow => ({
        id: item.itemId,
        code: item.code,
        label: say(item.title),
        href: `/assessments/${assessment.id}/answer/${item.itemId}`,
        cells: cellsOf(item, before !== null, t, language, decimals),
      })),
    [items, say, assessment.id, before, t, language, decimals],
  );
  if (items.length === 0) return null;
  return (
    <div className="items" data-slide>
      <Figure
        title={t('result.heat-title')}
        note={t('result.heat-note')}
        charts={charts}
        file={t('result.file-items')}
        table={
          <HeatTable
            caption={t('result.heat-title')}
            rowHead={t('result.item')}
            columns={columns}
            rows={rows}
            search={rows.length > 12}
          />
        }
      />
    </div>
  );
}

function cellsOf(
  item: ItemFigures,
  withBefore: boolean,
  t: Words,
  language: Language,
  decimals: number,
): readonly HeatTableCell[] {
  const figure = (text: string | null | undefined, digits: number): HeatTableCell => {
    if (text === null || text === undefined) return { text: '—', sort: null, shade: null };
    const value = exact(text);
    return { text: formatNumber(value, language, digits), sort: toNumber(value), shade: null };
  };
  const share = item.percent === null ? null : exact(item.percent);
  const without =
    item.state === 'unanswered' ? t('result.open') : item.state === 'not-applicable' ? t('result.na') : '—';
  const points: HeatTableCell =
    item.value === null || item.state === 'unanswered' || item.state === 'not-applicable'
      ? { text: without, sort: null, shade: null }
      : { ...figure(item.value, decimals), shade: share && shadeOf(share) };
  const then = item.previous?.value ?? null;
  const change = then !== null && item.value !== null ? subtract(exact(item.value), exact(then)) : null;
  return [
    points,
    figure(item.max, decimals),
    figure(item.percent, 1),
    ...(withBefore
      ? [
          figure(then, decimals),
          change
            ? // Whole points are written like the columns beside it.
              { text: signed(change, language, change.d === 1n ? 0 : decimals), sort: toNumber(change), shade: null }
            : { text: '—', sort: null, shade: null },
        ]
      : []),
  ];
}
