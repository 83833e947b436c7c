/** Lets every write of every write path fail, one after the other: told in a sentence, nothing half, and then it works. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ErrorParams } from '../../src/contract/errors.ts';
import type { AssessmentSummary, AssessmentView, AppInfo } from '../../src/contract/views.ts';
import type { KeptBackup } from '../../src/contract/views/data.ts';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { missingFigures } from '../domain/explained.ts';
import { makeFolder, removeFolder } from '../e2e/support/project.ts';
import { openWorker, type Host } from './hosts.ts';
import type { Injector } from './inject.ts';
import { after, draw, EMPTY, readState, uuid, type Operation, type State } from './model.ts';
import { perform, type Outcome } from './perform.ts';
import { randomFrom } from './random.ts';

export interface FaultReport {
  /** Operations during which something was made to fail. */
  readonly tried: number;
  /** Of those, refused with a sentence; the others were complete all the same. */
  readonly refused: number;
  /** How often each code was the answer. */
  readonly codes: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const MOST_STEPS = 2000;
const PATHS = ['answer', 'settings', 'evidence', 'finish', 'take', 'backup', 'restore', 'export', 'stick'] as const;
type WritePath = (typeof PATHS)[number];

/** What the application itself says it holds. */
async function stateThrough(host: Host): Promise<State> {
  const ask = async <T>(method: string, input: unknown): Promise<T> => {
    const envelope = await host.ask(method, input);
    if (!envelope?.ok) throw new Error(`${method}: ${JSON.stringify(envelope)}`);
    return envelope.value as T;
  };
  const { settings } = await ask<AppInfo>('app.info', {});
  const assessments: Record<string, State['assessments'][string]> = {};
  for (const { id } of await ask<AssessmentSummary[]>('assessments.list', {})) {
    const view = await ask<AssessmentView>('assessments.open', { id });
    assessments[id] = {
      organisationId: view.organisation.id,
      state: view.summary.state,
      answers: Object.fromEntries(
        view.records.map(({ itemId, seq, answer, note }) => {
          const option = answer.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : '';
          return [itemId, [seq, option, note]];
        }),
      ),
      evidence: Object.fromEntries(view.evidence.map(({ id: evidence, file }) => [evidence, file?.size ?? 0])),
    };
  }
  return { zoom: String(settings.zoom), assessments };
}

/** @param most the nth write that fails goes up to this, or until a path has no more writes */
export async function runFaults(injectors: readonly Injector[], most: number, seed: number): Promise<FaultReport> {
  const codes: Record<string, number> = {};
  const sum = { tried: 0, refused: 0, codes, faults: [] as string[] };
  for (const injector of injectors) {
    const { tried, refused, codes: given, faults } = await runInjector(injector, most, seed);
    sum.tried += tried;
    sum.refused += refused;
    sum.faults.push(...faults);
    for (const [code, count] of Object.entries(given)) codes[code] = (codes[code] ?? 0) + count;
    if (faults.length > 0) break;
  }
  return sum;
}

async function runInjector(injector: Injector, most: number, seed: number): Promise<FaultReport> {
  const random = randomFrom(seed);
  const faults: string[] = [];
  const codes: Record<string, number> = {};
  let tried = 0;
  let refused = 0;
  const folder = makeFolder();
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const file = join(folder, DATABASE_NAME);
  const host = await openWorker(folder, stick);
  let state: State = { ...EMPTY, zoom: '100' };
  let snapshots = new Map<string, State>();
  let exports = 0;

  async function run(operation: Operation): Promise<void> {
    const outcome = await perform(host, operation);
    if (outcome.kind !== 'done')
      return void faults.push(`${operation.kind} on a sound disk: ${JSON.stringify(outcome)}`);
    if (outcome.backup !== null) snapshots = new Map([[outcome.backup, state]]);
    state = after(state, operation);
  }

  /** An operation of this kind; what it needs is made on the sound disk first. */
  async function next(kind: Operation['kind']): Promise<Operation> {
    if (kind === 'backup') return { kind };
    if (kind === 'take') return { kind, id: uuid(random), organisationId: uuid(random), upload: uuid(random) };
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const draft = Object.entries(state.assessments).find(([, { state: now }]) => now === 'draft')?.[0];
      if (kind === 'evidence' && draft !== undefined)
        return { kind, id: draft, evidence: uuid(random), upload: uuid(random), bytes: 40_000 };
      const operation = draw(random, state, snapshots);
      if (operation.kind === kind) return operation;
      if (operation.kind !== 'take') await run(operation);
      if (faults.length > 0) break;
    }
    throw new Error(`no ${kind} came up: ${faults.join('; ')}`);
  }

  async function attempt(path: WritePath): Promise<{ act: () => Promise<Outcome>; done: () => State }> {
    if (path === 'export') {
      exports += 1;
      const input = { name: `ket-qua-${exports}.xlsx`, bytes: 50_000 };
      return { act: () => plain(host, '#export', input), done: () => state };
    }
    if (path === 'stick') {
      const list = await host.ask('backups.list', {});
      const kept = (list?.ok ? (list.value as { kept: readonly KeptBackup[] }).kept : [])[0];
      return { act: () => plain(host, 'backups.deliver', { name: kept?.name ?? '', to: 'stick' }), done: () => state };
    }
    const operation = await next(path);
    return { act: () => perform(host, operation), done: () => after(state, operation) };
  }

  for (const path of PATHS)
    for (let n = 1; n <= most && faults.length === 0; n += 1) {
      const say = (what: string): void =>
        void faults.push(`${path}: ${what}; ${injector.name}, write ${n}, seed ${seed}`);
      const { act, done } = await attempt(path);
      const wanted = done();
      await injector.arm(host.pid, n, file);
      const outcome = await act();
      const hit = await injector.disarm();
      if (hit === false) {
        if (outcome.kind !== 'done') say(`nothing failed, and yet ${JSON.stringify(outcome)}`);
        state = wanted;
        break;
      }
      tried += 1;
      const found = await stateThrough(host);
      if (outcome.kind === 'cut') say('the program ended');
      else if (outcome.kind === 'refused') {
        refused += 1;
        const { code, params } = outcome.error;
        codes[code] = (codes[code] ?? 0) + 1;
        if (!/^(storage|file|backup)\./.test(code)) say(`the reason is no reason: ${code} ${JSON.stringify(params)}`);
        const without = missingFigures(`error.${code}` as never, params as ErrorParams);
        if (without.length > 0) say(`its sentence has no ${without.join(', ')}`);
        if (!isDeepStrictEqual(found, state)) say('refused, and yet something changed');
        // With the disk well again the same thing works at once.
        const again = await act();
        if (again.kind !== 'done') say(`does not work afterwards: ${JSON.stringify(again)}`);
      }
      state = wanted;
      if (!isDeepStrictEqual(await stateThrough(host), state)) say('not what was asked for');
      // The list waits for a backup that goes on by itself after finishing.
      await host.ask('backups.list', {});
      for (const name of leftovers(folder)) say(`${name} was left behind`);
    }
  await host.kill();
  // What the next start finds is what was acknowledged.
  const found = readState(folder);
  if (!isDeepStrictEqual({ ...found.state, zoom: found.state.zoom || '100' }, state))
    faults.push('not there after the next start');
  faults.push(...found.complaints);
  if (faults.length === 0) removeFolder(folder);
  return { tried, refused, codes, faults };
}

async function plain(host: Host, method: string, input: unknown): Promise<Outcome> {
  const envelope = await host.ask(method, input);
  if (envelope === null) return { kind: 'cut' };
  return envelope.ok ? { kind: 'done', backup: null } : { kind: 'refused', error: envelope.error };
}

/** Half-made files; a temporary one may never stay after an answer. */
function leftovers(folder: string): string[] {
  return ['backups', 'stick'].flatMap((name) => {
    const place = join(folder, name);
    if (!statSync(place, { throwIfNoEntry: false })) return [];
    return readdirSync(place).filter((entry) => entry.startsWith('.'));
  });
}
