/** The report of an agency in the layout of Nghị định 30/2020/NĐ-CP, annex I: margins, head, text, signature. */
import type { Content, ContentSection } from 'pdfmake/interfaces';
import type { Block, Frame, PillarLine, ReportModel } from '../../../domain/report/model.ts';
import { fitted, type Face, type Measure } from '../measure.ts';
import { addressees, signature, staysTogether } from './agency-ends.ts';
import { MARGINS, sectionHead, WIDTH } from './agency-page.ts';
import { agencyAnnexes } from './annexes.ts';
import { profilePicture } from './charts.ts';
import {
  ABOVE_TABLE,
  bare,
  dottedLines,
  FIRST_ROW,
  GRID_PADDING,
  mm,
  rule,
  ruledTable,
  tagged,
  columnWidths,
  tableRows,
  type TableSetup,
  type TextCell,
} from './common.ts';

/** Head: left column for the agency, right one for the state. */
const LEFT = WIDTH * 0.39;
const RIGHT = WIDTH - LEFT;

/** Indent of the first line of a paragraph. */
const INDENT = mm(10);
/** Room of a line of text; errs on the narrow side. */
const TEXT = WIDTH - 12;

/** The same for the first line of a paragraph, which is indented. */
const FIRST_LINE = WIDTH - INDENT - 4;

/** Paragraphs of up to this many lines are not broken over two pages. */
const TOGETHER = 4;

const face = (size: number, style: Face['style'] = 'normal'): Face => ({ family: 'Tinos', style, size });
const centre = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
export const paragraph = (text: string, more: object = {}): Content => ({
  text,
  alignment: 'justify',
  leadingIndent: INDENT,
  margin: [0, 0, 0, 6],
  lineHeight: 1.08,
  ...more,
});

export function agencySections(model: ReportModel, measure: Measure): ContentSection[] {
  const parts = model.agency;
  if (!parts) throw new Error('not the report of an agency');
  return [
    {
      section: [
        head(model, parts, measure),
        ...titles(model, measure),
        ...addressees(model, parts, measure),
        ...parts.bases.map((text) =>
          paragraph(fitted(measure, text, FIRST_LINE, face(14, 'italics')), { italics: true }),
        ),
        ...body(model, parts.body.slice(0, -1), measure),
        // The last sentence goes with the signature, which must not stand alone on a page.
        {
          unbreakable: staysTogether(parts, measure),
          stack: [...body(model, parts.body.slice(-1), measure), signature(model, parts, measure)],
        },
      ],
      pageSize: 'A4',
      pageOrientation: 'portrait',
      pageMargins: MARGINS,
      header: sectionHead(model),
    },
    ...agencyAnnexes(model, parts, measure),
  ];
}

/** Lines of the issuing agency; a long name is broken to fit its column. */
function issuerLines(parts: Frame, measure: Measure): string[] {
  return parts.issuer.flatMap((line) => measure.lines(line, LEFT - 4, face(13, 'bold')));
}

/** The rule under the agency's name: about two fifths of it, never outside a third to a half of the line above. */
function issuerRule(lines: readonly string[], measure: Measure): number {
  const widths = lines.map((line) => measure.width(line, face(13, 'bold')));
  const last = widths.at(-1) ?? 0;
  return Math.min(last / 2, Math.max(last / 3, Math.max(...widths) * 0.42));
}

/** Agency at the left, state at the right, number and day below. */
export function head(model: Pick<ReportModel, 'labels'>, parts: Frame, measure: Measure): Content {
  const { labels } = model;
  const lines = issuerLines(parts, measure);
  // The superior agency stands upright above the name of the issuing one.
  const superior = parts.superior.flatMap((line) => measure.lines(line, LEFT - 4, face(13)));
  const motto = labels['agency.motto'];
  return {
    layout: bare,
    margin: [0, 0, 0, 14],
    table: {
      widths: [LEFT, RIGHT],
      body: [
        [
          {
            stack: [
              ...superior.map((line) => centre(line, { fontSize: 13 })),
              ...lines.map((line) => centre(line, { fontSize: 13, bold: true })),
              rule(issuerRule(lines, measure), 1.5),
            ],
          },
          {
            stack: [
              centre(labels['agency.republic'], { fontSize: 13, bold: true }),
              centre(motto, { fontSize: 14, bold: true }),
              rule(measure.width(motto, face(14, 'bold')), 1.5),
            ],
          },
        ],
        [
          centre(parts.number, { fontSize: 13, margin: [0, 7, 0, 0] }),
          centre(parts.placeAndDate, { italics: true, margin: [0, 6, 0, 0] }),
        ],
      ],
    },
  };
}

/** BÁO CÁO with what it is about. */
export function titles(model: Pick<ReportModel, 'labels' | 'title'>, measure: Measure): Content[] {
  const { labels } = model;
  const lines = measure.lines(model.title, WIDTH - 20, face(14, 'bold'));
  const last = measure.width(lines.at(-1) ?? '', face(14, 'bold'));
  return [
    {
      stack: [labels['agency.report'], ...lines].map((line) => centre(line, { bold: true })),
      ...tagged('H1'),
    },
    rule(last * 0.38, 2),
  ];
}

/**
 * The running text. Headings stay with what is below them: in one block where that is short or drawn (such blocks are
 * placed as a whole, which the check for last headings does not see), and above the table of groups by its first row.
 */
function body(model: ReportModel, blocks: readonly Block[], measure: Measure): Content[] {
  const laid: Content[] = [];
  let headings: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'subheading') {
      headings.push(block);
      continue;
    }
    const content = bodyBlock(model, block, measure);
    const whole = isPlacedWhole(block, measure);
    const above = headings.map((heading) => ({
      ...(bodyBlock(model, heading, measure) as object),
      ...(whole ? { headlineLevel: undefined } : {}),
      ...(block.kind === 'pillars' && heading === headings.at(-1) ? { id: ABOVE_TABLE } : {}),
    })) as Content[];
    if (whole) laid.push({ stack: [...above, content], unbreakable: true });
    else laid.push(...above, content);
    headings = [];
  }
  return laid;
}

/** Short paragraphs, so that no single line is left on a page, and dotted lines. */
function isPlacedWhole(block: Block, measure: Measure): boolean {
  if (block.kind === 'paragraph' || block.kind === 'point')
    return measure.lines(block.text, TEXT, face(14)).length <= TOGETHER;
  return block.kind === 'open';
}

function bodyBlock(model: ReportModel, block: Block, measure: Measure): Content {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, {
        bold: true,
        headlineLevel: 1,
        alignment: 'left',
        margin: [0, 4, 0, 6],
        ...tagged('H2'),
      });
    case 'subheading':
      return paragraph(block.text, { bold: true, headlineLevel: 2, alignment: 'left', ...tagged('H3') });
    case 'paragraph':
    case 'point':
      return paragraph(fitted(measure, block.text, FIRST_LINE, face(14)));
    case 'open':
      return dottedLines(WIDTH, block.lines, 20);
    case 'pillars':
      return pillarTable(model, measure);
    case 'profile':
      return {
        unbreakable: true,
        margin: [0, 4, 0, 0],
        stack: [
          profilePicture(model, WIDTH, 'Tinos'),
          centre(block.caption, { italics: true, fontSize: 12, margin: [0, 3, 0, 8] }),
        ],
      };
  }
}

/** The top groups with what the questionnaire allows to say about them. */
function pillarTable(model: ReportModel, measure: Measure): Content {
  const { labels, tables } = model;
  const columns: { head: string; weight: number; text: (line: PillarLine) => string }[] = [
    { head: labels.max, weight: 16, text: (line) => line.max?.fixed ?? labels.none },
    { head: labels.points, weight: 17, text: (line) => line.value?.fixed ?? labels.none },
  ];
  if (tables.usesPercent)
    columns.push({
      head: labels.percent,
      weight: 18,
      text: (line) => (line.percent ? `${line.percent.fixed}%` : labels.none),
    });
  if (tables.hasLevels)
    columns.push({
      head: labels.level,
      weight: 12,
      text: (line) => (line.level ? String(line.level.value) : labels.none),
    });
  if (tables.hasBefore) {
    columns.push({
      head: tables.previousHead,
      weight: 16,
      text: ({ before }) => {
        const percent = tables.changeUnit === 'percent';
        const shown = percent ? before?.percent : before?.value;
        return shown ? `${shown.fixed}${percent ? '%' : ''}` : labels.none;
      },
    });
    columns.push({ head: tables.changeHead, weight: 18, text: (line) => line.change });
  }
  const used = columns.reduce((sum, column) => sum + column.weight, 12);
  const all = [{ head: labels.no, weight: 12 }, { head: labels.pillar, weight: Math.max(45, 165 - used) }, ...columns];
  const setup: TableSetup = {
    widths: columnWidths(WIDTH, all, measure, face(12, 'bold'), GRID_PADDING),
    family: 'Tinos',
    size: 12,
    measure,
    padding: GRID_PADDING,
    maxLines: 30,
  };
  const rows = [...model.pillars, model.total].flatMap((line, index) => {
    const bold = line.id === model.total.id;
    const keep = index === model.pillars.length - 1;
    const figures = columns.map((column): TextCell => ({
      text: column.text(line),
      align: column.head === labels.level ? 'center' : 'right',
      bold,
    }));
    return tableRows(
      setup,
      bold
        ? [{ text: line.title, bold, align: 'center', span: 2 }, ...figures]
        : [
            { text: line.code, align: 'center', keep, ...(index === 0 ? { id: FIRST_ROW } : {}) },
            { text: line.title },
            ...figures,
          ],
    );
  });
  const heads = all.map((column) => column.head);
  return { ...ruledTable(setup, heads, rows, { headSize: 12 }), margin: [0, 2, 0, 8] };
}
