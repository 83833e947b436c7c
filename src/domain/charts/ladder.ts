import { textWidth, widestPiece, wrap } from './measure.ts';
import { label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** What the level ladder shows; all texts are ready to print. */
export interface LadderChart {
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly {
    readonly level: number;
    readonly name: string;
    /** Second line under the name, such as the bound of the level; empty for none. */
    readonly note: string;
  }[];
  /** Present level; null before there is one. */
  readonly current: number | null;
  /** Printed above the present step; empty for none. */
  readonly currentLabel: string;
  readonly target: { readonly level: number; readonly label: string } | null;
}

const GAP = 4;
const LOWEST = 36;
const RISE = 28;
const NUMBER = 22;
const NAME = 15;
const SMALLEST = 12;
/** Height of the tallest step; ladders with many levels rise less per step. */
const TALLEST = 136;

/**
 * A staircase: steps below the present one tinted, the present one filled, those above empty; a flag on the target.
 * The number stands in each step and the name below it, so nothing depends on colour.
 */
export function ladderChart(chart: LadderChart, style: ChartStyle): ChartNode {
  const { palette } = style;
  const count = chart.steps.length;
  const width = (style.width - 2 - GAP * (count - 1)) / count;
  const rise = Math.min(RISE, (TALLEST - LOWEST) / Math.max(1, count - 1));
  const currentAt = chart.steps.findIndex((step) => step.level === chart.current);
  const targetAt = chart.target === null ? -1 : chart.steps.findIndex((step) => step.level === chart.target?.level);
  const heightOf = (at: number): number => LOWEST + rise * at;
  const marks = [currentAt < 0 ? 0 : heightOf(currentAt) + 34, targetAt < 0 ? 0 : heightOf(targetAt) + 62];
  const base = Math.max(heightOf(count - 1) + 2, ...marks) + (targetAt === currentAt && targetAt >= 0 ? 18 : 0);
  const left = (at: number): number => 1 + at * (width + GAP);
  const top = (at: number): number => base - heightOf(at);

  // A long word that no break can help makes all names a little smaller, rather than run into its neighbour.
  const fits = (size: number): boolean =>
    chart.steps.every((step, at) => widestPiece(step.name, size, at === currentAt) <= width);
  const nameSize = [NAME, NAME - 1].find(fits) ?? SMALLEST;
  const names = chart.steps.map((step, at) => wrap(step.name, width, nameSize, { bold: at === currentAt, most: 3 }));
  const nameLines = Math.max(1, ...names.map((lines) => lines.length));
  const children = chart.steps.flatMap((step, at): ChartNode[] => {
    const here = at === currentAt;
    const passed = currentAt >= 0 && at < currentAt;
    const lines = names[at] ?? [];
    return [
      el('rect', {
        class: here ? 'step step-now' : passed ? 'step step-passed' : 'step',
        x: left(at),
        y: top(at),
        width,
        height: heightOf(at),
        rx: 3,
        fill: here ? palette.now : passed ? palette.passed : palette.ground,
        stroke: here ? palette.now : palette.edge,
        'stroke-width': 1.25,
      }),
      label(left(at) + 10, base - 11, String(step.level), {
        size: NUMBER,
        bold: true,
        fill: here ? palette.onNow : palette.ink,
      }),
      ...lines.map((text, index) =>
        label(left(at), base + 22 + index * 19, text, { size: nameSize, bold: here, fill: palette.ink }),
      ),
      ...(step.note === ''
        ? []
        : [label(left(at), base + 22 + nameLines * 19, step.note, { fill: palette.quiet, className: 'note' })]),
    ];
  });
  if (currentAt >= 0 && currentAt !== targetAt && chart.currentLabel !== '')
    children.push(...presentMark(chart.currentLabel, left(currentAt) + width, top(currentAt), style));
  if (chart.target !== null && targetAt >= 0)
    children.push(
      ...flag(
        targetAt === currentAt && chart.currentLabel !== ''
          ? [chart.target.label, chart.currentLabel]
          : [chart.target.label],
        left(targetAt),
        top(targetAt),
        width,
        style,
      ),
    );
  const notes = chart.steps.some((step) => step.note !== '') ? 19 : 0;
  return picture(
    style,
    { height: base + 28 + (nameLines - 1) * 19 + notes, title: chart.title, summary: chart.summary, kind: 'ladder' },
    children,
  );
}

/** A small triangle on the step with the figure above it, kept inside the drawing. */
function presentMark(text: string, right: number, top: number, { palette }: ChartStyle): ChartNode[] {
  const end = Math.max(right, textWidth(text, NAME, true) + 1);
  return [
    el('path', { class: 'here', d: `M${Math.round(right - 20)} ${Math.round(top - 4)}l-6 -9h12z`, fill: palette.now }),
    label(end - 4, top - 20, text, { size: NAME, bold: true, fill: palette.ink, anchor: 'end' }),
  ];
}

/** A flag planted on the step; its lines of text end at the right edge of the step and may lean over lower steps. */
function flag(
  texts: readonly string[],
  left: number,
  top: number,
  width: number,
  { palette }: ChartStyle,
): ChartNode[] {
  const x = left + 14;
  const widest = Math.max(...texts.map((text) => textWidth(text, NAME, true)));
  const end = Math.max(left + width, widest + 1);
  return [
    line(x, top, x, top - 34, palette.ink, 1.75),
    el('path', {
      class: 'target',
      d: `M${Math.round(x)} ${Math.round(top - 34)}h22l-5 8l5 8h-22`,
      fill: palette.ground,
      stroke: palette.ink,
      'stroke-width': 1.75,
      'stroke-linejoin': 'round',
    }),
    ...texts.map((text, index) =>
      label(end, top - 44 - (texts.length - 1 - index) * 18, text, {
        size: index === 0 ? NAME : TEXT,
        bold: true,
        fill: palette.ink,
        anchor: 'end',
      }),
    ),
  ];
}
