import { fork } from 'node:child_process';
import { READER_LIMITS, type FromReader, type ReaderProcess, type StartReader } from './protocol.ts';

/** Many short-lived objects in little room: two readers must fit on a small PC. */
const YOUNG_OPTION = '--max-semi-space-size=2';

/** V8's own bound lies below the bound of the whole process, so that most excesses end there. */
export const HEAP_OPTION = `--max-old-space-size=${Math.floor((READER_LIMITS.bytes * 0.75) / 1024 / 1024)}`;

/** Starts reading processes under Node. @param entry the script of the process */
export function nodeReader(entry: URL): StartReader {
  return (): ReaderProcess => {
    const child = fork(entry, {
      execArgv: [HEAP_OPTION, YOUNG_OPTION],
      serialization: 'advanced',
      // What a process says while it dies of a hostile file is nobody's concern.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // A message to a process that has just died is answered by its end.
    child.on('error', () => child.kill('SIGKILL'));
    return {
      send: (message) => void (child.connected && child.send(message, () => undefined)),
      kill: () => void child.kill('SIGKILL'),
      onMessage: (listener) => void child.on('message', (message) => listener(message as FromReader)),
      onEnd: (listener) => void child.once('exit', listener),
    };
  };
}
