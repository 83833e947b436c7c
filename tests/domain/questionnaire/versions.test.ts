/** What a newer version changed, and on which items two rounds may be compared. */
import { describe, expect, it } from 'vitest';
import { comparableItems, compareVersions } from '../../../src/domain/questionnaire/versions.ts';
import { both, choice, definition, group, ladder, load, ratio, type Raw } from '../definition.ts';

const version = (groups: readonly Raw[], more: Raw = {}) => load(definition(groups, {}, more));
const older = version([group('g1', [ladder('a'), choice('b', [0, 1, 2])]), group('g2', [ratio('c')])]);

const changesOf = (groups: readonly Raw[]) =>
  compareVersions(older, version(groups)).items.map(({ itemId, formerId, changes }) => [itemId, formerId, ...changes]);

describe('what a newer version changed', () => {
  it('is nothing for the same definition', () => {
    const { items, rules, comparable, newer, dropped } = compareVersions(older, older);
    expect({ items, rules, comparable, newer, dropped }).toEqual({
      items: [],
      rules: [],
      comparable: 3,
      newer: 0,
      dropped: 0,
    });
  });

  it('names added, removed and renamed items', () => {
    const groups = [
      group('g1', [ladder('a2', { formerIds: ['a'], code: 'a' }), ladder('new')]),
      group('g2', [ratio('c')]),
    ];
    expect(changesOf(groups)).toEqual([
      ['a2', 'a', 'renamed', 'wording'],
      ['new', null, 'added'],
      ['b', 'b', 'removed'],
    ]);
    expect([...comparableItems(older, version(groups))]).toEqual([
      ['a2', 'a'],
      ['c', 'c'],
    ]);
  });

  it('keeps the series when only words changed: identity is never made of wording', () => {
    const groups = [
      group('g1', [ladder('a', { title: both('quite another title') }), choice('b', [0, 1, 2])]),
      group('g2', [ratio('c')]),
    ];
    expect(changesOf(groups)).toEqual([['a', 'a', 'wording']]);
    expect(comparableItems(older, version(groups)).size).toBe(3);
  });

  it('breaks the series where the points or the meaning changed', () => {
    const groups = [
      group('g1', [ladder('a', { meaning: 2 }), choice('b', [0, 1, 3])]),
      group('g2', [ratio('c', { score: { kind: 'linear', zeroAt: 0, fullAt: 80, points: 5 } })]),
    ];
    expect(changesOf(groups)).toEqual([
      ['a', 'a', 'meaning'],
      ['b', 'b', 'scale'],
      ['c', 'c', 'scale'],
    ]);
    const { comparable, newer, dropped } = compareVersions(older, version(groups));
    expect({ comparable, newer, dropped }).toEqual({ comparable: 0, newer: 3, dropped: 3 });
  });

  it('names moves, weights, codes and ways of taking part, which keep the series', () => {
    const groups = [
      group('g1', [choice('b', [0, 1, 2], { weight: 3 })]),
      group('g2', [ladder('a', { code: '9.9' }), ratio('c', { scored: false })]),
    ];
    expect(changesOf(groups)).toEqual([
      ['b', 'b', 'weight'],
      ['a', 'a', 'moved', 'code'],
      ['c', 'c', 'part'],
    ]);
    expect(comparableItems(older, version(groups)).size).toBe(3);
  });

  it('names changed rules of the whole and of a group', () => {
    const changed = version(
      [group('g1', [ladder('a'), choice('b', [0, 1, 2])], { weight: 2 }), group('g3', [ratio('c')])],
      { title: both('new title') },
    );
    expect(compareVersions(older, changed).rules.map(({ part, groupId }) => [part, groupId])).toEqual([
      ['title', null],
      ['group', 'g1'],
      ['group', 'g3'],
      ['group', 'g2'],
    ]);
  });

  it('never pairs one old item with two new ones', () => {
    const groups = [group('g1', [ladder('a'), ladder('split', { formerIds: ['a'] })]), group('g2', [ratio('c')])];
    expect([...comparableItems(older, version(groups))]).toEqual([
      ['a', 'a'],
      ['c', 'c'],
    ]);
  });
});
