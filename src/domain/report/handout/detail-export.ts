/**
 * The detail of a result as a table for other programs: CSV for spreadsheets, JSON for scripts. Columns are described in
 * docs/detail-export.md; a released column keeps its key and meaning.
 */
import type { ResultFile } from '../../result-file/schema.ts';
import type { DetailLine, Figure, ReportModel } from '../model.ts';
import { handoutWords } from './words.ts';

export const DETAIL_FORMAT = 'thuoc-so/detail/1';

/** Keys of the columns, in their order; also the member names of a row in JSON. */
export const DETAIL_COLUMNS = [
  'code',
  'kind',
  'group',
  'title',
  'state',
  'answer',
  'points',
  'max',
  'percent',
  'level',
  'appraised',
  'appraisal',
  'explanation',
  'evidence',
  'note',
] as const;
export type DetailColumn = (typeof DETAIL_COLUMNS)[number];

type Value = string | number | null;
export type DetailRow = Readonly<Record<DetailColumn, Value>>;

const number = (figure: Figure | null): number | null => figure?.number ?? null;

/** Every group and criterion in reading order, the total last. Numbers are numbers, at most nine decimals. */
export function detailRows({ detail }: Pick<ReportModel, 'detail'>): DetailRow[] {
  const above: string[] = [];
  return detail.map((line: DetailLine): DetailRow => {
    above.length = Math.min(above.length, line.depth);
    const group = above.join(' / ');
    if (line.kind === 'item') {
      const { code, title, state, answer, appraisal, explanation, note } = line;
      const percent = line.points && line.max && line.max.number > 0 ? line.points.number / line.max.number : null;
      return {
        code,
        kind: line.kind,
        group,
        title,
        state,
        answer,
        points: number(line.points),
        max: number(line.max),
        percent: percent === null ? null : Math.round(percent * 1e11) / 1e9,
        level: null,
        appraised: number(line.appraised),
        appraisal,
        explanation,
        evidence: line.evidenceMissing ? '' : line.evidence,
        note,
      };
    }
    const row: DetailRow = {
      code: line.code,
      kind: line.kind,
      group,
      title: line.title,
      state: '',
      answer: '',
      points: number(line.value),
      max: number(line.max),
      percent: number(line.percent),
      level: line.level?.value ?? null,
      appraised: number(line.appraised),
      appraisal: '',
      explanation: '',
      evidence: '',
      note: '',
    };
    if (line.kind === 'group') above.push(line.code === '' ? line.title : `${line.code}. ${line.title}`);
    return row;
  });
}

const MARK = '\uFEFF';
/** A spreadsheet would take such a text for a formula; a leading apostrophe keeps it a text. */
const FORMULA = /^[=+\-@\t\r|%]/;

function field(value: Value, decimal: ',' | '.'): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const text = FORMULA.test(value) && !/^-$/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) || text.startsWith("'") ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * UTF-8 with byte order mark, semicolons, CRLF, decimal comma in Vietnamese and point in English: what Excel with that
 * language opens by a double click.
 */
export function detailCsv(model: Pick<ReportModel, 'detail' | 'language'>): string {
  const words = handoutWords(model.language);
  const decimal = model.language === 'vi' ? ',' : '.';
  const heads = DETAIL_COLUMNS.map((column) => field(words(`detail.${column}`), decimal));
  const lines = detailRows(model).map((row) =>
    DETAIL_COLUMNS.map((column) => {
      const value = row[column];
      return field(column === 'kind' ? words(`detail.kind.${row.kind as DetailLine['kind']}`) : value, decimal);
    }),
  );
  return `${MARK}${[heads, ...lines].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

/** The same rows with what they belong to. Texts are in the language of the export. */
export function detailJson(
  model: ReportModel,
  { questionnaire, organisation, period, assessment }: ResultFile,
): string {
  const { level } = model.result;
  return `${JSON.stringify(
    {
      format: DETAIL_FORMAT,
      language: model.language,
      issued: model.issued,
      sample: assessment.sample,
      state: assessment.state,
      organisation: { name: organisation.name, kind: organisation.kind, code: organisation.code },
      questionnaire: { ...questionnaire, title: model.questionnaire },
      period: { ...period, text: model.periodText },
      level: level && { value: level.value, name: level.name },
      rows: detailRows(model),
      evidence: model.evidence.map(({ code, type, number: symbol, date, issuer, subject, page, items }) => ({
        code,
        type,
        number: symbol,
        date: date === '' ? null : date,
        issuer,
        subject,
        page,
        items,
      })),
    },
    null,
    2,
  )}\n`;
}
