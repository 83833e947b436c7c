/** What a failing disk does between two starts is seen, letter by letter. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_NAME } from '../../src/adapters/sqlite/open.ts';
import { recoverBySalvage } from '../../src/adapters/sqlite/recover.ts';
import { readSeal } from '../../src/adapters/sqlite/seal.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { ASSESSMENT, AT, fill, record } from '../adapters/sqlite/rows.ts';

const NOTE = 'số liệu quý IV';

/** A draft with one note that is found in the file, closed in good order. */
async function closed(): Promise<{ folder: string; file: string }> {
  const folder = await temporaryFolder();
  const storage = openStorage(folder);
  fill(storage);
  storage.answers.save('a1', { ...record('x', 61, '4'), note: NOTE }, AT);
  storage.assessments.update({ ...ASSESSMENT, flagged: 0 });
  storage.close();
  return { folder, file: join(folder, DATABASE_NAME) };
}

/** Another letter in the place of the last one of the note. */
function changeNote(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(NOTE) + Buffer.byteLength(NOTE) - 1;
  bytes[at] = 'I'.charCodeAt(0);
  writeFileSync(file, bytes);
}

describe('the seal of the database', () => {
  it('is on while it is closed, and off while it is open', async () => {
    const { folder, file } = await closed();
    expect(readSeal(file).stated).toMatch(/^[0-9a-f]{64}$/);
    const storage = openStorage(folder);
    expect(readSeal(file).stated).toBeNull();
    storage.close();
    expect(readSeal(file).stated).not.toBeNull();
  });

  it('finds one letter, and the file stays as it is', async () => {
    const { folder, file } = await closed();
    changeNote(file);
    const before = readFileSync(file);
    expect(() => openStorage(folder)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('after a power cut, without a seal', () => {
  it('one letter is found all the same; what can be read is flagged for review', async () => {
    const { folder, file } = await closed();
    truncateSync(file, readSeal(file).size);
    openStorage(folder).close();
    truncateSync(file, readSeal(file).size);
    changeNote(file);
    expect(() => openStorage(folder)).toThrow(expect.objectContaining({ code: 'storage.corrupt' }) as Error);
    const { report } = await recoverBySalvage(folder, AT);
    expect(report).toMatchObject({ answers: 3, dropped: 1 });
    const storage = openStorage(folder);
    onTestFinished(() => storage.close());
    expect(storage.answers.find('a1', 'x')).toMatchObject({ flagged: true, note: 'số liệu quý II' });
    expect(storage.assessments.find('a1')?.flagged).toBe(1);
  });
});
