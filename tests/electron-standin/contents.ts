/** WebContents: a page of Chromium with the preload, its messages, navigations and requests. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import { electronApp } from './app.ts';
import type { Events, Protocol } from './cdp.ts';
import { chromium, openPage, type TargetOwner } from './chromium.ts';
import { createCodec } from './codec.ts';
import { invoke } from './ipc.ts';
import { bridgeEnd, preloadHalf } from './page-half.ts';
import { fromWeb, handlerOf, toWeb } from './protocol.ts';
import { consoleLines, decisions, requests } from './record.ts';
import { PERMISSIONS, isCancelled, isGranted } from './session.ts';
import { StrictEmitter, strict } from './strict.ts';

const WORLD = 'Electron Isolated Context';
const BINDING = '__standinToNode';
const EVENTS = [
  'did-finish-load',
  'destroyed',
  'render-process-gone',
  'will-prevent-unload',
  'will-navigate',
  'will-redirect',
  'will-attach-webview',
];
const RESOURCE_TYPES: Readonly<Record<string, string>> = { Document: 'mainFrame', XHR: 'xhr', Fetch: 'xhr' };
const codec = createCodec();
let last = 0;

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** A frame as main-process code may see it. */
export function frameOf(url: string, parent: object | null): object {
  const origin = /^[^/]*\/\/[^/]*/.exec(url)?.[0] ?? 'null';
  return strict('WebFrameMain', { url, parent, origin });
}

export class WebContentsStandIn extends StrictEmitter implements TargetOwner {
  readonly id = ++last;
  readonly preferences: WebPreferences;
  readonly face: this;
  url = '';
  session = '';
  frame = '';
  /** Context of the preload in the top frame; null while a page is being replaced. */
  world: number | null = null;
  expected = true;
  alive = true;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly opened: Promise<void>;
  /** Told when the page holds its window; quitting then ends without effect. */
  stays: () => void = () => undefined;
  /** While the page's own question is open, Chromium ignores a second wish to close it. */
  answered: Promise<void> = Promise.resolve();

  constructor(preferences: WebPreferences, size: { width: number; height: number }) {
    super('webContents', EVENTS);
    this.preferences = preferences;
    this.face = strict('webContents', this);
    this.opened = this.open(size);
  }

  command<C extends keyof Protocol.CommandParameters>(name: C, params: Protocol.CommandParameters[C]) {
    return chromium().send(name, params, this.session);
  }

  async open(size: { width: number; height: number }): Promise<void> {
    const { preload, sandbox, contextIsolation } = this.preferences;
    if (contextIsolation === false || (!sandbox && !electronApp.sandboxed))
      throw new Error('stand-in: only sandboxed, isolated windows can be shown');
    const { targetId, sessionId } = await openPage(this, size);
    this.frame = targetId;
    this.session = sessionId;
    await this.command('Page.enable', {});
    await this.command('Runtime.enable', {});
    await this.command('Network.enable', {});
    await this.command('Inspector.enable', {});
    await this.command('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await this.command('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 0, mobile: false });
    if (preload !== undefined) await this.install(readFileSync(preload, 'utf8'));
  }

  /** Both worlds get their half before any script of the page runs; like in Electron, frames get none. */
  async install(preload: string): Promise<void> {
    if (/^\s*(import|export)\s/m.test(preload)) throw new Error('stand-in: a sandboxed preload must be CommonJS');
    const secret = JSON.stringify(randomUUID());
    const top = (code: string): string => `if (window === window.top && location.protocol === 'https:') { ${code} }`;
    await this.command('Page.addScriptToEvaluateOnNewDocument', {
      source: top(`(${String(bridgeEnd)})(${secret}, 'page');`),
    });
    const wrapped = `function (require, module, exports, process) { ${preload}\n }`;
    const [codecSource, bridgeSource, half] = [createCodec, bridgeEnd, preloadHalf].map(String);
    const preloadWorld = `(${half})('${BINDING}', (${codecSource})(), (${bridgeSource})(${secret}, 'preload'), ${wrapped});`;
    await this.command('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source: top(preloadWorld) });
    await this.command('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  }

  async load(url: string): Promise<void> {
    await this.opened;
    await this.grantPermissions(url);
    this.expected = true;
    const { errorText } = await this.command('Page.navigate', { url: toWeb(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
  }

  reload(): void {
    this.expected = true;
    void this.command('Page.reload', {});
  }

  /** What the program's handlers say is put into Chromium's own registry, so that the page really meets it. */
  async grantPermissions(url: string): Promise<void> {
    const { origin } = new URL(toWeb(url));
    for (const [permission, descriptor] of PERMISSIONS) {
      const setting = (await isGranted(permission, new URL('/', url).href, this.face)) ? 'granted' : 'denied';
      await chromium().send('Browser.setPermission', { permission: descriptor, setting, origin });
    }
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  mayOpen(url: string): boolean {
    const { action } = this.openHandler({ url: fromWeb(url) });
    decisions.push(`window.open ${action} ${fromWeb(url)}`);
    return action === 'allow';
  }

  isDestroyed(): boolean {
    return !this.alive;
  }

  /** Lost when no page is there to hear it, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    if (!this.alive) throw new TypeError('Object has been destroyed');
    const text = codec.encode(args);
    if (this.world !== null) void this.inWorld(this.world, `emit(${JSON.stringify(channel)}, ${JSON.stringify(text)})`);
  }

  /** In the page's own world, as if the person had just done something when `userGesture` is set. */
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { result } = await this.command('Runtime.evaluate', { expression, userGesture, returnByValue: true });
    return result.value as unknown;
  }

  async inWorld(contextId: number, call: string): Promise<void> {
    await this.command('Runtime.evaluate', { contextId, expression: `__standin.${call}` }).catch(() => undefined);
  }

  gone(): void {
    if (!this.alive) return;
    this.alive = false;
    this.emit('destroyed');
  }

  receive<E extends keyof Events>(event: E, params: Events[E]): void {
    const handlers: { [K in keyof Events]?: (params: Events[K]) => void } = {
      'Fetch.requestPaused': (paused) => void this.onRequest(paused),
      'Runtime.bindingCalled': (called) => void this.onMessage(called),
      'Runtime.executionContextCreated': ({ context }) => {
        const place = context.auxData as { frameId?: string } | undefined;
        if (context.name === WORLD && place?.frameId === this.frame) this.world = context.id;
      },
      'Runtime.executionContextDestroyed': ({ executionContextId }) => {
        if (executionContextId === this.world) this.world = null;
      },
      'Page.frameNavigated': ({ frame }) => {
        if (frame.id === this.frame) this.url = fromWeb(frame.url);
      },
      'Page.navigatedWithinDocument': ({ frameId, url }) => {
        if (frameId === this.frame) this.url = fromWeb(url);
      },
      'Page.loadEventFired': () => {
        if (this.url !== 'about:blank') this.emit('did-finish-load');
      },
      'Page.javascriptDialogOpening': ({ type }) => {
        if (type !== 'beforeunload') return;
        const leave = this.ask('will-prevent-unload', {});
        this.answered = this.command('Page.handleJavaScriptDialog', { accept: leave }).then(
          () => undefined,
          () => undefined,
        );
        if (!leave) this.stays();
      },
      'Network.webSocketCreated': ({ url }) =>
        void requests.push({ url, outcome: 'network', status: null, headers: {} }),
      'Inspector.targetCrashed': () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
      'Runtime.consoleAPICalled': ({ type, args }) =>
        void consoleLines.push(`${type}: ${args.map((arg) => String(arg.value ?? arg.description)).join(' ')}`),
      'Runtime.exceptionThrown': ({ exceptionDetails: { text, exception } }) =>
        void consoleLines.push(`exception: ${text} ${exception?.description ?? ''}`),
    };
    handlers[event]?.(params);
  }

  async onMessage({ name, payload, executionContextId }: Events['Runtime.bindingCalled']): Promise<void> {
    if (name !== BINDING) return;
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: string };
    const event = strict('event', {
      sender: this.face,
      senderFrame: frameOf(this.url, null),
      frameId: 1,
      processId: 1,
    });
    const [ok, text] = await invoke(channel, event, codec.decode(args) as unknown[]).then(
      (value) => [true, codec.encode(value)] as const,
      (error: unknown) => [false, (error as Error).message] as const,
    );
    await this.inWorld(executionContextId, `settle(${id}, ${ok}, ${JSON.stringify(text)})`);
  }

  async onRequest(paused: Events['Fetch.requestPaused']): Promise<void> {
    const { requestId, request, resourceType, frameId } = paused;
    const url = fromWeb(request.url);
    const fail = (errorReason: Protocol.Network.ErrorReason) =>
      this.command('Fetch.failRequest', { requestId, errorReason });
    const navigation = resourceType === 'Document' && frameId === this.frame;
    if (navigation && !this.expected && this.ask('will-navigate', { url, isMainFrame: true }, url)) {
      decisions.push(`navigate refused ${url}`);
      return void fail('Aborted');
    }
    this.expected = this.expected && !navigation;
    const type = RESOURCE_TYPES[resourceType] ?? resourceType.toLowerCase();
    if (await isCancelled({ url, method: request.method, resourceType: type })) {
      requests.push({ url, outcome: 'refused', status: null, headers: {} });
      return void fail('BlockedByClient');
    }
    const handler = handlerOf(url);
    if (!handler) {
      requests.push({ url, outcome: 'network', status: null, headers: {} });
      return void fail('NameNotResolved');
    }
    const { method, headers, postData } = request;
    const response = await handler(new Request(url, { method, headers, body: postData ?? null }));
    const target = response.headers.get('location');
    if (
      navigation &&
      target !== null &&
      this.ask('will-redirect', { url: new URL(target, url).href, isMainFrame: true })
    ) {
      decisions.push(`redirect refused ${target}`);
      return void fail('Aborted');
    }
    requests.push({ url, outcome: 'served', status: response.status, headers: Object.fromEntries(response.headers) });
    await this.command('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: Array.from(response.headers, ([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }
}
