import { app } from 'electron';
import { dirname, join } from 'node:path';
import { findPlace } from '../adapters/system/find-place.ts';
import type { Place } from '../adapters/system/place.ts';

/** Where the desktop program finds its parts; the same questions have other answers once it is packaged. */
export interface Folders {
  /** Holds questionnaires/ and reference/: the project in development, beside the archive when packaged. */
  readonly resources: string;
  /** The built page. */
  readonly page: string;
  readonly preload: string;
  /** Where the data lies unless another folder was chosen; shared with the browser host and the command line. */
  readonly place: Place;
  /** What this window remembers between starts; nothing that the person would miss. */
  readonly memory: string;
}

export function findFolders(): Folders {
  const root = app.getAppPath();
  return {
    resources: app.isPackaged ? process.resourcesPath : root,
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    place: findPlace(app.isPackaged ? dirname(process.execPath) : null, null),
    memory: join(app.getPath('userData'), 'desktop.json'),
  };
}
