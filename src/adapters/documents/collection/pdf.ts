import type { Content, ContentSection, Node, NodeQueries, TableCell } from 'pdfmake/interfaces';
import { levelBarsChart } from '../../../domain/charts/level-bars.ts';
import { stackedDotsChart } from '../../../domain/charts/stacked-dots.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../../domain/charts/style.ts';
import { toSvg, type ChartNode } from '../../../domain/charts/tree.ts';
import { collectionWords } from '../../../domain/collection/report/context.ts';
import type {
  CollectionReport,
  ReportParagraph,
  ReportSheet,
  ReportTable,
} from '../../../domain/collection/report/model.ts';
import type { FontPaths } from '../fonts.ts';
import type { Measure } from '../measure.ts';
import { addressees, signature, staysTogether } from '../pdf/agency-ends.ts';
import { MARGINS, sectionHead, WIDTH } from '../pdf/agency-page.ts';
import { head, paragraph, titles } from '../pdf/agency.ts';
import {
  columnWidths,
  GRID_PADDING,
  mm,
  ruledTable,
  RUNNING,
  tableRows,
  tagged,
  type TableSetup,
} from '../pdf/common.ts';
import { printPdf } from '../pdf/engine/print.ts';

/** Width between the margins of a landscape page. */
const WIDE = mm(252);
/** A row of this many lines still fits under the repeated heads. */
const MAX_LINES = 26;
/** Rows of one table on paper; the workbook has all of them. */
const MOST_ROWS = 200;
/** Tables of more columns are set in smaller type. */
const MANY_COLUMNS = 10;
/** Tables of up to so many rows are not parted. */
const SHORT = 12;
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** Units of the drawing for each point of paper; text of 14 units then prints at ten points. */
const SCALE = 1.42;

const centred = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });

/** Lays the report out: an agency's document under Nghị định 30/2020/NĐ-CP with its tables as annexes. */
export function writeCollectionPdf(report: CollectionReport, fonts: FontPaths, measure: Measure): Uint8Array {
  return printPdf(
    {
      properties: {
        title: report.title,
        subject: report.subject,
        program: report.program,
        language: report.language,
        date: new Date(`${report.issued}T00:00:00Z`),
      },
      defaultStyle: { font: 'Tinos', fontSize: 14 },
      // Known by name only: running heads are no content.
      styles: { [RUNNING]: {} },
      content: [
        {
          section: letter(report, measure),
          pageSize: 'A4',
          pageOrientation: 'portrait',
          pageMargins: MARGINS,
          header: sectionHead(report),
        },
        ...report.sheets.map((sheet, place): ContentSection => ({
          section: annex(report, sheet, place, measure),
          pageSize: 'A4',
          pageOrientation: 'landscape',
          pageMargins: MARGINS,
          header: sectionHead(report),
        })),
      ],
      pageBreakBefore: keepsTitles,
    },
    fonts,
  );
}

/** The title of a table goes with its first row. */
function keepsTitles(node: Node, queries: NodeQueries): boolean {
  if (!node.headlineLevel) return false;
  const below = queries.getFollowingNodesOnPage();
  return below.every(({ id }) => id !== node.id?.replace('title-', 'row-'));
}

function picture(
  draw: (style: ChartStyle) => ChartNode,
  chart: { readonly title: string; readonly summary: string },
  id: string,
): Content {
  const style: ChartStyle = { palette: PRINT_PALETTE, width: WIDTH * SCALE, id, font: 'Tinos' };
  return {
    unbreakable: true,
    margin: [0, 4, 0, 8],
    stack: [
      { svg: toSvg(draw(style)), width: WIDTH, alt: `${chart.title}. ${chart.summary}` },
      centred(chart.title, { italics: true, fontSize: 12, margin: [0, 3, 0, 0] }),
    ],
  } as Content;
}

/** Charts follow scope and overall result. */
const BEFORE_CHARTS = 2;

/** Each heading with its paragraphs; the heading and the first of them stay on one page. */
function sections(body: readonly ReportParagraph[]): Content[][] {
  const parts: ReportParagraph[][] = [];
  for (const entry of body)
    if (entry.kind === 'heading') parts.push([entry]);
    else parts.at(-1)?.push(entry);
  return parts.map((part) => {
    const [title, first, ...more] = part.map(({ kind, text }) =>
      kind === 'heading'
        ? paragraph(text, { bold: true, alignment: 'left', margin: [0, 4, 0, 6], ...tagged('H2') })
        : paragraph(text),
    );
    return [{ unbreakable: true, stack: [title, first].filter((content) => content !== undefined) }, ...more];
  });
}

function letter(report: CollectionReport, measure: Measure): Content[] {
  const { frame, charts } = report;
  const parts = sections(report.body.slice(0, -1));
  const [end] = report.body.slice(-1);
  const { levels, dots } = charts;
  const pictures = [
    ...(levels ? [picture((style) => levelBarsChart(levels, style), levels, 'levels')] : []),
    ...(dots ? [picture((style) => stackedDotsChart(dots, style), dots, 'dots')] : []),
  ];
  return [
    head(report, frame, measure),
    ...titles(report, measure),
    ...addressees(report, frame, measure),
    ...frame.bases.map((text) => paragraph(text, { italics: true })),
    ...parts.slice(0, BEFORE_CHARTS).flat(),
    ...pictures,
    ...parts.slice(BEFORE_CHARTS).flat(),
    // The last sentence goes with the signature, which must not stand alone on a page.
    {
      unbreakable: staysTogether(frame, measure),
      stack: [...(end ? [paragraph(end.text)] : []), signature(report, frame, measure)],
    },
  ];
}

function annex(report: CollectionReport, sheet: ReportSheet, place: number, measure: Measure): Content[] {
  const words = collectionWords(report.language);
  return [
    centred(words('annex.ordinal', { roman: ROMAN[place] ?? '' }), { bold: true }),
    centred(sheet.title.toUpperCase(), { bold: true, ...tagged('H1') }),
    centred(report.caption, { fontSize: 12 }),
    centred(report.frame.attached, { italics: true, fontSize: 13, margin: [0, 2, 0, 10] }),
    ...sheet.tables.flatMap((table) => tableContent(report, sheet, table, measure)),
  ];
}

/** The tint of a heat cell. */
function tinted(cell: TableCell, shade: number | undefined): TableCell {
  const tint = shade ? PRINT_PALETTE.shades[shade] : undefined;
  return tint ? ({ ...(cell as object), fillColor: tint.fill, color: tint.text } as TableCell) : cell;
}

function tableContent(report: CollectionReport, sheet: ReportSheet, table: ReportTable, measure: Measure): Content[] {
  const size = table.columns.length > MANY_COLUMNS ? 9 : 11;
  const columns = table.columns.map(({ head: text, width }) => ({ head: text, weight: width }));
  const face = { family: 'Tinos', style: 'bold', size } as const;
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  // Narrow tables are not stretched over the whole page.
  const total = sum < 90 ? mm(170) : WIDE;
  const setup: TableSetup = {
    widths: columnWidths(total, columns, measure, face, GRID_PADDING),
    family: 'Tinos',
    size,
    measure,
    padding: GRID_PADDING,
    maxLines: MAX_LINES,
  };
  const rows = table.rows.slice(0, MOST_ROWS).flatMap((row, at) =>
    tableRows(
      setup,
      row.map((cell, place) => ({
        text: cell.text,
        bold: cell.bold ?? false,
        align: table.columns[place]?.align ?? 'left',
        // A short table stays on one page.
        ...(place === 0 ? { keep: table.rows.length <= SHORT && at < table.rows.length - 1 } : {}),
        ...(at === 0 && place === 0 ? { id: `row-${table.id}` } : {}),
      })),
    ).map((cells) => cells.map((cell, place) => tinted(cell, row[place]?.shade))),
  );
  const words = collectionWords(report.language);
  const note = (text: string): Content => ({ text, italics: true, fontSize: 11, margin: [0, 4, 0, 0] });
  const more = table.rows.length > MOST_ROWS ? [words('note.more', { n: table.rows.length, shown: MOST_ROWS })] : [];
  return [
    ...(sheet.tables.length > 1
      ? [
          {
            text: table.title,
            bold: true,
            fontSize: 13,
            margin: [0, 10, 0, 5] as [number, number, number, number],
            ...(rows.length > 0 ? { headlineLevel: 1, id: `title-${table.id}` } : {}),
            ...tagged('H2'),
          },
        ]
      : []),
    rows.length === 0
      ? note(table.empty)
      : ruledTable(
          setup,
          table.columns.map(({ head: text }) => text),
          rows,
          { headSize: size },
        ),
    ...[...more, ...table.notes].map(note),
  ];
}
