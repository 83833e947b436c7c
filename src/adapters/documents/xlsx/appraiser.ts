/** The columns in which an appraiser writes; the program reads them back. */
import type ExcelJS from 'exceljs';
import type { ItemLine, ReportModel } from '../../../domain/report/model.ts';
import type { AppraiserCells } from './digests.ts';
import { numberFormat } from './formulas.ts';
import type { Cell } from './sheet.ts';

export interface AppraiserColumns {
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly points: string;
  /** One for each figure that an answer can consist of. */
  readonly figures: readonly string[];
  readonly comment: string;
}

/** The appraiser's first column. */
const FIRST = 'K';
const column = (index: number): string => String.fromCharCode(FIRST.charCodeAt(0) + index);
/** The most characters of a message, and of a list inside a rule. */
const MOST = 255;

export function appraiserColumns({ detail, labels }: ReportModel): AppraiserColumns {
  const figures = Math.max(0, ...detail.map((line) => (line.kind === 'item' ? (line.form?.figures.length ?? 0) : 0)));
  const names = [labels.figures, labels['figures.whole']].slice(0, figures);
  return {
    heads: [labels.appraised, ...names, labels.appraiser],
    widths: [8.5, ...names.map(() => 9), figures > 0 ? 15 : 20],
    points: FIRST,
    figures: names.map((_, index) => column(index + 1)),
    comment: column(names.length + 1),
  };
}

/** Cells that take nothing look like the rest of the table; those that take something are tinted. */
const OPEN_FILL = '#FFFBEB';
const open = (cell: Cell): Cell => ({ fill: OPEN_FILL, ...cell, input: 'appraiser' });

export function appraiserCells(line: ItemLine, columns: AppraiserColumns): Cell[] {
  const { form } = line;
  return [
    form
      ? open({
          value: line.appraised?.number ?? null,
          align: 'right',
          format: numberFormat(line.appraised?.decimals ?? line.points?.decimals ?? line.max?.decimals ?? 0),
        })
      : { value: null },
    ...columns.figures.map((_, index): Cell =>
      index < (form?.figures.length ?? 0)
        ? open({ value: null, align: 'right', format: '#,##0.######' })
        : { value: null },
    ),
    open({ value: line.appraisal === '' ? null : line.appraisal }),
  ];
}

/** Rules and messages for the appraiser's cells of an item. @returns the cells */
export function guideAppraiser(
  sheet: ExcelJS.Worksheet,
  { id, form }: ItemLine,
  row: number,
  columns: AppraiserColumns,
  { labels }: ReportModel,
): AppraiserCells {
  const comment = `${columns.comment}${row}`;
  sheet.getCell(comment).dataValidation = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    allowBlank: true,
    formulae: [5000],
  };
  if (!form) return { itemId: id, points: null, figures: [], comment };
  const points = `${columns.points}${row}`;
  sheet.getCell(points).dataValidation = {
    ...pointsRule(points, form),
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: labels.appraised,
    error: labels[form.choices.length > 0 ? 'appraised.choices' : 'appraised.rule'],
  };
  const figures = form.figures.map((name, index) => {
    const address = `${columns.figures[index]}${row}`;
    sheet.getCell(address).dataValidation = {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      allowBlank: true,
      formulae: [0],
      showInputMessage: true,
      promptTitle: labels.figures,
      prompt: (name === '' ? labels['figures.rule'] : name).slice(0, MOST),
      showErrorMessage: true,
      errorTitle: labels.figures,
      error: labels['figures.rule'],
    };
    return address;
  });
  return { itemId: id, points, figures, comment };
}

/** Whole points are picked from a list; others are typed, because a list would hold them in one country's notation. */
function pointsRule(
  cell: string,
  { choices, min, max, notApplicable }: NonNullable<ItemLine['form']>,
): Pick<ExcelJS.DataValidation, 'type' | 'operator' | 'formulae'> & { readonly formulae: (string | number)[] } {
  const others = notApplicable === '' ? [] : [notApplicable];
  const list = `"${[...choices, ...others].join(',')}"`;
  if (choices.length > 0 && choices.every(Number.isInteger) && list.length <= MOST)
    return { type: 'list', formulae: [list] };
  const tests = [
    ...(choices.length > 0
      ? choices.map((points) => `${cell}=${points}`)
      : [`AND(ISNUMBER(${cell}),${cell}>=${min},${cell}<=${max})`]),
    ...others.map((text) => `${cell}="${text}"`),
  ];
  const formula = `OR(${tests.join(',')})`;
  return formula.length <= MOST
    ? { type: 'custom', formulae: [formula] }
    : { type: 'decimal', operator: 'between', formulae: [min, max] };
}
