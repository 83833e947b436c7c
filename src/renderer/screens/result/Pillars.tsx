import { useMemo } from 'react';
import type { ResultView } from '../../../contract/views.ts';
import { radarOf } from '../../../domain/charts/detail-charts.ts';
import { pillarChart } from '../../../domain/charts/pillars.ts';
import { radarChart } from '../../../domain/charts/radar.ts';
import { isPillar, pillarFinding, pillarsOf, pillarUnit } from '../../../domain/charts/result-charts.ts';
import type { ChartStyle } from '../../../domain/charts/style.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { useGroupWords } from './group-words.ts';

/** The pillars under a title that says what they show: dots and lines, a radar or a table. */
export function Pillars({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const language = useLanguage();
  const { groups, target, targets, assessment, previous } = result;
  const now = periodText(t, assessment.period);
  // After a version break there are no earlier figures to draw.
  const before = previous && previous.break === null ? periodText(t, previous.period) : null;
  const figures = useMemo(
    () =>
      groups.map((group) => ({
        ...group,
        target: targets?.groups.find(({ id }) => id === group.id) ?? null,
      })),
    [groups, targets],
  );
  const charts = useMemo((): [ChartChoice, ...ChartChoice[]] => {
    const rounds = { now, previous: before };
    const dots = pillarsOf(questionnaire, figures, target, rounds, language);
    const radar = radarOf(questionnaire, figures, rounds, language);
    return [
      { key: 'dots', label: t('chart.dots'), draw: (style) => pillarChart(dots, style), most: 860 },
      ...(radar
        ? [{ key: 'radar', label: t('chart.radar'), draw: (style: ChartStyle) => radarChart(radar, style), most: 640 }]
        : []),
    ];
  }, [questionnaire, figures, target, now, before, language, t]);
  return (
    <div className="pillars" data-slide>
      <Figure
        title={pillarFinding(questionnaire, groups, language)}
        note={pillarUnit(questionnaire, groups, language)}
        charts={charts}
        table={<PillarTable result={result} questionnaire={questionnaire} before={before} />}
        file={t('result.file-pillars')}
      />
    </div>
  );
}

function PillarTable({
  result,
  questionnaire,
  before,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
  readonly before: string | null;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = useGroupWords(questionnaire);
  const { decimals } = questionnaire.scoring;
  const number = (value: string | null | undefined): string =>
    value === null || value === undefined ? '—' : formatNumber(exact(value), language, decimals, { fixed: true });
  return (
    <div className="scroll">
      <table className="pillars__table">
        <caption className="visually-hidden">{t('result.table-caption', words)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.Group}</th>
            <th scope="col" className="num">
              {t('result.column-level')}
            </th>
            <th scope="col" className="num">
              {t('result.column-points')}
            </th>
            <th scope="col" className="num">
              {t('result.column-percent')}
            </th>
            {before !== null && (
              <th scope="col" className="num">
                {t('result.column-previous', { period: before })}
              </th>
            )}
            <th scope="col" className="num">
              {t('result.column-answered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.groups.filter(isPillar).map((group) => (
            <tr key={group.id}>
              <th scope="row">
                {group.code}. {say(group.title)}
              </th>
              <td className="num">{group.level ?? '—'}</td>
              <td className="num">
                {number(group.value)}
                {group.max !== null && `/${formatNumber(exact(group.max), language, decimals)}`}
              </td>
              <td className="num">
                {group.percent === null ? '—' : formatNumber(exact(group.percent), language, 1, { fixed: true })}
              </td>
              {before !== null && <td className="num">{number(group.previous?.value)}</td>}
              <td className="num">
                {group.answered + group.notApplicable}/{group.total}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
