/**
 * A process that does nothing but read result files of strangers, one after the other. Whatever a file does to it, it
 * holds no data of the person and may be ended at any moment.
 */
import { Worker } from 'node:worker_threads';
import { readyToRead, type Ready } from '../../core/collections/read.ts';
import type { Questionnaire } from '../../domain/questionnaire/types.ts';
import { definitionKey, READER_LIMITS, type FromReader, type ToReader } from './protocol.ts';
import { readResults } from './read-file.ts';

/** Node's channel, or that of Electron's utility processes. */
interface Channel {
  readonly send: (message: FromReader) => void;
  readonly onMessage: (listener: (message: ToReader) => void) => void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function channel(): Channel {
  const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;
  if (port)
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data as ToReader)),
    };
  // Without its program there is nothing left to do.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToReader)),
  };
}

/** A thread of its own looks at the memory, because reading one file keeps this one busy. */
function watchMemory(): void {
  const script = `setInterval(() => {
    if (process.memoryUsage.rss() > ${READER_LIMITS.bytes}) process.kill(process.pid, 'SIGKILL');
  }, 50);`;
  new Worker(script, { eval: true }).unref();
}

/** Answers read requests until the program ends the process. @param read reads one file; another one is for tests */
export function serve(read: typeof readResults = readResults): void {
  const { send, onMessage } = channel();
  const known = new Map<string, Promise<Ready | null>>();
  const asked = new Map<string, (text: string | null) => void>();

  async function prepare(id: string, version: string): Promise<Ready | null> {
    const text = await new Promise<string | null>((answer) => {
      asked.set(definitionKey(id, version), answer);
      send({ kind: 'wanted', id, version });
    });
    if (text === null) return null;
    const { hash, questionnaire } = JSON.parse(text) as { hash: string; questionnaire: Questionnaire };
    return readyToRead(questionnaire, hash);
  }

  function ready(id: string, version: string): Promise<Ready | null> {
    const key = definitionKey(id, version);
    const found = known.get(key) ?? prepare(id, version);
    known.set(key, found);
    return found;
  }

  let last: Promise<void> = Promise.resolve();
  onMessage((message) => {
    if (message.kind === 'definition') {
      asked.get(message.key)?.(message.text);
      asked.delete(message.key);
      return;
    }
    const { job, path, name, skip } = message;
    last = last.then(async () => {
      send({ kind: 'begin', job });
      await read({ ready }, { path, name }, skip, {
        onNames: (names) => send({ kind: 'names', job, names }),
        onReading: (reading) => send({ kind: 'reading', job, reading }),
      });
      send({ kind: 'end', job });
    });
  });
  watchMemory();
}
