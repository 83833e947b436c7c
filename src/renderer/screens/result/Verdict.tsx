import { useMemo } from 'react';
import type { ResultView } from '../../../contract/views.ts';
import { ladderChart } from '../../../domain/charts/ladder.ts';
import { ladderOf } from '../../../domain/charts/result-charts.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber, formatPercent } from '../../../domain/text/numbers.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { periodInText } from '../../i18n/when.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useGroupWords } from './group-words.ts';

/** The level in large type, what it means, how it moved, and the staircase. */
export function Verdict({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { level, levelText, target, assessment, root } = result;
  const { decimals, total } = questionnaire.scoring;
  const entry = questionnaire.levels.find(({ value }) => value === level);
  const ranked = questionnaire.scoring.overall.kind !== 'none';
  const period = periodInText(t, language, assessment.period);
  const provisional = assessment.state === 'draft';
  const points =
    total.kind === 'sum' && root.value !== null ? formatNumber(exact(root.value), language, decimals) : null;
  const figure = points === null ? '' : t('result.points-label', pointsCount(points));
  const charts = useMemo((): [ChartChoice] => {
    const chart = ladderOf(questionnaire.levels, level, target, figure, language);
    return [{ key: 'ladder', label: '', draw: (style) => ladderChart(chart, style), most: 496 }];
  }, [questionnaire.levels, level, target, figure, language]);

  const headline = entry
    ? t('result.level', { level: levelText ? say(levelText) : entry.value, name: say(entry.name) })
    : ranked || points === null
      ? t('result.no-level')
      : figure;

  return (
    <section className="verdict" data-slide aria-labelledby="verdict">
      <PageHeading className="verdict__level">
        <span className="verdict__over">{t(provisional ? 'result.over-draft' : 'result.over', { period })}</span>
        <span id="verdict">{headline}</span>
      </PageHeading>
      <p className="verdict__meaning">
        {entry ? say(entry.meaning) : t(ranked ? 'result.no-level-text' : 'result.not-ranked')}{' '}
        <Movement result={result} />
      </p>
      {ranked && (
        <Figure
          title={headline}
          note={entry ? say(entry.meaning) : ''}
          heading={false}
          charts={charts}
          table={null}
          file={t('result.file-level')}
          className="verdict__ladder"
        />
      )}
      <Figures result={result} questionnaire={questionnaire} />
      <p className="verdict__source small muted">
        {t('result.basis')}{' '}
        <strong>
          {t(`basis.${questionnaire.provenance.basis}`)} · {t(`provenance.${questionnaire.provenance.status}`)}
        </strong>
      </p>
    </section>
  );
}

function Movement({ result }: { readonly result: ResultView }) {
  const t = useT();
  const language = useLanguage();
  const { level, previous } = result;
  if (level === null || !previous || previous.level === null) return null;
  const period = periodInText(t, language, previous.period);
  const key = level > previous.level ? 'result.up' : level < previous.level ? 'result.down' : 'result.same';
  return <strong>{t(key, { from: previous.level, to: level, period })}</strong>;
}

/** Total, and what the questionnaire prints beside the level. */
function Figures({ result, questionnaire }: { readonly result: ResultView; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { root, beside, groups } = result;
  const { decimals, total } = questionnaire.scoring;
  const show = (value: string): string => formatNumber(exact(value), language, decimals);
  const words = useGroupWords(questionnaire);
  const titles = (ids: readonly string[]): string => {
    const [first] = groups.filter(({ id }) => ids.includes(id));
    return ids.length > 1 || !first
      ? t('result.lowest-many', { count: ids.length, groups: words.groups })
      : say(first.title);
  };
  return (
    <dl className="verdict__figures">
      {total.kind === 'sum' && root.value !== null && root.max !== null && (
        <div>
          <dt>{t('result.total')}</dt>
          <dd>
            <strong>{t('result.of', { value: show(root.value), max: show(root.max) })}</strong>{' '}
            {root.percent !== null && (
              <span className="muted">
                {t('result.percent', { percent: formatPercent(exact(root.percent), language) })}
              </span>
            )}
          </dd>
        </div>
      )}
      {beside.map(({ kind, value, groupIds }) => (
        <div key={kind}>
          <dt>{t(`result.${kind}`, words)}</dt>
          <dd>
            <strong>
              {kind === 'mean' && root.max !== null
                ? t('result.of', { value: show(value), max: show(root.max) })
                : show(value)}
            </strong>{' '}
            {groupIds.length > 0 && <span className="muted">{titles(groupIds)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
