import { describe, expect, expectTypeOf, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import type { MethodInput, MethodName } from '../../src/contract/surface.ts';
import type { Handlers } from '../../src/core/dispatch.ts';
import { COVERED, HOSTILE, JOURNEY } from '../transports/rows.ts';

const names = Object.keys(METHODS) as MethodName[];

describe('the table of methods', () => {
  it('gives every method a kind, a role, a strict input, and a name of two parts', () => {
    for (const name of names) {
      const method = METHODS[name];
      expect(name).toMatch(/^[a-z]+\.[a-z]+$/);
      expect(['query', 'command']).toContain(method.kind);
      expect(method.roles).not.toHaveLength(0);
      const extra = method.input.safeParse({ unexpected: true });
      expect(
        extra.error?.issues.map(({ code }) => code),
        name,
      ).toContain('unrecognized_keys');
    }
  });

  it('calls by its name what changes nothing', () => {
    const asking = names.filter((name) => METHODS[name].kind === 'query').map((name) => name.split('.')[1]);
    expect([...new Set(asking)].sort()).toEqual([
      'compare',
      'get',
      'history',
      'info',
      'items',
      'list',
      'open',
      'outcomes',
      'overview',
      'preview',
      'returns',
      'state',
      'trace',
      'unit',
      'weigh',
    ]);
  });

  it('has rows in the parity suite for every method', () => {
    expect(Object.keys(COVERED).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(
        JOURNEY.some(({ method, expect: outcome }) => method === name && outcome === 'ok'),
        name,
      ).toBe(true);
      expect(
        HOSTILE.some(({ method }) => method === name),
        name,
      ).toBe(true);
    }
  });

  it('wants a handler for every method, and no other', () => {
    expectTypeOf<keyof Handlers>().toEqualTypeOf<MethodName>();
    const handlers = {} as Handlers;
    const { 'app.info': _, ...oneMissing } = handlers;
    // @ts-expect-error -- a missing handler must not compile
    const missing: Handlers = oneMissing;
    // @ts-expect-error -- a handler that gives something else must not compile
    const wrong: Handlers = { ...handlers, 'assessments.position': () => 'done' };
    // @ts-expect-error -- a misspelt handler must not compile
    const misspelt: Handlers = { ...oneMissing, 'app.inof': handlers['app.info'] };
    expect([missing, wrong, misspelt]).toHaveLength(3);
  });

  it('takes data that its caller must not change', () => {
    expectTypeOf<{ readonly evidence: readonly string[] }>().toExtend<Pick<MethodInput<'answers.save'>, 'evidence'>>();
  });
});

describe('texts', () => {
  it('arrive composed, without control characters, with one kind of line break', () => {
    const typed = { ...organisation, name: 'Xã Tân An'.normalize('NFD'), address: 'a\u00a0b\r\nc\u0000\u0007d' };
    expect(METHODS['organisations.save'].input.parse(typed)).toMatchObject({ name: 'Xã Tân An', address: 'a b\ncd' });
  });

  it('may not be blank where they name something', () => {
    for (const name of ['', '   ', '\u00a0', '\u0000', '\n\t'])
      expect(METHODS['organisations.save'].input.safeParse({ ...organisation, name }).success).toBe(false);
  });
});

const organisation: MethodInput<'organisations.save'> = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  name: 'UBND xã Tân An',
  kind: 'commune',
  code: '',
  province: '',
  address: '',
  contact: '',
  predecessors: [],
};
