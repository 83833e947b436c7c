import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import { temporaryFolder } from '../temporary.ts';

const KILLS = 18;
const ASSESSMENT = '00000000-0000-4000-8000-000000000001';

interface Acknowledged {
  readonly itemId: string;
  readonly seq: number;
  readonly option: string;
}

/** Runs the saver and kills it without warning, after some acknowledgements and a random pause. */
async function runAndKill(folder: string, from: number, acknowledgements: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'saver.ts'), folder, ASSESSMENT, String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let errors = '';
  const lines = (): string[] => printed.split('\n').slice(0, -1);
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const enough = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (lines().length >= acknowledgements) done();
    });
    child.once('close', done);
  });
  const closed = once(child, 'close');
  await enough;
  await wait(Math.random() * 20);
  child.kill('SIGKILL');
  await closed;
  expect(errors).toBe('');
  expect(child.signalCode).toBe('SIGKILL');
  return lines().map((line) => {
    const [itemId = '', seq = '', option = ''] = line.split(' ');
    return { itemId, seq: Number(seq), option };
  });
}

describe('killed without warning', () => {
  it(`${KILLS} times: every acknowledged answer is there and the file is sound`, { timeout: 240_000 }, async () => {
    const folder = await temporaryFolder();
    const acknowledged: Acknowledged[] = [];
    let grown = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const from = (acknowledged.at(-1)?.seq ?? 0) + 2;
      const now = await runAndKill(folder, from, 1 + Math.floor(Math.random() * 30));
      expect(now.length).toBeGreaterThan(0);
      expect(now.every(({ option }) => /^[1-5]$/.test(option))).toBe(true);
      acknowledged.push(...now);

      const db = openDatabase(folder);
      expect(db.pragma('quick_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      const find = db
        .prepare<[string, number], string>(
          "SELECT answer ->> '$.value.option' FROM answer_history WHERE item_id = ? AND seq = ?",
        )
        .pluck();
      for (const { itemId, seq, option } of acknowledged)
        expect([itemId, seq, find.get(itemId, seq)]).toEqual([itemId, seq, option]);
      const lines = db.prepare<[], number>('SELECT count(*) FROM answer_history').pluck().get() ?? 0;
      expect(lines).toBeGreaterThan(grown);
      grown = lines;
      db.close();
    }

    // The answers in force are the last acknowledged ones, or one that was stored just before its acknowledgement.
    const storage = openStorage(folder);
    for (const { itemId, seq } of new Map(acknowledged.map((entry) => [entry.itemId, entry])).values()) {
      const stored = storage.answers.find(ASSESSMENT, itemId);
      expect(stored?.seq).toBeGreaterThanOrEqual(seq);
      expect(stored?.seq).toBeLessThanOrEqual(seq + 1);
      expect(stored?.note).toBe(`lần ${stored?.seq}`);
    }
    expect(storage.assessments.find(ASSESSMENT)).toMatchObject({ settled: 5, state: 'draft' });
    storage.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  });
});
