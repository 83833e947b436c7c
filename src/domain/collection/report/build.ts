import { agencyFrame } from '../../report/frame.ts';
import { labelsOf, reportWords } from '../../report/words/index.ts';
import { parseDay } from '../../text/dates.ts';
import { dotsOf, levelBars } from '../charts.ts';
import { bodyOf, periodInText } from './body.ts';
import { createReportContext, type CollectionReportInput } from './context.ts';
import { itemsSheet, matrixSheet, qualitySheet, unitsSheet } from './lists.ts';
import type { CollectionReport } from './model.ts';
import { overviewSheet } from './overview.ts';

/** An issuer that has not been named: to be written by hand. */
const BLANK = '………………………………';

/** Makes the report of a collection. Everything in it is text and numbers, ready to be laid out. */
export function buildCollectionReport(input: CollectionReportInput): CollectionReport {
  const context = createReportContext(input);
  const { words, aggregate, tooFew } = context;
  const { language, layout, name, period, basis, issuer } = input;
  const report = reportWords(language);
  const questionnaire = layout.title[language];
  const shownPeriod = periodInText(period, language);
  const title = words('title', { questionnaire, period: shownPeriod });
  return {
    language,
    issued: input.issued,
    program: words('program'),
    title,
    subject: words(`title.basis.${basis}`),
    caption: words('caption', {
      name,
      questionnaire,
      version: layout.questionnaire.version,
      period: shownPeriod,
      n: aggregate.n,
    }),
    marks: [
      ...(context.units.some(({ unit }) => unit.result.sample) ? [words('mark.sample')] : []),
      ...(input.hideNames ? [words('mark.hidden')] : []),
    ],
    labels: labelsOf(report),
    frame: agencyFrame({
      details: issuer.details,
      organisation: { name: issuer.name.trim() === '' ? BLANK : issuer.name },
      provinceName: issuer.provinceName,
      today: parseDay(input.issued) ?? { year: 2000, month: 1, day: 1 },
      language,
      words: report,
    }),
    body: bodyOf(context),
    charts: tooFew
      ? { levels: null, dots: null }
      : {
          levels: levelBars(aggregate, layout, words, language),
          dots: dotsOf(
            context.units.map(({ unit }) => unit),
            aggregate,
            words,
            language,
          ),
        },
    sheets: [
      overviewSheet(context),
      unitsSheet(context),
      itemsSheet(context),
      matrixSheet(context),
      qualitySheet(context),
    ],
  };
}
