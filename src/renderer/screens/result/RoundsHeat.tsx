import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { ResultView } from '../../../contract/views.ts';
import { comparePeriods } from '../../../domain/assessment/period.ts';
import { isPillar } from '../../../domain/charts/result-charts.ts';
import { roundsHeatChart, roundsHeatOf } from '../../../domain/charts/rounds-heat.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { roundsOf } from '../../api/lists.ts';
import { resultQuery, useAssessments } from '../../api/queries.ts';
import { Figure, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { levelClass } from '../../ui/LevelChip.tsx';
import { useGroupWords } from './group-words.ts';

/** So many rounds stand beside each other, the latest ones. */
const MOST = 8;

/** Groups by rounds of this organisation with this questionnaire; nothing before the second round. */
export function RoundsHeat({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const { assessment } = result;
  const { data: all = [] } = useAssessments();
  const rounds = roundsOf(all, assessment.organisationId)
    .filter((round) => round.questionnaireId === assessment.questionnaireId && round.settled > 0)
    .filter((round) => round.id === assessment.id || comparePeriods(round.period, assessment.period) < 0)
    .slice(0, MOST)
    .reverse();
  const results = useQueries({
    queries: rounds.map(({ id }) => resultQuery(id)),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
  if (rounds.length < 2 || results.length < rounds.length) return null;
  return <Shown result={result} questionnaire={questionnaire} results={results} />;
}

function Shown({
  result,
  questionnaire,
  results,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
  readonly results: readonly ResultView[];
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = useGroupWords(questionnaire);
  const pillars = useMemo(() => result.groups.filter(isPillar), [result.groups]);
  const chart = useMemo(
    () =>
      roundsHeatOf(
        questionnaire,
        pillars,
        results.map(({ assessment, root, groups }) => ({
          head: periodText(t, assessment.period),
          version: assessment.questionnaireVersion,
          root,
          groups,
        })),
        language,
      ),
    [questionnaire, pillars, results, t, language],
  );
  const charts = useMemo(
    (): [ChartChoice] => [
      { key: 'cells', label: t('chart.cells'), draw: (style) => roundsHeatChart(chart, style), most: 860 },
    ],
    [chart, t],
  );
  return (
    <div className="rounds-heat" data-slide>
      <Figure
        title={t('result.rounds-title', words)}
        note={t(chart.breaks.length > 0 ? 'result.rounds-note-break' : 'result.rounds-note')}
        charts={charts}
        file={t('result.file-rounds')}
        table={
          <div className="scroll">
            <table className="pillars__table">
              <caption className="visually-hidden">{chart.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.Group}</th>
                  {results.map(({ assessment }) => (
                    <th key={assessment.id} scope="col" className="num">
                      {periodText(t, assessment.period)}
                      {chart.breaks.length > 0 && (
                        <>
                          <br />
                          {t('home.version', { version: assessment.questionnaireVersion })}
                        </>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {chart.rows.map((row, index) => (
                  <tr key={index} className={row.total ? 'beside__whole' : undefined}>
                    <th scope="row">
                      {pillars[index] ? `${pillars[index].code}. ${say(pillars[index].title)}` : row.label}
                    </th>
                    {row.cells.map(({ text, shade }, at) => (
                      <td key={at} className="num">
                        {shade === null ? text : <span className={`heat__cell ${levelClass(shade)}`}>{text}</span>}
                      </td>
                    ))}
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
