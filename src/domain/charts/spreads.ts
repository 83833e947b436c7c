import { textWidth, wrap } from './measure.ts';
import { dot, label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** Many units at one node, or one group of units: where the middle lies and how far apart they are. */
export interface SpreadRow {
  readonly label: string;
  /** Percent, 0 to 100; null where nobody has a figure. */
  readonly spread: {
    readonly min: number;
    readonly q1: number;
    readonly median: number;
    readonly q3: number;
    readonly max: number;
  } | null;
  /** Printed at the right, ready: the median. */
  readonly text: string;
}

export interface SpreadsChart {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly SpreadRow[];
  /** What the marks mean. */
  readonly legend: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const LINE = 17;
const ROW = 36;
const BOX = 16;
/** The labels may take this share of the width. */
const MOST_LABEL = 0.42;

/** Median, middle half and full range of each row over one axis of percent, like boxes of a box plot. */
export function spreadsChart(chart: SpreadsChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const widest = Math.max(0, ...chart.rows.map((row) => textWidth(row.label, TEXT)));
  const left = Math.min(widest, width * MOST_LABEL) + 14;
  const right = width - Math.max(30, ...chart.rows.map((row) => textWidth(row.text, TEXT, true))) - 12;
  const x = (share: number): number => left + ((right - left) * Math.min(100, Math.max(0, share))) / 100;
  const legend = wrap(chart.legend, width, 13, { most: 3 });
  const top = legend.length * 18 + 8;
  const rows: ChartNode[] = [];
  let y = top;
  for (const { label: name, spread, text } of chart.rows) {
    const lines = wrap(name, left - 14, TEXT);
    const height = Math.max(ROW, lines.length * LINE + 10);
    const middle = y + height / 2;
    lines.forEach((part, index) =>
      rows.push(
        label(0, middle + 5 + (index - (lines.length - 1) / 2) * LINE, part, { fill: palette.ink, className: 'row' }),
      ),
    );
    if (spread) {
      rows.push(
        line(x(spread.min), middle, x(spread.max), middle, palette.quiet, 1.5),
        line(x(spread.min), middle - 4, x(spread.min), middle + 4, palette.quiet, 1.5),
        line(x(spread.max), middle - 4, x(spread.max), middle + 4, palette.quiet, 1.5),
        el('rect', {
          class: 'box',
          x: x(spread.q1),
          y: middle - BOX / 2,
          width: Math.max(2, x(spread.q3) - x(spread.q1)),
          height: BOX,
          rx: 2,
          fill: palette.passed,
          stroke: palette.shadeEdge,
          'stroke-width': 1,
        }),
        dot(x(spread.median), middle, 6, palette.now, palette.ground, 1.5, 'median'),
      );
    }
    rows.push(label(width, middle + 5, text, { fill: palette.ink, bold: true, anchor: 'end', className: 'value' }));
    y += height;
  }
  const grid = chart.ticks.flatMap(({ at, label: text }) => [
    line(x(at), top, x(at), y, palette.grid),
    label(x(at), y + 18, text, { fill: palette.quiet, anchor: 'middle', size: 13, className: 'tick' }),
  ]);
  const words = legend.map((text, index) => label(0, 13 + index * 18, text, { size: 13, fill: palette.quiet }));
  return picture(
    style,
    { height: y + 26, title: chart.title, summary: chart.summary, kind: 'spreads' },
    // The grid lies below the boxes.
    [...words, ...grid, ...rows],
  );
}
