/** What the one-page summary and the slide say, taken from the finished report. No person is named. */
import type { SheetChart } from '../../charts/sheet.ts';
import { formatDay, parseDay } from '../../text/dates.ts';
import type { ResultFile } from '../../result-file/schema.ts';
import type { ReportModel } from '../model.ts';
import { shortHash } from '../source.ts';
import { handoutWords } from './words.ts';

export function sheetOf(
  model: ReportModel,
  { questionnaire, program }: Pick<ResultFile, 'questionnaire' | 'program'>,
  kind: 'summary' | 'slide',
): SheetChart {
  const words = handoutWords(model.language);
  const { result, charts, steps } = model;
  const day = parseDay(model.issued);
  const statement = words('summary.self');
  const about = `${words('summary.version', { title: model.questionnaire, version: questionnaire.version })}. ${model.periodText}`;
  const cards = steps.first.map(({ title, text }) => ({ title, text }));
  const kicker = words(kind === 'slide' ? 'slide.title' : 'summary.title');
  return {
    kicker,
    program: words('program'),
    mark: model.marks.join(' · '),
    organisation: model.organisation,
    about,
    headline: result.headline,
    value: result.value,
    meaning: result.meaning,
    ladder: charts.ladder,
    profile: charts.profile,
    actions: cards.length === 0 ? null : { title: words('slide.next'), cards },
    statement: result.provisional === '' ? statement : `${statement} ${result.provisional}`,
    made: words('summary.made', {
      date: day ? formatDay(day) : '',
      program,
      hash: shortHash(questionnaire.hash),
    }),
    summary: [
      `${model.organisation}. ${about}. ${result.headline}. ${result.value}.`,
      charts.ladder?.summary ?? '',
      charts.profile.summary,
      ...cards.map(({ title, text }, index) => `${index + 1}. ${title}: ${text}`),
      statement,
    ]
      .filter((text) => text !== '')
      .join(' '),
  };
}
