import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser, installHint } from '../../../scripts/browser.mjs';

/** Flags under which Chromium runs in a container, and says nothing to its maker. */
export const BROWSER_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  readonly context: BrowserContext;
  /** The first tab, still empty. */
  readonly page: Page;
  /** Address of every request of every tab so far, web sockets included. */
  readonly requests: readonly string[];
  /** Uncaught errors and console errors of every tab so far; a journey normally ends with none. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens a real Chromium in Vietnamese, on the most common screen of old office computers.
 * @param options anything that a Playwright context takes, such as another viewport
 */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<TestBrowser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(installHint());
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('page', (page) => page.on('websocket', (socket) => requests.push(socket.url())));
  const page = await context.newPage();
  return { context, page, requests, complaints, close: () => browser.close() };
}
