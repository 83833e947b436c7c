import {
  CONTRACT_VERSION,
  type Envelope,
  type MethodInput,
  type MethodName,
  type MethodOutput,
} from '../../../src/contract/surface.ts';

/** Talks to a running browser host as its own page does. */
export interface Client {
  /** Sends anything as JSON and returns the envelope. */
  readonly send: (method: string, input: unknown) => Promise<Envelope<unknown>>;
  /** Sends JSON text as it is. */
  readonly sendText: (method: string, json: string) => Promise<Envelope<unknown>>;
  /** Asks in the types of the contract. @throws Error with the envelope when the answer is not ok */
  readonly ask: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  /** The Cookie header of the session. */
  readonly cookie: string;
  readonly origin: string;
}

/** Opens a session. @param url the printed address with its secret */
export async function openClient(url: string): Promise<Client> {
  const { origin } = new URL(url);
  const first = await fetch(url, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`no session: ${first.status} ${await first.text()}`);
  const headers = { cookie, origin, 'content-type': 'application/json', 'x-contract': String(CONTRACT_VERSION) };

  async function sendText(method: string, body: string): Promise<Envelope<unknown>> {
    const answer = await fetch(`${origin}/api/${encodeURIComponent(method)}`, { method: 'POST', headers, body });
    return (await answer.json()) as Envelope<unknown>;
  }
  const send: Client['send'] = (method, input) => sendText(method, JSON.stringify(input));
  async function ask<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const envelope = await send(method, input);
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`);
    return envelope.value as MethodOutput<M>;
  }
  return { send, sendText, ask, cookie, origin };
}
