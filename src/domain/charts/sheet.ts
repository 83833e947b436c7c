/** One-page pictures for handing round and for a projector: the level with its ladder, the profile, what to do first. */
import { ladderChart, type LadderChart } from './ladder.ts';
import { textWidth, wrap } from './measure.ts';
import { pillarChart, type PillarChart } from './pillars.ts';
import { label, line, type ChartStyle, type Palette } from './style.ts';
import { el, type ChartNode } from './tree.ts';

/** What such a page says; every text is ready to print. */
export interface SheetChart {
  /** What the page is, above everything: that it is a self-assessment. */
  readonly kicker: string;
  /** Name of the program, at the upper right. */
  readonly program: string;
  /** "DỮ LIỆU MẪU"; empty for none. */
  readonly mark: string;
  readonly organisation: string;
  /** Questionnaire and period. */
  readonly about: string;
  readonly headline: string;
  readonly value: string;
  readonly meaning: string;
  readonly ladder: LadderChart | null;
  readonly profile: PillarChart;
  readonly actions: {
    readonly title: string;
    readonly cards: readonly { readonly title: string; readonly text: string }[];
  } | null;
  /** Said plainly at the foot: nobody has certified this. */
  readonly statement: string;
  readonly made: string;
  /** The whole page in words. */
  readonly summary: string;
}

/** Sizes of one kind of page, in its units. */
interface Plan {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly kicker: number;
  readonly name: number;
  readonly text: number;
  readonly headline: number;
  readonly small: number;
  /** Share of the width for level and ladder. */
  readonly left: number;
  /** Largest enlargement of the charts. */
  readonly enlarge: number;
  /** Lines of the meaning, and of each action. */
  readonly meaningLines: number;
  readonly actionLines: number;
}

/** 16:9, 1920 x 1080. */
export const SLIDE: Plan = {
  width: 1920,
  height: 1080,
  margin: 84,
  kicker: 26,
  name: 50,
  text: 27,
  headline: 84,
  small: 22,
  left: 0.42,
  enlarge: 1.75,
  meaningLines: 3,
  actionLines: 3,
};

/** A4 landscape at 96 dots per inch. */
export const SUMMARY: Plan = {
  width: 1123,
  height: 794,
  margin: 60,
  kicker: 15,
  name: 30,
  text: 15,
  headline: 46,
  small: 13,
  left: 0.42,
  enlarge: 1.06,
  meaningLines: 6,
  actionLines: 5,
};

/** Narrower than this the profile would fold its labels. */
const PROFILE_UNITS = 565;
const LEADING = 1.34;
/** Size of the title of an action against that of text. */
const TITLE = 0.94;

/** Several lines of text from a top edge. @returns the nodes and the lower edge */
function lines(
  texts: readonly string[],
  x: number,
  top: number,
  size: number,
  look: { readonly fill: string; readonly bold?: boolean },
): { readonly nodes: ChartNode[]; readonly bottom: number } {
  const nodes = texts.map((text, index) => label(x, top + size + index * size * LEADING, text, { size, ...look }));
  return { nodes, bottom: top + texts.length * size * LEADING };
}

/** A chart inside the page: enlarged as far as width, height and the plan allow. */
function placed(
  draw: (style: ChartStyle) => ChartNode,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  style: Pick<ChartStyle, 'palette' | 'font'>,
  options: { readonly id: string; readonly enlarge: number; readonly units?: number },
): ChartNode {
  const units = Math.max(options.units ?? 0, box.width / options.enlarge);
  const chart = draw({ ...style, width: units, id: options.id });
  const scale = Math.min(box.width / units, box.height / Number(chart.attrs.height));
  // Names and summaries of single charts would be read twice: the page has its own.
  const shapes = chart.children.filter((child) => typeof child !== 'string' && !['title', 'desc'].includes(child.tag));
  return el(
    'g',
    {
      transform: `translate(${Math.round(box.x)} ${Math.round(box.y)}) scale(${Math.round(scale * 1000) / 1000})`,
      'font-size': 14,
    },
    shapes,
  );
}

function actionCards(
  actions: NonNullable<SheetChart['actions']>,
  plan: Plan,
  palette: Palette,
): { readonly nodes: ChartNode[]; readonly top: number } {
  const { margin, width, height, text, small, actionLines } = plan;
  const gap = margin * 0.5;
  const room = (width - 2 * margin - gap * (actions.cards.length - 1)) / Math.max(1, actions.cards.length);
  const titles = actions.cards.map((card, index) =>
    wrap(`${index + 1}. ${card.title}`, room, text * TITLE, { bold: true, most: 2 }),
  );
  const texts = actions.cards.map((card) => wrap(card.text, room, small, { most: actionLines }));
  const heights = actions.cards.map(
    (_, index) => ((titles[index]?.length ?? 0) * text * TITLE + (texts[index]?.length ?? 0) * small) * LEADING,
  );
  const high = Math.max(0, ...heights);
  const foot = margin * 0.55 + small * LEADING * 2;
  const top = height - foot - high - text * LEADING - margin * 0.3;
  const head = top + text * LEADING;
  const nodes = [
    label(margin, top + text, actions.title, { size: text, bold: true, fill: palette.now }),
    ...actions.cards.flatMap((_, index) => {
      const x = margin + index * (room + gap);
      const title = lines(titles[index] ?? [], x, head, text * TITLE, { fill: palette.ink, bold: true });
      return [...title.nodes, ...lines(texts[index] ?? [], x, title.bottom, small, { fill: palette.ink }).nodes];
    }),
  ];
  return { nodes, top: top - margin * 0.2 };
}

/**
 * The whole page as one drawing. Long names wrap, charts shrink, and what does not fit ends with an ellipsis, so that it
 * is always exactly one page.
 */
export function sheetChart(
  chart: SheetChart,
  plan: Plan,
  style: Pick<ChartStyle, 'palette' | 'font' | 'id'>,
): ChartNode {
  const { palette } = style;
  const { width, height, margin, kicker, name, text, small } = plan;
  const room = width - 2 * margin;
  const side = Math.max(textWidth(chart.program, kicker, true), textWidth(chart.mark, kicker, true));
  const nodes: ChartNode[] = [
    el('rect', { x: 0, y: 0, width, height, fill: palette.ground }),
    el('rect', { x: 0, y: 0, width, height: Math.round(margin * 0.16), fill: palette.now }),
  ];
  const start = margin * 0.6;
  nodes.push(
    label(margin, start + kicker, chart.kicker, { size: kicker, bold: true, fill: palette.quiet }),
    label(width - margin, start + kicker, chart.program, {
      size: kicker,
      bold: true,
      fill: palette.now,
      anchor: 'end',
    }),
  );
  if (chart.mark !== '')
    nodes.push(
      label(width - margin, start + kicker * 2.4, chart.mark, {
        size: kicker,
        bold: true,
        fill: palette.ink,
        anchor: 'end',
      }),
    );
  const titled = lines(
    wrap(chart.organisation, room - side - margin * 0.4, name, { bold: true, most: 2 }),
    margin,
    start + kicker * 1.5,
    name,
    { fill: palette.now, bold: true },
  );
  const about = lines(wrap(chart.about, room, text, { most: 2 }), margin, titled.bottom, text, { fill: palette.quiet });
  nodes.push(...titled.nodes, ...about.nodes);

  const foot = height - margin * 0.55 - small * LEADING * 2;
  nodes.push(
    line(margin, foot, width - margin, foot, palette.grid, 1.5),
    label(margin, foot + small * 1.5, chart.statement, { size: small, bold: true, fill: palette.ink }),
    label(margin, foot + small * 1.5 + small * LEADING, chart.made, { size: small * 0.85, fill: palette.quiet }),
  );
  const cards = chart.actions && chart.actions.cards.length > 0 ? actionCards(chart.actions, plan, palette) : null;
  if (cards) nodes.push(...cards.nodes);

  const top = about.bottom + margin * 0.35;
  const bottom = (cards?.top ?? foot) - margin * 0.3;
  const leftWidth = room * plan.left - margin * 0.5;
  const size = [plan.headline, plan.headline * 0.8, plan.headline * 0.64].find(
    (one) => textWidth(chart.headline, one, true) <= leftWidth,
  );
  const headSize = size ?? plan.headline * 0.5;
  const head = lines(wrap(chart.headline, leftWidth, headSize, { bold: true, most: 2 }), margin, top, headSize, {
    fill: palette.ink,
    bold: true,
  });
  const value = lines(wrap(chart.value, leftWidth, text, { bold: true, most: 2 }), margin, head.bottom, text, {
    fill: palette.ink,
    bold: true,
  });
  const meaning = lines(
    wrap(chart.meaning, leftWidth, small, { most: plan.meaningLines }),
    margin,
    value.bottom + small * 0.4,
    small,
    { fill: palette.ink },
  );
  nodes.push(...head.nodes, ...value.nodes, ...meaning.nodes);
  const { ladder } = chart;
  if (ladder)
    nodes.push(
      placed(
        (one) => ladderChart(ladder, one),
        { x: margin, y: meaning.bottom + small, width: leftWidth, height: bottom - meaning.bottom - small },
        style,
        { id: `${style.id}-ladder`, enlarge: plan.enlarge },
      ),
    );
  const x = margin + room * plan.left + margin * 0.3;
  nodes.push(
    label(x, top + text, chart.profile.title, { size: text, bold: true, fill: palette.now }),
    placed(
      (one) => pillarChart(chart.profile, one),
      { x, y: top + text * 1.9, width: width - margin - x, height: bottom - top - text * 1.9 },
      style,
      { id: `${style.id}-profile`, enlarge: plan.enlarge, units: PROFILE_UNITS },
    ),
  );
  const title = `${style.id}-title`;
  const summary = `${style.id}-summary`;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${title} ${summary}`,
      'font-family': style.font,
    },
    [el('title', { id: title }, [chart.kicker]), el('desc', { id: summary }, [chart.summary]), ...nodes],
  );
}
