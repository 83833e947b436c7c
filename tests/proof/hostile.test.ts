/** Files that were made to hurt are refused with a reason, within a second of work and 256 MiB of memory. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';
import { CASES } from './hostile-child.ts';

const CPU_MS = 1000;
/** Only against a hang: a busy machine may take its time. */
const WALL_MS = 20_000;

interface Outcome {
  readonly outcome: string;
  readonly cpuMs: number;
}

function run(name: string): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=256', join(ROOT, 'tests', 'proof', 'hostile-child.ts'), name],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: WALL_MS },
  );
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(out.join('')) as Outcome);
      else reject(new Error(`${name}: ended with ${code ?? signal}: ${err.join('').slice(0, 2000)}`));
    });
  });
}

describe('a hostile definition', () => {
  it.concurrent.each(Object.keys(CASES))('%s', { timeout: 200_000 }, async (name) => {
    const { outcome, cpuMs } = await run(name);
    expect(outcome).not.toBe('accepted');
    expect(outcome).not.toBe('no reason');
    expect(cpuMs).toBeLessThan(CPU_MS);
  });
});
