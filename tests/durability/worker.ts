/**
 * The application in a process of its own, asked over the channel to its parent: the writer without any transport.
 * Arguments: data folder, folder that plays the stick. It is ended without warning.
 */
import { resolve } from 'node:path';
import { openApplication } from '../../src/adapters/compose.ts';
import { writeAndReadBack } from '../../src/adapters/files/deliver.ts';
import { AppError } from '../../src/contract/errors.ts';

const [folder = '', stick = null] = process.argv.slice(2);

const application = await openApplication({
  dataFolder: folder,
  place: { kind: 'chosen', stick },
  resources: resolve(import.meta.dirname, '../..'),
  host: 'cli',
  version: '0.0.0',
  workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
  deliver: () => Promise.resolve({ kind: 'cancelled' }),
  emit: () => undefined,
});
void application.backUp();

/** No method of the contract: writes a file as every export does. */
const EXPORT = '#export';
interface Exported {
  readonly name: string;
  readonly bytes: number;
}

async function write({ name, bytes }: Exported): Promise<unknown> {
  try {
    return { ok: true, value: (await writeAndReadBack(stick ?? folder, name, Buffer.alloc(bytes, 'x'))).path };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: { code: error.code, params: error.params } };
  }
}

process.on('message', ({ id, method, input }: { id: number; method: string; input: unknown }) => {
  const answer =
    method === EXPORT
      ? write(input as Exported)
      : application.dispatch(method, input, { role: 'operator', via: 'test' });
  void answer.then((envelope) => process.send?.({ id, envelope }));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
