/** Tables of the report in a Word document: groups, form, evidence, actions. */
import type { Table } from 'docx';
import type { PlanTable } from '../../../domain/plan/document.ts';
import type { DetailLine, PillarLine, ReportModel } from '../../../domain/report/model.ts';
import { gridTable, LANDSCAPE, PORTRAIT, type Cell, type GridRow } from './parts.ts';

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** The top groups with what the questionnaire allows to say about them. */
export function pillarTable({ labels, tables, pillars, total }: ReportModel): Table {
  const columns: { head: string; weight: number; text: (line: PillarLine) => string; align: Cell['align'] }[] = [
    { head: labels.max, weight: 17, text: (line) => line.max?.fixed ?? labels.none, align: 'right' },
    { head: labels.points, weight: 18, text: (line) => line.value?.fixed ?? labels.none, align: 'right' },
  ];
  if (tables.usesPercent)
    columns.push({
      head: labels.percent,
      weight: 18,
      text: (line) => (line.percent ? `${line.percent.fixed}%` : labels.none),
      align: 'right',
    });
  if (tables.hasLevels)
    columns.push({
      head: labels.level,
      weight: 13,
      text: (line) => (line.level ? String(line.level.value) : labels.none),
      align: 'center',
    });
  if (tables.hasBefore) {
    const percent = tables.changeUnit === 'percent';
    columns.push({
      head: tables.previousHead,
      weight: 18,
      text: ({ before }) => {
        const shown = percent ? before?.percent : before?.value;
        return shown ? `${shown.fixed}${percent ? '%' : ''}` : labels.none;
      },
      align: 'right',
    });
    columns.push({ head: tables.changeHead, weight: 19, text: (line) => line.change, align: 'right' });
  }
  const used = columns.reduce((sum, { weight }) => sum + weight, 12);
  const figures = (line: PillarLine, bold: boolean): Cell[] =>
    columns.map(({ text, align }) => ({ text: text(line), bold, ...(align ? { align } : {}) }));
  return gridTable(
    [{ head: labels.no, weight: 12 }, { head: labels.pillar, weight: Math.max(45, 165 - used) }, ...columns],
    [
      ...pillars.map((line): GridRow => ({
        cells: [{ text: line.code, align: 'center' }, { text: line.title }, ...figures(line, false)],
        // The total never stands alone.
        keep: line === pillars.at(-1),
      })),
      { cells: [{ text: total.title, bold: true, align: 'center', span: 2 }, ...figures(total, true)] },
    ],
    { total: PORTRAIT, size: 12 },
  );
}

function formRow(line: DetailLine): GridRow {
  if (line.kind === 'item')
    return {
      cells: [
        { text: line.code, align: 'center' },
        { text: line.title },
        { text: line.max?.fixed ?? '', align: 'right' },
        { text: joined(line.rule, line.adapted) },
        { text: line.pointsText, align: line.points ? 'right' : 'center' },
        { text: joined(line.answer, line.explanation) },
        { text: line.evidence, align: 'center', italics: line.evidenceMissing },
        { text: line.appraised?.fixed ?? '', align: 'right' },
      ],
    };
  const figure = (value: typeof line.value): Cell => ({
    text: value?.fixed ?? line.placeholder,
    align: 'right',
    bold: true,
  });
  const titles: Cell[] =
    line.kind === 'total'
      ? [{ text: line.title.toUpperCase(), bold: true, align: 'center', span: 2 }]
      : [
          { text: line.code, bold: true, align: 'center' },
          { text: line.title, bold: true },
        ];
  return {
    cells: [
      ...titles,
      figure(line.max),
      { text: '' },
      figure(line.value),
      { text: line.remark, bold: true },
      { text: '' },
      { text: line.appraised?.fixed ?? '', align: 'right', bold: true },
    ],
    keep: line.kind === 'group',
  };
}

/** The form of self-assessment, for a landscape page. */
export function formTable({ labels, detail }: ReportModel): Table {
  return gridTable(
    [
      { head: labels.no, weight: 14 },
      { head: labels.criterion, weight: 38 },
      { head: labels.max, weight: 15 },
      { head: labels.rule, weight: 64 },
      { head: labels.points, weight: 16 },
      { head: labels.explanation, weight: 68 },
      { head: labels.evidence, weight: 20 },
      { head: labels.appraised, weight: 17 },
    ],
    detail.map(formRow),
    { total: LANDSCAPE, size: 11, numbered: true },
  );
}

export function evidenceTable({ labels, evidence }: ReportModel): Table {
  return gridTable(
    [
      { head: labels.code, weight: 17 },
      { head: labels['document.type'], weight: 26 },
      { head: labels['document.number'], weight: 34 },
      { head: labels['document.date'], weight: 24 },
      { head: labels['document.issuer'], weight: 46 },
      { head: labels['document.subject'], weight: 62 },
      { head: labels['document.page'], weight: 18 },
      { head: labels['document.items'], weight: 25 },
    ],
    evidence.map((line): GridRow => ({
      cells: [
        { text: line.code, align: 'center' },
        { text: line.type },
        { text: line.number },
        { text: line.dateText, align: 'center' },
        { text: line.issuer },
        { text: line.subject },
        { text: line.page, align: 'center' },
        { text: line.items, align: 'center' },
      ],
    })),
    { total: LANDSCAPE, size: 11, headSize: 12, numbered: true },
  );
}

export function stepsTable({ labels, steps }: ReportModel): Table {
  return gridTable(
    [
      { head: labels.no, weight: 12 },
      { head: labels.code, weight: 16 },
      { head: labels.criterion, weight: 42 },
      { head: labels.pillar, weight: 35 },
      { head: labels['step.from'], weight: 18 },
      { head: labels['step.to'], weight: 18 },
      { head: labels['step.answer'], weight: 56 },
      { head: labels['step.advice'], weight: 55 },
    ],
    steps.lines.map((line, index): GridRow => ({
      cells: [
        { text: String(index + 1), align: 'center' },
        { text: line.code, align: 'center' },
        { text: line.title },
        { text: line.group },
        { text: line.from?.fixed ?? labels.none, align: 'right' },
        { text: line.to.fixed, align: 'right' },
        { text: line.answer },
        { text: line.advice },
      ],
    })),
    { total: LANDSCAPE, size: 11, headSize: 12, numbered: true },
  );
}

/** A table of a plan; headings span all columns and stay with the row below. */
export function planTable(table: PlanTable): Table {
  return gridTable(
    table.columns,
    table.rows.map((row): GridRow =>
      row.kind === 'heading'
        ? { cells: [{ text: row.text, bold: true, span: table.columns.length }], keep: true }
        : {
            cells: row.cells.map(({ text, bold = false }, index): Cell => ({
              text,
              bold,
              align: table.columns[index]?.align ?? 'left',
            })),
          },
    ),
    { total: LANDSCAPE, size: 11 },
  );
}
