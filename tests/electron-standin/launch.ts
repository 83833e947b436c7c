/** Test side of the stand-in: starts the built program under Node and gives its window as a Playwright page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Answer, Commands, Question } from './control.ts';
import type { Desktop, DesktopDriver, DesktopOptions } from './desktop.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');
const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const START_MS = 20_000;

type Ask = <C extends keyof Commands>(
  command: C,
  ...args: Parameters<Commands[C]>
) => Promise<Awaited<ReturnType<Commands[C]>>>;

/** The program without a window yet: for starts that end in a dialog, and for second instances. */
export interface Started {
  readonly child: ChildProcess;
  readonly ask: Ask;
  /** Standard output and error so far. */
  readonly output: () => string;
  readonly exited: Promise<number | null>;
  readonly kill: () => Promise<void>;
}

export interface StandInDesktop extends Desktop, Started {
  readonly kill: () => Promise<void>;
}

export async function start({ project = PROJECT, folder, env = {}, args = [] }: DesktopOptions): Promise<Started> {
  const documents = join(folder, 'documents');
  await mkdir(documents, { recursive: true });
  const child = spawn(process.execPath, [RUN, project, `--user-data-dir=${join(folder, 'profile')}`, ...args], {
    cwd: project,
    env: { ...process.env, THUOC_SO_DATA: join(folder, 'data'), STANDIN_DOCUMENTS: documents, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = new Promise<number | null>((done) => child.once('exit', done));

  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', (message) => {
    const answer = message as Answer;
    const question = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) question?.reject(new Error(answer.error));
    else question?.resolve(answer.value as never);
  });
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`the program ended:\n${output}`));
  });
  return {
    child,
    exited,
    output: () => output,
    ask: (command, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        child.send({ id, command, args } satisfies Question, (error) => error && reject(error));
      }),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Repeats a question until it has an answer. @throws after the time that a start may take */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = Date.now() + START_MS; ; await wait(25)) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited too long for ${what}`);
  }
}

/** Starts the program and waits for its window. */
export async function launchApp(options: DesktopOptions): Promise<StandInDesktop> {
  const started = await start(options);
  try {
    const endpoint = await until('the window', () => started.ask('endpoint'));
    const browser = await chromium.connectOverCDP(endpoint);
    const page = await until('the page', () => Promise.resolve(ownPage(browser)));
    await until('the window to be shown', async () => (await started.ask('windows'))[0]?.visible);
    return desktop(started, browser, page);
  } catch (error) {
    await started.kill();
    throw new Error(`the program did not start:\n${started.output()}`, { cause: error });
  }
}

const ownPage = (browser: Browser): Page | undefined =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().includes('.standin.invalid'));

function desktop(started: Started, browser: Browser, page: Page): StandInDesktop {
  const { ask, exited } = started;
  const leave = async (): Promise<number | null> => {
    const code = await exited;
    await browser.close();
    return code;
  };
  return {
    ...started,
    page,
    foreignRequests: async () =>
      (await ask('record')).requests.filter(({ outcome }) => outcome !== 'served').map(({ url }) => url),
    clickMenu: (...labels) => ask('clickMenu', labels),
    menuBar: async () => (await ask('menu')).map(({ label }) => label),
    answerSave: (path) => ask('answer', 'save', { canceled: path === null, filePath: path ?? '' }),
    answerOpen: (path) => ask('answer', 'open', { canceled: path === null, filePaths: path === null ? [] : [path] }),
    async quit() {
      await ask('quit').catch(() => undefined);
      return leave();
    },
    async kill() {
      started.child.kill('SIGKILL');
      await leave();
    },
  };
}

export const standIn: DesktopDriver = { name: 'stand-in', launch: launchApp };
