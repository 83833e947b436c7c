import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/domain/collection/figures.ts';
import { columnMap, layoutOf } from '../../../src/domain/collection/layout.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { both, choice, definition, group, load, type Raw } from '../definition.ts';

const first = group('a', [choice('a1', [0, 2]), group('a2', [choice('a21', [0, 1]), choice('a22', [0, 3])])]);
const second = group('b', [choice('b1', [0, 4])], { scored: false });
const version = (groups: readonly Raw[], number: string, scoring: Raw = {}) =>
  load(definition(groups, scoring, { version: number }));
const base = version([first, second], '1.0.0');

describe('layout', () => {
  it('has every group, parents first, and every item with its pillar', () => {
    const layout = layoutOf(base, 'hash');
    expect(layout.nodes.map(({ id, depth, scored }) => [id, depth, scored])).toEqual([
      ['a', 1, true],
      ['a2', 2, true],
      ['b', 1, false],
    ]);
    expect(layout.items.map(({ id, pillarId }) => [id, pillarId])).toEqual([
      ['a1', 'a'],
      ['a21', 'a'],
      ['a22', 'a'],
      ['b1', 'b'],
    ]);
  });

  it('gives the figures of a score their places', () => {
    const scored = score(
      prepare(base),
      new Map([['a22', { state: 'answered', value: { kind: 'option', option: '3' } }]]),
    );
    const { total, nodes, items } = figuresOf(layoutOf(base, 'hash'), scored);
    const shown = [total, ...nodes.slice(0, 2), ...items].map(({ percent }) => percent && toFraction(percent));
    expect(shown).toEqual(['50', '50', '75', '0', '0', '100', '0']);
    expect(items.map(({ state }) => state)).toEqual(['unanswered', 'unanswered', 'answered', 'unanswered']);
  });
});

describe('versions', () => {
  const places = (groups: readonly Raw[], scoring: Raw = {}, number = '1.1.0') =>
    columnMap(base, version(groups, number, scoring));

  it('with other wording are comparable everywhere but in the total', () => {
    const reworded = group('a', [...(first['children'] as Raw[])], { title: both('Reworded') });
    expect(places([reworded, second])).toEqual({ total: false, nodes: [0, 1, 2], items: [0, 1, 2, 3] });
  });

  it('in another order keep what means the same', () => {
    expect(places([second, first])).toMatchObject({ nodes: [1, 2, 0], items: [1, 2, 3, 0] });
  });

  it.each([
    ['another scale of an item', [group('a', [choice('a1', [0, 5]), (first['children'] as Raw[])[1] as Raw]), second]],
    [
      'another weight',
      [group('a', [choice('a1', [0, 2], { weight: '2' }), (first['children'] as Raw[])[1] as Raw]), second],
    ],
    ['another rule of the group', [group('a', first['children'] as Raw[], { aggregate: { kind: 'mean' } }), second]],
  ])('do not share a group with %s', (_, groups) => {
    expect(places(groups).nodes).toEqual([-1, 1, 2]);
  });

  it('share no group when the common rules differ, but still their items', () => {
    const found = places([first, second], { unanswered: 'exclude' });
    expect(found.nodes).toEqual([-1, -1, -1]);
    expect(found.items).toEqual([0, 1, 2, 3]);
  });

  it('are paired by what an item was called before, whichever is newer', () => {
    const renamed = group('b', [choice('b9', [0, 4], { formerIds: ['b1'] })], { scored: false });
    const newer = version([first, renamed], '2.0.0');
    expect(columnMap(base, newer).items).toEqual([0, 1, 2, 3]);
    expect(columnMap(newer, base).items).toEqual([0, 1, 2, 3]);
    expect(columnMap(newer, base).nodes).toEqual([0, 1, -1]);
  });
});
