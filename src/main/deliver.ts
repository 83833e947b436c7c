import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { atomicWrite } from '../adapters/files/atomic-write.ts';
import type { Ports } from '../core/ports.ts';
import type { Memory } from './memory.ts';
import { hostWords, type HostWords } from './words/index.ts';

/** What the save dialog offers for a file of this name. */
export function saveFilters(fileName: string, words: HostWords): FileFilter[] {
  const ending = extname(fileName).slice(1);
  const all: FileFilter = { name: words('save.other'), extensions: ['*'] };
  if (ending === 'xlsx' || ending === 'pdf') return [{ name: words(`save.${ending}`), extensions: [ending] }, all];
  return [all];
}

/**
 * Asks where a finished file goes, starting in the folder of the last time, and writes it whole or not at all. The
 * dialog itself asks before an existing file is replaced.
 * @param window the window that the dialog belongs to
 * @returns the port; it throws AppError file.* when the file cannot be written
 */
export function createDelivery(window: () => BrowserWindow | null, memory: Memory): Ports['deliver'] {
  return async (file, language) => {
    const words = hostWords(language);
    const { exportFolder } = memory.current();
    const folder = exportFolder !== null && existsSync(exportFolder) ? exportFolder : app.getPath('documents');
    const options: Electron.SaveDialogOptions = {
      title: words('save.title'),
      defaultPath: join(folder, file.fileName),
      filters: saveFilters(file.fileName, words),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const owner = window();
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, options)
      : dialog.showSaveDialog(options));
    if (canceled || filePath === '') return { kind: 'cancelled' };
    await atomicWrite(filePath, file.bytes);
    memory.update({ exportFolder: dirname(filePath) });
    return { kind: 'saved', path: filePath };
  };
}
