import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import type { Caller } from '../../src/core/dispatch.ts';
import { ASSESSMENT, COMMUNE, openForTest, openWithDraft, saving, uuid } from './application.ts';

const circular: Record<string, unknown> = {};
circular['self'] = circular;

/** Something whose every use throws. */
const trap: unknown = new Proxy(
  {},
  {
    get() {
      throw new Error('trap');
    },
    ownKeys() {
      throw new Error('trap');
    },
  },
);

describe('the only door', () => {
  it.each([
    'nothing.here',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'app.info ',
    'APP.INFO',
    'x'.repeat(100_000),
    undefined,
    null,
    5,
    {},
    ['app.info'],
    Symbol('app.info'),
  ])('refuses a method named %s', async (method) => {
    const { refused, reported } = await openForTest();
    const error = await refused(method, {});
    expect(error.code).toBe('method.unknown');
    expect(JSON.stringify(error).length).toBeLessThan(300);
    expect(reported).toEqual([]);
  });

  it('refuses every input that is not exactly what a method asks for', async () => {
    const { refused, reported } = await openForTest();
    for (const method of Object.keys(METHODS))
      for (const input of [
        undefined,
        null,
        5,
        'x',
        [],
        true,
        NaN,
        { extra: 1 },
        JSON.parse('{"__proto__":{"id":"x"}}'),
        { id: {} },
        new Map(),
      ]) {
        // An empty object is what methods without input take; a Map is one.
        if (input instanceof Map && METHODS[method as keyof typeof METHODS].input.safeParse(input).success) continue;
        const error = await refused(method, input);
        expect([method, input, error.code]).toEqual([method, input, 'input.invalid']);
        expect(error.problems.length).toBeGreaterThan(0);
      }
    expect(reported).toEqual([]);
  });

  it('points at each wrong field', async () => {
    const { refused } = await openWithDraft();
    const wrong = {
      ...saving('annual-goals', 3),
      seq: 0,
      assessmentId: 'x',
      flagged: 'yes',
      evidence: ['y'],
      role: 'operator',
    };
    expect((await refused('answers.save', wrong)).problems.map((problem) => problem.path.join('.')).sort()).toEqual([
      'assessmentId',
      'evidence.0',
      'flagged',
      'role',
      'seq',
    ]);
    for (const value of [
      { kind: 'number', number: '1e9' },
      { kind: 'number', number: 5 },
      { kind: 'ratio', a: '1', b: 'NaN' },
      { kind: 'option', option: 'x', extra: 1 },
      { kind: 'magic' },
      null,
    ])
      expect(
        (
          await refused('answers.save', { ...saving('annual-goals', 3), answer: { state: 'answered', value } })
        ).problems[0]?.path.slice(0, 2),
      ).toEqual(['answer', 'value']);
    for (const period of [
      { kind: 'quarter', year: 2025, number: 5 },
      { kind: 'year', year: 1999, number: 1 },
      { kind: 'week', year: 2025, number: 1 },
    ])
      expect(
        (
          await refused('assessments.start', {
            id: uuid(5),
            organisationId: COMMUNE.id,
            questionnaireId: 'x',
            questionnaireVersion: '1',
            period,
          })
        ).problems[0]?.path[0],
      ).toBe('period');
  });

  it('refuses 300 kB before it looks into them', async () => {
    const { refused, call } = await openWithDraft();
    expect(await refused('answers.save', saving('annual-goals', 3, { note: 'x'.repeat(300_000) }))).toMatchObject({
      code: 'input.too-large',
      params: { limit: '256 kB' },
    });
    expect((await refused('nothing.here', 'x'.repeat(300_000))).code).toBe('method.unknown');
    expect(
      (await refused('answers.save', saving('annual-goals', 3, { note: 'x'.repeat(5001) }))).problems[0]?.path,
    ).toEqual(['note']);
    await call('answers.save', saving('annual-goals', 3, { note: 'ế'.repeat(5000) }));
  });

  it('names no more than the first faults of a long list', async () => {
    const { refused } = await openWithDraft();
    const evidence = Array.from({ length: 100 }, () => 'x');
    expect((await refused('answers.save', { ...saving('annual-goals', 3), evidence })).problems).toHaveLength(20);
  });

  it('refuses a caller without the role', async () => {
    const { application } = await openForTest();
    const stranger = { role: 'participant', via: 'http' } as unknown as Caller;
    expect(await application.dispatch('app.info', {}, stranger)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });

  it.each([
    ['a circle', circular],
    ['a big integer', { id: 1n }],
    ['a trap', trap],
    [
      'a thrower',
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
    ],
  ])('answers with an envelope also to %s', async (_name, input) => {
    const { refused, reported } = await openForTest();
    expect(await refused('assessments.open', input)).toEqual({
      code: 'input.invalid',
      params: { method: 'assessments.open' },
      problems: [],
      ref: '',
    });
    expect(reported).toEqual([]);
  });

  it('says nothing about the inside when something unexpected fails', async () => {
    const { storage } = await openForTest();
    const broken = await openForTest({
      storage: {
        ...storage,
        close: () => undefined,
        organisations: {
          ...storage.organisations,
          list() {
            throw new Error('secret detail');
          },
        },
      },
    });
    const error = await broken.refused('organisations.list', {});
    expect(error).toEqual({ code: 'internal', params: { ref: 'ref1' }, problems: [], ref: 'ref1' });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(String(broken.reported[0])).toContain('secret detail');
  });

  it('gives outputs that are plain JSON', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 3));
    const outputs = [
      await call('app.info', {}),
      await call('questionnaires.list', {}),
      await call('organisations.list', {}),
      await call('assessments.list', {}),
      await call('assessments.open', { id: ASSESSMENT }),
      await call('results.get', { assessmentId: ASSESSMENT }),
      await call('samples.add', {}),
    ];
    for (const output of outputs) expect(JSON.parse(JSON.stringify(output))).toEqual(output);
    expect(await call('assessments.position', { id: ASSESSMENT, itemId: 'open-data' })).toBeNull();
  });
});
