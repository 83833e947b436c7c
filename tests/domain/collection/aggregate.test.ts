import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, selectUnits } from '../../../src/domain/collection/aggregate.ts';
import { changeSince, compareGroups, rankUnits } from '../../../src/domain/collection/compare-units.ts';
import { figureReader, NO_FIGURE, writeFigures } from '../../../src/domain/collection/figures.ts';
import type { Figure, UnitResult } from '../../../src/domain/collection/types.ts';
import { add, exact, toFraction, ZERO, type Exact } from '../../../src/domain/exact/exact.ts';
import { counted, figure, figuresWith, layoutWith, PERIOD, unit } from './units.ts';

const layout = layoutWith(2, 3);
const options = { layout, period: PERIOD };
const shown = (value: Exact | null | undefined): string | null => (value ? toFraction(value) : null);

describe('aggregate', () => {
  it('gives mean, median, quartiles and levels of the total and of each pillar', () => {
    const results = [
      unit(figure(20, 100, 2), { nodes: [figure(1, 5, 1), figure(3, 5, 3)] }),
      unit(figure(40, 100, 2), { nodes: [figure(2, 4, 2), NO_FIGURE] }),
      unit(figure(90, 100, 5), { nodes: [figure(5, 5, 5), figure(4, 5, 4)] }),
    ];
    const found = aggregate(results, options);
    expect(found.n).toBe(3);
    expect(shown(found.total.percent?.mean)).toBe('50');
    expect(shown(found.total.percent?.median)).toBe('40');
    expect(found.total.levels.map(({ n }) => n)).toEqual([0, 2, 0, 0, 1, 0]);
    // Percent of the own maximum: 20, 50 and 100.
    expect(shown(found.nodes[0]?.percent?.mean)).toBe('170/3');
    expect(found.nodes[1]?.percent?.n).toBe(2);
    expect(found.nodes[1]?.without).toBe(1);
  });

  it('counts completeness and flags', () => {
    const full = { total: 10, answered: 9, notApplicable: 1, unanswered: 0 };
    const found = aggregate([unit(50), unit(60, { completeness: full, quality: ['draft', 'changed'] })], options);
    expect(found.completeness).toEqual({ items: 20, answered: 17, notApplicable: 2, unanswered: 1, full: 1 });
    expect(found.quality.filter(({ n }) => n > 0)).toEqual([
      { flag: 'draft', n: 1 },
      { flag: 'changed', n: 1 },
    ]);
  });

  it('never mixes another period, questionnaire or samples in, and says how many it left out', () => {
    const other = { id: 'ladder', version: '2.0.0', hash: 'hash-2' };
    const results = [
      unit(50),
      unit(60, { period: { kind: 'quarter', year: 2026, number: 2 } }),
      unit(60, { questionnaire: other }),
      unit(60, { questionnaire: { ...other, id: 'else' } }),
      unit(60, { sample: true }),
    ];
    const { n, breaks, total } = aggregate(results, options);
    expect(n).toBe(1);
    expect(shown(total.percent?.mean)).toBe('50');
    expect(breaks).toMatchObject({ otherPeriod: 1, samples: 1, otherQuestionnaire: 2, otherVersions: [] });
  });

  it('counts samples where there is nothing else', () => {
    expect(aggregate([unit(60, { sample: true }), unit(70, { sample: true })], options).n).toBe(2);
  });

  it('takes from another version only what means the same, and never its total', () => {
    const versions = new Map([['hash-2', { total: false, nodes: [1, -1], items: [-1, 0, -1] }]]);
    const other = unit(99, {
      questionnaire: { id: 'ladder', version: '2.0.0', hash: 'hash-2' },
      nodes: [figure(0), figure(80)],
    });
    const found = aggregate([unit(50, { nodes: [figure(40), figure(60)] }), other], { ...options, versions });
    expect(found.n).toBe(2);
    expect(found.total.percent?.n).toBe(1);
    expect(shown(found.nodes[0]?.percent?.mean)).toBe('60');
    expect(found.nodes[1]?.percent?.n).toBe(1);
    expect(found.breaks.otherVersions).toEqual([{ version: '2.0.0', n: 1, nodes: 1, items: 1 }]);
  });

  it('sets appraised beside self-assessed figures without mixing them', () => {
    const results = [
      unit(50, { nodes: [figure(50)], appraised: figuresWith(figure(40), [figure(50)]) }),
      unit(60, { nodes: [figure(60)], appraised: figuresWith(figure(60), [figure(70)]) }),
      unit(90),
    ];
    const self = aggregate(results, options);
    expect(shown(self.total.percent?.mean)).toBe('200/3');
    expect(self.appraised.total).toMatchObject({ n: 2, up: 0, down: 1, same: 1 });
    expect(shown(self.appraised.total.change?.mean)).toBe('-5');
    expect(self.appraised.nodes[0]).toMatchObject({ up: 1, same: 1 });
    const appraised = aggregate(results, { ...options, basis: 'appraised' });
    expect(shown(appraised.total.percent?.mean)).toBe('50');
    expect(appraised.breaks.notAppraised).toBe(1);
  });
});

const fraction = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }));
const arbitraryUnit = fc.record({
  total: fc.option(fraction),
  nodes: fc.array(fc.option(fraction), { minLength: 2, maxLength: 2 }),
  level: fc.option(fc.integer({ min: 1, max: 5 })),
});
const made = ({ total, nodes, level }: typeof arbitraryUnit extends fc.Arbitrary<infer T> ? T : never): UnitResult => {
  const as = (entry: [number, number] | null): Figure => (entry ? figure(entry[0], entry[1], level) : NO_FIGURE);
  return unit(as(total), { nodes: nodes.map(as) });
};

describe('properties', () => {
  it('an aggregate does not depend on the order, on sharing of figures or on the way through storage', () => {
    fc.assert(
      fc.property(fc.array(arbitraryUnit, { maxLength: 30 }), (given) => {
        const results = given.map(made);
        const read = figureReader();
        const stored = results.map((result) => {
          const [total = NO_FIGURE, ...nodes] = read(writeFigures([result.total, ...result.nodes]));
          return { ...result, total, nodes };
        });
        const expected = aggregate(results, options);
        expect(aggregate([...results].reverse(), options)).toEqual(expected);
        expect(aggregate(stored.reverse(), options)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('mean and level counts equal a naive recomputation', () => {
    fc.assert(
      fc.property(fc.array(arbitraryUnit, { minLength: 1, maxLength: 30 }), (given) => {
        const results = given.map(made);
        const found = aggregate(results, options);
        const percents = given.flatMap(({ total }) =>
          total ? [{ n: BigInt(total[0] * 100), d: BigInt(total[1]) }] : [],
        );
        const sum = percents.reduce(add, ZERO);
        expect(shown(found.total.percent?.mean)).toBe(
          percents.length === 0 ? null : toFraction({ n: sum.n, d: sum.d * BigInt(percents.length) }),
        );
        for (const { level, n } of found.total.levels)
          expect(n).toBe(given.filter((entry) => entry.total && entry.level === level).length);
      }),
    );
  });
});

describe('ranking', () => {
  it('goes by percent of the own maximum, equal units share a rank', () => {
    const results = [figure(45, 60), figure(70, 100), figure(30, 40), figure(10, 100), NO_FIGURE].map((total, index) =>
      unit(total, { unitId: `u${index}` }),
    );
    const ranks = rankUnits(counted(results, layout), layout).map(({ unit: { result }, rank, tied }) => [
      result.unitId,
      rank,
      tied,
    ]);
    expect(ranks).toEqual([
      ['u0', 1, 2],
      ['u2', 1, 2],
      ['u1', 3, 1],
      ['u3', 4, 1],
    ]);
  });

  it('parts equal totals by the next lowest pillar where the lowest is the total', () => {
    const lowest = layoutWith(3, 0, { lowestFirst: true });
    const nodes = (...percents: number[]): Figure[] => percents.map((percent) => figure(percent));
    const results = [
      unit(20, { unitId: 'a', nodes: nodes(20, 30, 90) }),
      unit(20, { unitId: 'b', nodes: nodes(40, 20, 40) }),
      unit(20, { unitId: 'c', nodes: nodes(90, 30, 20) }),
      unit(20, { unitId: 'd', nodes: [figure(20), NO_FIGURE, figure(30)] }),
    ];
    const ranks = rankUnits(counted(results, lowest), lowest).map(({ unit: { result }, rank }) => [
      result.unitId,
      rank,
    ]);
    expect(ranks).toEqual([
      ['b', 1],
      ['d', 2],
      ['a', 3],
      ['c', 3],
    ]);
  });
});

describe('groups', () => {
  it('stand beside all other units', () => {
    const results = [
      unit(30, { group: 'A' }),
      unit(50, { group: 'A' }),
      unit(80, { group: 'B' }),
      unit(60, { group: '' }),
    ];
    const { units, breaks } = selectUnits(results, options);
    const groups = compareGroups(units, breaks, layout, 'group');
    expect(groups.map(({ key, aggregate: { n }, difference }) => [key, n, shown(difference)])).toEqual([
      ['A', 2, '-30'],
      ['B', 1, '100/3'],
      ['', 1, '20/3'],
    ]);
  });

  it('let a unit with two tags into both', () => {
    const { units, breaks } = selectUnits([unit(30, { tags: ['x', 'y'] }), unit(50, { tags: ['x'] })], options);
    const groups = compareGroups(units, breaks, layout, 'tag');
    expect(groups.map(({ key, aggregate: { n } }) => [key, n])).toEqual([
      ['x', 2],
      ['y', 1],
    ]);
    expect(groups.map(({ difference }) => shown(difference))).toEqual([null, '-20']);
  });
});

describe('change since another round', () => {
  it('counts only units that are in both', () => {
    const before = [
      unit(figure(30, 100, 2), { unitId: 'a', nodes: [figure(10), figure(50)] }),
      unit(figure(50, 100, 3), { unitId: 'b', nodes: [figure(60), NO_FIGURE] }),
      unit(90, { unitId: 'c' }),
    ];
    const now = [
      unit(figure(50, 100, 3), { unitId: 'a', nodes: [figure(30), figure(40)] }),
      unit(figure(50, 100, 3), { unitId: 'b', nodes: [figure(60), figure(40)] }),
      unit(10, { unitId: 'd' }),
    ];
    const found = changeSince(counted(before, layout), counted(now, layout), layout);
    expect(found).toMatchObject({ both: 2, onlyBefore: ['c'], onlyNow: ['d'] });
    expect(found.total).toMatchObject({ n: 2, up: 1, down: 0, same: 1 });
    expect(shown(found.total.change?.mean)).toBe('10');
    expect(found.nodes.map(({ n, up, down }) => [n, up, down])).toEqual([
      [2, 1, 0],
      [1, 0, 1],
    ]);
    expect(found.levels).toEqual([
      { from: 2, to: 3, n: 1 },
      { from: 3, to: 3, n: 1 },
    ]);
  });
});

describe('stored figures', () => {
  it('come back as they were, equal ones as one object', () => {
    const figures = [figure('271/600', 1, 3), NO_FIGURE, figure(0, 0), figure('-1.5', 4, 0, 'answered'), NO_FIGURE];
    const read = figureReader();
    const back = read(writeFigures(figures));
    expect(writeFigures(back)).toBe(writeFigures(figures));
    expect(back[1]).toBe(back[4]);
    expect(back[2]?.percent).toBeNull();
    expect(back[3]).toMatchObject({ level: 0, state: 'answered', percent: exact('-75/2') });
    expect(read('')).toEqual([]);
  });
});
