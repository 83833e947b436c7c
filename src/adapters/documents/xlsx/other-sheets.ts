import type ExcelJS from 'exceljs';
import type { Fact, ReportModel } from '../../../domain/report/model.ts';
import type { Measure } from '../measure.ts';
import { levelColour } from '../palette.ts';
import { joinFormula, numberFormat, percentFormat } from './formulas.ts';
import { addSheet, HEAD_FILL, live, numberCell, type Cell, type SheetWriter } from './sheet.ts';

const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const DATE = 'dd/mm/yyyy';

function factCell(fact: Fact): Cell {
  if (fact.percent)
    return { value: fact.percent.number / 100, format: percentFormat(fact.percent.decimals), align: 'left' };
  if (fact.figure) return { value: fact.figure.number, format: numberFormat(fact.figure.decimals), align: 'left' };
  if (fact.date) return { value: dateOf(fact.date), format: DATE, align: 'left' };
  return { value: fact.text };
}

/** Who, what, when; the result; where the questionnaire comes from. */
export async function addGeneralSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
): Promise<SheetWriter> {
  const { labels, result, source } = model;
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.general'],
    title: labels['title.general'],
    widths: [6, 34, 66],
    orientation: 'portrait',
    size: 12,
  });
  let number = 0;
  const fact = (label: string, cell: Cell): void => {
    number += 1;
    writer.table([{ value: number, align: 'center' }, { value: label }, cell], 20);
  };
  for (const entry of model.facts) fact(entry.label, factCell(entry));
  section(writer, labels.result);
  const [level, ...figures] = result.facts;
  if (level) {
    const colour = result.level ? levelColour(result.level.rank, result.level.of) : null;
    fact(level.label, { value: level.text, bold: true, ...(colour ? { fill: colour.fill, colour: colour.text } : {}) });
  }
  fact(labels.meaning, { value: result.meaning });
  for (const entry of figures) fact(entry.label, factCell(entry));
  for (const condition of [...result.held, ...(result.next?.conditions ?? [])])
    fact(`${labels.condition}: ${condition.met ? labels['condition.met'] : labels['condition.unmet']}`, {
      value: condition.text,
    });
  if (result.target !== '') fact(labels.target, { value: result.target });
  if (result.compared !== '') fact(labels.previous, { value: result.compared });
  if (result.provisional !== '') fact(labels.state, { value: result.provisional });
  section(writer, labels.source);
  fact(labels['sheet.general.basis'], { value: source.basis });
  fact(labels.note, { value: source.notice });
  fact(labels['source.rule'], { value: source.rule });
  for (const document of source.documents) fact(labels['source.documents'], { value: document });
  writer.skip();
  writer.line(labels['workbook.note'], { italic: true, align: 'left', size: 11 });
  await writer.finish();
  return writer;
}

function section(writer: SheetWriter, title: string): void {
  writer.skip();
  writer.line(title, { bold: true, align: 'left', size: 13 });
}

export async function addEvidenceSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
): Promise<SheetWriter> {
  const { labels } = model;
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.evidence'],
    title: labels['title.evidence'],
    widths: [8, 17, 22, 12, 30, 46, 10, 18],
    orientation: 'landscape',
  });
  writer.heads([
    labels.code,
    labels['document.type'],
    labels['document.number'],
    labels['document.date'],
    labels['document.issuer'],
    labels['document.subject'],
    labels['document.page'],
    labels['document.items'],
  ]);
  for (const line of model.evidence)
    writer.table([
      { value: line.code, align: 'center' },
      { value: line.type },
      { value: line.number },
      line.date === ''
        ? { value: line.dateText, align: 'center' }
        : { value: dateOf(line.date), format: DATE, align: 'center' },
      { value: line.issuer },
      { value: line.subject },
      { value: line.page, align: 'center' },
      { value: line.items, align: 'center' },
    ]);
  if (model.evidence.length === 0) writer.line(labels['empty.evidence'], { italic: true });
  await writer.finish();
  return writer;
}

/** The answers to raise, with columns to plan who does it until when. */
export async function addStepsSheet(
  book: ExcelJS.Workbook,
  model: ReportModel,
  measure: Measure,
): Promise<SheetWriter> {
  const { labels, steps } = model;
  const writer = addSheet(book, model, measure, {
    name: labels['sheet.steps'],
    title: model.tables.stepsTitle,
    widths: [6, 8, 26, 22, 8, 8, 9, 34, 38, 20, 14],
    orientation: 'landscape',
  });
  writer.line(steps.statement, { align: 'left' });
  writer.heads([
    labels.no,
    labels.code,
    labels.criterion,
    labels.pillar,
    labels['step.from'],
    labels['step.to'],
    labels['step.gain'],
    labels['step.answer'],
    labels['step.advice'],
    labels['step.owner'],
    labels['step.due'],
  ]);
  const first = writer.row;
  steps.lines.forEach((line, index) =>
    writer.table([
      { value: index + 1, align: 'center' },
      { value: line.code, align: 'center' },
      { value: line.title },
      { value: line.group },
      numberCell(line.from, labels.none),
      numberCell(line.to, ''),
      numberCell(line.gain, ''),
      { value: line.answer },
      { value: line.advice },
      { value: null, input: 'anybody' },
      { value: null, input: 'anybody', format: DATE },
    ]),
  );
  const gain = model.steps.gain;
  if (gain && steps.lines.length > 0) {
    const rows = Array.from({ length: writer.row - first }, (_, index) => first + index);
    const base = { bold: true, fill: HEAD_FILL } as const;
    writer.table(
      Array.from({ length: 11 }, (_, column): Cell => {
        if (column === 2) return { ...base, value: labels.sum };
        if (column !== 6) return { ...base, value: null };
        return {
          ...base,
          value: live(joinFormula('sum', 'G', rows, ''), gain.number),
          align: 'right',
          format: numberFormat(gain.decimals),
        };
      }),
    );
  }
  await writer.finish();
  return writer;
}
