import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SAMPLE = resolve(ROOT, 'questionnaires/gov-maturity-5/1.0.0/samples/xa-mau.yaml');
export const SME_SAMPLE = resolve(ROOT, 'questionnaires/sme-readiness/1.0.0/samples/dn-mau.yaml');

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as people do, in a process of its own. */
export function cli(...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve(ROOT, 'src/cli/index.ts'), ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, out, err });
      },
    );
  });
}
