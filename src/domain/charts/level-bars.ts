import { textWidth, wrap } from './measure.ts';
import { label, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** One level with the units that stand at it. */
export interface LevelBar {
  readonly label: string;
  readonly n: number;
  /** Printed beside the bar, ready: "12 (34,3%)". */
  readonly text: string;
  /** 1 to 5; null: no level (hatched). */
  readonly shade: number | null;
}

export interface LevelBarsChart {
  readonly title: string;
  readonly summary: string;
  /** The highest level first, as on a ladder. */
  readonly bars: readonly LevelBar[];
}

const ROW = 34;
const BAR = 22;
const LINE = 17;
/** The labels may take this share of the width. */
const MOST_LABEL = 0.4;

/** How many units stand at each level: one bar for each, with its number printed; the shade grows with the level. */
export function levelBarsChart(chart: LevelBarsChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const widest = Math.max(0, ...chart.bars.map((bar) => textWidth(bar.label, TEXT)));
  const left = Math.min(widest, width * MOST_LABEL) + 12;
  const right = Math.max(0, ...chart.bars.map((bar) => textWidth(bar.text, TEXT, true))) + 10;
  const room = Math.max(40, width - left - right);
  const most = Math.max(1, ...chart.bars.map((bar) => bar.n));
  const children: ChartNode[] = [];
  let y = 4;
  for (const bar of chart.bars) {
    const lines = wrap(bar.label, left - 12, TEXT);
    const height = Math.max(ROW, lines.length * LINE + 8);
    const middle = y + height / 2;
    lines.forEach((text, index) =>
      children.push(
        label(0, middle + 5 + (index - (lines.length - 1) / 2) * LINE, text, { fill: palette.ink, className: 'level' }),
      ),
    );
    const length = (room * bar.n) / most;
    const fill = bar.shade === null ? palette.ground : (palette.shades[bar.shade]?.fill ?? palette.ground);
    if (bar.n > 0) {
      const box = { x: left, y: middle - BAR / 2, width: length, height: BAR };
      children.push(el('rect', { class: 'bar', ...box, fill, stroke: palette.shadeEdge, 'stroke-width': 1 }));
      if (bar.shade === null)
        for (let x = 8; x < length; x += 9)
          children.push(
            el('line', {
              x1: left + x,
              y1: middle - BAR / 2,
              x2: left + Math.max(0, x - 12),
              y2: middle + BAR / 2,
              stroke: palette.edge,
              'stroke-width': 1,
            }),
          );
    }
    children.push(
      label(left + length + 8, middle + 5, bar.text, { fill: palette.ink, bold: true, className: 'count' }),
    );
    y += height;
  }
  children.push(el('line', { x1: left, y1: 0, x2: left, y2: y, stroke: palette.edge, 'stroke-width': 1 }));
  return picture(style, { height: y + 4, title: chart.title, summary: chart.summary, kind: 'level-bars' }, children);
}
