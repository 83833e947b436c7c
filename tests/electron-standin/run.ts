/**
 * Called like the Electron binary: `node run.ts <project folder> [switches]`. Loads the built main bundle of the
 * project with `electron` standing for the stand-in.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(process.argv[2] ?? '.');
process.env.STANDIN_APP = project;
const electron = new URL('electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main' ? { url: electron, shortCircuit: true } : next(name, context),
});
Object.defineProperty(process.versions, 'electron', { value: '45.0.0-standin', enumerable: true });
const resources = process.env.STANDIN_RESOURCES ?? join(project, 'resources');
Object.defineProperty(process, 'resourcesPath', { value: resources, enumerable: true });

const { listenToTests } = await import('./control.ts');
listenToTests();
const { main } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { main: string };
await import(pathToFileURL(join(project, main)).href);
