/**
 * The half of Electron that lives in a page. These functions are sent into Chromium as source text, so none of them
 * may use anything from outside its own braces except its arguments.
 */
import type { Codec } from './codec.ts';

/** A value on its way between the two worlds of a page. */
type Passed =
  | { readonly kind: 'leaf'; readonly value: unknown }
  | { readonly kind: 'list'; readonly value: readonly Passed[] }
  | { readonly kind: 'object'; readonly value: readonly (readonly [string, Passed])[] }
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'function' | 'promise'; readonly value: number };

type Message =
  | { readonly type: 'expose'; readonly key: string; readonly value: Passed }
  | { readonly type: 'call'; readonly turn: number; readonly id: number; readonly args: readonly Passed[] }
  | { readonly type: 'return'; readonly turn: number; readonly ok: boolean; readonly value: Passed }
  | { readonly type: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Passed };

export interface BridgeEnd {
  readonly exposeInMainWorld: (key: string, api: unknown) => void;
}

/**
 * One end of the context bridge: the same code runs in the page's world and in the preload's. Messages are events on
 * the shared DOM under a secret name; Chromium clones their details between worlds. Functions and promises are
 * replaced by numbers and come out as proxies; everything else is a copy without prototype, frozen when exposed.
 * @param secret name that the page cannot know beforehand
 */
export function bridgeEnd(secret: string, side: 'page' | 'preload'): BridgeEnd {
  const mine = `${secret}:${side}`;
  const theirs = `${secret}:${side === 'page' ? 'preload' : 'page'}`;
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const returned = new Map<number, Extract<Message, { type: 'return' }>>();
  let turns = 0;
  let promised = 0;
  // Kept before any script of the page can replace them.
  const listen = window.addEventListener.bind(window);
  const dispatch = window.dispatchEvent.bind(window);
  const Envelope = CustomEvent;
  const tell = (message: Message): void => void dispatch(new Envelope(theirs, { detail: message }));
  const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  function pass(value: unknown): Passed {
    if (typeof value === 'function')
      return { kind: 'function', value: functions.push(value as (...args: unknown[]) => unknown) - 1 };
    if (value instanceof Promise) {
      const id = ++promised;
      value.then(
        (result: unknown) => tell({ type: 'settle', id, ok: true, value: pass(result) }),
        (error: unknown) => tell({ type: 'settle', id, ok: false, value: { kind: 'error', value: text(error) } }),
      );
      return { kind: 'promise', value: id };
    }
    if (value instanceof Error) return { kind: 'error', value: value.message };
    if (Array.isArray(value)) return { kind: 'list', value: value.map(pass) };
    if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]')
      return { kind: 'object', value: Object.entries(value).map(([key, item]) => [key, pass(item)]) };
    try {
      return { kind: 'leaf', value: structuredClone(value) };
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function receive(passed: Passed): unknown {
    if (passed.kind === 'leaf') return passed.value;
    if (passed.kind === 'list') return passed.value.map(receive);
    if (passed.kind === 'object') return Object.fromEntries(passed.value.map(([key, item]) => [key, receive(item)]));
    if (passed.kind === 'error') return new Error(passed.value);
    const id = passed.value;
    if (passed.kind === 'promise') return new Promise((resolve, reject) => void promises.set(id, { resolve, reject }));
    return (...args: unknown[]) => call(id, args);
  }

  function call(id: number, args: unknown[]): unknown {
    const turn = ++turns;
    tell({ type: 'call', turn, id, args: args.map(pass) });
    const answer = returned.get(turn);
    returned.delete(turn);
    if (!answer) throw new Error('the other world did not answer');
    if (!answer.ok) throw receive(answer.value) as Error;
    return receive(answer.value);
  }

  function answer(message: Extract<Message, { type: 'call' }>): void {
    const { turn, id, args } = message;
    try {
      const result = pass(functions[id]?.(...args.map(receive)));
      tell({ type: 'return', turn, ok: true, value: result });
    } catch (error) {
      tell({ type: 'return', turn, ok: false, value: { kind: 'error', value: text(error) } });
    }
  }

  function freeze(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    for (const part of Object.values(value)) freeze(part);
    return Object.freeze(value);
  }

  listen(mine, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.type === 'call') answer(message);
    if (message.type === 'return') returned.set(message.turn, message);
    if (message.type === 'settle') {
      const waiting = promises.get(message.id);
      promises.delete(message.id);
      if (message.ok) waiting?.resolve(receive(message.value));
      else waiting?.reject(receive(message.value) as Error);
    }
    if (message.type === 'expose')
      Object.defineProperty(window, message.key, { value: freeze(receive(message.value)), enumerable: true });
  });

  return { exposeInMainWorld: (key, api) => tell({ type: 'expose', key, value: pass(api) }) };
}

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

/**
 * The preload's world: a sandboxed `require` that knows only electron, and the renderer side of IPC.
 * @param bindingName function that carries text to Node, visible in this world only
 */
export function preloadHalf(bindingName: string, codec: Codec, bridge: BridgeEnd, preload: Preload): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const toNode = world[bindingName] as (text: string) => void;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  let asked = 0;

  const strict = (name: string, members: object): object =>
    new Proxy(members, {
      get(target, key) {
        if (typeof key === 'string' && !(key in target)) throw new Error(`stand-in: ${name}.${key} is not implemented`);
        return Reflect.get(target, key) as unknown;
      },
    });
  const ipcRenderer = strict('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        const text = codec.encode(args);
        waiting.set(id, { resolve, reject });
        toNode(JSON.stringify({ id, channel, args: text }));
      }),
    on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: unknown) {
      const left = (listeners.get(channel) ?? []).filter((other) => other !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  });
  const electron = strict('electron', {
    ipcRenderer,
    contextBridge: strict('contextBridge', { exposeInMainWorld: bridge.exposeInMainWorld }),
  });

  world.__standin = {
    settle(id: number, ok: boolean, text: string) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (ok) call?.resolve(codec.decode(text));
      else call?.reject(new Error(text));
    },
    emit(channel: string, text: string) {
      const args = codec.decode(text) as unknown[];
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args);
    },
  };

  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports, {
    platform: 'linux',
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  });
}
