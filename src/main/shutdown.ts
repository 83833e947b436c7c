import { app } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import type { Supervised } from '../adapters/supervise.ts';
import type { Endpoint } from './ipc.ts';
import type { Memory } from './memory.ts';

/** A call that hangs must not keep the program from closing; what was acknowledged is on disk in any case. */
const PATIENCE_MS = 5000;

/** Quitting waits for calls that are being worked on, then closes the database, and only then ends the process. */
export function closeBeforeQuit(application: Supervised, endpoint: Endpoint, memory: Memory): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().finally(() => app.exit());
  });

  async function close(): Promise<void> {
    await Promise.race([endpoint.settled(), wait(PATIENCE_MS)]);
    await application.close();
    await memory.settled();
  }
}
