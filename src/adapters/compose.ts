import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AppInfo } from '../contract/views.ts';
import { createApplication, type Application } from '../core/application.ts';
import type { Ports } from '../core/ports.ts';
import { createDocumentRenderer } from './documents/worker-client.ts';
import { questionnaireSource } from './files/questionnaire-folder.ts';
import { readReference } from './files/reference.ts';
import { openStorage } from './sqlite/storage.ts';
import { createErrorLog } from './system/log.ts';

export interface ApplicationOptions {
  /** Where the database lives; null keeps everything in memory. */
  readonly dataFolder: string | null;
  /** Folder that holds questionnaires/ and reference/. */
  readonly resources: string;
  readonly host: AppInfo['host'];
  readonly version: string;
  /** The document worker: its source under Node, its bundle in the desktop program. */
  readonly workerUrl: URL;
  readonly deliver: Ports['deliver'];
  readonly emit: Ports['emit'];
  /** Other clocks are for tests and for reproducible documents. */
  readonly now?: () => string;
}

/** Builds the application from its adapters; the one place where all of them meet. @throws AppError storage.*, file.* */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const now = options.now ?? (() => new Date().toISOString());
  const reference = await readReference(join(options.resources, 'reference'));
  const storage = openStorage(options.dataFolder);
  return createApplication({
    storage,
    source: questionnaireSource(join(options.resources, 'questionnaires')),
    documents: createDocumentRenderer({ workerUrl: options.workerUrl }),
    deliver: options.deliver,
    emit: options.emit,
    now,
    newId: randomUUID,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    report: createErrorLog(options.dataFolder === null ? null : join(options.dataFolder, 'log'), now),
    about: {
      version: options.version,
      host: options.host,
      dataFolder: options.dataFolder ?? '',
      utcOffset: 0 - new Date(now()).getTimezoneOffset(),
    },
    reference,
  });
}
