import { describe, expect, it } from 'vitest';
import { completion, maySubmit } from '../../../src/domain/scoring/completion.ts';
import { both, choice, definition, group, number, text, type Raw } from '../definition.ts';
import { setup } from './setup.ts';

const rows = ['r1', 'r2', 'r3'].map((id) => ({ id, text: both(id) }));
const options = [0, 1, 2].map((points) => ({ points, text: both(`worth ${points}`) }));
const unsure = { id: 'unsure', points: 0, text: both('not known'), counts: 'unknown' };
const matrix = (id: string): Raw => ({
  ...choice(id, []),
  type: 'matrix',
  rows,
  options: [...options, unsure],
  join: 'mean',
});
const grid = (id: string): Raw => {
  const { options: _unused, ...rest } = choice(id, []);
  return {
    ...rest,
    type: 'grid',
    rows,
    columns: [{ id: 'c', points: 1, text: both('c') }],
    rowRule: 'sum',
    join: 'sum',
  };
};

const raw = (submit?: string): Raw =>
  definition(
    [
      group('g', [
        choice('a', [0, 1, 2], { notApplicable: true, required: true }),
        matrix('m'),
        grid('q'),
        choice('b', [0, 1], { showIf: { item: 'a', has: '2' } }),
        choice('s', [0, 1], { kinds: ['school'] }),
        number('x', { kind: 'per-unit', points: 1, most: 5 }, { role: 'bonus' }),
      ]),
      group('u', [choice('c', [0, 1], { required: true }), text('t')], { scored: false }),
    ],
    submit === undefined ? {} : { completeness: { submit } },
  );
const at = (answers: Record<string, unknown>, submit?: string) => {
  const { prepared, answers: given } = setup(raw(submit), answers, { context: { kind: 'commune' } });
  return { completion: completion(prepared, given), submission: maySubmit(prepared, given) };
};

describe('completion', () => {
  it('counts rows, and only what is asked and scored', () => {
    expect(at({}).completion).toEqual({ done: 0, of: 7 });
    expect(at({ a: 1, m: { r1: 1, r2: 2 }, q: { r1: ['c'] }, b: 1, s: 1, x: 3, c: 1 }).completion).toEqual({
      done: 4,
      of: 7,
    });
    expect(at({ a: 2 }).completion).toEqual({ done: 1, of: 8 });
  });

  it('takes "not applicable" for settled', () => {
    expect(at({ a: { na: 'x' }, m: { r1: 'unsure', r2: 0, r3: 0 } }).completion).toEqual({ done: 4, of: 7 });
  });
});

describe('closing', () => {
  it('is always allowed unless the questionnaire asks for more', () => {
    expect(at({}).submission).toEqual({ allowed: true, open: [] });
    expect(at({}, 'always').submission).toEqual({ allowed: true, open: [] });
  });

  it('may need the required items, scored or not', () => {
    expect(at({}, 'required').submission).toEqual({ allowed: false, open: ['a', 'c'] });
    expect(at({ a: { na: 'x' }, c: 0 }, 'required').submission).toEqual({ allowed: true, open: [] });
  });

  it('may need everything that is asked, in every row', () => {
    expect(at({ a: 2, c: 0, m: { r1: 1, r2: 2 }, q: { r1: ['c'], r2: [], r3: [] } }, 'all').submission).toEqual({
      allowed: false,
      open: ['m', 'b'],
    });
    expect(
      at({ a: 1, c: 0, m: { r1: 1, r2: 2, r3: 'unsure' }, q: { r1: ['c'], r2: [], r3: [] } }, 'all').submission,
    ).toEqual({ allowed: true, open: [] });
  });
});
