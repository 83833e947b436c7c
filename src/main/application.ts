import { app } from 'electron';
import { pathToFileURL } from 'node:url';
import { openSupervised, type Supervised } from '../adapters/supervise.ts';
import { findPlace } from '../adapters/system/find-place.ts';
import workerPath from '../adapters/documents/worker.ts?modulePath';
import type { AppEvent } from '../contract/surface.ts';
import type { AppInfo } from '../contract/views.ts';
import type { Ports } from '../core/ports.ts';
import type { Language } from '../domain/text/localized.ts';
import { explainStartFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import type { Memory } from './memory.ts';
import { startReader } from './reader-process.ts';
import type { HostWords } from './words/index.ts';

export interface DesktopParts {
  readonly folders: Folders;
  readonly memory: Memory;
  readonly words: () => HostWords;
  readonly deliver: Ports['deliver'];
  readonly hostFolders: Ports['folders'];
  readonly emit: (event: AppEvent) => void;
  readonly report: Ports['report'];
}

/**
 * Opens the application. Data that cannot be opened is the page's matter, which offers the ways out; anything else that
 * keeps the program from starting is explained until it is put right or the person gives up.
 */
export async function openDesktopApplication(parts: DesktopParts): Promise<Supervised | null> {
  const { folders, memory, words, deliver, hostFolders, emit, report } = parts;
  for (;;) {
    try {
      const place = memory.current().dataFolder === null ? folders.place : findPlace(null, memory.current().dataFolder);
      return await openSupervised({
        dataFolder: place.dataFolder,
        place: { kind: place.kind, stick: place.stick },
        chose: (dataFolder) =>
          memory.update({ dataFolder: dataFolder === folders.place.dataFolder ? null : dataFolder }),
        resources: folders.resources,
        host: 'electron',
        version: app.getVersion(),
        workerUrl: pathToFileURL(workerPath),
        deliver,
        startReader,
        folders: hostFolders,
        emit,
      });
    } catch (error) {
      if (!(await explainStartFailure(error, words(), folders.place.dataFolder, report))) return null;
    }
  }
}

/** The language that the settings name now; the one of last time while they cannot be read. */
export async function readLanguage(application: Supervised, before: Language): Promise<Language> {
  const answer = await application.dispatch('app.info', {}, { role: 'operator', via: 'ipc' });
  return answer.ok ? (answer.value as AppInfo).settings.language : before;
}
