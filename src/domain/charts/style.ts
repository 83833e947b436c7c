import { el, type ChartNode } from './tree.ts';

/** Colours by role. On screen they are CSS variables, on paper plain colours; shapes tell the roles apart without them. */
export interface Palette {
  /** Text and marks of the first rank. */
  readonly ink: string;
  /** Text of the second rank. */
  readonly quiet: string;
  /** What lies under the drawing; fills hollow marks. */
  readonly ground: string;
  /** Present value and present step. */
  readonly now: string;
  /** Text on the present step. */
  readonly onNow: string;
  /** Outline of the last round's mark. */
  readonly previous: string;
  /** Line between last round and now. */
  readonly range: string;
  /** Steps below the present one. */
  readonly passed: string;
  readonly grid: string;
  /** Outlines of steps. */
  readonly edge: string;
  /** Cells by shade, 0 to 5: empty, then five steps that stay apart in grey. */
  readonly shades: readonly { readonly fill: string; readonly text: string }[];
  readonly shadeEdge: string;
}

/** Colours for documents on white paper; they stay apart when printed in grey. */
export const PRINT_PALETTE: Palette = {
  ink: '#1a1a1a',
  quiet: '#4d4942',
  ground: '#ffffff',
  now: '#12436d',
  onNow: '#ffffff',
  previous: '#4d4942',
  range: '#7090ad',
  passed: '#dce9f5',
  grid: '#d3cec3',
  edge: '#736e65',
  shades: [
    { fill: '#ffffff', text: '#1a1a1a' },
    { fill: '#dce9f5', text: '#1a1a1a' },
    { fill: '#a6c8e4', text: '#1a1a1a' },
    { fill: '#5e9bcb', text: '#1a1a1a' },
    { fill: '#2468a5', text: '#ffffff' },
    { fill: '#0b2f57', text: '#ffffff' },
  ],
  shadeEdge: '#5a5a5a',
};

/** How and how large a chart is drawn. */
export interface ChartStyle {
  readonly palette: Palette;
  /** Width of the drawing in its own units; text is 14 and 15 of them. */
  readonly width: number;
  /** Prefix of the ids inside; unique on its page. */
  readonly id: string;
  /** Font family; "inherit" on screen. */
  readonly font: string;
}

/** The outer element: a picture with a name and a summary for those who do not see it. */
export function picture(
  style: ChartStyle,
  box: { readonly height: number; readonly title: string; readonly summary: string; readonly kind: string },
  children: readonly ChartNode[],
): ChartNode {
  const title = `${style.id}-title`;
  const summary = `${style.id}-summary`;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart chart-${box.kind}`,
      viewBox: `0 0 ${Math.round(style.width)} ${Math.round(box.height)}`,
      width: Math.round(style.width),
      height: Math.round(box.height),
      role: 'img',
      'aria-labelledby': `${title} ${summary}`,
      'font-family': style.font,
      'font-size': TEXT,
    },
    [el('title', { id: title }, [box.title]), el('desc', { id: summary }, [box.summary]), ...children],
  );
}

/** Ordinary text size in units. */
export const TEXT = 14;

export interface TextOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill: string;
  readonly anchor?: 'middle' | 'end';
  readonly className?: string;
}

/** One line of text; y is its baseline. */
export function label(x: number, y: number, text: string, options: TextOptions): ChartNode {
  return el(
    'text',
    {
      x,
      y,
      class: options.className,
      fill: options.fill,
      'font-size': options.size ?? TEXT,
      'font-weight': options.bold ? '600' : undefined,
      'text-anchor': options.anchor,
    },
    [text],
  );
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dash?: string,
): ChartNode {
  return el('line', { x1, y1, x2, y2, stroke, 'stroke-width': width, 'stroke-dasharray': dash });
}

/** A dot; hollow when `fill` is the ground colour. */
export function dot(
  x: number,
  y: number,
  r: number,
  fill: string,
  stroke: string,
  width: number,
  role: string,
): ChartNode {
  return el('circle', { class: role, cx: x, cy: y, r, fill, stroke, 'stroke-width': width });
}

/** A hollow triangle that points right: the target. */
export function arrow(x: number, y: number, palette: Palette): ChartNode {
  return el('path', {
    class: 'target',
    d: `M${Math.round((x - 4) * 100) / 100} ${Math.round((y - 6.5) * 100) / 100}l10 6.5l-10 6.5z`,
    fill: palette.ground,
    stroke: palette.ink,
    'stroke-width': 1.75,
    'stroke-linejoin': 'round',
  });
}
