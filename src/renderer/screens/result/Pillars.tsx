import { ChevronRight } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { ResultView } from '../../../contract/views.ts';
import { pillarChart } from '../../../domain/charts/pillars.ts';
import { isPillar, pillarFinding, pillarsOf, pillarUnit } from '../../../domain/charts/result-charts.ts';
import type { ChartStyle } from '../../../domain/charts/style.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { ChartView } from '../../charts/ChartView.tsx';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';

/** The pillars as dots and lines under a title that says what they show; the same figures as a table on demand. */
export function Pillars({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const language = useLanguage();
  const { groups, target, assessment, previous } = result;
  const now = periodText(t, assessment.period);
  const before = previous && periodText(t, previous.period);
  const chart = useMemo(
    () => pillarsOf(questionnaire, groups, target, { now, previous: before }, language),
    [questionnaire, groups, target, now, before, language],
  );
  const draw = useCallback((style: ChartStyle) => pillarChart(chart, style), [chart]);
  return (
    <figure className="pillars">
      <figcaption>
        <h2>{pillarFinding(questionnaire, groups, language)}</h2>
        <p className="small muted">{pillarUnit(questionnaire, groups, language)}</p>
      </figcaption>
      <ChartView draw={draw} most={860} />
      <details>
        <summary>
          <Icon of={ChevronRight} /> {t('result.table')}
        </summary>
        <PillarTable result={result} questionnaire={questionnaire} before={before} />
      </details>
    </figure>
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
  const { decimals } = questionnaire.scoring;
  const number = (value: string | null | undefined): string =>
    value === null || value === undefined ? '—' : formatNumber(exact(value), language, decimals, { fixed: true });
  return (
    <div className="scroll">
      <table className="pillars__table">
        <caption className="visually-hidden">{t('result.table-caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.pillar')}</th>
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
