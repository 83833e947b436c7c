/** The module that main-process code gets for `electron`. What is not here does not exist: importing it fails. */
import type * as Electron from 'electron';
import { electronApp } from './app.ts';
import { dialogs, shellCalls, takeAnswer, takeAnswerNow } from './record.ts';
import { strict } from './strict.ts';

export { app } from './app.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { utilityProcess } from './utility-process.ts';
export { BrowserWindow, screen } from './window.ts';

/** Options come last; a window may stand before them. */
function show(kind: 'save' | 'open' | 'message', args: readonly unknown[]): void {
  electronApp.afterReady('dialog');
  dialogs.push({ kind, hasOwner: args.length > 1, options: args.at(-1) as Record<string, unknown> });
}

export const dialog = strict('dialog', {
  showSaveDialog(...args: unknown[]) {
    show('save', args);
    return takeAnswer('save');
  },
  showOpenDialog(...args: unknown[]) {
    show('open', args);
    return takeAnswer('open');
  },
  showMessageBoxSync(...args: unknown[]) {
    show('message', args);
    return takeAnswerNow('message').response;
  },
  async showMessageBox(...args: unknown[]) {
    show('message', args);
    const answer = await takeAnswer('message');
    const { buttons = ['OK'] } = args.at(-1) as Electron.MessageBoxOptions;
    if (buttons[answer.response] === undefined) throw new Error(`stand-in: there is no button ${answer.response}`);
    return answer;
  },
  showErrorBox: (title: string, content: string) =>
    void dialogs.push({ kind: 'error', hasOwner: false, options: { title, content } }),
} satisfies Partial<Electron.Dialog>);

export const shell = strict('shell', {
  openPath(path: string) {
    shellCalls.push(`openPath ${path}`);
    return Promise.resolve('');
  },
} satisfies Partial<Electron.Shell>);
