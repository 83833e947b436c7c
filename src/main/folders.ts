import { app } from 'electron';
import { join } from 'node:path';
import { defaultDataFolder } from '../adapters/system/data-folder.ts';

/** Where the desktop program finds its parts; the same questions have other answers once it is packaged. */
export interface Folders {
  /** Holds questionnaires/ and reference/: the project in development, beside the archive when packaged. */
  readonly resources: string;
  /** The built page. */
  readonly page: string;
  readonly preload: string;
  /** Shared with the browser host and the command line. */
  readonly data: string;
  /** What this window remembers between starts; nothing that the person would miss. */
  readonly memory: string;
}

export function findFolders(): Folders {
  const root = app.getAppPath();
  return {
    resources: app.isPackaged ? process.resourcesPath : root,
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    data: defaultDataFolder(process.platform, process.env),
    memory: join(app.getPath('userData'), 'desktop.json'),
  };
}
