/**
 * The import directions and bans of eslint.config.mjs. Each piece of code below is linted with the real configuration
 * as if it stood in a real file of its layer, because the configuration goes by paths.
 */
import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';
import { ALLOWED, LAYERS, type Layer } from './settings.ts';

const LIMIT_MS = 60_000;

/** One existing file per layer, directly in its folder: code is linted in its place, and it is what others import. */
const PLACES: Readonly<Record<Layer, string>> = {
  domain: 'problem.ts',
  contract: 'errors.ts',
  core: 'ports.ts',
  adapters: 'compose.ts',
  main: 'ipc.ts',
  preload: 'index.ts',
  server: 'guard.ts',
  cli: 'context.ts',
  renderer: 'main.tsx',
};

const eslint = new ESLint({ cwd: ROOT });

/** Lints code in the place of a file. @returns the numbers of the lines that break the rule */
async function linesAgainst(rule: string, place: string, lines: readonly string[]): Promise<number[]> {
  const [result] = await eslint.lintText(lines.join('\n'), { filePath: join(ROOT, place) });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return [...new Set(messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line))];
}

describe('import directions', () => {
  /** The layers that code in this layer is told not to import, for one way of importing. */
  async function refused(layer: Layer, importing: (path: string) => string): Promise<string[]> {
    const others = LAYERS.filter((other) => other !== layer);
    const code = others.map((other) => importing(`../${other}/${PLACES[other]}`));
    const lines = await linesAgainst('boundaries/dependencies', `src/${layer}/${PLACES[layer]}`, code);
    return lines.map((line) => others[line - 1] ?? '').sort();
  }
  const forbidden = (layer: Layer): string[] => LAYERS.filter((other) => !ALLOWED[layer].includes(other)).sort();

  it('point from the hosts to the domain, never back', () => {
    expect(ALLOWED.domain).toEqual(['domain']);
    expect(ALLOWED.contract).toEqual(['domain', 'contract']);
    expect(ALLOWED.core).toEqual(['domain', 'contract', 'core']);
    expect(ALLOWED.adapters).toEqual(['domain', 'contract', 'core', 'adapters']);
    expect(ALLOWED.renderer).toEqual(['domain', 'contract', 'renderer']);
    for (const layer of LAYERS.filter((other) => other !== 'renderer'))
      expect(ALLOWED[layer]).not.toContain('renderer');
  });

  it.each(LAYERS)('are kept in src/%s', { timeout: LIMIT_MS }, async (layer) => {
    expect(await refused(layer, (path) => `import '${path}';`)).toEqual(forbidden(layer));
  });

  it.each([
    ['types', (path: string) => `import type { Any } from '${path}';`],
    ['re-exports', (path: string) => `export * from '${path}';`],
    ['lazy imports', (path: string) => `void import('${path}');`],
  ])('hold for %s too', { timeout: LIMIT_MS }, async (_, importing) => {
    expect(await refused('domain', importing)).toEqual(forbidden('domain'));
    expect(await refused('renderer', importing)).toEqual(forbidden('renderer'));
  });
});

describe('bans', () => {
  const TIME = [
    'export const a = Date.now();',
    'export const b = new Date();',
    'export const c = Date();',
    'export const d = Math.random();',
  ];
  const MARKUP = [
    'export const a = <p dangerouslySetInnerHTML={{ __html: "<b>" }} />;',
    'document.body.innerHTML = "<b>";',
    'document.body.outerHTML = "<b>";',
    'document.body.insertAdjacentHTML("beforeend", "<b>");',
  ];
  const NETWORK = [
    'void fetch("/api/app.info");',
    'void window.fetch("/api/app.info");',
    'void globalThis.fetch("/api/app.info");',
    'export const a = new XMLHttpRequest();',
    'export const b = new EventSource("/events");',
    'export const c = new WebSocket("ws://127.0.0.1");',
    'navigator.sendBeacon("/api/app.info");',
  ];
  const all = (lines: readonly string[]): number[] => lines.map((_, index) => index + 1);

  it.each(['src/domain/problem.ts', 'src/contract/errors.ts', 'src/core/ports.ts'])(
    'clock and chance are arguments in %s',
    { timeout: LIMIT_MS },
    async (place) => {
      expect(await linesAgainst('no-restricted-syntax', place, TIME)).toEqual(all(TIME));
      const given = ['export const a = (at: string): Date => new Date(at);', 'export const b = Math.max(1, 2);'];
      expect(await linesAgainst('no-restricted-syntax', place, given)).toEqual([]);
    },
  );

  it('the adapters may ask the clock', { timeout: LIMIT_MS }, async () => {
    expect(await linesAgainst('no-restricted-syntax', 'src/adapters/compose.ts', TIME)).toEqual([]);
  });

  it('the page makes markup from text only', { timeout: LIMIT_MS }, async () => {
    expect(await linesAgainst('no-restricted-syntax', 'src/renderer/main.tsx', MARKUP)).toEqual(all(MARKUP));
    const [, ...withoutJsx] = MARKUP;
    const inApi = await linesAgainst('no-restricted-syntax', 'src/renderer/api/client.ts', withoutJsx);
    expect(inApi).toEqual(all(withoutJsx));
  });

  it('the page speaks through src/renderer/api only', { timeout: LIMIT_MS }, async () => {
    expect(await linesAgainst('no-restricted-syntax', 'src/renderer/main.tsx', NETWORK)).toEqual(all(NETWORK));
    const calls = NETWORK.slice(0, 5);
    expect(await linesAgainst('no-restricted-syntax', 'src/renderer/api/client.ts', calls)).toEqual([]);
  });

  it.each(['adapters', 'server', 'cli', 'main'] as const)(
    'src/%s has no page',
    { timeout: LIMIT_MS },
    async (layer) => {
      const code = [
        'export const a = document.title;',
        'export const b = window.innerWidth;',
        'localStorage.clear();',
        'export const c = (document: { title: string }): string => document.title;',
      ];
      expect(await linesAgainst('no-restricted-globals', `src/${layer}/${PLACES[layer]}`, code)).toEqual([1, 2, 3]);
    },
  );

  it('nothing of ours prints to the console of its own accord', { timeout: LIMIT_MS }, async () => {
    const code = ['console.log("hello");'];
    expect(await linesAgainst('no-console', 'src/server/guard.ts', code)).toEqual([1]);
    expect(await linesAgainst('no-console', 'src/renderer/main.tsx', code)).toEqual([1]);
  });
});
