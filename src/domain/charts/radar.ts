import { textWidth, wrap } from './measure.ts';
import { dot, label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, figure, type ChartNode } from './tree.ts';

/** One axis with positions between `from` and `to`; null = nothing to draw. */
export interface RadarAxis {
  readonly label: string;
  readonly now: number | null;
  readonly previous: number | null;
}

export interface RadarChart {
  readonly title: string;
  readonly summary: string;
  readonly from: number;
  readonly to: number;
  /** Numbered grid lines. */
  readonly rings: readonly { readonly at: number; readonly label: string }[];
  readonly legend: { readonly now: string; readonly previous: string | null };
  readonly axes: readonly RadarAxis[];
}

/** With fewer axes there is no shape, with more nobody reads it. */
export const RADAR_AXES = { least: 3, most: 8 } as const;

const LINE = 18;
const LARGEST = 150;

/** Is this number of groups one that a radar can show? */
export const fitsRadar = (axes: number): boolean => axes >= RADAR_AXES.least && axes <= RADAR_AXES.most;

/**
 * A radar in the order of the questionnaire: now as a solid line with dots, the last round as a dashed one with rings.
 * Only lines, since an area grows with the square of the score.
 */
export function radarChart(chart: RadarChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const count = chart.axes.length;
  const side = Math.min(170, width * 0.27);
  const radius = Math.max(60, Math.min(LARGEST, (width - 2 * side) / 2 - 14));
  const labels = chart.axes.map((axis) => wrap(axis.label, side, TEXT, { most: 3 }));
  const legendHeight = 30;
  const top = legendHeight + LINE * Math.max(1, (labels[0] ?? []).length) + 16;
  const centre = { x: width / 2, y: top + radius };
  const turn = (index: number): number => (index / count) * 2 * Math.PI - Math.PI / 2;
  const at = (index: number, value: number): { x: number; y: number } => {
    const share = (Math.min(chart.to, Math.max(chart.from, value)) - chart.from) / (chart.to - chart.from);
    return {
      x: centre.x + Math.cos(turn(index)) * radius * share,
      y: centre.y + Math.sin(turn(index)) * radius * share,
    };
  };

  const children: ChartNode[] = legendOf(chart, style);
  for (const ring of chart.rings)
    children.push(
      shape(
        chart.axes.map((_, index) => at(index, ring.at)),
        { stroke: palette.grid, 'stroke-width': 1 },
      ),
    );
  chart.axes.forEach((_, index) => {
    const end = at(index, chart.to);
    children.push(line(centre.x, centre.y, end.x, end.y, palette.grid, 1));
  });
  const series = (pick: (axis: RadarAxis) => number | null): { x: number; y: number }[] =>
    chart.axes.flatMap((axis, index) => {
      const value = pick(axis);
      return value === null ? [] : [at(index, value)];
    });
  const before = chart.legend.previous === null ? [] : series(({ previous }) => previous);
  const now = series((axis) => axis.now);
  if (before.length > 0)
    children.push(
      shape(before, { class: 'previous', stroke: palette.previous, 'stroke-width': 1.75, 'stroke-dasharray': '5 4' }),
      ...before.map(({ x, y }) => dot(x, y, 4, palette.ground, palette.previous, 1.75, 'previous')),
    );
  if (now.length > 0)
    children.push(
      shape(now, { class: 'now', stroke: palette.now, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
      ...now.map(({ x, y }) => dot(x, y, 4.5, palette.now, palette.now, 0, 'now')),
    );
  // The numbers of the rings stand left of the upright axis and above the lines.
  for (const ring of chart.rings) {
    const place = at(0, ring.at);
    children.push(
      label(place.x - 6, place.y + 5, ring.label, {
        fill: palette.quiet,
        anchor: 'end',
        size: 12,
        className: 'ring',
      }),
    );
  }
  let bottom = centre.y + radius;
  chart.axes.forEach((_, index) => {
    const lines = labels[index] ?? [];
    const [cos, sin] = [Math.cos(turn(index)), Math.sin(turn(index))];
    const x = centre.x + cos * (radius + 14);
    const middle = centre.y + sin * (radius + 14);
    const upright = Math.abs(cos) < 0.1;
    const first = upright
      ? sin < 0
        ? middle - (lines.length - 1) * LINE
        : middle + 12
      : middle + 5 - ((lines.length - 1) * LINE) / 2;
    const anchor = upright ? ('middle' as const) : cos < 0 ? ('end' as const) : undefined;
    lines.forEach((text, row) => {
      const options = { fill: palette.ink, className: 'axis', ...(anchor && { anchor }) } as const;
      children.push(label(x, first + row * LINE, text, options));
    });
    bottom = Math.max(bottom, first + (lines.length - 1) * LINE);
  });
  return picture(style, { height: bottom + 14, title: chart.title, summary: chart.summary, kind: 'radar' }, children);
}

function shape(points: readonly { x: number; y: number }[], attrs: Record<string, string | number>): ChartNode {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${figure(x)} ${figure(y)}`).join('');
  return el('path', { d: `${path}z`, fill: 'none', ...attrs });
}

function legendOf({ legend }: RadarChart, { palette }: ChartStyle): ChartNode[] {
  const nodes: ChartNode[] = [];
  let x = 0;
  if (legend.previous !== null) {
    nodes.push(
      line(0, 9, 26, 9, palette.previous, 1.75, '5 4'),
      dot(13, 9, 4, palette.ground, palette.previous, 1.75, 'previous'),
      label(34, 14, legend.previous, { fill: palette.quiet, className: 'legend' }),
    );
    x = 34 + textWidth(legend.previous, TEXT) + 22;
  }
  nodes.push(
    line(x, 9, x + 26, 9, palette.now, 2.5),
    dot(x + 13, 9, 4.5, palette.now, palette.now, 0, 'now'),
    label(x + 34, 14, legend.now, { fill: palette.quiet, className: 'legend' }),
  );
  return nodes;
}
