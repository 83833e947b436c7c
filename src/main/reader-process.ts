import { utilityProcess } from 'electron';
import { HEAP_OPTION } from '../adapters/collecting/node-reader.ts';
import type { FromReader, ReaderProcess } from '../adapters/collecting/protocol.ts';
import entry from '../adapters/collecting/reader-entry.ts?modulePath';

/** Starts a process that reads result files of others, the way that a packaged program allows. */
export function startReader(): ReaderProcess {
  const child = utilityProcess.fork(entry, [], {
    execArgv: [HEAP_OPTION],
    serviceName: 'thuoc-so reader',
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    // Ends at once: the process holds nothing that would have to be put away.
    kill: () => void child.kill(),
    onMessage: (listener) => void child.on('message', (message: unknown) => listener(message as FromReader)),
    onEnd: (listener) => void child.once('exit', () => listener()),
  };
}
