/** Charts of the report as pictures in a sheet, the same as on screen and in the PDF. */
import type ExcelJS from 'exceljs';
import { ladderChart } from '../../../domain/charts/ladder.ts';
import { pillarChart } from '../../../domain/charts/pillars.ts';
import { PRINT_PALETTE } from '../../../domain/charts/style.ts';
import { toSvg, type ChartNode } from '../../../domain/charts/tree.ts';
import type { ReportModel } from '../../../domain/report/model.ts';
import type { FontPaths } from '../fonts.ts';
import { FONT_NAMES, svgPng } from '../png.ts';
import { sha256 } from './machine-xml.ts';
import type { SheetWriter } from './sheet.ts';

export interface Picture {
  readonly png: Uint8Array;
  /** In units of the sheet: 96 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it says, for those who do not see it. */
  readonly text: string;
}

/** Pixels for each unit: about 200 to the inch in print. */
const SHARP = 1.5;
/** Narrowest and widest that a chart still looks right. */
const LADDER = { part: 0.36, least: 300, most: 470 };
const PROFILE = { least: 560, most: 700 };
const GAP = 24;
/** Pictures that are kept, so that the same report written again draws nothing. */
const KEPT = 12;
const kept = new Map<string, Uint8Array>();

function drawn(svg: string, fonts: FontPaths): Uint8Array {
  const key = sha256(svg);
  const png = kept.get(key) ?? svgPng(svg, fonts, { scale: SHARP }).bytes;
  kept.delete(key);
  kept.set(key, png);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return png;
}

const between = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** Draws the charts of a report, to stand side by side. @param width room in units */
export function reportPictures({ charts }: Pick<ReportModel, 'charts'>, fonts: FontPaths, width: number): Picture[] {
  const style = { palette: PRINT_PALETTE, font: FONT_NAMES.Tinos };
  const picture = (tree: ChartNode, { title, summary }: { title: string; summary: string }): Picture => ({
    png: drawn(toSvg(tree), fonts),
    width: Number(tree.attrs.width),
    height: Number(tree.attrs.height),
    title,
    text: summary,
  });
  const { ladder, profile } = charts;
  const first = between(width * LADDER.part, LADDER);
  const rest = between(ladder ? width - first - GAP : width, PROFILE);
  return [
    ...(ladder ? [picture(ladderChart(ladder, { ...style, width: first, id: 'ladder' }), ladder)] : []),
    picture(pillarChart(profile, { ...style, width: rest, id: 'profile' }), profile),
  ];
}

const ROW_POINTS = 15;
/** Pixels of one column unit and of the padding of a column, as spreadsheet programs count them. */
const UNIT = 7;
const PADDING = 5;
const PIXEL_POINTS = 0.75;
/** The unit of places inside a column. */
const PIXEL = 9525;

const pixels = (widths: readonly number[]): number[] => widths.map((width) => width * UNIT + PADDING);

/** Programs make columns up to so much narrower than they say. */
const SAFE = 0.93;

/** Room for pictures in columns together, in units of pictures. */
export const widthOf = (widths: readonly number[]): number =>
  SAFE * pixels(widths).reduce((sum, width) => sum + width, 0);

/** Puts pictures side by side below what has been written, or one below the other where the sheet is narrow. */
export function addPictures(book: ExcelJS.Workbook, writer: SheetWriter, pictures: readonly Picture[]): void {
  const columns = pixels(writer.widths);
  const whole = widthOf(writer.widths);
  let left = 0;
  let tallest = 0;
  const endRow = (): void => {
    if (tallest > 0) writer.room(Math.ceil((tallest * PIXEL_POINTS) / ROW_POINTS) + 1, ROW_POINTS);
    left = 0;
    tallest = 0;
  };
  writer.skip();
  for (const { png, width, height } of pictures) {
    if (left > 0 && left + width > whole + 1) endRow();
    let column = 0;
    let rest = left;
    while (column < columns.length - 1 && rest >= (columns[column] ?? 0)) rest -= columns[column++] ?? 0;
    const id = book.addImage({ buffer: Buffer.from(png) as never, extension: 'png' });
    writer.sheet.addImage(id, {
      // Fractions of a column would be taken of another width than programs give it.
      tl: {
        nativeCol: column,
        nativeColOff: Math.round(rest * PIXEL),
        nativeRow: writer.row - 1,
        nativeRowOff: 0,
      } as never,
      ext: { width, height },
      editAs: 'oneCell',
    });
    left += width + GAP;
    tallest = Math.max(tallest, height);
  }
  endRow();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '').replace(/\s+/g, ' ');

/** Gives the drawings of a sheet, in their order, their names and texts; exceljs has no place for them. */
export function describeDrawings(xml: string, pictures: readonly Picture[]): string {
  let index = 0;
  return xml.replace(/<xdr:cNvPr id="(\d+)" name="[^"]*"/g, (whole, id: string) => {
    const picture = pictures[index++];
    return picture ? `<xdr:cNvPr id="${id}" name="${escaped(picture.title)}" descr="${escaped(picture.text)}"` : whole;
  });
}
