/** The same journeys on Electron itself, where its binary is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import type { Desktop, DesktopDriver, DesktopOptions } from './desktop.ts';
import { PROJECT } from './launch.ts';

const PACKAGE = join(PROJECT, 'node_modules', 'electron');

/** Path of the Electron binary, or null. Asking the package itself would start a download. */
export function electronBinary(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

async function launch({ folder, env = {} }: DesktopOptions): Promise<Desktop> {
  const documents = join(folder, 'documents');
  await mkdir(documents, { recursive: true });
  const application = await _electron.launch({
    executablePath: electronBinary() ?? '',
    // A container without user namespaces cannot run Chromium's sandbox; everywhere else it stays on.
    args: [PROJECT, `--user-data-dir=${join(folder, 'profile')}`, ...(process.env.CI ? ['--no-sandbox'] : [])],
    cwd: PROJECT,
    env: { ...(process.env as Record<string, string>), THUOC_SO_DATA: join(folder, 'data'), ...env },
  });
  const foreign: string[] = [];
  application.context().on('request', (request) => {
    if (!/^(app:\/\/bundle\/|data:|blob:)/.test(request.url())) foreign.push(request.url());
  });
  await application.evaluate(({ app }, path) => app.setPath('documents', path), documents);
  const page = await application.firstWindow();
  const exited = new Promise<number | null>((done) => application.process().once('exit', done));
  return {
    page,
    foreignRequests: () => Promise.resolve(foreign),
    clickMenu: (...labels) => clickMenu(application, labels),
    menuBar: () => application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []),
    answerSave: (path) =>
      application.evaluate(({ dialog }, filePath) => {
        const original = dialog.showSaveDialog.bind(dialog);
        dialog.showSaveDialog = () => {
          dialog.showSaveDialog = original;
          return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
        };
      }, path),
    answerOpen: (path) =>
      application.evaluate(({ dialog }, filePath) => {
        const original = dialog.showOpenDialog.bind(dialog);
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = original;
          return Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
        };
      }, path),
    async quit() {
      // The process may end before it has answered.
      await application.evaluate(({ app }) => app.quit()).catch(() => undefined);
      return exited;
    },
    async kill() {
      application.process().kill('SIGKILL');
      await exited;
    },
  };
}

function clickMenu(application: ElectronApplication, labels: string[]): Promise<void> {
  return application.evaluate(({ Menu, BrowserWindow }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    let found: Electron.MenuItem | undefined;
    for (const label of path) {
      found = items.find((item) => item.label.replaceAll('&', '') === label);
      if (!found) throw new Error(`the menu has no '${label}'`);
      items = found.submenu?.items ?? [];
    }
    const [window] = BrowserWindow.getAllWindows();
    found?.click(undefined, window, window?.webContents);
  }, labels);
}

export const realElectron: DesktopDriver = { name: 'Electron', launch };
