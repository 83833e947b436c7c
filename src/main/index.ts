/**
 * The desktop program, from start to end. Before Electron is ready: sandbox, page scheme (`scheme.ts`), guards
 * (`security.ts`), one instance. Then what the window remembers (`memory.ts`), the application (`application.ts`, and
 * `failure.ts` when its data cannot be opened), the message endpoint (`ipc.ts`), the menu (`menu.ts`) and the window
 * (`window.ts`, and `leaving.ts` when it is closed with something unsaved). At the end `shutdown.ts`.
 */
import { app, Menu, shell, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { createErrorLog } from '../adapters/system/log.ts';
import type { AppEvent } from '../contract/surface.ts';
import type { Application } from '../core/application.ts';
import { openDesktopApplication, readLanguage } from './application.ts';
import { createDelivery } from './deliver.ts';
import { endAfter, watchPage, watchProcess } from './failure.ts';
import { findFolders } from './folders.ts';
import { openEndpoint, type Endpoint } from './ipc.ts';
import { openMemory } from './memory.ts';
import { watchLeaving } from './leaving.ts';
import { menuTemplate } from './menu.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { guardContents, guardSession } from './security.ts';
import { closeBeforeQuit } from './shutdown.ts';
import { bringForward, openWindow } from './window.ts';
import { hostWords } from './words/index.ts';

app.enableSandbox();
// A second bar behind the request filter: Chromium itself finds no host at all.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
registerScheme();
guardContents();

const folders = findFolders();
const report = createErrorLog(join(folders.data, 'log'), () => new Date().toISOString());
let words = hostWords('vi');
let window: BrowserWindow | null = null;
let application: Application | null = null;
let endpoint: Endpoint | null = null;

if (app.requestSingleInstanceLock()) run().catch((error: unknown) => endAfter(error, words, report));
else app.quit();

async function run(): Promise<void> {
  watchProcess(() => words, report);
  app.on('second-instance', () => window && bringForward(window));

  await app.whenReady();
  guardSession();
  await serveScheme(folders.page);
  const memory = await openMemory(folders.memory);
  words = hostWords(memory.current().language);

  const deliver = createDelivery(() => window, memory);
  application = await openDesktopApplication({ folders, words: () => words, deliver, emit, report });
  if (!application) return app.exit();
  endpoint = openEndpoint(application.dispatch);
  closeBeforeQuit(application, endpoint, memory);
  memory.update({ language: await followLanguage(application) });

  window = openWindow({
    preload: folders.preload,
    title: words('window.title'),
    memory,
    developerTools: !app.isPackaged,
    report,
    prepare: ({ webContents }) => {
      endpoint?.admit(webContents);
      watchPage(webContents, () => words, report);
    },
  });
  watchLeaving(window, () => words);
  window.on('closed', () => (window = null));

  function emit(event: AppEvent): void {
    endpoint?.broadcast(event);
    if (event.type === 'settings.changed' && application)
      void followLanguage(application).then((language) => memory.update({ language }));
  }
}

/** Menu and dialogs in the language of the settings. */
async function followLanguage(from: Application) {
  const language = await readLanguage(from);
  words = hostWords(language);
  const template = menuTemplate(
    words,
    {
      act: (action) => endpoint?.broadcast({ type: 'menu', action }),
      openDataFolder: () => void shell.openPath(folders.data),
    },
    process.platform,
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  return language;
}
