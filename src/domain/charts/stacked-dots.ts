import { dot, label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** Units as dots over one axis: each dot is one unit, or several where there are too many. */
export interface StackedDotsChart {
  readonly title: string;
  readonly summary: string;
  readonly axis: {
    readonly from: number;
    readonly to: number;
    readonly ticks: readonly { readonly at: number; readonly label: string }[];
    /** Width of one column of dots. */
    readonly bin: number;
  };
  readonly values: readonly number[];
  /** Drawn as a line through all dots, with its words. */
  readonly median: { readonly at: number; readonly label: string } | null;
  /** Says what one dot is: one unit, or `{each}` of them. */
  readonly legend: { readonly one: string; readonly several: string };
  /** A unit that is pointed at, by its value, with its words. */
  readonly own: { readonly at: number; readonly label: string } | null;
}

const MOST_HIGH = 22;
const GAP = 1.5;

/** How many values fall into each column; the last column takes the end of the axis in. */
export function countBins(values: readonly number[], from: number, to: number, bin: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / bin - 1e-9));
  const bins = Array.from({ length: count }, () => 0);
  for (const value of values) {
    // A value at the edge belongs to the column above; binary fractions must not pull it below.
    const place = Math.floor((value - from) / bin + 1e-9);
    const at = Math.min(count - 1, Math.max(0, place));
    bins[at] = (bins[at] as number) + 1;
  }
  return bins;
}

/** Stacked dots: where most units stand, how far they are spread, without a single name. */
export function stackedDotsChart(chart: StackedDotsChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const { from, to, bin, ticks } = chart.axis;
  const [left, right] = [14, width - 14];
  const x = (value: number): number => left + ((value - from) / (to - from)) * (right - left);
  const bins = countBins(chart.values, from, to, bin);
  const step = (right - left) / bins.length;
  const most = Math.max(1, ...bins);
  const each = Math.max(1, Math.ceil(most / MOST_HIGH));
  const radius = Math.max(1.5, Math.min(7, step / 2 - GAP / 2));
  const high = Math.ceil(most / each);
  const top = 30;
  const base = top + high * (2 * radius + GAP) + 8;
  const children: ChartNode[] = ticks.flatMap(({ at, label: text }) => [
    line(x(at), top, x(at), base, palette.grid),
    label(x(at), base + 20, text, { fill: palette.quiet, anchor: 'middle', className: 'tick' }),
  ]);
  bins.forEach((count, place) => {
    const middle = left + step * (place + 0.5);
    for (let index = 0; index < Math.ceil(count / each); index += 1) {
      const y = base - 4 - radius - index * (2 * radius + GAP);
      // The last dot of a column may stand for fewer units: it is hollow.
      const whole = count >= (index + 1) * each;
      children.push(dot(middle, y, radius, whole ? palette.now : palette.ground, palette.now, 1, 'unit'));
    }
  });
  children.push(line(left, base, right, base, palette.edge, 1.5));
  const mark = (
    { at, label: text }: { readonly at: number; readonly label: string },
    y: number,
    dash?: string,
  ): void => {
    const anchor = x(at) > width * 0.7 ? 'end' : undefined;
    children.push(
      line(x(at), y, x(at), base, palette.ink, 2, dash),
      label(x(at) + (anchor ? -6 : 6), y + 10, text, {
        fill: palette.ink,
        bold: true,
        ...(anchor ? { anchor } : {}),
      }),
    );
  };
  const legend = each === 1 ? chart.legend.one : chart.legend.several.replace('{each}', String(each));
  if (chart.median) mark(chart.median, 4, '5 3');
  if (chart.own) mark(chart.own, 16);
  children.push(label(left, base + 42, legend, { fill: palette.quiet, className: 'legend' }));
  const height = base + 42 + TEXT / 2;
  return picture(
    style,
    { height, title: chart.title, summary: chart.summary, kind: 'stacked-dots' },
    // The ground makes the dots stand out in copies of the picture.
    [el('rect', { x: 0, y: 0, width, height, fill: palette.ground }), ...children],
  );
}
