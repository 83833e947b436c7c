/**
 * npm run screenshots [-- name …]: pictures of every screen in both languages, large, small and dark, into screenshots/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addAll, EMPTY_SCREENS, SCREENS, visit, type SampleIds, type Screen } from './screens.ts';
import { openBrowser, openClient, ROOT, startServer } from './support/index.ts';

const folder = join(ROOT, 'screenshots');
const wanted = process.argv.slice(2);
const VARIANTS = [
  { name: '', width: 1366, height: 768, theme: 'light' },
  { name: '.small', width: 683, height: 384, theme: 'light' },
  { name: '.phone', width: 360, height: 640, theme: 'light' },
  { name: '.dark', width: 1366, height: 768, theme: 'dark' },
] as const;

mkdirSync(folder, { recursive: true });
const server = await startServer();
const client = await openClient(server.url);
const browser = await openBrowser();
try {
  await browser.page.goto(server.url);
  const take = async (screens: readonly Screen[], ids: SampleIds): Promise<void> => {
    for (const language of ['vi', 'en'] as const)
      for (const { name, width, height, theme } of VARIANTS) {
        await client.ask('settings.update', { language, theme, welcomed: false });
        await browser.page.setViewportSize({ width, height });
        for (const screen of screens) {
          if (wanted.length > 0 && !wanted.some((word) => screen.name.includes(word))) continue;
          await visit(browser.page, server.origin, screen, ids);
          await browser.page.screenshot({ path: join(folder, `${screen.name}.${language}${name}.png`) });
        }
      }
  };
  await take(EMPTY_SCREENS, { organisation: '', draft: '', finished: '', firm: '', appraised: '', types: '' });
  await take(SCREENS, await addAll(client));
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${folder}\n`);
