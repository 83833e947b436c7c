import type ExcelJS from 'exceljs';
import type { Figure, PillarLine, ReportModel } from '../../../domain/report/model.ts';
import type { FontPaths } from '../fonts.ts';
import type { Measure } from '../measure.ts';
import { levelColour } from '../palette.ts';
import type { DetailPlaces } from './detail-sheet.ts';
import { numberFormat, percentFormat, quoted, shareFormula, signedFormat } from './formulas.ts';
import { addPictures, reportPictures, widthOf, type Picture } from './pictures.ts';
import { addSheet, HEAD_FILL, live, numberCell, type Cell, type SheetWriter } from './sheet.ts';

/** Two charts stand side by side on this width, in column units. */
const LEAST_WIDTH = 144;

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (line: PillarLine, row: number) => Cell;
}

/** The top groups and the total, with live figures from the detail sheet and the round before beside them. */
export async function addSummarySheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
  places: DetailPlaces,
  fonts: FontPaths,
): Promise<{ readonly writer: SheetWriter; readonly pictures: readonly Picture[] }> {
  const { labels, tables } = model;
  const columns = summaryColumns(model, places);
  const spare = Math.max(0, LEAST_WIDTH - columns.reduce((sum, { width }) => sum + width, 0));
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.summary'],
    title: labels['title.summary'],
    widths: columns.map(({ width, head }) => (head === labels.pillar ? width + spare : width)),
    orientation: 'landscape',
  });
  if (tables.previousNote !== '') writer.line(tables.previousNote, { italic: true, align: 'left' });
  writer.heads(columns.map((column) => column.head));
  for (const line of [...model.pillars, model.total]) {
    const total = line.id === model.total.id;
    const row = writer.row;
    writer.table(
      columns.map((column) => {
        const cell = column.cell(line, row);
        return total ? { fill: HEAD_FILL, ...cell, bold: true } : cell;
      }),
      20,
    );
  }
  const pictures = reportPictures(model, fonts, widthOf(writer.widths));
  addPictures(book, writer, pictures);
  // A picture is not cut in two between pages.
  writer.sheet.pageSetup.fitToHeight = 1;
  await writer.finish();
  return { writer, pictures };
}

const percent = (figure: Figure | null): Cell =>
  figure
    ? { value: figure.number / 100, align: 'right', format: percentFormat(figure.decimals) }
    : { value: null, align: 'right' };

function levelCell(level: PillarLine['level']): Cell {
  if (!level) return { value: null };
  const colour = levelColour(level.rank, level.of);
  return { value: `${level.value}. ${level.name}`, fill: colour.fill, colour: colour.text };
}

/** Ten small boxes, filled by share; a picture that needs no chart and prints in grey. */
const BOXES = 10;
const boxes = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BOXES);
  return '█'.repeat(full) + '░'.repeat(BOXES - full);
};

function summaryColumns(model: ReportModel, places: DetailPlaces): Column[] {
  const { labels, tables } = model;
  const sheet = quoted(places.sheet);
  const at = (column: string, line: PillarLine): string => `${sheet}!${column}${places.rows[line.detailRow] ?? 1}`;
  const linked = (column: string, line: PillarLine, figure: Figure | null): Cell => ({
    value: live(at(column, line), figure?.number ?? placeholder(line)),
    align: 'right',
    format: numberFormat(figure?.decimals ?? 0),
  });
  const placeholder = (line: PillarLine): string => {
    const row = model.detail[line.detailRow];
    return row && row.kind !== 'item' ? row.placeholder : '';
  };
  const share = (row: number): string => shareFormula(`C${row}`, `D${row}`);
  const columns: Column[] = [
    { head: labels.no, width: 6, cell: (line) => ({ value: line.code, align: 'center' }) },
    { head: labels.pillar, width: 34, cell: (line) => ({ value: line.title }) },
    { head: labels.points, width: 11, cell: (line) => linked(places.points, line, line.value) },
    { head: labels['max.applicable'], width: 12, cell: (line) => linked(places.maximum, line, line.max) },
  ];
  if (tables.usesPercent)
    columns.push({
      head: labels.percent,
      width: 10,
      cell: (line, row) => ({
        value: live(share(row), line.percent ? line.percent.number / 100 : ''),
        align: 'right',
        format: percentFormat(line.percent?.decimals ?? 1),
      }),
    });
  if (tables.hasLevels) columns.push({ head: labels.level, width: 22, cell: (line) => levelCell(line.level) });
  if (tables.hasBefore) columns.push(...beforeColumns(model));
  if (tables.usesPercent)
    columns.push({
      head: labels['share.boxes'],
      width: 20,
      cell: (line, row) => {
        const result = boxes((line.percent?.number ?? 0) / 100);
        const full = `ROUND(MIN(1,MAX(0,N(${share(row)})))*${BOXES},0)`;
        return { value: live(`REPT("█",${full})&REPT("░",${BOXES}-${full})`, result), colour: '#404040' };
      },
    });
  columns.push({
    head: labels.appraised,
    width: 11,
    cell: (line) => {
      const detail = model.detail[line.detailRow];
      const result = (detail?.kind === 'item' ? null : detail?.appraised?.number) ?? '';
      const place = at(places.appraised, line);
      return {
        value: live(`IF(ISNUMBER(${place}),${place},"")`, result),
        align: 'right',
        format: numberFormat(line.value?.decimals ?? 0),
        follows: true,
      };
    },
  });
  return columns;
}

function beforeColumns({ labels, tables }: ReportModel): Column[] {
  const columns: Column[] = [
    {
      head: labels['previous.points'],
      width: 11,
      cell: (line) => numberCell(line.before?.value ?? null, ''),
    },
  ];
  if (tables.usesPercent)
    columns.push({
      head: labels['previous.percent'],
      width: 10,
      cell: (line) => percent(line.before?.percent ?? null),
    });
  if (tables.hasLevels)
    columns.push({ head: labels['previous.level'], width: 22, cell: (line) => levelCell(line.before?.level ?? null) });
  columns.push({
    head: tables.changeHead,
    width: 10,
    cell: (line) => ({
      value: line.changeFigure?.number ?? null,
      align: 'right',
      format: signedFormat(numberFormat(line.changeFigure?.decimals ?? 0)),
    }),
  });
  return columns;
}
