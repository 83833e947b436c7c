/** Annexes of the agency report: the form on landscape pages, evidence, actions, and the source of the questionnaire. */
import type { Content, ContentSection, TableCell } from 'pdfmake/interfaces';
import type { AgencyParts, Annex, DetailLine, ReportModel } from '../../../domain/report/model.ts';
import type { Face, Measure } from '../measure.ts';
import { MARGINS, sectionHead } from './agency-page.ts';
import {
  columnWidths,
  GRID_PADDING,
  groupId,
  itemId,
  mm,
  ruledTable,
  tableRows,
  type TableSetup,
  type TextCell,
} from './common.ts';

/** Width between the margins of a landscape page. */
const WIDTH = 252;
const SIZE = 11;
/** A row of this many lines still fits under the repeated heads. */
const MAX_LINES = 26;

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
  return [
    { text: annex.ordinal, alignment: 'center', bold: true, fontSize: 14 },
    { text: annex.title, alignment: 'center', bold: true, fontSize: 14 },
    ...(below === '' ? [] : [{ text: below, alignment: 'center' as const, fontSize: 13 }]),
    { text: parts.attached, alignment: 'center', italics: true, fontSize: 13, margin: [0, 2, 0, 10] },
  ];
}

const note = (text: string): Content => ({ text, fontSize: SIZE, italics: true, margin: [0, 6, 0, 0] });

export function agencyAnnexes(
  model: ReportModel,
  parts: AgencyParts,
  measure: Measure,
  cuts: ReadonlySet<string>,
): ContentSection[] {
  const { annexes } = parts;
  const page = (orientation: 'portrait' | 'landscape', content: Content[]): ContentSection => ({
    section: content,
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: MARGINS,
    header: sectionHead(model),
  });
  const subject = `${model.questionnaire}, ${model.periodText.charAt(0).toLowerCase()}${model.periodText.slice(1)}`;
  return [
    page('landscape', [
      ...annexHead(annexes.form, parts, subject),
      ...formTables(model, measure, cuts),
      note(model.labels['detail.note.paper']),
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
    page('portrait', [...annexHead(annexes.method, parts, ''), ...methodText(model)]),
  ];
}

/**
 * The form of self-assessment. It is one table, cut before the group rows in `cuts`: a page break inside a table would
 * move single cells only.
 */
function formTables(model: ReportModel, measure: Measure, cuts: ReadonlySet<string>): Content[] {
  const { labels } = model;
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
  const table = setup(measure, columns(heads, [13, 38, 14, 68, 14, 70, 20, 15]), SIZE);
  const parts: TableCell[][][] = [[]];
  model.detail.forEach((line, row) => {
    if (cuts.has(groupId(row))) parts.push([]);
    parts.at(-1)?.push(...tableRows(table, line.kind === 'item' ? itemRow(line, row) : groupRow(line, row)));
  });
  return parts
    .filter((rows) => rows.length > 0)
    .map((rows, index) => ({
      ...ruledTable(table, heads, rows, { numbered: true, headSize: 11 }),
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
    }));
}

function groupRow(line: Exclude<DetailLine, { kind: 'item' }>, row: number): TextCell[] {
  const figure = (value: typeof line.value): TextCell => ({
    text: value?.fixed ?? line.placeholder,
    align: 'right',
    bold: true,
  });
  const total = line.kind === 'total';
  const titles: TextCell[] = total
    ? [{ text: line.title.toUpperCase(), bold: true, align: 'center', span: 2 }]
    : [
        { text: line.code, bold: true, align: 'center', id: groupId(row) },
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

function itemRow(line: Extract<DetailLine, { kind: 'item' }>, row: number): TextCell[] {
  const join = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');
  return [
    { text: line.code, align: 'center', id: itemId(row) },
    { text: line.title },
    { text: line.max?.fixed ?? '', align: 'right' },
    { text: join(line.rule, line.adapted) },
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
