import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, mergeKnown, NOTHING_KNOWN, standings } from '../../../src/domain/collection/decide.ts';
import type { Known, Submission, Verdict } from '../../../src/domain/collection/types.ts';

const submission = (contentHash: string, more: Partial<Submission> = {}): Submission => ({
  contentHash,
  resultId: 'result-1',
  revision: 1,
  replaces: null,
  unitId: 'unit-1',
  questionnaireId: 'ladder',
  period: { kind: 'quarter', year: 2026, number: 3 },
  ...more,
});

/** Takes the files one after the other, as an import does. */
function take(files: readonly Submission[], start: Known = NOTHING_KNOWN): { known: Known; verdicts: Verdict[] } {
  let known = start;
  const verdicts = files.map((file) => {
    const { verdict } = decide(known, file);
    if (verdict !== 'known' && verdict !== 'removed') known = { ...known, submissions: [...known.submissions, file] };
    return verdict;
  });
  return { known, verdicts };
}

const plain = (known: Known): Record<string, string> =>
  Object.fromEntries([...standings(known)].sort().map(([hash, { kind }]) => [hash, kind]));

const CHAIN = ['a', 'b', 'c', 'd', 'e'].map((hash, index) =>
  submission(hash, { revision: index + 1, replaces: index === 0 ? null : 'abcde'.charAt(index - 1) }),
);

describe('decide', () => {
  it('takes a first result', () => {
    expect(decide(NOTHING_KNOWN, submission('a'))).toEqual({ verdict: 'accepted', others: [] });
  });

  it('takes the same content once, however often and by whichever way it comes', () => {
    const copies = Array.from({ length: 100 }, (_, index) =>
      submission('a', index % 2 === 0 ? {} : { resultId: 'restored-elsewhere' }),
    );
    const { known, verdicts } = take(copies);
    expect(verdicts).toEqual(['accepted', ...Array<Verdict>(99).fill('known')]);
    expect(known.submissions).toHaveLength(1);
  });

  it('puts a newer revision that names the old content in its place and keeps the old one', () => {
    const { known, verdicts } = take(CHAIN.slice(0, 2));
    expect(verdicts).toEqual(['accepted', 'revision']);
    expect(plain(known)).toEqual({ a: 'replaced', b: 'counts' });
  });

  it('keeps an earlier revision that comes late behind the newer one', () => {
    const { verdicts } = take([CHAIN[1], CHAIN[0]] as Submission[]);
    expect(verdicts).toEqual(['accepted', 'earlier']);
  });

  it('ends with the fifth of five revisions in any of the 120 orders', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CHAIN, { minLength: 5 }), (files) => {
        expect(plain(take(files).known)).toEqual({
          a: 'replaced',
          b: 'replaced',
          c: 'replaced',
          d: 'replaced',
          e: 'counts',
        });
      }),
    );
  });

  it('holds two revisions apart while the one that links them is missing', () => {
    const { known, verdicts } = take([CHAIN[0], CHAIN[2]] as Submission[]);
    expect(verdicts).toEqual(['accepted', 'conflict']);
    expect(decide(known, CHAIN[1] as Submission)).toEqual({ verdict: 'earlier', others: ['c'] });
  });

  it.each([
    ['other content of the same result without a link', submission('b', { revision: 2 })],
    ['a link without a higher revision', submission('b', { revision: 1, replaces: 'a' })],
    ['a link from another assessment', submission('b', { resultId: 'result-2', revision: 2, replaces: 'a' })],
    ['the same unit and period from a cloned machine', submission('b', { resultId: 'result-2' })],
    ['a result that was never stored', submission('b', { resultId: null, revision: 2, replaces: 'a' })],
  ])('keeps both aside: %s', (_, second) => {
    const { known, verdicts } = take([submission('a'), second]);
    expect(verdicts).toEqual(['accepted', 'conflict']);
    expect(plain(known)).toEqual({ a: 'conflict', b: 'conflict' });
  });

  it('lets another unit, period or questionnaire stand beside it', () => {
    const others = [
      submission('b', { unitId: 'unit-2' }),
      submission('c', { period: { kind: 'quarter', year: 2026, number: 2 } }),
      submission('d', { questionnaireId: 'other' }),
    ];
    expect(take([submission('a'), ...others]).verdicts).toEqual(Array<Verdict>(4).fill('accepted'));
  });

  it('follows the choice of the keeper until something new comes', () => {
    const { known } = take([submission('a'), submission('b', { resultId: 'result-2' })]);
    const chosen = { ...known, choices: [{ keep: 'b', aside: ['a'] }] };
    expect(plain(chosen)).toEqual({ a: 'replaced', b: 'counts' });
    expect(decide(chosen, submission('c', { resultId: 'result-3' }))).toEqual({ verdict: 'conflict', others: ['b'] });
  });

  it('opens a conflict again where two choices contradict each other', () => {
    const { known } = take([submission('a'), submission('b', { resultId: 'result-2' })]);
    const choices = [
      { keep: 'b', aside: ['a'] },
      { keep: 'a', aside: ['b'] },
    ];
    expect(plain({ ...known, choices })).toEqual({ a: 'conflict', b: 'conflict' });
  });

  it('says of removed content that it was removed, and counts what it had replaced again', () => {
    const { known } = take(CHAIN.slice(0, 2));
    const removed = { ...known, tombstones: ['b'] };
    expect(decide(removed, CHAIN[1] as Submission).verdict).toBe('removed');
    expect(plain(removed)).toEqual({ a: 'counts' });
  });
});

const arbitrary = fc.record({
  contentHash: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  resultId: fc.constantFrom('result-1', 'result-2', null),
  revision: fc.integer({ min: 1, max: 3 }),
  replaces: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
  unitId: fc.constantFrom('unit-1', 'unit-2'),
});

describe('order', () => {
  const keys = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });
  const files = fc.uniqueArray(arbitrary, { selector: ({ contentHash }) => contentHash, maxLength: 6 });

  it('decides nothing about the end', () => {
    fc.assert(
      fc.property(files, keys, (given, order) => {
        const all = given.map((more) => submission(more.contentHash, more));
        const shuffled = all.map((file, at) => ({ file, key: order[at] ?? 0 })).sort((a, b) => a.key - b.key);
        expect(plain(take(shuffled.map(({ file }) => file)).known)).toEqual(plain(take(all).known));
      }),
    );
  });

  it('of merging two machines decides nothing', () => {
    fc.assert(
      fc.property(files, files, (left, right) => {
        const a: Known = { submissions: left.map((m) => submission(m.contentHash, m)), tombstones: ['a'], choices: [] };
        const b: Known = {
          submissions: right.map((m) => submission(m.contentHash, m)),
          tombstones: [],
          choices: [{ keep: 'b', aside: ['d', 'c'] }],
        };
        expect(mergeKnown(a, b)).toEqual(mergeKnown(b, a));
        expect(mergeKnown(a, mergeKnown(a, b))).toEqual(mergeKnown(a, b));
      }),
    );
  });
});
