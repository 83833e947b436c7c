/** Ways to make the disk of a running process fail, each at a chosen write. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Injector {
  readonly name: string;
  /** Lets the nth write of the process fail from now on. @param file the database, whose log tells where it stands */
  readonly arm: (pid: number, n: number, file: string) => Promise<void>;
  /** The disk is well again. @returns whether anything failed; null when that cannot be told */
  readonly disarm: () => Promise<boolean | null>;
}

function found(tool: string): boolean {
  try {
    execFileSync(tool, ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const STEP_BYTES = 2000;

/**
 * The system refuses to let any file grow beyond a size (RLIMIT_FSIZE), about half a page later with every n: real
 * failed writes, and half-written ones, without any right or tool but util-linux. Empty elsewhere.
 */
export function sizeLimit(): Injector[] {
  if (process.platform !== 'linux' || !found('prlimit')) return [];
  let armed = 0;
  const limit = (value: string): void =>
    void execFileSync('prlimit', ['--pid', String(armed), `--fsize=${value}:unlimited`]);
  return [
    {
      name: 'no file may grow',
      arm(pid, n, file) {
        armed = pid;
        const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
        limit(String(size + (n - 1) * STEP_BYTES));
        return Promise.resolve();
      },
      disarm() {
        limit('unlimited');
        return Promise.resolve(null);
      },
    },
  ];
}

const CALLS = 'pwrite64,fsync,fdatasync,ftruncate,copy_file_range,rename,renameat,renameat2';

/** strace answers in the place of the system from the nth call on, or for that one alone. Empty without strace. */
export function failingCalls(): Injector[] {
  if (process.platform !== 'linux' || !found('strace')) return [];
  return ['ENOSPC', 'EIO', 'EROFS', 'EACCES'].flatMap((error) => [withStrace(error, true), withStrace(error, false)]);
}

function withStrace(error: string, lasting: boolean): Injector {
  const log = join(tmpdir(), `thuoc-so-strace-${process.pid}-${error}-${lasting}`);
  let tracer: ChildProcess | null = null;
  return {
    name: `${error} ${lasting ? 'from then on' : 'once'}`,
    async arm(pid, n) {
      rmSync(log, { force: true });
      const inject = `inject=${CALLS}:error=${error}:when=${n}${lasting ? '+' : ''}`;
      const args = ['-f', '-o', log, '-e', `trace=${CALLS}`, '-e', inject, '-p', String(pid)];
      tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
      await new Promise<void>((attached, failed) => {
        tracer?.stderr?.on('data', (text: Buffer) => text.includes('attached') && attached());
        tracer?.once('exit', () => failed(new Error('strace could not attach')));
      });
    },
    async disarm() {
      if (tracer !== null && tracer.exitCode === null) {
        const ended = once(tracer, 'exit');
        tracer.kill('SIGINT');
        await ended;
      }
      const hit = readFileSync(log, 'utf8').includes('INJECTED');
      rmSync(log, { force: true });
      return hit;
    },
  };
}
