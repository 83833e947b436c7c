import { textWidth, wrap } from './measure.ts';
import { label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

export interface GapRow {
  readonly label: string;
  /** What is missing, never below zero. */
  readonly gap: number;
  readonly text: string;
}

export interface GapChart {
  readonly title: string;
  readonly summary: string;
  /** The widest gap that the axis has room for. */
  readonly most: number;
  /** The widest gap first. */
  readonly rows: readonly GapRow[];
}

const LINE = 18;
const BAR = 16;
const SIDE_BY_SIDE = 460;

/** Bars of what is missing to the target, the widest first; the figure stands at the end of its bar. */
export function gapChart(chart: GapChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const beside = width >= SIDE_BY_SIDE;
  const widest = Math.max(0, ...chart.rows.map((row) => textWidth(row.label, TEXT)));
  const room = beside ? Math.min(widest, width * 0.38) : width;
  const left = beside ? Math.ceil(room) + 14 : 0;
  const figures = Math.max(0, ...chart.rows.map((row) => textWidth(row.text, TEXT, true))) + 10;
  const full = Math.max(20, width - left - figures - 2);
  const children: ChartNode[] = [];
  let y = 4;
  for (const row of chart.rows) {
    const lines = wrap(row.label, room, TEXT);
    const height = beside ? Math.max(30, lines.length * LINE + 8) : lines.length * LINE + BAR + 14;
    const bar = beside ? y + height / 2 - BAR / 2 : y + lines.length * LINE + 4;
    const first = beside ? y + height / 2 + 5 - ((lines.length - 1) * LINE) / 2 : y + 14;
    const length = chart.most <= 0 ? 0 : (row.gap / chart.most) * full;
    lines.forEach((text, index) => children.push(label(0, first + index * LINE, text, { fill: palette.ink })));
    if (length > 0)
      children.push(
        el('rect', {
          class: 'gap',
          x: left,
          y: bar,
          width: Math.max(2, length),
          height: BAR,
          fill: palette.passed,
          stroke: palette.now,
          'stroke-width': 1.25,
        }),
      );
    children.push(
      label(left + Math.max(length, 0) + 8, bar + BAR / 2 + 5, row.text, { fill: palette.ink, bold: row.gap > 0 }),
    );
    y += height;
  }
  if (beside) children.unshift(line(left, 0, left, y, palette.edge, 1));
  return picture(style, { height: y + 4, title: chart.title, summary: chart.summary, kind: 'gap' }, children);
}
