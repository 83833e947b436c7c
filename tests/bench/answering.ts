/**
 * How the page feels on an old PC: a real Chromium with its processor slowed down four times. Times are those of the
 * browser's own event timing (key to next paint), the long tasks its own, the memory the page's heap after a collection.
 */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser, openClient, startServer } from '../e2e/support/index.ts';

const SLOWDOWN = 4;
/** Between two keys, in milliseconds. */
const PAUSE = 250;
const NOTE = 'Đường Nguyễn Huệ, phường Trường Đông, huyện Hòa Thành; số liệu tính đến hết quý III.';

export interface Answering {
  readonly slowdown: number;
  /** Milliseconds from a key that changes the question to the next paint. */
  readonly questionSwitch: Spread;
  /**
   * The same as processor time of the page's main thread, in milliseconds at full speed times the slowdown: what it
   * would take on the slow machine with nothing else running, however busy the one that measures is.
   */
  readonly questionSwitchProcessor: Spread;
  /** Milliseconds from a digit to the paint that shows the choice. */
  readonly choice: Spread;
  /** Longest task of the page while a note is typed, in milliseconds; 0 = none above 50. */
  readonly longestTaskTyping: number;
  /** JavaScript heap of the page in MB, after all questions are answered. */
  readonly heapMb: number;
  /** Memory of the page's process that it shares with no other; null where the system does not tell. */
  readonly processMb: number | null;
}

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly count: number;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0, count: sorted.length };
}

interface Watch {
  readonly keys: { readonly code: string; readonly ms: number }[];
  tasks: number[];
}

/** Notes in the page how long each key took to the paint after it, and every long task. */
function watchPage(): void {
  const watch: Watch = { keys: [], tasks: [] };
  Object.assign(window, { watch });
  window.addEventListener(
    'keydown',
    ({ code, timeStamp }) => {
      // The frame after the one that the key asked for begins when that one has been painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => watch.keys.push({ code, ms: performance.now() - timeStamp });
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

const timesOf = (page: Page, code: RegExp): Promise<number[]> =>
  page.evaluate(
    (source) =>
      (window as unknown as { watch: Watch }).watch.keys
        .filter((key) => new RegExp(source).test(key.code))
        .map(({ ms }) => ms),
    code.source,
  );

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took, and how much of that on the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** Processor time of the main thread from each key to the end of the picture that it leads to, in milliseconds. */
function processorTimes(events: readonly TraceEvent[]): number[] {
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  return keys.flatMap((key) => {
    const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === key.pid && tid === key.tid);
    const picture = own.find(({ name, ts }) => name === 'Layerize' && ts > key.ts + (key.dur ?? 0));
    if (!picture) return [];
    const tasks = own.filter(
      ({ name, ts, dur = 0 }) => name === 'ThreadControllerImpl::RunTask' && ts + dur > key.ts && ts <= picture.ts,
    );
    return [tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000];
  });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return Math.round(bytes / 100_000) / 10;
}

/** Private memory of the largest page process, from the kernel. */
async function processMemory(browser: Browser | null): Promise<number | null> {
  if (process.platform !== 'linux' || !browser) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gm);
      return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0);
    });
  return Math.round(Math.max(...sizes) / 100) / 10;
}

/** Answers a whole assessment by keyboard on a slowed-down page. */
export async function measureAnswering(questionnaireId = 'gov-maturity-5'): Promise<Answering> {
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const client = await openClient(server.url);
    const organisation = await client.ask('organisations.save', {
      id: crypto.randomUUID(),
      name: 'UBND xã Tân An',
      kind: 'commune',
      code: '',
      province: '',
      address: '',
      contact: '',
      predecessors: [],
    });
    const id = crypto.randomUUID();
    const version = '1.0.0';
    const period = { kind: 'year', year: 2025, number: 1 } as const;
    await client.ask('assessments.start', {
      id,
      organisationId: organisation.id,
      questionnaireId,
      questionnaireVersion: version,
      period,
    });
    await client.ask('settings.update', { welcomed: true, advanceOffered: true, autoAdvance: false, digitKeys: true });
    const { page } = browser;
    await page.addInitScript(watchPage);
    await page.goto(server.url);
    await page.goto(`${server.origin}/#/assessments/${id}/answer`);
    await page.reload();
    const place = page.locator('.question__place');
    await place.waitFor();
    const count = Number(/\/(\d+)/.exec((await place.textContent()) ?? '')?.[1]);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

    // Looking for the question costs the page time too, so it is left alone until the picture is there.
    const at = async (number: number): Promise<void> => {
      await page.waitForTimeout(PAUSE);
      await page.getByText(new RegExp(`Câu ${number}/`)).waitFor();
    };
    for (let number = 1; number <= count; number += 1) {
      await at(number);
      await page.keyboard.press(`Digit${(number % 5) + 1}`);
      // As a person does: reads before going on, so that saving falls into the pause.
      await page.waitForTimeout(PAUSE);
      if (number < count) await page.keyboard.press('Enter');
    }
    for (let number = count - 1; number >= 1; number -= 1) {
      await page.keyboard.press('PageUp');
      await at(number);
    }
    const questionSwitch = spreadOf(await timesOf(page, /^(Enter|PageUp)$/));
    const choice = spreadOf(await timesOf(page, /^Digit/));

    await page.keyboard.press('Alt+KeyG');
    await page.evaluate(() => {
      (window as unknown as { watch: Watch }).watch.tasks = [];
    });
    await page.keyboard.type(NOTE, { delay: 60 });
    await page.waitForTimeout(800);
    const tasks = await page.evaluate(() => (window as unknown as { watch: Watch }).watch.tasks);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });

    await browser.context.browser()?.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
    for (let number = 2; number <= count; number += 1) {
      await page.keyboard.press('PageDown');
      await at(number);
    }
    const trace = await browser.context.browser()?.stopTracing();
    const { traceEvents } = JSON.parse(trace?.toString() ?? '{"traceEvents":[]}') as { traceEvents: TraceEvent[] };
    return {
      slowdown: SLOWDOWN,
      questionSwitch,
      questionSwitchProcessor: spreadOf(processorTimes(traceEvents).map((ms) => ms * SLOWDOWN)),
      choice,
      longestTaskTyping: Math.max(0, ...tasks),
      heapMb: await heapOf(session),
      processMb: await processMemory(browser.context.browser()),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureAnswering(process.argv[2]), null, 2)}\n`);
