/**
 * The desktop program, from start to end. Before Electron is ready: sandbox, page scheme (`scheme.ts`), guards
 * (`security.ts`), one instance. Then what the window remembers (`memory.ts`), the application (`application.ts`, and
 * `failure.ts` when its data cannot be opened), the message endpoint (`ipc.ts`), the menu (`menu.ts`) and the window
 * (`window.ts`, and `leaving.ts` when it is closed with something unsaved). At the end `shutdown.ts`.
 */
import { app, Menu, shell, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { createErrorLog } from '../adapters/system/log.ts';
import type { AppEvent, MenuAction } from '../contract/surface.ts';
import type { Supervised } from '../adapters/supervise.ts';
import { openDesktopApplication, readLanguage } from './application.ts';
import { createDelivery } from './deliver.ts';
import { endAfter, watchPage, watchProcess } from './failure.ts';
import { createFolders, watchIncoming } from './files.ts';
import { findFolders } from './folders.ts';
import { openEndpoint, type Endpoint } from './ipc.ts';
import { openMemory, type Memory } from './memory.ts';
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
const incoming = watchIncoming(process.argv, process.cwd());
const report = createErrorLog(join(folders.place.dataFolder, 'log'), () => new Date().toISOString());
let words = hostWords('vi');
let window: BrowserWindow | null = null;
let application: Supervised | null = null;
let endpoint: Endpoint | null = null;

if (app.requestSingleInstanceLock()) run().catch((error: unknown) => endAfter(error, words, report));
else app.quit();

async function run(): Promise<void> {
  watchProcess(() => words, report);
  app.on('second-instance', (_event, argv, folder) => {
    if (window) bringForward(window);
    incoming.second(argv, folder);
  });

  await app.whenReady();
  guardSession();
  await serveScheme(folders.page);
  const memory = await openMemory(folders.memory);
  words = hostWords(memory.current().language);

  const deliver = createDelivery(() => window, memory);
  application = await openDesktopApplication({
    folders,
    memory,
    words: () => words,
    deliver,
    hostFolders: createFolders(() => window, memory),
    emit,
    report,
  });
  if (!application) return app.exit();
  endpoint = openEndpoint(application.dispatch);
  closeBeforeQuit(application, endpoint, memory);
  memory.update({ language: await followLanguage(application, memory) });
  void application.backUp();
  incoming.connect(application.inbox);

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
    if ((event.type === 'settings.changed' || event.type === 'data.restored') && application)
      void followLanguage(application, memory).then((language) => memory.update({ language }));
  }
}

/**
 * A page may fill the screen or ask for a file only after a gesture of the person. Choosing a menu entry is one, but the
 * page has not seen it, so it is told.
 */
async function letPageAct(action: MenuAction): Promise<void> {
  await window?.webContents.executeJavaScript('0', true).catch((error: unknown) => report(error, { method: 'menu' }));
  endpoint?.broadcast({ type: 'menu', action });
}

/** Menu and dialogs in the language of the settings. */
async function followLanguage(from: Supervised, memory: Memory) {
  const language = await readLanguage(from, memory.current().language);
  words = hostWords(language);
  const template = menuTemplate(
    words,
    {
      act: (action) => void letPageAct(action),
      openDataFolder: () => void shell.openPath(memory.current().dataFolder ?? folders.place.dataFolder),
    },
    process.platform,
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  return language;
}
