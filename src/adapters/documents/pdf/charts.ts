import type { Content } from 'pdfmake/interfaces';
import { ladderChart } from '../../../domain/charts/ladder.ts';
import { pillarChart } from '../../../domain/charts/pillars.ts';
import { PRINT_PALETTE } from '../../../domain/charts/style.ts';
import { toSvg } from '../../../domain/charts/tree.ts';
import type { ReportModel } from '../../../domain/report/model.ts';
import type { FontFamily } from '../fonts.ts';

/** Units of the drawing for each point of paper; text of 14 units then prints at ten points. */
const SCALE = 1.42;

/** A picture with its words for those who do not see it. */
function drawing(svg: string, width: number, chart: { readonly title: string; readonly summary: string }): Content {
  return { svg, width, alt: `${chart.title}. ${chart.summary}` } as Content;
}

/** The same pictures as on screen, in print colours. */
export function ladderPicture(model: ReportModel, width: number, font: FontFamily): Content | null {
  const { ladder } = model.charts;
  if (!ladder) return null;
  const style = { palette: PRINT_PALETTE, width: width * SCALE, id: 'ladder', font };
  return drawing(toSvg(ladderChart(ladder, style)), width, ladder);
}

export function profilePicture(model: ReportModel, width: number, font: FontFamily): Content {
  const style = { palette: PRINT_PALETTE, width: width * SCALE, id: 'profile', font };
  return drawing(toSvg(pillarChart(model.charts.profile, style)), width, model.charts.profile);
}
