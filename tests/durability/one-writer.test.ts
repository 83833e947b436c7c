/** One writer per data folder, whoever it is and however the last one ended. */
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { BEAT_MS, claimFolder, LOCK_NAME, SILENT_MS } from '../../src/adapters/sqlite/owner.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import type { AppError } from '../../src/contract/errors.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { end, startChild } from './hosts.ts';

const refusal = (folder: string): AppError => {
  try {
    openStorage(folder).close();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('was opened');
};
const silence = (folder: string): void => {
  const then = new Date(Date.now() - SILENT_MS * 2);
  utimesSync(join(folder, LOCK_NAME), then, then);
};

describe('a data folder that another process works on', { timeout: 60_000 }, () => {
  it('is refused with who holds it, also while that one is silent, and is free when it was killed', async () => {
    const folder = await temporaryFolder();
    const child = await startChild('worker.ts', [folder]);
    onTestFinished(() => end(child));
    const holder = { computer: hostname(), process: child.pid };
    expect(refusal(folder)).toMatchObject({ code: 'storage.locked', params: holder });
    child.kill('SIGSTOP');
    silence(folder);
    // The lock file says nothing any more; SQLite's lock does, and the note names the holder again.
    expect(refusal(folder)).toMatchObject({ code: 'storage.locked', params: holder });
    expect(JSON.parse(readFileSync(join(folder, LOCK_NAME), 'utf8'))).toMatchObject(holder);
    await end(child);
    expect(existsSync(join(folder, LOCK_NAME))).toBe(true);
    const storage = openStorage(folder);
    expect(JSON.parse(readFileSync(join(folder, LOCK_NAME), 'utf8'))).toMatchObject({ process: process.pid });
    expect(refusal(folder)).toMatchObject({ code: 'storage.locked', params: { process: process.pid } });
    storage.close();
    expect(existsSync(join(folder, LOCK_NAME))).toBe(false);
  });
});

describe('the lock file', () => {
  const elsewhere = { computer: 'MAY-KHAC', process: 4, since: '2026-01-01T00:00:00.000Z' };

  it('of another computer holds as long as its heart beats', async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, LOCK_NAME), JSON.stringify(elsewhere));
    expect(refusal(folder)).toMatchObject({ code: 'storage.locked', params: elsewhere });
    silence(folder);
    openStorage(folder).close();
  });

  it.each(['', '{"computer"', '{"computer": 1}'])('that cannot be read is cleared: %s', async (text) => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, LOCK_NAME), text);
    openStorage(folder).close();
    expect(existsSync(join(folder, LOCK_NAME))).toBe(false);
  });

  it('beats while the folder is held', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = await temporaryFolder();
    const claim = claimFolder(folder);
    silence(folder);
    vi.advanceTimersByTime(BEAT_MS);
    expect(Date.now() - statSync(join(folder, LOCK_NAME)).mtimeMs).toBeLessThan(SILENT_MS);
    claim.release();
  });
});
