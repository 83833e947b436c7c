import { textWidth, wrap } from './measure.ts';
import { label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** One item: its number and its shade. */
export interface HeatCell {
  readonly code: string;
  /** Printed in the cell, ready. */
  readonly text: string;
  /** 0 to 5; null = not applicable (hatched) or nothing said (blank). */
  readonly shade: number | null;
  readonly hatched: boolean;
}

export interface HeatChart {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  /** What the shades mean, with the words for "not applicable" and "unanswered" where they occur. */
  readonly legend: readonly { readonly text: string; readonly cell: Omit<HeatCell, 'code'> }[];
}

const LINE = 18;
const CELL = { width: 46, height: 42, gap: 4 } as const;
const SIDE_BY_SIDE = 520;
const SMALL = 12;

/** All items at a glance: one row of numbered, shaded cells for each group. The number is always printed. */
export function heatChart(chart: HeatChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const beside = width >= SIDE_BY_SIDE;
  const widest = Math.max(0, ...chart.rows.map((row) => textWidth(row.label, TEXT)));
  const room = beside ? Math.min(widest, width * 0.3) : width;
  const left = beside ? Math.ceil(room) + 16 : 0;
  const step = CELL.width + CELL.gap;
  const perLine = Math.max(1, Math.floor((width - left + CELL.gap) / step));
  const children: ChartNode[] = [];
  let y = 2;
  for (const row of chart.rows) {
    const lines = wrap(row.label, room, TEXT, { most: beside ? 3 : 2 });
    const cellsTop = beside ? y : y + lines.length * LINE + 4;
    const cellLines = Math.max(1, Math.ceil(row.cells.length / perLine));
    const cellsHeight = cellLines * (CELL.height + CELL.gap);
    const first = beside ? cellsTop + CELL.height / 2 + 5 - ((lines.length - 1) * LINE) / 2 : y + 14;
    lines.forEach((text, index) =>
      children.push(label(0, Math.max(first, y + 14) + index * LINE, text, { fill: palette.ink })),
    );
    row.cells.forEach((cell, index) => {
      const x = left + (index % perLine) * step;
      const top = cellsTop + Math.floor(index / perLine) * (CELL.height + CELL.gap);
      children.push(...cellAt(cell, x, top, CELL.width, CELL.height, style));
    });
    y = beside ? y + Math.max(cellsHeight, lines.length * LINE + 6) : cellsTop + cellsHeight;
    y += 6;
  }
  let x = 0;
  y += 8;
  for (const { text, cell } of chart.legend) {
    const needed = 36 + textWidth(text, TEXT);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += 28;
    }
    children.push(...cellAt({ ...cell, code: '' }, x + 1, y, 28, 22, style));
    children.push(label(x + 36, y + 16, text, { fill: palette.quiet, className: 'legend' }));
    x += needed + 18;
  }
  return picture(
    style,
    { height: y + (chart.legend.length > 0 ? 28 : 0), title: chart.title, summary: chart.summary, kind: 'heat' },
    children,
  );
}

function cellAt(
  cell: HeatCell,
  x: number,
  y: number,
  width: number,
  height: number,
  { palette }: ChartStyle,
): ChartNode[] {
  const colours = cell.shade === null ? null : palette.shades[cell.shade];
  const ink = colours?.text ?? palette.ink;
  const nodes: ChartNode[] = [
    el('rect', {
      class: 'cell',
      x,
      y,
      width,
      height,
      rx: 3,
      fill: colours?.fill ?? palette.ground,
      stroke: palette.shadeEdge,
      'stroke-width': 1,
    }),
  ];
  if (cell.hatched)
    for (let from = 8; from < width + height; from += 9) {
      const x1 = Math.min(from, width);
      const y1 = Math.max(0, from - width);
      const x2 = Math.max(0, from - height);
      const y2 = Math.min(from, height);
      nodes.push(line(x + x1, y + y1, x + x2, y + y2, palette.grid, 1));
    }
  const middle = x + width / 2;
  if (cell.code === '')
    nodes.push(label(middle, y + height / 2 + 5, cell.text, { fill: ink, bold: true, anchor: 'middle' }));
  else
    nodes.push(
      label(middle, y + 14, cell.code, { size: SMALL, fill: ink, anchor: 'middle', className: 'code' }),
      label(middle, y + 33, cell.text, { size: 15, fill: ink, bold: true, anchor: 'middle' }),
    );
  return nodes;
}
