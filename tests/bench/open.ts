import { openApplication } from '../../src/adapters/compose.ts';
import { ROOT, VERSION } from '../../src/cli/context.ts';

/** The real application over a data folder, as the command line opens it. */
export const openFor = (dataFolder: string): ReturnType<typeof openApplication> =>
  openApplication({
    dataFolder,
    resources: ROOT,
    host: 'cli',
    version: VERSION,
    workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
    emit: () => undefined,
  });
