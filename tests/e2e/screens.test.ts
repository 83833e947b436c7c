import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAll, EMPTY_SCREENS, SCREENS, visit, type SampleIds, type Screen } from './screens.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
  }[];
}

/** What axe finds on the page as it stands, target size included. */
async function violations(browser: TestBrowser): Promise<string[]> {
  const loaded = await browser.page.evaluate(() => 'axe' in window);
  // Evaluated by the test driver, not by the page: the page's own policy stays as strict as it is.
  if (!loaded) await browser.page.evaluate(axeSource);
  const results = (await browser.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<unknown> } };
    return axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  })) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** The screens that nobody gets round; looked at in every theme and size. */
const MAIN = new Set([
  'collection-overview',
  'collection-units',
  'home',
  'start',
  'settings',
  'answer-ladder',
  'check',
  'plan',
  'compare',
  'result-agency',
  'help-page',
]);

/** The first two show every screen in both languages, light and dark, in full size and at 200 % zoom of a 1366 px screen. */
const VARIANTS = [
  { language: 'vi', theme: 'light', width: 1366, height: 768, screens: SCREENS },
  { language: 'en', theme: 'dark', width: 683, height: 384, screens: SCREENS },
  {
    language: 'en',
    theme: 'contrast',
    width: 1366,
    height: 680,
    screens: SCREENS.filter(({ name }) => MAIN.has(name)),
  },
  { language: 'vi', theme: 'dark', width: 360, height: 640, screens: SCREENS.filter(({ name }) => MAIN.has(name)) },
] as const;

describe.each(VARIANTS)(
  'every screen in $language, $theme, $width x $height',
  ({ language, theme, width, height, screens }) => {
    let server: ServerProcess;
    let client: Client;
    let browser: TestBrowser;
    let ids: SampleIds = { organisation: '', draft: '', finished: '', firm: '', appraised: '', types: '' };

    beforeAll(async () => {
      server = await startServer();
      client = await openClient(server.url);
      browser = await openBrowser({ viewport: { width, height } });
      await browser.page.goto(server.url);
      await client.ask('settings.update', { language, theme });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    async function look(screen: Screen): Promise<void> {
      await visit(browser.page, server.origin, screen, ids);
      expect(await browser.page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await violations(browser)).toEqual([]);
      const overflow = await browser.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'the page must not scroll sideways').toBeLessThanOrEqual(0);
      expect(browser.complaints).toEqual([]);
    }

    test.each(EMPTY_SCREENS)('$name', look);

    test('sample data', async () => {
      ids = await addAll(client);
      expect(ids.draft).not.toBe('');
    });

    test.each(screens)('$name', look);
  },
);
