import { app, dialog, shell, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readIncoming, writeAndReadBack } from '../adapters/files/deliver.ts';
import { AppError } from '../contract/errors.ts';
import type { Inbox } from '../core/opening.ts';
import type { HostFolders } from '../core/ports/files.ts';
import { incomingPaths } from './incoming-paths.ts';
import type { Memory } from './memory.ts';
import { hostWords } from './words/index.ts';

/** Folder dialogs, and files that are written into chosen folders and read again. */
export function createFolders(window: () => BrowserWindow | null, memory: Memory): HostFolders {
  return {
    async choose(purpose, language) {
      const { exportFolder } = memory.current();
      const folder = exportFolder !== null && existsSync(exportFolder) ? exportFolder : app.getPath('documents');
      const options: Electron.OpenDialogOptions = {
        title: hostWords(language)(`folder.${purpose}`),
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory'],
      };
      const owner = window();
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, options)
        : dialog.showOpenDialog(options));
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return null;
      memory.update({ exportFolder: chosen });
      return chosen;
    },
    write: writeAndReadBack,
    async show(folder) {
      const failure = await shell.openPath(folder);
      if (failure !== '') throw new AppError('file.not-found', { file: folder });
    },
  };
}

export interface Incoming {
  /** From now on files have somewhere to go; earlier ones follow at once. */
  readonly connect: (inbox: Inbox) => void;
  /** A second start of the program with its arguments. */
  readonly second: (argv: readonly string[], folder: string) => void;
}

/**
 * Files that the system asks the program to open: named at its start, by a second start, or by macOS at any time. To be
 * called before Electron is ready, or macOS' first file is missed.
 */
export function watchIncoming(argv: readonly string[], folder: string): Incoming {
  let inbox: Inbox | null = null;
  let early = incomingPaths(argv, folder);

  function take(path: string): void {
    if (inbox === null) {
      early = [...early, path];
      return;
    }
    const target = inbox;
    void readIncoming(path).then((read) => target.put({ name: basename(path).normalize('NFC'), ...read }));
  }
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take(path);
  });
  return {
    connect(target) {
      inbox = target;
      const waiting = early;
      early = [];
      waiting.forEach(take);
    },
    second: (given, from) => incomingPaths(given, from).forEach(take),
  };
}
