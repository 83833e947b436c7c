/** The periodic progress report of an agency: text in the layout of Nghị định 30/2020/NĐ-CP, annex of four columns. */
import type { Content } from 'pdfmake/interfaces';
import type { ProgressReport } from '../../domain/plan/progress-report.ts';
import type { Block } from '../../domain/report/model.ts';
import type { FontPaths } from './fonts.ts';
import { fitted, type Face, type Measure } from './measure.ts';
import { addressees, signature, staysTogether } from './pdf/agency-ends.ts';
import { MARGINS, sectionHead, WIDTH } from './pdf/agency-page.ts';
import { head, paragraph, titles } from './pdf/agency.ts';
import { dottedLines, mm, RUNNING } from './pdf/common.ts';
import { printPdf } from './pdf/engine/print.ts';
import { planTable } from './pdf/plan-table.ts';
import { keepsHeadings } from './pdf.ts';

const face = (style: Face['style'] = 'normal'): Face => ({ family: 'Tinos', style, size: 14 });
/** Paragraphs of up to this many lines are not broken over two pages. */
const TOGETHER = 6;
/** Room of an indented first line; errs on the narrow side. */
const ROOM = WIDTH - mm(10) - 4;

function block(one: Block, measure: Measure): Content[] {
  switch (one.kind) {
    case 'heading':
      return [paragraph(one.text, { bold: true, headlineLevel: 1, alignment: 'left', margin: [0, 4, 0, 6] })];
    case 'subheading':
      return [paragraph(one.text, { bold: true, headlineLevel: 2, alignment: 'left' })];
    case 'paragraph':
    case 'point':
      return [paragraph(fitted(measure, one.text, ROOM, face()))];
    case 'open':
      return [{ unbreakable: true, stack: [dottedLines(WIDTH, one.lines, 20)] }];
    // The text of this report has neither.
    case 'pillars':
    case 'profile':
      return [];
  }
}

/** Headings stay with the block below them; only a long one may be broken, and is left to the check of last headings. */
function text(blocks: readonly Block[], measure: Measure): Content[] {
  const laid: Content[] = [];
  let above: Content[] = [];
  for (const one of blocks) {
    const content = block(one, measure);
    if (one.kind === 'heading' || one.kind === 'subheading') {
      above.push(...content);
      continue;
    }
    const long = one.kind !== 'open' && 'text' in one && measure.lines(one.text, ROOM, face()).length > TOGETHER;
    laid.push(...(long ? [...above, ...content] : [{ unbreakable: true, stack: [...above, ...content] }]));
    above = [];
  }
  return laid;
}

/** @returns the bytes; the same report gives the same bytes */
export function writeProgressPdf(report: ProgressReport, fonts: FontPaths, measure: Measure): Uint8Array {
  const { frame, annex, body } = report;
  const centred = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
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
      styles: { [RUNNING]: {} },
      content: [
        {
          section: [
            head(report, frame, measure),
            ...titles(report, measure),
            ...addressees(report, frame, measure),
            ...frame.bases.map((text) => paragraph(fitted(measure, text, ROOM, face('italics')), { italics: true })),
            ...text(body.slice(0, -1), measure),
            // The last sentence goes with the signature, which must not stand alone on a page.
            {
              unbreakable: staysTogether(frame, measure),
              stack: [...body.slice(-1).flatMap((one) => block(one, measure)), signature(report, frame, measure)],
            },
          ],
          pageSize: 'A4',
          pageOrientation: 'portrait',
          pageMargins: MARGINS,
          header: sectionHead(report),
        },
        {
          section: [
            centred(annex.ordinal, { bold: true, fontSize: 14 }),
            centred(annex.title, { bold: true, fontSize: 14 }),
            centred(annex.attached, { italics: true, fontSize: 13, margin: [0, 2, 0, 10] }),
            ...planTable(annex.table, measure),
          ],
          pageSize: 'A4',
          pageOrientation: 'landscape',
          pageMargins: MARGINS,
          header: sectionHead(report),
        },
      ],
      pageBreakBefore: keepsHeadings,
    },
    fonts,
  );
}
