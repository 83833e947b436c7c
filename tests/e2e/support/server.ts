import { spawn, type ChildProcess } from 'node:child_process';
import { CLI, makeFolder, removeFolder, ROOT } from './project.ts';

/** The browser host as its own process, exactly as a person starts it. */
export interface ServerProcess {
  /** Address with the secret that opens the session; a new one after every start. */
  readonly url: string;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  readonly dataFolder: string;
  /** Ends the process at once, like a power cut; nothing gets a chance to clean up. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same data folder, after `kill`; `url` and `pid` are new, the port stays. */
  readonly restart: () => Promise<void>;
  /** Asks the process to end, waits for it, and removes a data folder that was made here. */
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  /** An existing data folder, which is kept; a temporary one is made and removed otherwise. */
  readonly dataFolder?: string;
  /** Added to the environment of the process. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
}

const START_LIMIT_MS = 30_000;

/**
 * Starts `serve --json` and waits until it prints its address. Needs the built page (`npm run build`).
 * @throws Error with everything that the process printed, when it ends instead
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataFolder = options.dataFolder ?? makeFolder();
  const env = options.env ?? {};
  let current = await start(dataFolder, 0, env);
  return {
    get url() {
      return current.url;
    },
    get origin() {
      return `http://127.0.0.1:${current.port}`;
    },
    get port() {
      return current.port;
    },
    get pid() {
      return current.child.pid ?? 0;
    },
    dataFolder,
    kill: () => end(current.child, 'SIGKILL'),
    async restart() {
      current = await start(dataFolder, current.port, env);
    },
    async close() {
      await end(current.child, 'SIGTERM');
      if (options.dataFolder === undefined) removeFolder(dataFolder);
    },
  };
}

async function start(dataFolder: string, port: number, env: NonNullable<ServerOptions['env']>): Promise<Started> {
  const command = [CLI, 'serve', '--json', '--port', String(port), '--data', dataFolder];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    const give = (reason: string): void => reject(new Error(`${reason}\n${printed}${complaint}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      give('the server did not print its address in time');
    }, START_LIMIT_MS);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`the server ended with ${code}`);
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const ready = readAddress(printed);
      if (!ready) return;
      clearTimeout(timer);
      resolve({ child, ...ready });
    });
  });
}

/** The address, once the printed JSON is complete. */
function readAddress(printed: string): { url: string; port: number } | null {
  try {
    return JSON.parse(printed) as { url: string; port: number };
  } catch {
    return null;
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
