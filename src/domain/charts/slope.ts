import { textWidth, wrap } from './measure.ts';
import { dot, label, line, picture, TEXT, type ChartStyle } from './style.ts';
import type { ChartNode } from './tree.ts';

/** One line from the earlier figure to the present one; null = there is none on that side. */
export interface SlopeRow {
  readonly label: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Ready to print. */
  readonly beforeText: string;
  readonly nowText: string;
  /** Signed change; empty where there is none. */
  readonly change: string;
}

export interface SlopeChart {
  readonly title: string;
  readonly summary: string;
  readonly heads: { readonly before: string; readonly now: string };
  /**
   * The scores of both sides mean the same, so a line may join them. Otherwise only the two ends are drawn: a version
   * break or figures that are derived from others.
   */
  readonly joined: boolean;
  readonly rows: readonly SlopeRow[];
}

const LINE = 18;
const TALLEST = 380;
/** Room for the thin line that leads from a dot to its label. */
const LEADER = 30;

interface End {
  readonly index: number;
  readonly wanted: number;
  readonly height: number;
}

/** Pushes labels apart so that none overlaps its neighbour, as near to their places as that allows. */
export function spread(ends: readonly End[], top: number, bottom: number): ReadonlyMap<number, number> {
  const sorted = [...ends].sort((a, b) => a.wanted - b.wanted || a.index - b.index);
  const places = sorted.map(({ wanted }) => wanted);
  const gap = (at: number): number => ((sorted[at - 1]?.height ?? 0) + (sorted[at]?.height ?? 0)) / 2;
  for (let at = 1; at < places.length; at += 1)
    places[at] = Math.max(places[at] as number, (places[at - 1] as number) + gap(at));
  const last = places.length - 1;
  if (last >= 0) places[last] = Math.min(places[last] as number, bottom - (sorted[last]?.height ?? 0) / 2);
  for (let at = last - 1; at >= 0; at -= 1)
    places[at] = Math.min(places[at] as number, (places[at + 1] as number) - gap(at + 1));
  const above = top + (sorted[0]?.height ?? 0) / 2 - (places[0] ?? 0);
  return new Map(sorted.map(({ index }, at) => [index, (places[at] as number) + Math.max(0, above)]));
}

/**
 * Slope chart: ○ before on the left, ● now on the right, with the names at the right end. A rise is a solid line, a fall a
 * dashed one, no change a thin one.
 */
export function slopeChart(chart: SlopeChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const values = chart.rows.flatMap(({ before, now }) => [before, now].filter((value) => value !== null));
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const range = high === low ? 1 : high - low;
  const figures = (row: SlopeRow): string => (row.change === '' ? row.nowText : `${row.nowText} (${row.change})`);
  const leftRoom = Math.max(...chart.rows.map((row) => textWidth(row.beforeText, TEXT, true)), 24) + 22;
  const figureRoom = Math.max(...chart.rows.map((row) => textWidth(figures(row), TEXT, true)), 24) + 12;
  const nameRoom = Math.max(90, Math.min(260, width - leftRoom - figureRoom - Math.max(90, width * 0.28)));
  const right = Math.max(leftRoom + 60, width - figureRoom - nameRoom - LEADER - 2);
  const names = chart.rows.map((row) => wrap(row.label, nameRoom, TEXT, { most: 2 }));
  const heights = names.map((lines) => lines.length * LINE + 6);
  const tall = Math.min(TALLEST, Math.max(160, heights.reduce((sum, height) => sum + height, 0) + 30));
  const top = 48;
  const bottom =
    top +
    Math.max(
      tall,
      heights.reduce((sum, height) => sum + height, 0),
    );
  const y = (value: number): number => bottom - 16 - ((value - low) / range) * (bottom - top - 32);
  const ends = (pick: (row: SlopeRow) => number | null, height: (index: number) => number): End[] =>
    chart.rows.flatMap((row, index) => {
      const value = pick(row);
      return value === null ? [] : [{ index, wanted: y(value), height: height(index) }];
    });
  const nowAt = spread(
    ends(
      ({ now }) => now,
      (index) => heights[index] ?? LINE,
    ),
    top,
    bottom,
  );
  const starts = ends(
    ({ before }) => before,
    () => LINE,
  );
  const beforeAt = spread(
    starts.filter((end, at) => starts.findIndex(({ wanted }) => wanted === end.wanted) === at),
    top,
    bottom,
  );

  const children: ChartNode[] = [
    label(leftRoom, 16, chart.heads.before, { fill: palette.quiet, anchor: 'middle' }),
    label(right, 16, chart.heads.now, { fill: palette.quiet, anchor: 'middle' }),
    line(leftRoom, 28, leftRoom, bottom, palette.grid, 1),
    line(right, 28, right, bottom, palette.grid, 1),
  ];
  // A long head is kept inside the drawing.
  const half = textWidth(chart.heads.before, TEXT) / 2;
  if (half > leftRoom) children[0] = label(0, 16, chart.heads.before, { fill: palette.quiet });
  // Where the lines stand close together the second head begins after the first.
  const headEnd = Math.max(leftRoom + half, half * 2) + 10;
  if (right - textWidth(chart.heads.now, TEXT) / 2 < headEnd)
    children[1] = label(headEnd, 16, chart.heads.now, { fill: palette.quiet });
  chart.rows.forEach((row) => {
    if (chart.joined && row.before !== null && row.now !== null) {
      const fell = row.now < row.before;
      const same = row.now === row.before;
      children.push(
        line(
          leftRoom,
          y(row.before),
          right,
          y(row.now),
          same ? palette.quiet : fell ? palette.previous : palette.now,
          same ? 1 : 2,
          fell ? '6 4' : undefined,
        ),
      );
    }
  });
  const printed = new Set<number>();
  chart.rows.forEach((row, index) => {
    if (row.before !== null) {
      children.push(dot(leftRoom, y(row.before), 5, palette.ground, palette.previous, 2, 'previous'));
      // Rows that start at one place share its figure.
      if (!printed.has(row.before))
        children.push(
          label(leftRoom - 12, (beforeAt.get(index) ?? 0) + 5, row.beforeText, { fill: palette.quiet, anchor: 'end' }),
        );
      printed.add(row.before);
    }
    const place = nowAt.get(index);
    if (row.now === null || place === undefined) return;
    const lines = names[index] ?? [];
    const first = place + 5 - ((lines.length - 1) * LINE) / 2;
    const start = right + LEADER;
    children.push(
      line(right + 8, y(row.now), start - 4, place, palette.grid, 1),
      dot(right, y(row.now), 5.5, palette.now, palette.now, 0, 'now'),
      label(start, place + 5, figures(row), { fill: palette.ink, bold: true }),
      ...lines.map((text, at) => label(start + figureRoom, first + at * LINE, text, { fill: palette.ink })),
    );
  });
  return picture(style, { height: bottom + 8, title: chart.title, summary: chart.summary, kind: 'slope' }, children);
}
