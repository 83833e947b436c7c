/** Annexes of the agency report: the form on landscape pages, evidence, actions, and the source of the questionnaire. */
import type { Content, ContentSection, DynamicContent } from 'pdfmake/interfaces';
import type { AgencyParts, Annex, DetailLine, ItemLine, ReportModel } from '../../../domain/report/model.ts';
import type { Face, Measure } from '../measure.ts';
import { MARGINS, sectionHead } from './agency-page.ts';
import {
  columnWidths,
  GRID_PADDING,
  mm,
  ruledTable,
  RUNNING,
  tableRows,
  tagged,
  type TableSetup,
  type TextCell,
} from './common.ts';
import { planTable } from './plan-table.ts';

/** Width between the margins of a landscape page. */
const WIDTH = 252;
const SIZE = 11;
/** A row of this many lines still fits under the repeated heads. */
const MAX_LINES = 26;
/** Rows that make a remark a shared one. */
const SHARED = 4;
/** Width that rules and explanations have together, in millimetres. */
const BOTH = 138;

interface Column {
  readonly head: string;
  readonly weight: number;
}

function setup(measure: Measure, columns: readonly Column[], headSize = SIZE + 1): TableSetup {
  const head: Face = { family: 'Tinos', style: 'bold', size: headSize };
  return {
    widths: columnWidths(mm(WIDTH), columns, measure, head, GRID_PADDING),
    family: 'Tinos',
    size: SIZE,
    measure,
    padding: GRID_PADDING,
    maxLines: MAX_LINES,
  };
}

const columns = (heads: readonly string[], weights: readonly number[]): Column[] =>
  heads.map((head, index) => ({ head, weight: weights[index] ?? 20 }));

function annexHead(annex: Annex, parts: AgencyParts, below: string): Content[] {
  const centred = { alignment: 'center' as const, bold: true, fontSize: 14 };
  return [
    {
      stack: [
        { text: annex.ordinal, ...centred },
        { text: annex.title, ...centred },
      ],
      ...tagged('H1'),
    },
    ...(below === '' ? [] : [{ text: below, alignment: 'center' as const, fontSize: 13 }]),
    { text: parts.attached, alignment: 'center', italics: true, fontSize: 13, margin: [0, 2, 0, 10] },
  ];
}

const note = (text: string): Content => ({ text, fontSize: SIZE, italics: true, margin: [0, 6, 0, 0] });

export function agencyAnnexes(model: ReportModel, parts: AgencyParts, measure: Measure): ContentSection[] {
  const { annexes } = parts;
  const page = (orientation: 'portrait' | 'landscape', content: Content[]): ContentSection => ({
    section: content,
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: MARGINS,
    header: sectionHead(model),
    ...codeFoot(model),
  });
  const subject = `${model.questionnaire}, ${model.periodText.charAt(0).toLowerCase()}${model.periodText.slice(1)}`;
  return [
    page('landscape', [
      ...annexHead(annexes.form, parts, subject),
      formTable(model, measure),
      note(model.labels['detail.note.paper']),
      ...remarksOf(model.detail).notes.map((text) => note(text)),
    ]),
    ...(annexes.evidence
      ? [page('landscape', [...annexHead(annexes.evidence, parts, ''), evidenceTable(model, measure)])]
      : []),
    ...(annexes.steps
      ? [
          page('landscape', [
            ...annexHead(annexes.steps, parts, ''),
            { text: model.steps.statement, margin: [0, 0, 0, 6], fontSize: 13 },
            stepsTable(model, measure),
          ]),
        ]
      : []),
    ...(annexes.plan && parts.plan
      ? [page('landscape', [...annexHead(annexes.plan, parts, ''), ...planPart(parts.plan, measure)])]
      : []),
    page('portrait', [...annexHead(annexes.method, parts, ''), ...methodText(model)]),
  ];
}

/** The mark of the result at the foot of every annex, so that paper and file can be matched. */
function codeFoot({ code, labels }: ReportModel): { readonly footer?: DynamicContent } {
  if (code === null) return {};
  return {
    footer: () => ({
      text: `${labels['result.code']}: ${code}`,
      fontSize: 9,
      alignment: 'right',
      margin: [MARGINS[0], mm(5), MARGINS[2], 0],
      style: RUNNING,
    }),
  };
}

/** Remarks that many rows share are printed once, below the form; the rows say which one holds. */
function remarksOf(detail: readonly DetailLine[]): {
  readonly notes: readonly string[];
  readonly sign: (line: ItemLine) => string;
} {
  const uses = new Map<string, number>();
  for (const line of detail)
    if (line.kind === 'item' && line.adapted !== '') uses.set(line.adapted, (uses.get(line.adapted) ?? 0) + 1);
  const shared = [...uses].flatMap(([text, count]) => (count >= SHARED ? [text] : []));
  const signs = new Map(shared.map((text, index) => [text, `(${'*'.repeat(index + 1)})`]));
  return {
    notes: shared.map((text) => `${signs.get(text) ?? ''} ${text}`),
    sign: ({ adapted }) => signs.get(adapted) ?? adapted,
  };
}

/** A form whose rules are long gives them more room, and the other way round. */
function balance(detail: readonly DetailLine[]): readonly [rule: number, explanation: number] {
  const items = detail.filter((line) => line.kind === 'item');
  const rules = items.reduce((sum, line) => sum + line.rule.length, 1);
  const texts = items.reduce((sum, line) => sum + line.answer.length + line.explanation.length, 1);
  const share = Math.min(0.62, Math.max(0.38, rules / (rules + texts)));
  return [BOTH * share, BOTH * (1 - share)];
}

/** The form of self-assessment: groups stay with their first criterion, the total with the last one. */
function formTable(model: ReportModel, measure: Measure): Content {
  const { labels, detail } = model;
  const heads = [
    labels.no,
    labels.criterion,
    labels.max,
    labels.rule,
    labels.points,
    labels.explanation,
    labels.evidence,
    labels.appraised,
  ];
  const [rule, explanation] = balance(detail);
  const table = setup(measure, columns(heads, [13, 38, 14, rule, 14, explanation, 20, 15]), SIZE);
  const { sign } = remarksOf(detail);
  const rows = detail.flatMap((line, row) => {
    const keep = line.kind === 'group' || detail[row + 1]?.kind === 'total';
    return tableRows(table, keptIf(keep, line.kind === 'item' ? itemRow(line, sign(line)) : groupRow(line)));
  });
  return ruledTable(table, heads, rows, { numbered: true, headSize: 11 });
}

const keptIf = (keep: boolean, cells: readonly TextCell[]): TextCell[] =>
  cells.map((cell, index) => (index === 0 ? { ...cell, keep } : cell));

function groupRow(line: Exclude<DetailLine, { kind: 'item' }>): TextCell[] {
  const figure = (value: typeof line.value): TextCell => ({
    text: value?.fixed ?? line.placeholder,
    align: 'right',
    bold: true,
  });
  const total = line.kind === 'total';
  const titles: TextCell[] = total
    ? [{ text: line.title.toUpperCase(), bold: true, align: 'center', span: 2 }]
    : [
        { text: line.code, bold: true, align: 'center' },
        { text: line.title, bold: true },
      ];
  return [
    ...titles,
    figure(line.max),
    { text: '' },
    figure(line.value),
    { text: line.remark, bold: true },
    { text: '' },
    { text: '' },
  ];
}

function itemRow(line: ItemLine, adapted: string): TextCell[] {
  const join = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');
  return [
    { text: line.code, align: 'center' },
    { text: line.title },
    { text: line.max?.fixed ?? '', align: 'right' },
    { text: adapted.startsWith('(*') ? `${line.rule} ${adapted}` : join(line.rule, adapted) },
    { text: line.pointsText, align: line.points ? 'right' : 'center' },
    { text: join(line.answer, line.explanation) },
    { text: line.evidence, align: 'center', italics: line.evidenceMissing },
    { text: '' },
  ];
}

function evidenceTable(model: ReportModel, measure: Measure): Content {
  const { labels } = model;
  const heads = [
    labels.code,
    labels['document.type'],
    labels['document.number'],
    labels['document.date'],
    labels['document.issuer'],
    labels['document.subject'],
    labels['document.page'],
    labels['document.items'],
  ];
  const table = setup(measure, columns(heads, [17, 26, 34, 23, 46, 64, 17, 25]));
  const rows = model.evidence.flatMap((line) =>
    tableRows(table, [
      { text: line.code, align: 'center' },
      { text: line.type },
      { text: line.number },
      { text: line.dateText, align: 'center' },
      { text: line.issuer },
      { text: line.subject },
      { text: line.page, align: 'center' },
      { text: line.items, align: 'center' },
    ]),
  );
  return ruledTable(table, heads, rows, { numbered: true });
}

function stepsTable(model: ReportModel, measure: Measure): Content {
  const { labels } = model;
  const heads = [
    labels.no,
    labels.code,
    labels.criterion,
    labels.pillar,
    labels['step.from'],
    labels['step.to'],
    labels['step.answer'],
    labels['step.advice'],
  ];
  const table = setup(measure, columns(heads, [12, 15, 42, 36, 17, 17, 57, 56]));
  const rows = model.steps.lines.flatMap((line, index) =>
    tableRows(table, [
      { text: String(index + 1), align: 'center' },
      { text: line.code, align: 'center' },
      { text: line.title },
      { text: line.group },
      { text: line.from?.fixed ?? labels.none, align: 'right' },
      { text: line.to.fixed, align: 'right' },
      { text: line.answer },
      { text: line.advice },
    ]),
  );
  return ruledTable(table, heads, rows, { numbered: true });
}

/** The tasks of the plan, as in the annex of the plan itself. */
function planPart({ statements, table }: NonNullable<AgencyParts['plan']>, measure: Measure): Content[] {
  return [
    ...statements.map((text): Content => ({ text, fontSize: 13, margin: [0, 0, 0, 4] })),
    ...planTable(table, measure),
  ];
}

function methodText({ source, labels, questionnaire }: ReportModel): Content[] {
  const text = (value: string, more: object = {}): Content => ({
    text: value,
    fontSize: 13,
    alignment: 'justify',
    leadingIndent: mm(10),
    margin: [0, 0, 0, 5],
    lineHeight: 1.05,
    ...more,
  });
  const title = (value: string): Content => text(value, { bold: true, headlineLevel: 2, alignment: 'left' });
  return [
    title(questionnaire),
    text(`${source.basis}.`),
    text(source.notice),
    title(labels['source.rule']),
    text(source.rule),
    ...(source.documents.length === 0 ? [] : [title(labels['source.documents'])]),
    ...source.documents.map((document) => text(document)),
    ...(source.adapted.length === 0 ? [] : [title(labels['source.adapted'])]),
    ...source.adapted.map((entry) => text(entry)),
    text(source.made, { italics: true, margin: [0, 8, 0, 0] }),
  ];
}
