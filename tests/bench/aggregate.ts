/**
 * Aggregating 20,000 results with 60 groups each, beside the least that any aggregate must do: look at every figure once and
 * add its percent as a binary fraction.
 */
import { aggregate } from '../../src/domain/collection/aggregate.ts';
import { figureReader, writeFigures } from '../../src/domain/collection/figures.ts';
import type { Figure, UnitResult } from '../../src/domain/collection/types.ts';
import { figure, layoutWith, PERIOD, unit } from '../domain/collection/units.ts';
import { compare, measureSync, type Row } from './measure.ts';

const UNITS = 20_000;
const NODES = 60;

/** Stored lines of figures that repeat as those of ladders and points do. */
function* lines(): Generator<string> {
  let state = 20_261_005;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
  for (let place = 0; place < UNITS; place += 1)
    yield writeFigures(Array.from({ length: NODES + 1 }, () => figure(`${next(300)}/60`, 5, 1 + next(5))));
}

function resultsFrom(stored: readonly string[]): UnitResult[] {
  const read = figureReader();
  return stored.map((line, place) => {
    const [total, ...nodes] = read(line) as [Figure, ...Figure[]];
    return unit(total, { unitId: String(place), nodes });
  });
}

export function benchAggregate(): Row[] {
  const stored = [...lines()];
  const results = resultsFrom(stored);
  const layout = layoutWith(NODES);
  const asNumber = new Map<Figure, number>();
  for (const { nodes } of results)
    for (const own of nodes) if (own.percent) asNumber.set(own, Number(own.percent.n) / Number(own.percent.d));
  const floor = measureSync(
    () => {
      const sums = new Float64Array(NODES);
      for (const { nodes } of results)
        nodes.forEach((own, place) => {
          sums[place] = (sums[place] as number) + (asNumber.get(own) ?? 0);
        });
      return sums;
    },
    5,
    1,
  );
  const name = `${UNITS} results × ${NODES} groups`;
  return [
    compare(
      `aggregate ${name}: mean, quartiles, levels, exact`,
      measureSync(() => aggregate(results, { layout, period: PERIOD }), 5, 1),
      'add every percent once as a binary fraction',
      floor,
    ),
    compare(
      `read ${name} from their stored lines`,
      measureSync(() => resultsFrom(stored), 5, 1),
      'split the lines at spaces',
      measureSync(() => stored.map((line) => line.split(' ')), 5, 1),
    ),
  ];
}
