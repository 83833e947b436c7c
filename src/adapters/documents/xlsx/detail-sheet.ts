import type ExcelJS from 'exceljs';
import type { GroupLine, ItemLine, ReportModel } from '../../../domain/report/model.ts';
import type { Measure } from '../measure.ts';
import { levelColour } from '../palette.ts';
import { joinFormula, maximumFormula, numberFormat, percentFormat, shareFormula } from './formulas.ts';
import { addSheet, GROUP_FILL, HEAD_FILL, type Cell, type SheetWriter } from './sheet.ts';

/** Where other sheets find the figures of the detail sheet. */
export interface DetailPlaces {
  readonly sheet: string;
  readonly maximum: string;
  readonly points: string;
  readonly appraised: string;
  /** Sheet row of each line of the detail table. */
  readonly rows: readonly number[];
}

const WIDTHS = [7, 24, 8, 34, 29, 8.5, 25, 10.5, 15, 11, 8.5, 13];
const MAXIMUM = 'C';
const POINTS = 'F';
const APPRAISED = 'K';

/** The form with every criterion: official columns first, appraisal columns open for entry. */
export async function addDetailSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
): Promise<DetailPlaces> {
  const { labels } = model;
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.detail'],
    title: labels['title.detail'],
    widths: WIDTHS,
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
      labels.appraised,
      labels.appraiser,
    ],
    { numbered: true, freezeColumns: 2 },
  );

  // Formulas look at rows further down, so all row numbers are found before anything is written.
  const rows: number[] = [];
  let next = writer.row;
  for (const line of model.detail) {
    rows.push(next);
    next += writer.rowsFor(
      line.kind === 'item' ? itemCells(line) : groupCells(line, [], next, model.tables.usesPercent),
    );
  }
  model.detail.forEach((line, index) => {
    const row = rows[index] ?? 0;
    if (line.kind === 'item') {
      writer.table(itemCells(line));
      if (line.points && line.max) appraisalRule(writer, row, model);
    } else
      writer.table(
        groupCells(
          line,
          line.joined.rows.map((at) => rows[at] ?? 0),
          row,
          model.tables.usesPercent,
        ),
      );
  });
  writer.line(labels['detail.note'], { italic: true, align: 'left' });
  await writer.finish();
  return { sheet: labels['sheet.detail'], maximum: MAXIMUM, points: POINTS, appraised: APPRAISED, rows };
}

function itemCells(line: ItemLine): Cell[] {
  const rule = line.adapted === '' ? line.rule : `${line.rule}\n${line.adapted}`;
  return [
    { value: line.code, align: 'center' },
    { value: line.title },
    line.max ? { value: line.max.number, align: 'right', format: numberFormat(line.max.decimals) } : { value: null },
    { value: rule },
    { value: line.answer },
    line.points
      ? { value: line.points.number, align: 'right', format: numberFormat(line.points.decimals) }
      : { value: line.pointsText, align: 'center' },
    { value: line.explanation },
    { value: line.evidence, align: 'center', italic: line.evidenceMissing },
    { value: line.note },
    { value: line.state, align: 'center' },
    {
      value: line.appraised?.number ?? null,
      align: 'right',
      format: numberFormat(line.appraised?.decimals ?? line.points?.decimals ?? 0),
      input: true,
    },
    { value: line.appraisal === '' ? null : line.appraisal, input: true },
  ];
}

/** A group or the total: value and maximum are live formulas where the rule of the group can be written as one. */
function groupCells(line: GroupLine, joined: readonly number[], row: number, usesPercent: boolean): Cell[] {
  const fill = line.kind === 'total' ? HEAD_FILL : line.depth === 0 ? GROUP_FILL : '#F7F7F7';
  const base = { bold: true, fill } as const;
  const { kind } = line.joined;
  const live = kind === 'stated' || joined.length === 0 ? null : kind;
  const figure = (value: GroupLine['value'], formula: (rule: 'sum' | 'mean') => string): Cell => {
    const shown = value?.number ?? line.placeholder;
    const cell = { ...base, align: 'right' as const, format: numberFormat(value?.decimals ?? 0) };
    return { ...cell, value: live ? { formula: formula(live), result: shown } : shown };
  };
  const colour = line.level ? levelColour(line.level.rank, line.level.of) : null;
  return [
    { ...base, value: line.code, align: 'center' },
    { ...base, value: line.kind === 'total' ? line.title.toUpperCase() : line.title },
    figure(line.max, (rule) => maximumFormula(rule, POINTS, MAXIMUM, joined, line.placeholder)),
    { ...base, value: null },
    usesPercent
      ? {
          ...base,
          value: {
            formula: shareFormula(`${POINTS}${row}`, `${MAXIMUM}${row}`),
            result: line.percent ? line.percent.number / 100 : '',
          },
          align: 'left',
          format: percentFormat(line.percent?.decimals ?? 1),
        }
      : { ...base, value: null },
    figure(line.value, (rule) => joinFormula(rule, POINTS, joined, line.placeholder)),
    {
      ...base,
      value: line.level?.text ?? null,
      ...(colour ? { fill: colour.fill, colour: colour.text } : {}),
    },
    { ...base, value: null },
    { ...base, value: null },
    { ...base, value: null },
    live
      ? {
          ...base,
          value: { formula: joinFormula(live, APPRAISED, joined, ''), result: line.appraised?.number ?? '' },
          align: 'right',
          format: numberFormat(line.value?.decimals ?? 0),
        }
      : {
          ...base,
          value: line.appraised?.number ?? null,
          align: 'right',
          format: numberFormat(line.value?.decimals ?? 0),
          input: true,
        },
    { ...base, value: null },
  ];
}

/** The appraised score is a number up to the maximum of the criterion. */
function appraisalRule(writer: SheetWriter, row: number, model: ReportModel): void {
  writer.sheet.getCell(`${APPRAISED}${row}`).dataValidation = {
    type: 'decimal',
    operator: 'lessThanOrEqual',
    allowBlank: true,
    formulae: [`${MAXIMUM}${row}`],
    showErrorMessage: true,
    errorTitle: model.labels.appraised,
    error: model.labels['appraised.rule'],
  };
}
