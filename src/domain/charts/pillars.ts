import { textWidth, wrap } from './measure.ts';
import { arrow, dot, label, line, picture, TEXT, type ChartStyle, type Palette } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** One pillar with positions on the axis; null = there is nothing to draw. */
export interface PillarRow {
  readonly label: string;
  readonly now: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  /** Ready to print, one per column, right-aligned; the first is the value of the dot. */
  readonly cells: readonly string[];
  /** The row that the title of the chart speaks about. */
  readonly strong: boolean;
}

export interface PillarChart {
  readonly title: string;
  readonly summary: string;
  readonly axis: {
    readonly from: number;
    readonly to: number;
    /** Bounds of the levels, or round numbers where levels are not bands. */
    readonly ticks: readonly { readonly at: number; readonly label: string }[];
    /** Names between the bounds; the short one is used where the long one does not fit. */
    readonly zones: readonly {
      readonly from: number;
      readonly to: number;
      readonly label: string;
      readonly short: string;
    }[];
  };
  /** Heads of the printed columns. */
  readonly columns: readonly string[];
  /** What the marks mean; a mark without a word is not explained because it is not drawn. */
  readonly legend: { readonly now: string; readonly previous: string | null; readonly target: string | null };
  readonly rows: readonly PillarRow[];
}

/** Below this width the labels stand above their lines instead of beside them. */
const SIDE_BY_SIDE = 560;
const COLUMN_GAP = 18;
const LINE = 18;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
  /** Right edge of each printed column. */
  readonly columns: readonly number[];
  readonly style: ChartStyle;
}

/**
 * One line per pillar: ○ last round, ● now, ▷ target, on a grid of level bounds; values are printed at the right. A
 * pillar that has not moved is a dot with a ring. Shapes and printed figures carry everything that colour does.
 */
export function pillarChart(chart: PillarChart, style: ChartStyle): ChartNode {
  const { palette } = style;
  const beside = style.width >= SIDE_BY_SIDE;
  const widths = chart.columns.map((head, column) =>
    Math.max(
      textWidth(head, TEXT),
      ...chart.rows.map((row) => textWidth(row.cells[column] ?? '', TEXT, column === 0 || row.strong)),
    ),
  );
  const columnsWidth = widths.reduce((sum, width) => sum + width + COLUMN_GAP, 0);
  const columns = widths.map((_, column) =>
    Math.floor(style.width - widths.slice(column + 1).reduce((sum, width) => sum + width + COLUMN_GAP, 0)),
  );
  const widest = Math.max(...chart.rows.map((row) => textWidth(row.label, TEXT, row.strong)));
  const labelWidth = beside ? Math.min(widest, style.width * 0.31) : style.width - columnsWidth - 8;
  const left = beside ? Math.ceil(labelWidth) + 16 : 10;
  const right = Math.floor(beside ? style.width - columnsWidth - 4 : style.width - 14);
  const { from, to, ticks, zones } = chart.axis;
  const frame: Frame = {
    left,
    right,
    x: (value) => left + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (right - left),
    columns,
    style,
  };

  const legend = legendRow(chart.legend, style);
  const headTop = legend.height + 14;
  // Beside: zone names and column heads share one line. Above: heads first, zone names under them.
  const zonesAt = beside ? headTop : headTop + LINE + 6;
  const rowsTop = zonesAt + 12;
  const labels = chart.rows.map((row) => wrap(row.label, labelWidth, TEXT, { bold: row.strong }));
  const heights = labels.map((lines) => (beside ? (lines.length > 1 ? 44 : 31) : lines.length * LINE + 30));
  const bottom = rowsTop + heights.reduce((sum, height) => sum + height, 0) + 2;

  const children: ChartNode[] = [...legend.nodes];
  for (const zone of zones) {
    const room = frame.x(zone.to) - frame.x(zone.from) - 6;
    const text = [zone.label, zone.short].find((candidate) => textWidth(candidate, TEXT) <= room);
    if (text !== undefined)
      children.push(
        label((frame.x(zone.from) + frame.x(zone.to)) / 2, zonesAt, text, {
          fill: palette.quiet,
          anchor: 'middle',
          className: 'zone',
        }),
      );
  }
  chart.columns.forEach((head, column) =>
    children.push(label(columns[column] ?? 0, headTop, head, { fill: palette.quiet, anchor: 'end' })),
  );
  if (beside)
    for (const tick of ticks)
      children.push(line(frame.x(tick.at), rowsTop - 6, frame.x(tick.at), bottom, palette.grid, 1));
  children.push(...tickLabels(ticks, bottom + 18, frame));

  let y = rowsTop;
  chart.rows.forEach((row, index) => {
    const height = heights[index] ?? 0;
    children.push(rowGroup(row, labels[index] ?? [], y, height, beside ? null : ticks, frame));
    y += height;
  });
  return picture(style, { height: bottom + 24, title: chart.title, summary: chart.summary, kind: 'pillars' }, children);
}

/** Label, line with its marks, and printed values of one pillar. */
function rowGroup(
  row: PillarRow,
  lines: readonly string[],
  top: number,
  height: number,
  /** Ticks to draw at the line itself, because its label stands above it; null where the grid runs through. */
  ownTicks: PillarChart['axis']['ticks'] | null,
  frame: Frame,
): ChartNode {
  const { palette } = frame.style;
  const beside = ownTicks === null;
  const markY = beside ? top + height / 2 : top + height - 14;
  const firstLine = beside ? markY + 5 - ((lines.length - 1) * LINE) / 2 : top + 14;
  const valueY = beside ? markY + 5 : top + 14;
  const children: ChartNode[] = lines.map((text, index) =>
    label(0, firstLine + index * LINE, text, { bold: row.strong, fill: palette.ink }),
  );
  children.push(line(frame.left, markY, frame.right, markY, palette.grid, 1, '1 4'));
  for (const { at } of ownTicks ?? [])
    children.push(line(frame.x(at), markY - 8, frame.x(at), markY + 8, palette.grid, 1));
  children.push(...marks(row, markY, frame));
  row.cells.forEach((cell, column) =>
    children.push(
      label(frame.columns[column] ?? 0, valueY, cell, {
        bold: column === 0 || row.strong,
        fill: column === 0 || row.strong ? palette.ink : palette.quiet,
        anchor: 'end',
      }),
    ),
  );
  return el('g', { class: 'pillar' }, children);
}

function marks(row: PillarRow, y: number, { x, style }: Frame): ChartNode[] {
  const { palette } = style;
  const nodes: ChartNode[] = [];
  const same = row.now !== null && row.previous !== null && row.now === row.previous;
  if (row.now !== null && row.previous !== null && !same)
    nodes.push(line(x(row.previous), y, x(row.now), y, palette.range, 4));
  if (row.target !== null) nodes.push(arrow(x(row.target), y, palette));
  if (row.previous !== null)
    nodes.push(
      dot(x(row.previous), y, same ? 9 : 5, palette.ground, palette.previous, 2, same ? 'unchanged' : 'previous'),
    );
  if (row.now !== null) nodes.push(dot(x(row.now), y, 5.5, palette.now, palette.now, 0, 'now'));
  return nodes;
}

/** Labels under the grid; one that would touch its left neighbour is left out, the last one always stays. */
function tickLabels(ticks: PillarChart['axis']['ticks'], y: number, { x, style }: Frame): ChartNode[] {
  const last = ticks.length - 1;
  const half = (text: string): number => textWidth(text, TEXT) / 2;
  const lastTick = ticks[last];
  const limit = lastTick ? x(lastTick.at) - half(lastTick.label) - 6 : Infinity;
  let free = -Infinity;
  return ticks.flatMap((tick, index) => {
    const start = x(tick.at) - half(tick.label);
    const end = x(tick.at) + half(tick.label);
    if (start < free || (index !== last && end > limit)) return [];
    free = end + 6;
    return [label(x(tick.at), y, tick.label, { fill: style.palette.quiet, anchor: 'middle', className: 'tick' })];
  });
}

/** The marks with their words, in as many lines as the width asks for. */
function legendRow(
  legend: PillarChart['legend'],
  { palette, width }: ChartStyle,
): { height: number; nodes: ChartNode[] } {
  const entries: { text: string; mark: (x: number, y: number, colours: Palette) => ChartNode }[] = [];
  if (legend.previous !== null)
    entries.push({
      text: legend.previous,
      mark: (x, y) => dot(x, y, 5, palette.ground, palette.previous, 2, 'previous'),
    });
  entries.push({ text: legend.now, mark: (x, y) => dot(x, y, 5.5, palette.now, palette.now, 0, 'now') });
  if (legend.target !== null) entries.push({ text: legend.target, mark: (x, y) => arrow(x - 2, y, palette) });
  const nodes: ChartNode[] = [];
  let x = 0;
  let y = 14;
  for (const { text, mark } of entries) {
    const needed = 20 + textWidth(text, TEXT);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += 22;
    }
    nodes.push(mark(x + 7, y - 5, palette), label(x + 20, y, text, { fill: palette.quiet, className: 'legend' }));
    x += needed + 22;
  }
  return { height: y + 8, nodes };
}
