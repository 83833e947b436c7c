/** Utility processes over Node's own: the script finds `process.parentPort`, as it would in the real program. */
import { fork } from 'node:child_process';
import type * as Electron from 'electron';
import { electronApp } from './app.ts';
import { strict, StrictEmitter } from './strict.ts';

const PARENT_PORT = `
process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (event, listener) => process.on(event, (data) => listener({ data })),
};
process.on('disconnect', () => process.exit());
`;

class UtilityProcess extends StrictEmitter {
  readonly postMessage: (message: unknown) => void;
  readonly kill: () => boolean;

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super('utilityProcess', ['message', 'exit']);
    const child = fork(modulePath, args, {
      execArgv: [...(options.execArgv ?? []), '--import', `data:text/javascript,${encodeURIComponent(PARENT_PORT)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (message) => this.emit('message', message));
    child.on('exit', (code) => this.emit('exit', code ?? 1));
    child.on('error', () => undefined);
    this.postMessage = (message) => void (child.connected && child.send(message as object, () => undefined));
    this.kill = () => child.kill('SIGKILL');
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) {
    electronApp.afterReady('utilityProcess.fork');
    return new UtilityProcess(modulePath, args, options) as unknown as Electron.UtilityProcess;
  },
} satisfies Pick<typeof Electron.utilityProcess, 'fork'>);
