import { app } from 'electron';
import { pathToFileURL } from 'node:url';
import { openApplication } from '../adapters/compose.ts';
import workerPath from '../adapters/documents/worker.ts?modulePath';
import type { AppEvent } from '../contract/surface.ts';
import type { AppInfo } from '../contract/views.ts';
import type { Application } from '../core/application.ts';
import type { Ports } from '../core/ports.ts';
import type { Language } from '../domain/text/localized.ts';
import { explainStartFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import type { HostWords } from './words/index.ts';

export interface DesktopParts {
  readonly folders: Folders;
  readonly words: () => HostWords;
  readonly deliver: Ports['deliver'];
  readonly emit: (event: AppEvent) => void;
  readonly report: Ports['report'];
}

/** Opens the application; when its data cannot be opened, explains it until that is put right or the person gives up. */
export async function openDesktopApplication(parts: DesktopParts): Promise<Application | null> {
  const { folders, words, deliver, emit, report } = parts;
  for (;;) {
    try {
      return await openApplication({
        dataFolder: folders.data,
        resources: folders.resources,
        host: 'electron',
        version: app.getVersion(),
        workerUrl: pathToFileURL(workerPath),
        deliver,
        emit,
      });
    } catch (error) {
      if (!(await explainStartFailure(error, words(), folders.data, report))) return null;
    }
  }
}

/** The language that the settings name now. */
export async function readLanguage(application: Application): Promise<Language> {
  const answer = await application.dispatch('app.info', {}, { role: 'operator', via: 'ipc' });
  return answer.ok ? (answer.value as AppInfo).settings.language : 'vi';
}
