/** Groups down, rounds across: where the organisation has grown and where it stands still. */
import { exact, type Exact } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language, LocalizedText } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import { textWidth, widestPiece, wrap } from './measure.ts';
import { shadeOf } from './shade.ts';
import { label, line, picture, TEXT, type ChartStyle } from './style.ts';
import { el, type ChartNode } from './tree.ts';
import { chartWords, groupWords } from './wording.ts';

interface Figures {
  readonly percent: string | null;
}

/** One round, with what its groups reached of their maximum; exact text. */
export interface HeatRound {
  /** Name of the period. */
  readonly head: string;
  readonly version: string;
  readonly root: Figures;
  readonly groups: readonly ({ readonly id: string } & Figures)[];
}

export interface RoundsHeatCell {
  readonly text: string;
  /** 0 to 5; null where the round has no figure. */
  readonly shade: number | null;
}

export interface RoundsHeatChart {
  readonly title: string;
  readonly summary: string;
  readonly heads: readonly string[];
  /** Between this column and the one before it the version changes. */
  readonly breaks: readonly number[];
  /** The whole comes last, set apart. */
  readonly rows: readonly {
    readonly label: string;
    readonly total: boolean;
    readonly cells: readonly RoundsHeatCell[];
  }[];
}

/** @param rounds in the order of time; figures of one version say nothing about those of another */
export function roundsHeatOf(
  questionnaire: Questionnaire,
  groups: readonly { readonly id: string; readonly title: LocalizedText }[],
  rounds: readonly HeatRound[],
  language: Language,
): RoundsHeatChart {
  const words = chartWords(language);
  const cell = (figures: Figures | undefined): RoundsHeatCell => {
    const share: Exact | null = figures?.percent ? exact(figures.percent) : null;
    return share === null
      ? { text: '—', shade: null }
      : { text: formatNumber(share, language, 0), shade: shadeOf(share) };
  };
  const rows = [
    ...groups.map(({ id, title }) => ({
      label: title[language],
      total: false,
      cells: rounds.map((round) => cell(round.groups.find((group) => group.id === id))),
    })),
    { label: words('rounds.total'), total: true, cells: rounds.map(({ root }) => cell(root)) },
  ];
  return {
    title: words('rounds.title', { count: rounds.length, ...groupWords(questionnaire, language) }),
    summary: `${rows
      .map((row) => `${row.label}: ${row.cells.map(({ text }, at) => `${rounds[at]?.head ?? ''} ${text}`).join(', ')}`)
      .join('; ')}.`,
    heads: rounds.map(({ head }) => head),
    breaks: rounds.flatMap((round, at) => (at > 0 && round.version !== rounds[at - 1]?.version ? [at] : [])),
    rows,
  };
}

const CELL = { height: 34, gap: 4, least: 52, most: 120 } as const;
const LINE = 17;

/** Shaded cells with their number; a dashed line stands where the version changes. */
export function roundsHeatChart(chart: RoundsHeatChart, style: ChartStyle): ChartNode {
  const { palette, width } = style;
  const columns = Math.max(1, chart.heads.length);
  const widest = Math.max(0, ...chart.rows.map((row) => textWidth(row.label, TEXT, row.total)));
  const heads = Math.max(CELL.least, ...chart.heads.map((head) => widestPiece(head, TEXT) + 6));
  const left = Math.ceil(Math.min(widest, Math.max(width * 0.3, width - columns * (heads + CELL.gap) - 16))) + 16;
  const step = Math.min(CELL.most, Math.max(CELL.least, (width - left) / columns));
  const headLines = chart.heads.map((head) => wrap(head, step - CELL.gap, TEXT, { most: 3 }));
  const headHeight = Math.max(1, ...headLines.map((lines) => lines.length)) * LINE + 6;
  const children: ChartNode[] = headLines.flatMap((lines, at) =>
    lines.map((text, row) =>
      label(left + at * step + (step - CELL.gap) / 2, headHeight - 8 - (lines.length - 1 - row) * LINE, text, {
        fill: palette.quiet,
        anchor: 'middle',
      }),
    ),
  );
  let y = headHeight;
  for (const row of chart.rows) {
    const lines = wrap(row.label, left - 16, TEXT, { bold: row.total, most: 2 });
    if (row.total) {
      children.push(line(0, y + 3, left + columns * step - CELL.gap, y + 3, palette.edge, 1));
      y += 10;
    }
    const first = y + CELL.height / 2 + 5 - ((lines.length - 1) * LINE) / 2;
    lines.forEach((text, index) =>
      children.push(label(0, first + index * LINE, text, { fill: palette.ink, bold: row.total })),
    );
    row.cells.forEach(({ text, shade }, at) => {
      const colours = shade === null ? null : palette.shades[shade];
      const x = left + at * step;
      children.push(
        el('rect', {
          class: 'cell',
          x,
          y,
          width: step - CELL.gap,
          height: CELL.height,
          rx: 3,
          fill: colours?.fill ?? palette.ground,
          stroke: palette.shadeEdge,
          'stroke-width': 1,
        }),
        label(x + (step - CELL.gap) / 2, y + CELL.height / 2 + 5, text, {
          fill: colours?.text ?? palette.ink,
          bold: true,
          anchor: 'middle',
        }),
      );
    });
    y += CELL.height + CELL.gap;
  }
  for (const at of chart.breaks) {
    const x = left + at * step - CELL.gap / 2;
    children.push(line(x, 0, x, y, palette.edge, 1.5, '4 3'));
  }
  return picture(style, { height: y + 2, title: chart.title, summary: chart.summary, kind: 'rounds' }, children);
}
