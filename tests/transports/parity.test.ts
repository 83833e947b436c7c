/**
 * One application, three transports: the same question gets the same answer in process, over HTTP and over the desktop
 * program's messages (its built bundles, driven through the stand-in).
 *
 * One answer differs on purpose. Handing over a finished file is the host's own business: the desktop program saves it
 * where the dialog says, the browser host offers a download, and the in-process caller here takes nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import type { Envelope } from '../../src/contract/surface.ts';
import { HOSTS, type Host } from './hosts.ts';
import { createNormaliser, sortByContent } from './normalise.ts';
import { COVERED, HOSTILE, JOURNEY, type Row } from './rows.ts';

const ROWS = [...JOURNEY, ...HOSTILE];
type HostName = keyof typeof HOSTS;
const NAMES = Object.keys(HOSTS) as HostName[];

interface Run {
  readonly host: Host;
  /** Envelopes as they came, by name of the row. */
  readonly answers: ReadonlyMap<string, Envelope<unknown>>;
  /** The same, made comparable. */
  readonly comparable: ReadonlyMap<string, unknown>;
}

async function run(host: Host): Promise<Run> {
  const answers = new Map<string, Envelope<unknown>>();
  const comparable = new Map<string, unknown>();
  const normalise = createNormaliser();
  const earlier = (name: string): unknown => {
    const answer = answers.get(name);
    return answer?.ok ? answer.value : {};
  };
  for (const row of ROWS) {
    const answer = await host.call(row.method, row.input(earlier));
    answers.set(row.name, answer);
    const sorted = row.unordered && answer.ok ? { ...answer, value: sortByContent(answer.value) } : answer;
    // What a host does in its own way must not count among the ids either.
    if (!row.byHost) comparable.set(row.name, normalise(sorted));
  }
  return { host, answers, comparable };
}

const outcome = (answer: Envelope<unknown> | undefined): string | undefined => (answer?.ok ? 'ok' : answer?.error.code);

describe('every transport gives the same answer to', () => {
  const runs = {} as Record<HostName, Run>;

  beforeAll(async () => {
    await Promise.all(
      NAMES.map(async (name) => {
        runs[name] = await run(await HOSTS[name]());
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(Object.values(runs).map(({ host }) => host.close()));
  });

  it.each(ROWS.filter(({ byHost }) => !byHost).map((row) => [row.name, row] as const))('%s', (name, row: Row) => {
    for (const host of NAMES) expect(outcome(runs[host].answers.get(name)), host).toBe(row.expect);
    const expected = runs.direct.comparable.get(name);
    for (const host of NAMES) expect(runs[host].comparable.get(name), host).toEqual(expected);
  });

  it('except files, which each host hands over in its own way', () => {
    const rows = ROWS.filter(({ byHost }) => byHost);
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows)
      for (const { host, answers } of Object.values(runs))
        expect(answers.get(name)).toMatchObject({ ok: true, value: { kind: host.delivers } });
  });

  it('and every answer is plain JSON', () => {
    for (const [name, answer] of runs.direct.answers)
      expect(answer, name).toStrictEqual(JSON.parse(JSON.stringify(answer)));
  });

  it('and no hostile question changed the work or the settings', () => {
    for (const { answers } of Object.values(runs)) {
      expect(answers.get('the work after the attack')).toEqual(answers.get('the work before the attack'));
      expect(answers.get('the settings after the attack')).toEqual(answers.get('where it stands'));
    }
  });
});

describe('the rows', () => {
  it('have names of their own', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  });

  it('use every method with success, and misuse every method', () => {
    const methods = Object.keys(METHODS).sort();
    expect(Object.keys(COVERED).sort()).toEqual(methods);
    const used = new Set(JOURNEY.filter(({ expect: outcome }) => outcome === 'ok').map(({ method }) => method));
    expect([...used].sort()).toEqual(methods);
    const misused = new Set(HOSTILE.map(({ method }) => method));
    expect(methods.filter((method) => !misused.has(method))).toEqual([]);
  });
});
