/** The test process talks to the stand-in over the child process channel: one message per question, one per answer. */
import { electronApp, switches } from './app.ts';
import { chromium } from './chromium.ts';
import { frameOf } from './contents.ts';
import { invoke } from './ipc.ts';
import { clickMenu, menuEntries } from './menu.ts';
import { consoleLines, decisions, dialogs, prepareAnswer, requests, shellCalls, type DialogAnswers } from './record.ts';
import { isGranted } from './session.ts';
import { windows, type BrowserWindow } from './window.ts';

function only(): BrowserWindow {
  const [window] = windows;
  if (!window) throw new Error('no window is open');
  return window;
}

export const commands = {
  /** Address for a second debugging client; null until a page has been loaded. */
  endpoint: async () => (windows.some(({ contents }) => contents.url.startsWith('app:')) ? chromium().endpoint : null),
  windows: () =>
    windows.map(({ options, bounds, visible, minimized, maximized, contents }) => {
      return { options, bounds, visible, minimized, maximized, url: contents.url };
    }),
  /** What was set before the program was ready. */
  beforeReady: () => ({ sandboxed: electronApp.sandboxed, switches: [...switches] }),
  menu: () => menuEntries(),
  clickMenu: (labels: string[]) => clickMenu(labels),
  answer: <K extends keyof DialogAnswers>(kind: K, answer: DialogAnswers[K]) => prepareAnswer(kind, answer),
  record: () => ({ requests, dialogs, decisions, shellCalls, consoleLines }),
  /** Speaks to a channel as another frame would. */
  invokeAs: (
    sender: { url: string; framed?: boolean; gone?: boolean; stranger?: boolean },
    channel: string,
    args: unknown[],
  ) => {
    const parent = sender.framed ? frameOf('app://bundle/', null) : null;
    const event = {
      sender: sender.stranger ? {} : only().webContents,
      senderFrame: sender.gone ? null : frameOf(sender.url, parent),
    };
    return invoke(channel, event, args);
  },
  permission: (permission: string, url: string) => isGranted(permission as never, url, only().webContents),
  /** True when the program refused. */
  attachWebview: () => only().contents.ask('will-attach-webview', {}, {}, {}),
  redirect: (url: string) => only().contents.ask('will-redirect', { url, isMainFrame: true }, url),
  crashPage: () =>
    void only()
      .contents.command('Page.crash', {})
      .catch(() => undefined),
  /** Runs in the page's own world, also when no other client can reach it any more. */
  evaluate: async (expression: string) => {
    const answer = await only().contents.command('Runtime.evaluate', { expression, returnByValue: true });
    return answer.result.value as unknown;
  },
  setWindow: (change: { minimized?: boolean; maximized?: boolean; bounds?: BrowserWindow['bounds'] }) =>
    void Object.assign(only(), change),
  /** The cross of the title bar. */
  closeWindow: () => only().close(),
  quit: () => electronApp.quit(),
};
export type Commands = typeof commands;

export interface Question {
  readonly id: number;
  readonly command: keyof Commands;
  readonly args: readonly unknown[];
}
export type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

/** Answers questions until the test process goes away, which ends the run. */
export function listenToTests(): void {
  process.on('message', ({ id, command, args }: Question) => {
    const run = commands[command] as (...args: readonly unknown[]) => unknown;
    void Promise.resolve()
      .then(() => run(...args))
      .then(
        (value) => process.send?.({ id, value: structuredClone(value) } satisfies Answer),
        (error: unknown) =>
          process.send?.({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer),
      );
  });
  process.on('disconnect', () => electronApp.exit(1));
}
