/**
 * Figures of units in memory and in storage. A stored row of figures is one line of text, so that thousands of results
 * are read without parsing thousands of objects; equal figures become one object.
 */
import { exact, percent, reduce, toFraction, type Exact } from '../exact/exact.ts';
import type { ItemState, NodeScore, Score } from '../scoring/result.ts';
import type { Figure, Layout, UnitFigures } from './types.ts';

export const NO_FIGURE: Figure = Object.freeze({ value: null, max: null, percent: null, level: null, state: null });

/** A figure with its share of the maximum. */
export function figureOf(score: Pick<NodeScore, 'value' | 'max' | 'level' | 'state'>): Figure {
  const { value, max, level, state } = score;
  const share = value === null || max === null ? null : percent(value, max);
  return { value, max, percent: share && reduce(share), level, state };
}

/** The figures of a scored assessment in the order of the layout. */
export function figuresOf(layout: Layout, score: Score): UnitFigures {
  const at = (id: string): Figure => {
    const found = score.byId.get(id);
    return found ? figureOf(found) : NO_FIGURE;
  };
  return {
    total: figureOf(score),
    nodes: layout.nodes.map(({ id }) => at(id)),
    items: layout.items.map(({ id }) => at(id)),
  };
}

const STATES: readonly ItemState[] = ['answered', 'none', 'not-applicable', 'excluded', 'unanswered', 'hidden'];
const LETTERS = 'adnxuh';

const part = (value: Exact | null): string => (value === null ? '' : toFraction(value));

/** One line of text: "value:max:level:state" for each figure, in order, parted by spaces; empty parts are null. */
export function writeFigures(figures: readonly Figure[]): string {
  return figures
    .map(({ value, max, level, state }) =>
      [part(value), part(max), level ?? '', state === null ? '' : LETTERS.charAt(STATES.indexOf(state))].join(':'),
    )
    .join(' ');
}

function readFigure(text: string): Figure {
  const [value = '', max = '', level = '', letter = ''] = text.split(':');
  const state = letter === '' ? null : (STATES[LETTERS.indexOf(letter)] ?? null);
  return Object.freeze(
    figureOf({
      value: value === '' ? null : exact(value),
      max: max === '' ? null : exact(max),
      level: level === '' ? null : Number(level),
      state,
    }),
  );
}

/**
 * A reader of lines made by `writeFigures`. Use one for all results of a query: it remembers every different figure.
 * @throws RangeError for a line that is none
 */
export function figureReader(): (line: string) => Figure[] {
  const known = new Map<string, Figure>();
  return (line) => {
    if (line === '') return [];
    const texts = line.split(' ');
    const figures: Figure[] = [];
    for (const text of texts) {
      let figure = known.get(text);
      if (figure === undefined) {
        figure = readFigure(text);
        known.set(text, figure);
      }
      figures.push(figure);
    }
    return figures;
  };
}
