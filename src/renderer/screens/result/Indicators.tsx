import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ResultView } from '../../../contract/views.ts';
import type { IndicatorView } from '../../../contract/views/rounds.ts';
import { add, compare, exact, negate, subtract, ZERO } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { itemIndex } from '../../../domain/questionnaire/walk.ts';
import { formatNumber, formatPercent } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Tag } from '../../ui/Tag.tsx';

const STATES = ['reached', 'on-the-way', 'not-reached'] as const;
const LOOKS = {
  reached: { kind: 'ok', icon: CircleCheck },
  'on-the-way': { kind: 'plain', icon: CircleDashed },
  'not-reached': { kind: 'warn', icon: CircleX },
} as const;

type Filter = 'all' | 'late' | (typeof STATES)[number];

const isLate = ({ overdue, status }: IndicatorView): boolean => overdue && status !== 'reached';

/** The figures of a programme against its targets; nothing where the questionnaire has none. */
export function Indicators({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>('all');
  const { indicators } = result;
  if (indicators.length === 0) return null;
  const count = (status: IndicatorView['status']): number =>
    indicators.filter((indicator) => indicator.status === status).length;
  const late = indicators.filter(isLate).length;
  const shown = indicators.filter(
    (indicator) => filter === 'all' || (filter === 'late' ? isLate(indicator) : indicator.status === filter),
  );
  const choices: { key: Filter; label: string }[] = [
    { key: 'all', label: t('result.indicators-all', { count: indicators.length }) },
    ...STATES.map((key) => ({
      key,
      label: t('result.indicators-filter', { name: t(`result.indicator-${key}`), count: count(key) }),
    })),
    ...(late > 0 ? [{ key: 'late' as const, label: t('result.indicators-late', { count: late }) }] : []),
  ];
  return (
    <div className="stack-1" data-slide>
      <h2 id="indicators">{t('result.indicators')}</h2>
      <p className="muted">
        {t('result.indicators-text', {
          reached: count('reached'),
          way: count('on-the-way'),
          not: count('not-reached'),
          all: indicators.length,
        })}
      </p>
      <div className="segments" role="group" aria-label={t('result.indicators-show')}>
        {choices.map(({ key, label }) => (
          <button key={key} type="button" aria-pressed={key === filter} onClick={() => setFilter(key)}>
            {label}
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p>{t('result.indicators-none')}</p>
      ) : (
        <IndicatorTable shown={shown} assessmentId={result.assessment.id} questionnaire={questionnaire} />
      )}
    </div>
  );
}

function IndicatorTable({
  shown,
  assessmentId,
  questionnaire,
}: {
  readonly shown: readonly IndicatorView[];
  readonly assessmentId: string;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const items = itemIndex(questionnaire);
  const led = shown.some(({ itemId }) => {
    const item = items.get(itemId);
    return item?.type === 'indicator' && item.lead !== undefined;
  });
  const number = (value: string): string => formatNumber(exact(value), language, 2);
  const figureOf = ({ itemId, target, gap }: IndicatorView): string => {
    const item = items.get(itemId);
    if (item?.type !== 'indicator' || target.value === null || gap === null) return '—';
    const aim = exact(target.value);
    const figure = item.direction === 'higher' ? subtract(aim, exact(gap)) : add(aim, exact(gap));
    return formatNumber(figure, language, 2);
  };
  const gapOf = (gap: string | null): string => {
    if (gap === null) return '—';
    const value = exact(gap);
    if (compare(value, ZERO) >= 0) return number(gap);
    return t('result.indicator-over', { value: formatNumber(negate(value), language, 2) });
  };
  return (
    <div className="scroll" role="region" aria-labelledby="indicators" tabIndex={0}>
      <table className="indicators">
        <thead>
          <tr>
            <th scope="col">{t('result.indicator')}</th>
            <th scope="col">{t('result.indicator-status')}</th>
            <th scope="col" className="num">
              {t('result.indicator-now')}
            </th>
            <th scope="col" className="num">
              {t('result.indicator-target')}
            </th>
            <th scope="col" className="num">
              {t('result.indicator-gap')}
            </th>
            <th scope="col" className="num">
              {t('result.indicator-percent')}
            </th>
            {led && <th scope="col">{t('result.indicator-lead')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((indicator) => {
            const item = items.get(indicator.itemId);
            const own = item?.type === 'indicator' ? item : null;
            const { year, value, own: ownTarget } = indicator.target;
            const look = LOOKS[indicator.status];
            return (
              <tr key={indicator.itemId}>
                <th scope="row">
                  <Link href={`/assessments/${assessmentId}/answer/${indicator.itemId}`}>
                    {t('result.step-of', { code: indicator.code, title: say(indicator.title) })}
                  </Link>
                </th>
                <td>
                  <Tag kind={look.kind} icon={look.icon}>
                    {t(`result.indicator-${indicator.status}`)}
                  </Tag>
                  {isLate(indicator) && <small className="indicators__late">{t('result.indicator-overdue')}</small>}
                </td>
                <td className="num">{figureOf(indicator)}</td>
                <td className="num">
                  {value === null
                    ? t('result.indicator-year', { year })
                    : t(ownTarget ? 'result.indicator-own' : 'result.indicator-of-year', {
                        value: number(value),
                        year,
                      })}
                </td>
                <td className="num">{gapOf(indicator.gap)}</td>
                <td className="num">
                  {indicator.percentOfTarget === null ? '—' : formatPercent(exact(indicator.percentOfTarget), language)}
                </td>
                {led && <td>{own?.lead ? say(own.lead) : '—'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
