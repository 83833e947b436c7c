/** The real application with data in memory, and everything that it logged as unexpected. */
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCollecting } from '../../src/adapters/collecting/collecting.ts';
import { nodeReader } from '../../src/adapters/collecting/node-reader.ts';
import { createDocumentRenderer } from '../../src/adapters/documents/worker-client.ts';
import { createPackages } from '../../src/adapters/files/package/index.ts';
import { planLibrary } from '../../src/adapters/files/plan-templates.ts';
import { questionnaireSource } from '../../src/adapters/files/questionnaire-folder.ts';
import { createFileReader } from '../../src/adapters/files/recognise.ts';
import { readReference } from '../../src/adapters/files/reference.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { createMachineKey } from '../../src/adapters/system/machine-key.ts';
import { createSystemPort } from '../../src/adapters/system/system-port.ts';
import { createApplication, type Application } from '../../src/core/application.ts';
import { ROOT } from '../e2e/support/project.ts';

export interface Watched {
  readonly application: Application;
  /** What it could not explain since this was last asked. */
  readonly unexpected: () => string[];
}

export async function openWatched(): Promise<Watched> {
  let reported: unknown[] = [];
  const application = createApplication({
    storage: openStorage(null),
    source: questionnaireSource(join(ROOT, 'questionnaires'), async (bytes, name) => {
      const { readQuestionnaireWorkbook } = await import('../../src/adapters/documents/authoring/index.ts');
      return readQuestionnaireWorkbook(bytes, name);
    }),
    documents: createDocumentRenderer({
      workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
    }),
    plans: planLibrary(join(ROOT, 'reference')),
    files: createFileReader(),
    collecting: createCollecting({
      start: nodeReader(new URL('../../src/adapters/collecting/reader-entry.ts', import.meta.url)),
      folder: join(tmpdir(), `thuoc-so-${randomUUID()}`),
      lasting: false,
    }),
    packages: createPackages(),
    machine: createMachineKey(null),
    folders: null,
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    report(error) {
      reported.push(error);
      return 'ref';
    },
    emit: () => undefined,
    system: createSystemPort(null, { kind: 'chosen', stick: null }),
    about: { version: '0.0.0', host: 'cli', dataFolder: '', utcOffset: 420 },
    reference: await readReference(join(ROOT, 'reference')),
  });
  return {
    application,
    unexpected() {
      const seen = reported.map(
        (error) => `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      reported = [];
      return seen;
    },
  };
}
