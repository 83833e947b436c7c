import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ResultView } from '../../../contract/views.ts';
import { gapChart } from '../../../domain/charts/gap.ts';
import { itemGapOf, itemGaps } from '../../../domain/charts/item-gap.ts';
import type { Exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';

/** Which items lack most: to the share that the target asks for, or to their maximum where no level can be read. */
export function ItemGap({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { groups, items, target, assessment } = result;
  const gaps = useMemo(() => itemGaps(questionnaire, groups, items, target), [questionnaire, groups, items, target]);
  const charts = useMemo((): [ChartChoice] => {
    const chart = itemGapOf(gaps, questionnaire, target, language);
    return [{ key: 'bars', label: t('chart.bars'), draw: (style) => gapChart(chart, style), most: 760 }];
  }, [gaps, questionnaire, target, language, t]);
  if (gaps.rows.length === 0) return null;
  const { decimals } = questionnaire.scoring;
  const figure = (value: Exact): string => formatNumber(value, language, Math.max(1, decimals));
  return (
    <div className="gap" data-slide>
      <Figure
        title={
          gaps.byTarget && target
            ? t('result.item-gap-title', { level: target.level, year: target.year })
            : t('result.item-gap-maximum')
        }
        note={t('result.item-gap-note', { count: gaps.rows.length })}
        charts={charts}
        file={t('result.file-item-gap')}
        table={
          <div className="scroll">
            <table className="pillars__table">
              <caption className="visually-hidden">{t('result.item-gap-maximum')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('result.item')}</th>
                  <th scope="col" className="num">
                    {t('result.column-points')}
                  </th>
                  <th scope="col" className="num">
                    {t('result.item-gap-goal')}
                  </th>
                  <th scope="col" className="num">
                    {t('result.item-gap-missing')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {gaps.rows.map(({ item, now, goal, missing }) => (
                  <tr key={item.itemId}>
                    <th scope="row">
                      <Link href={`/assessments/${assessment.id}/answer/${item.itemId}`}>
                        {item.code} {say(item.title)}
                      </Link>
                    </th>
                    <td className="num">{figure(now)}</td>
                    <td className="num">{figure(goal)}</td>
                    <td className="num">{figure(missing)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        }
      />
    </div>
  );
}
