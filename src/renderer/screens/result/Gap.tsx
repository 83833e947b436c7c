import { useMemo } from 'react';
import type { ResultView } from '../../../contract/views.ts';
import { gapOf } from '../../../domain/charts/detail-charts.ts';
import { gapChart } from '../../../domain/charts/gap.ts';
import { pillarUnit } from '../../../domain/charts/result-charts.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useGroupWords } from './group-words.ts';

/** How far each group is from the target level, the furthest first; nothing where levels cannot be read from scores. */
export function Gap({ result, questionnaire }: { readonly result: ResultView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const words = useGroupWords(questionnaire);
  const { groups, target } = result;
  const chart = useMemo(
    () => gapOf(questionnaire, groups, target, language),
    [questionnaire, groups, target, language],
  );
  const charts = useMemo(
    (): [ChartChoice] | null =>
      chart && [{ key: 'bars', label: t('chart.bars'), draw: (style) => gapChart(chart, style), most: 760 }],
    [chart, t],
  );
  if (!chart || !charts || !target) return null;
  const figures = { level: target.level, year: target.year, group: words.group };
  return (
    <div className="gap" data-slide>
      <Figure
        title={t(chart.most > 0 ? 'result.gap-title' : 'result.gap-done', figures)}
        note={pillarUnit(questionnaire, groups, language)}
        charts={charts}
        file={t('result.file-gap')}
        table={
          <table>
            <caption className="visually-hidden">{chart.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.Group}</th>
                <th scope="col" className="num">
                  {t('result.gap-column')}
                </th>
              </tr>
            </thead>
            <tbody>
              {chart.rows.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  <td className="num">{row.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </div>
  );
}
