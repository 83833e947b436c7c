import type ExcelJS from 'exceljs';
import type { GroupLine, ItemLine, ReportModel } from '../../../domain/report/model.ts';
import type { Measure } from '../measure.ts';
import { levelColour } from '../palette.ts';
import { appraiserCells, appraiserColumns, guideAppraiser, type AppraiserColumns } from './appraiser.ts';
import type { AppraiserCells } from './digests.ts';
import {
  joinFormula,
  liveParts,
  maximumFormula,
  numberFormat,
  percentFormat,
  shareFormula,
  type LiveParts,
} from './formulas.ts';
import { shareTexts, type SharedTexts } from './shared-texts.ts';
import { addSheet, GROUP_FILL, HEAD_FILL, live, type Cell, type SheetWriter } from './sheet.ts';

/** Where other sheets, and those who read the workbook back, find the figures of the detail sheet. */
export interface DetailPlaces {
  readonly sheet: string;
  readonly maximum: string;
  readonly points: string;
  readonly appraised: string;
  /** Sheet row of each line of the detail table. */
  readonly rows: readonly number[];
  readonly inputs: readonly AppraiserCells[];
}

/** A column of the table; the figure is its width. */
const WIDTHS = { no: 6.5, criterion: 25, max: 7.5, rule: 46, answer: 33, points: 9, state: 10.5 } as const;
/** Columns of free text are narrow where nobody has written anything. */
const TEXTS = {
  explanation: { used: 30, empty: 17 },
  evidence: { used: 12, empty: 10 },
  note: { used: 18, empty: 8 },
} as const;
const SMALL = 10;
const MAXIMUM = 'C';
const POINTS = 'F';

function widths(model: ReportModel, columns: AppraiserColumns): number[] {
  const items = model.detail.filter((line) => line.kind === 'item');
  const text = (kind: keyof typeof TEXTS): number =>
    TEXTS[kind][items.some((line) => line[kind] !== '') ? 'used' : 'empty'];
  const { no, criterion, max, rule, answer, points, state } = WIDTHS;
  return [
    no,
    criterion,
    max,
    rule,
    answer,
    points,
    text('explanation'),
    text('evidence'),
    text('note'),
    state,
    ...columns.widths,
  ];
}

/** The form with every criterion: official columns first, appraisal columns open for entry. */
export async function addDetailSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
): Promise<{ readonly places: DetailPlaces; readonly writer: SheetWriter }> {
  const { labels } = model;
  const columns = appraiserColumns(model);
  const texts = shareTexts(model);
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.detail'],
    title: labels['title.detail'],
    widths: widths(model, columns),
    orientation: 'landscape',
  });
  writer.heads(
    [
      labels.no,
      labels.criterion,
      labels.max,
      labels.rule,
      labels.answer,
      labels.points,
      labels.explanation,
      labels.evidence,
      labels.note,
      labels.state,
      ...columns.heads,
    ],
    { numbered: true, freezeColumns: 2 },
  );

  // Formulas look at rows further down, so all row numbers are found before anything is written.
  const rows: number[] = [];
  let next = writer.row;
  const table: Table = { usesPercent: model.tables.usesPercent, columns, texts };
  for (const line of model.detail) {
    rows.push(next);
    next += writer.rowsFor(line.kind === 'item' ? itemCells(line, table) : groupCells(line, [], next, table, NOT_LIVE));
  }
  const inputs: AppraiserCells[] = [];
  model.detail.forEach((line, index) => {
    const row = rows[index] ?? 0;
    if (line.kind === 'item') {
      writer.table(itemCells(line, table));
      inputs.push(guideAppraiser(writer.sheet, line, row, columns, model));
    } else
      writer.table(
        groupCells(
          line,
          line.joined.rows.map((at) => rows[at] ?? 0),
          row,
          table,
          liveParts(line, model.detail),
        ),
      );
  });
  markDifferences(writer.sheet, rows[0] ?? 1, next - 1, columns);
  writer.line(labels['detail.note'], { italic: true, align: 'left' });
  for (const { title, lines } of texts.legends) {
    writer.line(title, { bold: true, align: 'left' });
    for (const line of lines) writer.line(line, { align: 'left', size: SMALL });
  }
  await writer.finish();
  const places = {
    sheet: labels['sheet.detail'],
    maximum: MAXIMUM,
    points: POINTS,
    appraised: columns.points,
    rows,
    inputs,
  };
  return { places, writer };
}

interface Table {
  readonly usesPercent: boolean;
  readonly columns: AppraiserColumns;
  readonly texts: SharedTexts;
}

function itemCells(line: ItemLine, { columns, texts }: Table): Cell[] {
  return [
    { value: line.code, align: 'center' },
    { value: line.title },
    line.max ? { value: line.max.number, align: 'right', format: numberFormat(line.max.decimals) } : { value: null },
    { value: texts.rule(line), size: SMALL },
    { value: line.answer },
    line.points
      ? { value: line.points.number, align: 'right', format: numberFormat(line.points.decimals) }
      : { value: line.pointsText, align: 'center' },
    { value: line.explanation },
    { value: line.evidence, align: 'center', italic: line.evidenceMissing },
    { value: line.note },
    { value: line.state, align: 'center', size: SMALL },
    ...appraiserCells(line, columns),
  ];
}

const NOT_LIVE: LiveParts = { value: null, max: null, percent: true };

/** A group or the total: value and maximum are live formulas where the rule of the group can be written as one. */
function groupCells(
  line: GroupLine,
  joined: readonly number[],
  row: number,
  { usesPercent, columns }: Table,
  parts: LiveParts,
): Cell[] {
  const fill = line.kind === 'total' ? HEAD_FILL : line.depth === 0 ? GROUP_FILL : '#F7F7F7';
  const base = { bold: true, fill } as const;
  const kind = parts.value;
  const figure = (
    value: GroupLine['value'],
    rule: LiveParts['value'],
    formula: (rule: 'sum' | 'mean') => string,
  ): Cell => {
    const shown = value?.number ?? line.placeholder;
    const cell = { ...base, align: 'right' as const, format: numberFormat(value?.decimals ?? 0) };
    return { ...cell, value: rule ? live(formula(rule), shown) : shown };
  };
  const colour = line.level ? levelColour(line.level.rank, line.level.of) : null;
  const share = line.percent ? line.percent.number / 100 : '';
  const empty: Cell = { ...base, value: null };
  const appraised = { ...base, align: 'right' as const, format: numberFormat(line.value?.decimals ?? 0) };
  return [
    { ...base, value: line.code, align: 'center' },
    { ...base, value: line.kind === 'total' ? line.title.toUpperCase() : line.title },
    figure(line.max, parts.max, (rule) => maximumFormula(rule, POINTS, MAXIMUM, joined, line.placeholder)),
    empty,
    usesPercent
      ? {
          ...base,
          value: parts.percent ? live(shareFormula(`${POINTS}${row}`, `${MAXIMUM}${row}`), share) : share,
          align: 'left',
          format: percentFormat(line.percent?.decimals ?? 1),
        }
      : empty,
    figure(line.value, parts.value, (rule) => joinFormula(rule, POINTS, joined, line.placeholder)),
    {
      ...base,
      value: line.level?.text ?? null,
      ...(colour ? { fill: colour.fill, colour: colour.text } : {}),
    },
    empty,
    empty,
    empty,
    kind
      ? {
          ...appraised,
          value: live(joinFormula(kind, columns.points, joined, ''), line.appraised?.number ?? ''),
          follows: true,
        }
      : { ...appraised, value: line.appraised?.number ?? null, input: 'anybody' },
    ...columns.widths.slice(1).map(() => empty),
  ];
}

/** Appraised points that differ from the unit's own stand out, in grey print too. */
function markDifferences(sheet: ExcelJS.Worksheet, from: number, to: number, { points }: AppraiserColumns): void {
  const rule = `AND(ISNUMBER($${points}${from}),ISNUMBER($${POINTS}${from}),$${points}${from}<>$${POINTS}${from})`;
  sheet.addConditionalFormatting({
    ref: `${points}${from}:${points}${to}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [rule],
        style: {
          font: { bold: true },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFE699' } },
        },
      },
    ],
  });
}
