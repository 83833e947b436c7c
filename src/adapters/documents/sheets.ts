/** The one-page summary (A4 landscape) and the slide (16:9) as PDF and as picture, from one drawing each. */
import { sheetChart, SLIDE, SUMMARY } from '../../domain/charts/sheet.ts';
import { PRINT_PALETTE } from '../../domain/charts/style.ts';
import { toSvg } from '../../domain/charts/tree.ts';
import { sheetOf } from '../../domain/report/handout/sheet.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import type { FontPaths } from './fonts.ts';
import { mm } from './pdf/common.ts';
import { printPdf } from './pdf/engine/print.ts';
import { chartPng, FONT_NAMES } from './png.ts';

type Kind = 'summary' | 'slide';

const PAGES = {
  summary: { plan: SUMMARY, width: mm(297), height: mm(210) },
  slide: { plan: SLIDE, width: 960, height: 540 },
} as const;

/** One page with text that can be searched and read out. @returns the bytes; the same model gives the same bytes */
export function writeSheetPdf(kind: Kind, model: ReportModel, machine: ResultFile, fonts: FontPaths): Uint8Array {
  const { plan, width, height } = PAGES[kind];
  const chart = sheetOf(model, machine, kind);
  const tree = sheetChart(chart, plan, { palette: PRINT_PALETTE, font: 'BeVietnamPro', id: kind });
  const drawing = { svg: toSvg(tree), width, height, alt: chart.summary };
  return printPdf(
    {
      properties: {
        title: `${chart.kicker}: ${chart.organisation}`,
        subject: model.subject,
        program: chart.program,
        language: model.language,
        date: new Date(`${model.issued}T00:00:00Z`),
      },
      defaultStyle: { font: 'BeVietnamPro', fontSize: 10 },
      content: [
        {
          section: [drawing],
          pageSize: { width, height },
          pageOrientation: 'landscape',
          pageMargins: [0, 0, 0, 0],
        },
      ],
    },
    fonts,
  );
}

/** The slide as a picture of 1920 x 1080 pixels. */
export function writeSlidePng(model: ReportModel, machine: ResultFile, fonts: FontPaths): Uint8Array {
  const tree = sheetChart(sheetOf(model, machine, 'slide'), SLIDE, {
    palette: PRINT_PALETTE,
    font: FONT_NAMES.BeVietnamPro,
    id: 'slide',
  });
  return chartPng(tree, fonts, { width: SLIDE.width }).bytes;
}
