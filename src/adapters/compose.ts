import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { AppInfo } from '../contract/views.ts';
import type { PlaceView } from '../contract/views/data.ts';
import { createApplication, type Application } from '../core/application.ts';
import type { Ports } from '../core/ports.ts';
import { createCollecting } from './collecting/collecting.ts';
import { nodeReader } from './collecting/node-reader.ts';
import type { StartReader } from './collecting/protocol.ts';
import { createDocumentRenderer } from './documents/worker-client.ts';
import { createPackages } from './files/package/index.ts';
import { createFileReader } from './files/recognise.ts';
import { planLibrary } from './files/plan-templates.ts';
import { questionnaireSource } from './files/questionnaire-folder.ts';
import { readReference } from './files/reference.ts';
import { openStorage } from './sqlite/storage.ts';
import { driveKind } from './system/drive.ts';
import { createErrorLog } from './system/log.ts';
import { createMachineKey } from './system/machine-key.ts';
import { packagedFonts } from './system/packaged-fonts.ts';
import { mayHoldData } from './system/place.ts';
import { createSystemPort } from './system/system-port.ts';

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
  /** How processes start that read result files of others; without it Node's way. */
  readonly startReader?: StartReader;
  /** Why the data lies where it does; without it the folder counts as named at the start. */
  readonly place?: PlaceView;
  /** Folder dialogs of the host; none without it. */
  readonly folders?: Ports['folders'];
  readonly emit: Ports['emit'];
  /** Other clocks are for tests and for reproducible documents. */
  readonly now?: () => string;
}

/** Builds the application from its adapters; the one place where all of them meet. @throws AppError storage.*, file.* */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const now = options.now ?? (() => new Date().toISOString());
  const reference = await readReference(join(options.resources, 'reference'));
  if (options.dataFolder !== null && !mayHoldData(driveKind(options.dataFolder)))
    throw new AppError('storage.place', { folder: options.dataFolder });
  const logFolder = options.dataFolder === null ? null : join(options.dataFolder, 'log');
  const storage = openStorage(options.dataFolder);
  return createApplication({
    storage,
    source: questionnaireSource(join(options.resources, 'questionnaires'), async (bytes, name) => {
      // The workbook reader is large and seldom needed; the start of the program does not wait for it.
      const { readQuestionnaireWorkbook } = await import('./documents/authoring/index.ts');
      return readQuestionnaireWorkbook(bytes, name);
    }),
    documents: createDocumentRenderer({ workerUrl: options.workerUrl, fonts: packagedFonts(options.resources) }),
    plans: planLibrary(join(options.resources, 'reference')),
    files: createFileReader(),
    packages: createPackages(),
    machine: createMachineKey(options.dataFolder),
    collecting: createCollecting({
      start: options.startReader ?? nodeReader(new URL('./collecting/reader-entry.ts', import.meta.url)),
      folder:
        options.dataFolder === null ? join(tmpdir(), `thuoc-so-${randomUUID()}`) : join(options.dataFolder, 'incoming'),
      lasting: options.dataFolder !== null,
    }),
    folders: options.folders ?? null,
    deliver: options.deliver,
    emit: options.emit,
    now,
    newId: randomUUID,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    report: createErrorLog(logFolder, now),
    system: createSystemPort(logFolder, options.place ?? { kind: 'chosen', stick: null }),
    about: {
      version: options.version,
      host: options.host,
      dataFolder: options.dataFolder ?? '',
      utcOffset: 0 - new Date(now()).getTimezoneOffset(),
    },
    reference,
  });
}
