import { label, line, picture, type ChartStyle } from './style.ts';
import { wrap } from './measure.ts';
import { el, type ChartNode } from './tree.ts';

/** One unit: a small profile of bars, one for each pillar. */
export interface Profile {
  readonly label: string;
  /** Printed at the right of the name, ready: level or percent. */
  readonly text: string;
  /** 0 to 100 in the order of the pillars; null: no figure. */
  readonly bars: readonly (number | null)[];
  /** 1 to 5 by the overall level; null: none. */
  readonly shade: number | null;
}

export interface SmallMultiplesChart {
  readonly title: string;
  readonly summary: string;
  readonly profiles: readonly Profile[];
  /** Names of the bars, in order. */
  readonly pillars: readonly string[];
  /** Line at this percent in every profile with its words, e.g. the median of all; null: none. */
  readonly mark: { readonly at: number; readonly label: string } | null;
}

const CELL = { width: 132, height: 84, gap: 10 };
const BARS = 44;
const SMALL = 11;

/** Many units on one page as equal small profiles, side by side in rows: what differs stands out. */
export function smallMultiplesChart(chart: SmallMultiplesChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const perRow = Math.max(1, Math.floor((width + CELL.gap) / (CELL.width + CELL.gap)));
  const step = (width + CELL.gap) / perRow;
  const room = step - CELL.gap;
  const children: ChartNode[] = [];
  const legend = [
    ...chart.pillars.map((name, index) => `${index + 1} ${name}`),
    ...(chart.mark ? [`┄ ${chart.mark.label}`] : []),
  ].join(' · ');
  const lines = wrap(legend, width, 13, { most: 4 });
  lines.forEach((text, index) =>
    children.push(label(0, 14 + index * 18, text, { size: 13, fill: palette.quiet, className: 'legend' })),
  );
  const top = lines.length * 18 + 10;
  chart.profiles.forEach((profile, place) => {
    const x = (place % perRow) * step;
    const y = top + Math.floor(place / perRow) * (CELL.height + CELL.gap);
    const base = y + 20 + BARS;
    const name = wrap(profile.label, room - 34, SMALL, { most: 1 })[0] ?? '';
    children.push(
      label(x, y + 12, name, { size: SMALL, fill: palette.ink, className: 'name' }),
      label(x + room, y + 12, profile.text, { size: SMALL, fill: palette.ink, bold: true, anchor: 'end' }),
    );
    const slot = room / Math.max(1, profile.bars.length);
    const thick = Math.max(2, slot - 3);
    const fill = palette.shades[profile.shade ?? 0]?.fill ?? palette.ground;
    profile.bars.forEach((share, index) => {
      const left = x + slot * index + (slot - thick) / 2;
      if (share !== null) {
        const height = Math.max(1, (BARS * Math.min(100, Math.max(0, share))) / 100);
        const box = { x: left, y: base - height, width: thick, height };
        children.push(el('rect', { class: 'bar', ...box, fill, stroke: palette.shadeEdge, 'stroke-width': 0.75 }));
      }
      if (slot >= 8)
        children.push(
          label(left + thick / 2, base + 12, share === null ? '–' : String(index + 1), {
            size: 9,
            fill: palette.quiet,
            anchor: 'middle',
          }),
        );
    });
    children.push(line(x, base, x + room, base, palette.edge));
    if (chart.mark) {
      const level = base - (BARS * chart.mark.at) / 100;
      // A light edge keeps the line in sight on dark bars.
      children.push(line(x, level, x + room, level, palette.ground, 2.5));
      children.push(line(x, level, x + room, level, palette.ink, 0.75, '3 3'));
    }
  });
  const rows = Math.ceil(chart.profiles.length / perRow);
  const height = top + rows * (CELL.height + CELL.gap);
  return picture(style, { height, title: chart.title, summary: chart.summary, kind: 'small-multiples' }, children);
}
