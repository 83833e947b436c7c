import {
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StrictEmitter, strict } from './strict.ts';

const EVENTS = [
  'ready',
  'second-instance',
  'open-file',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
];

export const appFolder = resolve(process.env.STANDIN_APP ?? '.');
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { name: string; version: string };
const switchValue = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Set by the windows, which this module must not know. */
export const hooks = {
  /** Closes all windows. @returns false when one of them refused */
  closeAllWindows: (): Promise<boolean> => Promise.resolve(true),
  stopBrowser: (): Promise<void> => Promise.resolve(),
};

/** Chromium switches that the program asked for before it was ready. */
export const switches: string[] = [];

class App extends StrictEmitter {
  /** A package names its folder of resources. */
  readonly isPackaged = process.env.STANDIN_RESOURCES !== undefined;
  readonly commandLine = strict('commandLine', {
    appendSwitch: (name: string, value?: string) => {
      this.beforeReady('commandLine.appendSwitch');
      switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
  });
  ready = false;
  sandboxed = false;
  quitting = false;
  started: Promise<void> | null = null;
  lock: string | null = null;
  readonly paths: Record<string, string>;

  constructor() {
    super('app', EVENTS);
    const userData = switchValue('user-data-dir') ?? join(tmpdir(), 'electron-standin', manifest.name);
    this.paths = { userData, home: homedir(), temp: tmpdir(), documents: process.env.STANDIN_DOCUMENTS ?? homedir() };
  }

  whenReady(): Promise<void> {
    this.started ??= new Promise((done) =>
      setImmediate(() => {
        if (this.quitting) return;
        mkdirSync(this.paths.userData as string, { recursive: true });
        this.ready = true;
        this.emit('ready');
        done();
      }),
    );
    return this.started;
  }

  beforeReady(what: string): void {
    if (this.ready) throw new Error(`${what} must be called before the app is ready`);
  }

  afterReady(what: string): void {
    if (!this.ready) throw new Error(`${what} can only be used after the app is ready`);
  }

  enableSandbox(): void {
    this.beforeReady('app.enableSandbox()');
    this.sandboxed = true;
  }

  getPath(name: string): string {
    const path = this.paths[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  getAppPath(): string {
    return appFolder;
  }

  getVersion(): string {
    return manifest.version;
  }

  /** The first process holds a file with its number; a later one leaves a note beside it. */
  requestSingleInstanceLock(): boolean {
    const folder = this.paths.userData as string;
    const file = join(folder, 'instance.lock');
    mkdirSync(folder, { recursive: true });
    try {
      writeSync(openSync(file, 'wx'), String(process.pid));
    } catch {
      if (!isAlive(Number(readFileSync(file, 'utf8')))) {
        rmSync(file, { force: true });
        return this.requestSingleInstanceLock();
      }
      const note = join(folder, `note-${process.pid}`);
      writeFileSync(note, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      renameSync(note, `${note}.json`);
      return false;
    }
    this.lock = file;
    watch(folder, () => this.readNotes(folder)).unref();
    return true;
  }

  readNotes(folder: string): void {
    for (const name of readdirSync(folder).filter((entry) => /^note-\d+\.json$/.test(entry))) {
      const { argv, cwd } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { argv: string[]; cwd: string };
      rmSync(join(folder, name));
      this.emit('second-instance', {}, argv, cwd, {});
    }
  }

  /** Asks every window to close, then ends; any listener may stop it on the way. */
  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    void (async () => {
      const allowed = !this.ask('before-quit', {}) && (await hooks.closeAllWindows()) && !this.ask('will-quit', {});
      if (allowed) this.exit(0);
      else this.quitting = false;
    })();
  }

  exit(code = 0): void {
    this.quitting = true;
    this.emit('quit', {}, code);
    if (this.lock !== null) rmSync(this.lock, { force: true });
    void hooks.stopBrowser().finally(() => process.exit(code));
  }

  /** Without a listener Electron quits when the last window is gone. */
  lastWindowClosed(): void {
    if (this.quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const electronApp = new App();
export const app = strict('app', electronApp);
