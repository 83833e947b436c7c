/** The one door: what it lets in, and that nothing but envelopes comes out. */
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/contract/errors.ts';
import type { Role } from '../../src/contract/method.ts';
import { METHODS } from '../../src/contract/methods.ts';
import { createDispatch, MAX_INPUT_CHARACTERS, type Caller, type Handlers } from '../../src/core/dispatch.ts';

const CALLER: Caller = { role: 'operator', via: 'test' };

/** Libraries do throw such things. */
const ODD: unknown = 'secret detail';

/** A door whose handlers all do the same. */
function door(handler: (input: unknown) => unknown) {
  const report = vi.fn(() => 'a1b2c3d4');
  const handlers = Object.fromEntries(Object.keys(METHODS).map((name) => [name, handler])) as unknown as Handlers;
  const dispatch = createDispatch(handlers, { report });
  return { report, ask: (method: string, input: unknown, caller = CALLER) => dispatch(method, input, caller) };
}

const refusal = (code: string, params: object) => ({ ok: false, error: { code, params, problems: [], ref: '' } });

describe('dispatch', () => {
  it('hands the parsed input to the handler and wraps its answer', async () => {
    const handler = vi.fn(() => Promise.resolve({ done: true }));
    const { ask, report } = door(handler);
    expect(await ask('questionnaires.get', { id: 'a', version: '1' })).toEqual({ ok: true, value: { done: true } });
    expect(handler).toHaveBeenCalledExactlyOnceWith({ id: 'a', version: '1' });
    expect(report).not.toHaveBeenCalled();
  });

  it('answers null where a handler gives nothing', async () => {
    expect(await door(() => undefined).ask('app.info', {})).toStrictEqual({ ok: true, value: null });
  });

  it.each(['', 'nope', '__proto__', 'constructor', 'toString', 'app.info\n'])('knows no method %j', async (method) => {
    const handler = vi.fn();
    expect(await door(handler).ask(method, {})).toEqual(refusal('method.unknown', { method }));
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([undefined, null, 7, ['app.info'], { toString: 'app.info' }])('takes %j for no name', async (method) => {
    expect(await door(() => null).ask(method as never, {})).toEqual(refusal('method.unknown', { method: '' }));
  });

  it('repeats no more than the beginning of an unknown name', async () => {
    expect(await door(() => null).ask('x'.repeat(10_000), {})).toEqual(
      refusal('method.unknown', { method: 'x'.repeat(60) }),
    );
  });

  it('refuses a caller whose role is not named', async () => {
    const handler = vi.fn();
    const stranger = { role: 'participant' as Role, via: 'test' } as const;
    expect(await door(handler).ask('samples.remove', {}, stranger)).toEqual(
      refusal('forbidden', { method: 'samples.remove' }),
    );
    expect(handler).not.toHaveBeenCalled();
  });

  it('reads no role from the message', async () => {
    const answer = await door(() => null).ask('app.info', { role: 'operator' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('measures the input before it is parsed', async () => {
    const text = 'x'.repeat(MAX_INPUT_CHARACTERS);
    expect(await door(() => null).ask('app.info', { text })).toEqual(refusal('input.too-large', { limit: '256 kB' }));
    const many = Array.from({ length: MAX_INPUT_CHARACTERS }, () => 1);
    expect(await door(() => null).ask('app.info', many)).toEqual(refusal('input.too-large', { limit: '256 kB' }));
  });

  it('refuses what is no JSON without calling it a fault of the program', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    const trap = {
      toJSON() {
        throw new Error('trap');
      },
    };
    for (const input of [circle, { big: 1n }, deep, trap]) {
      const { ask, report } = door(() => null);
      expect(await ask('app.info', input)).toEqual(refusal('input.invalid', { method: 'app.info' }));
      expect(report).not.toHaveBeenCalled();
    }
    for (const input of [undefined, NaN, Symbol('x'), () => null])
      expect(await door(() => null).ask('app.info', input)).toMatchObject({ error: { code: 'input.invalid' } });
  });

  it('names faults by place, but not without end', async () => {
    const { ask } = door(() => null);
    const answer = await ask('settings.update', { zoom: 'x', theme: 'pink' });
    expect(answer).toMatchObject({ error: { code: 'input.invalid', params: { method: 'settings.update' } } });
    const paths = answer.ok ? [] : answer.error.problems.map(({ path }) => path.join('.'));
    expect(paths.sort()).toEqual(['theme', 'zoom']);

    const predecessors = Array.from({ length: 5000 }, () => 1);
    const long = await ask('organisations.save', { predecessors });
    expect(long.ok ? 0 : long.error.problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(long).length).toBeLessThan(5000);
  });

  it('passes on an expected failure as it is', async () => {
    const problems = [{ path: ['a', 0], code: 'shape' }] as const;
    const { ask, report } = door(() => {
      throw new AppError('answer.invalid', { item: '1.1' }, problems);
    });
    expect(await ask('app.info', {})).toEqual({
      ok: false,
      error: { code: 'answer.invalid', params: { item: '1.1' }, problems, ref: '' },
    });
    expect(report).not.toHaveBeenCalled();
  });

  it.each([
    ['an exception', () => Promise.reject(new TypeError('secret detail'))],
    ['something thrown that is no error', () => Promise.reject(ODD as Error)],
    [
      'an internal error',
      () => {
        throw new AppError('internal', {}, [], { cause: 'secret detail' });
      },
    ],
  ])('keeps the details of %s in the log and gives its reference', async (_, handler) => {
    const { ask, report } = door(handler);
    const answer = await ask('app.info', {});
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', params: { ref: 'a1b2c3d4' }, problems: [], ref: 'a1b2c3d4' },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.anything(), { method: 'app.info' });
  });

  it('gives a failed document a reference too', async () => {
    const { ask } = door(() => {
      throw new AppError('document.failed', { format: 'pdf' });
    });
    expect(await ask('app.info', {})).toMatchObject({
      error: { code: 'document.failed', params: { format: 'pdf', ref: 'a1b2c3d4' }, ref: 'a1b2c3d4' },
    });
  });
});
