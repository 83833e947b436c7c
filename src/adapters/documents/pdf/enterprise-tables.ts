/** The further pages of the enterprise sheet: figures, conditions, actions, every question, source. */
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { ConditionLine, DetailLine, PillarLine, ReportModel } from '../../../domain/report/model.ts';
import { handoutWords } from '../../../domain/report/handout/words.ts';
import type { Measure } from '../measure.ts';
import { columnWidths, tableRows, type TableSetup, type TextCell } from './common.ts';
import { BLUE, heading, paragraph, SOFT, subheading, WIDTH } from './enterprise-style.ts';

const LEFT_PADDING = 6;
const RIGHT_PADDING = 3;
const HEAD_SIZE = 8.5;
const SMALL = 8.5;
/** Tints of group rows by depth; the bold code and title say the same without colour. */
const TINTS = ['#DCE9F5', '#F1F4F7'];

const rules: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 ? 0 : line === 1 || line === node.table.body.length ? 0.9 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (line) => (line === 1 ? BLUE : '#B5B5B5'),
  paddingLeft: () => LEFT_PADDING,
  paddingRight: () => RIGHT_PADDING,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

export interface Column {
  readonly head: string;
  readonly weight: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Row {
  readonly cells: readonly TextCell[];
  readonly fill?: string;
}

/** A table with thin rules between rows and repeated heads. */
export function ruled(measure: Measure, columns: readonly Column[], rows: readonly Row[], size: number): ContentTable {
  const setup: TableSetup = {
    widths: columnWidths(
      WIDTH,
      columns,
      measure,
      { family: 'BeVietnamPro', style: 'bold', size: HEAD_SIZE },
      LEFT_PADDING + RIGHT_PADDING,
    ),
    family: 'BeVietnamPro',
    size,
    measure,
    padding: LEFT_PADDING + RIGHT_PADDING,
    maxLines: 40,
  };
  const heads = columns.map(({ head, align }): TableCell => ({
    text: head,
    bold: true,
    fontSize: HEAD_SIZE,
    alignment: align ?? 'left',
  }));
  const body = rows.flatMap(({ cells, fill }) =>
    tableRows(setup, cells).map((row) =>
      fill ? row.map((cell) => ({ ...(cell as object), fillColor: fill }) as TableCell) : row,
    ),
  );
  return {
    layout: rules,
    fontSize: size,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: setup.widths.map((width) => width - setup.padding),
      body: [heads, ...body],
    },
  };
}

/** Starts the annex: what one looks up, behind the two pages that one keeps. */
export function annexHead({ language }: ReportModel): Content {
  return {
    text: handoutWords(language)('annex.title'),
    bold: true,
    fontSize: 12,
    color: SOFT,
    pageBreak: 'before',
    headlineLevel: 1,
  };
}

/** The pillars in figures; starts the second page. */
export function pillars(model: ReportModel, measure: Measure): Content[] {
  const { labels, tables } = model;
  const columns: (Column & { readonly text: (line: PillarLine) => string })[] = [
    {
      head: labels.pillar,
      weight: 60,
      text: (line) => (line.code === '' ? line.title : `${line.code}. ${line.title}`),
    },
    {
      head: labels['points.short'],
      weight: 22,
      align: 'right',
      text: (line) => (line.value && line.max ? `${line.value.fixed}/${line.max.fixed}` : labels.none),
    },
  ];
  if (tables.usesPercent)
    columns.push({
      head: labels.percent,
      weight: 16,
      align: 'right',
      text: (line) => (line.percent ? `${line.percent.fixed}%` : labels.none),
    });
  if (tables.hasLevels)
    columns.push({ head: labels.level, weight: 36, text: (line) => line.level?.text ?? labels.none });
  if (tables.hasBefore) {
    const percent = tables.changeUnit === 'percent';
    columns.push({
      head: tables.previousHead,
      weight: 22,
      align: 'right',
      text: ({ before }) => {
        const shown = percent ? before?.percent : before?.value;
        return shown ? `${shown.fixed}${percent ? '%' : ''}` : labels.none;
      },
    });
    columns.push({ head: tables.changeHead, weight: 22, align: 'right', text: (line) => line.change });
  }
  const rows = [...model.pillars, model.total].map((line): Row => ({
    cells: columns.map(({ text, align }) => ({
      text: text(line),
      align: align ?? 'left',
      bold: line.id === model.total.id,
    })),
  }));
  return [heading(labels['enterprise.compare'], 0, { pageBreak: 'before' }), ruled(measure, columns, rows, 9.5)];
}

export function conditions({ labels, result }: ReportModel): Content[] {
  const list = (lines: readonly ConditionLine[]): Content => ({
    ul: lines.map((line) => ({
      text: [{ text: `${line.met ? labels['condition.met'] : labels['condition.unmet']}. `, bold: true }, line.text],
      margin: [0, 0, 0, 2],
    })),
    lineHeight: 1.12,
  });
  return [
    ...(result.held.length === 0 ? [] : [heading(labels['conditions.held']), list(result.held)]),
    ...(result.next
      ? [subheading(result.next.title), ...(result.next.conditions.length === 0 ? [] : [list(result.next.conditions)])]
      : []),
  ];
}

export function allSteps({ labels, steps }: ReportModel, measure: Measure): Content[] {
  const columns: Column[] = [
    { head: labels.no, weight: 9, align: 'center' },
    { head: labels.code, weight: 13 },
    { head: labels.criterion, weight: 44 },
    { head: labels['step.to'], weight: 30 },
    { head: labels['step.advice'], weight: 78 },
  ];
  const rows = steps.lines.map((line, index): Row => ({
    cells: [
      { text: String(index + 1), align: 'center' },
      { text: line.code },
      { text: line.title },
      { text: line.raise },
      { text: line.advice === '' ? line.answer : line.advice },
    ],
  }));
  return [heading(labels['enterprise.allSteps']), ruled(measure, columns, rows, 9)];
}

/** Every question with its answer; explanation and evidence follow the answer. */
export function detail(model: ReportModel, measure: Measure): Content[] {
  const { labels } = model;
  const columns: Column[] = [
    { head: labels.code, weight: 14 },
    { head: labels.criterion, weight: 58 },
    { head: labels.answer, weight: 82 },
    { head: labels['points.short'], weight: 20, align: 'right' },
  ];
  const rows = model.detail.flatMap((line) => (line.kind === 'total' ? [] : [detailRow(line)]));
  return [
    heading(labels['enterprise.detail']),
    ruled(measure, columns, rows, SMALL),
    ...(model.evidence.length === 0
      ? []
      : [
          subheading(labels.evidence),
          { ul: model.evidence.map((line) => `${line.code}: ${line.citation}`), fontSize: SMALL, lineHeight: 1.12 },
        ]),
  ];
}

function detailRow(line: DetailLine): Row {
  if (line.kind !== 'item') {
    const figures = line.value && line.max ? `${line.value.fixed}/${line.max.fixed}` : line.placeholder;
    return {
      cells: [
        { text: line.code, bold: true, keep: true },
        { text: line.title, bold: true },
        { text: line.remark, bold: true },
        { text: figures, align: 'right', bold: true },
      ],
      fill: TINTS[Math.min(line.depth, TINTS.length - 1)] ?? '',
    };
  }
  const answer = line.answer === '' ? line.state : line.answer;
  return {
    cells: [
      { text: line.code },
      { text: line.title },
      { text: [answer, line.explanation, line.evidence].filter((text) => text !== '').join('\n') },
      { text: line.points && line.max ? `${line.points.fixed}/${line.max.fixed}` : line.pointsText, align: 'right' },
    ],
  };
}

/** Where the questions come from and how the level follows. */
export function source({ labels, source: info }: ReportModel): Content[] {
  const small = (text: string, more: object = {}): Content => paragraph(text, { fontSize: SMALL, ...more });
  const list = (title: string, entries: readonly string[]): Content[] =>
    entries.length === 0
      ? []
      : [subheading(title, SMALL + 0.5), { ul: [...entries], fontSize: SMALL, lineHeight: 1.12 }];
  return [
    heading(labels.source),
    small(`${info.basis}.`),
    small(info.notice),
    subheading(labels['source.rule'], SMALL + 0.5),
    small(info.rule),
    ...list(labels['source.documents'], info.documents),
    ...list(labels['source.adapted'], info.adapted),
    { unbreakable: true, stack: [small(info.made, { color: SOFT, margin: [0, 8, 0, 0] })] },
  ];
}
