/**
 * Messages from windows: the desktop program's own endpoint over the real application. Values are those that survive a
 * structured clone, which is more than JSON; senders are frames that may ask and frames that may not.
 */
import { registerHooks } from 'node:module';
import { deserialize, serialize } from 'node:v8';
import { CALL_CHANNEL } from '../../../src/contract/channels.ts';
import type { Envelope } from '../../../src/contract/surface.ts';
import type { Random } from '../../durability/random.ts';
import { JOURNEY } from '../../transports/rows.ts';
import { openWatched } from '../app.ts';
import { pollution, type Area, type Input, type Verdict } from '../area.ts';
import { damageJson } from '../mutate/json.ts';
import { errorFaults } from '../sentences.ts';
import { ALL_TEXTS, PROTOTYPES } from '../tokens.ts';

/** Work of seconds: seldom, so that there is time for everything else. */
const HEAVY =
  /export|blank|make|pack|backups|diagnostics|samples|collections\.(import|await|resume)|class|handover|recovery/;
const HOME = 'app://bundle/';
/** Who speaks: the page itself first. */
const SENDERS = [
  { url: HOME },
  { url: 'app://bundle/#/settings' },
  { url: HOME, framed: true },
  { url: HOME, gone: true },
  { url: HOME, stranger: true },
  { url: 'app://bundle.example.com/' },
  { url: 'app://user@bundle/' },
  { url: 'app://bundle:80/' },
  { url: 'https://example.com/app://bundle/' },
  { url: 'file:///etc/passwd' },
  { url: 'data:text/html,x' },
  { url: 'about:blank' },
  { url: 'about:srcdoc' },
  { url: '' },
] as const;
type Sender = (typeof SENDERS)[number] & {
  readonly framed?: boolean;
  readonly gone?: boolean;
  readonly stranger?: boolean;
};
const MAY_ASK = 2;
const GUARD = {
  organisation: '00000000-0000-4000-8000-0000000000a1',
  assessment: '00000000-0000-4000-8000-0000000000a2',
};
/** How often it is looked whether the guarded assessment is untouched. */
const EVERY = 200;

interface Message {
  readonly sender: Sender;
  readonly args: unknown[];
}

/** Values that JSON has no words for. */
function strange(random: Random): unknown {
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  return random.pick<() => unknown>([
    () => NaN,
    () => -Infinity,
    () => -0,
    () => 10n ** 30n,
    () => new Date(NaN),
    () => new Map([['a', 1]]),
    () => new Set(['__proto__']),
    () => new Uint8Array(100),
    () => /(a+)+$/,
    () => new RangeError('x'),
    () => ring,
    () => undefined,
    () => new Array<unknown>(1e6),
    () => 'x'.repeat(300_000),
  ])();
}

/** As a window would send it; what is nested too deep for that never leaves the window. */
function cloned({ sender, args }: Message): Uint8Array {
  try {
    return serialize({ sender, args });
  } catch {
    return serialize({ sender, args: [args[0], null] });
  }
}

export async function openMessages(): Promise<Area> {
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron'
        ? { url: new URL('../../electron-standin/ipc.ts', import.meta.url).href, shortCircuit: true }
        : next(name, context),
  });
  const { openEndpoint } = await import('../../../src/main/ipc.ts');
  const { invoke } = await import('../../electron-standin/ipc.ts');
  const { application, unexpected } = await openWatched();
  const contents = { once: () => undefined, send: () => undefined };
  openEndpoint(application.dispatch).admit(contents as never);

  const asPage = (method: unknown, input: unknown): Promise<Envelope<unknown>> =>
    invoke(CALL_CHANNEL, { sender: contents, senderFrame: { url: HOME, parent: null } }, [method, input]) as Promise<
      Envelope<unknown>
    >;
  async function value(method: string, input: unknown): Promise<unknown> {
    const envelope = await asPage(method, input);
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`);
    return envelope.value;
  }

  // The journey of the transports gives every method inputs that mean something here.
  const answers = new Map<string, unknown>();
  const given: { readonly method: string; readonly json: string }[] = [];
  for (const row of JOURNEY) {
    try {
      const json = row.input((name) => answers.get(name) ?? {});
      given.push({ method: row.method, json });
      if (HEAVY.test(row.method)) continue;
      const envelope = await asPage(row.method, JSON.parse(json));
      if (envelope.ok) answers.set(row.name, envelope.value);
    } catch {
      // An input that needs the answer of heavy work is left out.
    }
  }
  await value('organisations.save', {
    id: GUARD.organisation,
    name: 'UBND xã Gác',
    kind: 'commune',
    code: '',
    province: '',
    address: '',
    contact: '',
    predecessors: [],
  });
  await value('assessments.start', {
    id: GUARD.assessment,
    organisationId: GUARD.organisation,
    questionnaireId: 'sme-quick',
    questionnaireVersion: '1.0.0',
    period: { kind: 'year', year: 2026, number: 1 },
  });
  const guarded = async (): Promise<string> =>
    JSON.stringify(await value('assessments.open', { id: GUARD.assessment }));
  const before = await guarded();
  unexpected();

  const light = given.filter(({ method }) => !HEAVY.test(method));
  const heavy = given.filter(({ method }) => HEAVY.test(method));
  let judged = 0;

  function damaged(random: Random, json: string): unknown {
    const text = damageJson(random, json === '{}' ? '{"a":1}' : json);
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch {
      input = text;
    }
    if (random.below(5) > 0 || typeof input !== 'object' || input === null) return input;
    const keys = Object.keys(input);
    return { ...input, [random.pick(keys.length === 0 ? ['a'] : keys)]: strange(random) };
  }

  function make(random: Random): Input {
    const { method, json } = random.pick(random.below(60) === 0 ? heavy : light);
    const sender: Sender = random.below(4) === 0 ? random.pick(SENDERS) : SENDERS[0];
    const args =
      random.below(12) === 0
        ? [random.pick<unknown>([...ALL_TEXTS, ...PROTOTYPES, null, 7, {}, false]), strange(random)]
        : [method, random.below(40) === 0 ? strange(random) : damaged(random, json)];
    return { label: `message ${method.split('.')[0]}`, name: '', bytes: cloned({ sender, args }), sealed: true };
  }

  async function judge({ bytes }: Input): Promise<Verdict> {
    const { sender, args } = deserialize(bytes) as Message;
    const may =
      SENDERS.slice(0, MAY_ASK).some(({ url }) => url === sender.url) &&
      !sender.framed &&
      !sender.gone &&
      !sender.stranger;
    const event = {
      sender: sender.stranger ? {} : contents,
      senderFrame: sender.gone ? null : { url: sender.url, parent: sender.framed ? {} : null },
    };
    const faults: string[] = [];
    let outcome = 'forbidden';
    try {
      const envelope = (await invoke(CALL_CHANNEL, event, args)) as Envelope<unknown>;
      if (!may) faults.push(`a frame at "${sender.url}" was answered`);
      outcome = envelope.ok ? 'accepted' : envelope.error.code;
      if (!envelope.ok) faults.push(...errorFaults(envelope.error));
    } catch (error) {
      if (may || !String(error).includes('forbidden')) faults.push(`an exception: ${String(error)}`);
    }
    judged += 1;
    if (judged % EVERY === 0 && (await guarded()) !== before)
      faults.push('an assessment that nobody named has changed');
    return { outcome, faults: [...faults, ...unexpected(), ...pollution()] };
  }

  return { make, judge, close: () => application.close() };
}
