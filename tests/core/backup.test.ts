import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/contract/errors.ts';
import type { KeptBackup } from '../../src/contract/views/data.ts';
import {
  backupName,
  isClockBehind,
  isDue,
  newestFirst,
  nextNumber,
  outlived,
  readBackupName,
} from '../../src/core/backup.ts';
import { scrubbed } from '../../src/core/diagnostics.ts';
import { waysOf } from '../../src/core/recovery.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { ASSESSMENT, openForTest, openWithDraft, saving } from './application.ts';

const kept = (at: string, reason: KeptBackup['reason']): KeptBackup => ({
  name: backupName(at, reason),
  at,
  reason,
  size: 1,
});
const day = (number: number, hour = 8): string => new Date(Date.UTC(2026, 0, number, hour)).toISOString();

describe('names of backups', () => {
  it('can be read back, and nothing else is one', () => {
    const at = '2026-11-23T08:05:09.123Z';
    expect(backupName(at, 'daily')).toBe('thuoc-so_20261123-080509123_daily.thuocso-backup');
    expect(readBackupName(backupName(at, 'daily'))).toEqual({ at, reason: 'daily', number: 0 });
    expect(backupName(at, 'finish', 42)).toBe('thuoc-so_20261123-080509123-00042_finish.thuocso-backup');
    expect(readBackupName(backupName(at, 'finish', 42))).toEqual({ at, reason: 'finish', number: 42 });
    for (const name of [
      '',
      '../x',
      'thuoc-so_20261123-080509123_evil.thuocso-backup',
      '.thuoc-so_20261123-080509123_daily.thuocso-backup.1.tmp',
      'thuoc-so_20269923-080509123_daily.thuocso-backup',
    ])
      expect(readBackupName(name)).toBeNull();
  });
});

describe('thinning', () => {
  it('leaves 7 days and 4 weeks of a year of daily backups', () => {
    const all = Array.from({ length: 365 }, (_, index) => kept(day(index + 1), 'daily'));
    const gone = new Set(outlived(all));
    const left = all.filter(({ name }) => !gone.has(name)).map(({ at }) => at.slice(0, 10));
    expect(left).toHaveLength(11);
    expect(left.slice(-7)).toEqual(all.slice(-7).map(({ at }) => at.slice(0, 10)));
  });
  it('takes the newest of a day, and never the last one there is', () => {
    expect(outlived([kept(day(1, 8), 'daily'), kept(day(1, 9), 'daily')])).toEqual([backupName(day(1, 8), 'daily')]);
    expect(outlived([kept(day(1), 'daily')])).toEqual([]);
  });
  it('keeps the others by number', () => {
    const all = Array.from({ length: 12 }, (_, index) => kept(day(index + 1), 'asked'));
    expect(outlived(all)).toEqual([all[1]?.name, all[0]?.name]);
    const migrations = Array.from({ length: 5 }, (_, index) => kept(day(index + 1), 'migration'));
    expect(outlived(migrations)).toHaveLength(2);
  });
});

describe('an automatic backup is due', () => {
  it.each([
    ['with nothing to lose', null, null, false],
    ['before the first', null, day(1), true],
    ['on the same day', day(5, 1), day(5, 7), false],
    ['on the next day with changes', day(4), day(5, 7), true],
    ['on the next day without', day(4), day(3), false],
    ['after a clock that ran ahead', day(300), day(5, 7), true],
  ])('%s', (_name, last, changed, due) => expect(isDue(last, changed, day(5))).toBe(due));
});

describe('a clock that is wrong', () => {
  it('does not decide which backup is the newest, nor which ones go', () => {
    const future = Array.from({ length: 12 }, (_, index) => ({
      ...kept('2099-01-01T00:00:00.000Z', 'asked'),
      name: backupName('2099-01-01T00:00:00.000Z', 'asked', index + 1),
    }));
    const right = { ...kept(day(3), 'asked'), name: backupName(day(3), 'asked', 13) };
    expect([...future, right].map(({ name }) => name).sort(newestFirst)[0]).toBe(right.name);
    expect(outlived([...future, right])).toEqual([future[2]?.name, future[1]?.name, future[0]?.name]);
    expect(nextNumber([...future, right].map(({ name }) => name))).toBe(14);
    expect(nextNumber(['x', backupName(day(1), 'daily')])).toBe(1);
  });
  it('is told when it says less than what was stored', () => {
    expect(isClockBehind(day(5), day(4))).toBe(true);
    expect(isClockBehind(day(5, 8), day(5, 8))).toBe(false);
    expect(isClockBehind(null, '1980-01-01T00:00:00.000Z')).toBe(true);
    expect(isClockBehind(null, day(1))).toBe(false);
  });
});

describe('ways out of a failed start', () => {
  it('every failure has one, and sound data of a newer program is never replaced', () => {
    for (const code of ERROR_CODES) expect(waysOf(code, true).length).toBeGreaterThan(0);
    expect(waysOf('storage.corrupt', true)[0]).toBe('backup');
    expect(waysOf('storage.corrupt', false)).not.toContain('backup');
    for (const way of ['anew', 'backup', 'salvage'] as const) expect(waysOf('storage.newer', true)).not.toContain(way);
  });
});

describe('backups of a running application', () => {
  it('can be restored from the oldest one kept, which is not thinned out on the way', async () => {
    const { call } = await openWithDraft({ dataFolder: await temporaryFolder() });
    await call('answers.save', saving('annual-goals', 3));
    const { name } = await call('backups.make', {});
    const sources = [name];
    for (let round = 0; round < 3; round += 1)
      sources.push((await call('backups.restore', { source: { kind: 'kept', name } })).before.name);
    await call('backups.restore', { source: { kind: 'kept', name: sources[1] ?? '' } });
  });

  it('are made when an assessment is locked, once', async () => {
    const { call } = await openWithDraft({ dataFolder: await temporaryFolder() });
    await call('answers.save', saving('annual-goals', 3));
    await call('assessments.finish', { id: ASSESSMENT });
    const { kept: after, last, clockBehind } = await call('backups.list', {});
    expect(after).toMatchObject([{ reason: 'finish' }]);
    expect(last).toMatchObject({ verified: true, place: expect.stringContaining(after[0]?.name ?? '-') as string });
    expect(clockBehind).toBe(false);
    await call('assessments.finish', { id: ASSESSMENT });
    expect((await call('backups.list', {})).kept).toEqual(after);
  });

  it('are made, listed, told at home, looked into, and restored', async () => {
    const dataFolder = await temporaryFolder();
    const { call, events, refused } = await openWithDraft({ dataFolder });
    await call('answers.save', saving('annual-goals', 3));
    expect(await call('app.info', {})).toMatchObject({ lastBackup: null, lastBackupAt: null, backupProblem: null });
    const made = await call('backups.make', {});
    const info = await call('app.info', {});
    expect(info.lastBackup).toMatchObject({
      at: made.at,
      verified: true,
      place: join(dataFolder, 'backups', made.name),
    });
    await call('answers.save', saving('annual-goals', 5, { seq: 2 }));
    const source = { kind: 'kept', name: made.name } as const;
    expect(await call('backups.preview', { source })).toMatchObject({ sealed: true, inside: { answers: 1 } });
    const { before } = await call('backups.restore', { source });
    expect(before.reason).toBe('restore');
    expect(events).toContainEqual({ type: 'data.restored' });
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([{ seq: 1 }]);
    // And back again.
    await call('backups.restore', { source: { kind: 'kept', name: before.name } });
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([{ seq: 2 }]);
    expect((await call('backups.list', {})).kept.length).toBe(3);
    expect(await refused('backups.restore', { source: { kind: 'kept', name: 'x' } })).toMatchObject({
      code: 'backup.unknown',
    });
    expect(await refused('backups.deliver', { name: '../x', to: 'person' })).toMatchObject({ code: 'backup.unknown' });
    expect(await refused('backups.deliver', { name: made.name, to: 'stick' })).toMatchObject({
      code: 'backup.unavailable',
    });
  });

  it('are made by themselves once a day, and a failure is told, not thrown', async () => {
    const dataFolder = await temporaryFolder();
    const { application, call } = await openWithDraft({ dataFolder });
    await Promise.all([application.backUp(), application.backUp()]);
    expect((await call('backups.list', {})).kept).toMatchObject([{ reason: 'daily' }]);
    await rm(join(dataFolder, 'backups'), { recursive: true });
    await writeFile(join(dataFolder, 'backups'), 'a file in the place of the folder');
    await application.backUp();
    expect((await call('app.info', {})).backupProblem).toMatch(/^(file|storage)\./);
    await rm(join(dataFolder, 'backups'));
    await call('backups.make', {});
    expect((await call('app.info', {})).backupProblem).toBeNull();
  });

  it('in memory there are none', async () => {
    const { application, refused, call } = await openForTest();
    await application.backUp();
    expect((await call('backups.list', {})).kept).toEqual([]);
    expect(await refused('backups.make', {})).toMatchObject({ code: 'backup.unavailable' });
  });

  it('are made when the program ends', async () => {
    const dataFolder = await temporaryFolder();
    const { application } = await openWithDraft({ dataFolder });
    await application.close();
    const names = await readdir(join(dataFolder, 'backups'));
    expect(names.map((name) => readBackupName(name)?.reason)).toEqual(['daily']);
    expect((await readFile(join(dataFolder, 'backups', names[0] ?? ''))).subarray(0, 15).toString()).toBe(
      'SQLite format 3',
    );
  });
});

describe('the diagnostic archive', () => {
  it('takes of a log line only what cannot carry content', () => {
    const error = new Error('Nguyễn Thị Hòa answered "bí mật" in D:\\Hồ sơ\\Hòa Bình\\x.db');
    error.stack = `Error: ${error.message}\n    at save (/srv/hoa/Xã Tân An/src/core/answers.ts:12:3)\n  [cause]: SqliteError: SQLITE_FULL bí mật`;
    const line = JSON.stringify({
      at: day(1),
      ref: '0a1b2c3d',
      method: 'answers.save',
      name: 'Hòa',
      detail: error.stack,
    });
    const told = scrubbed(line) ?? '';
    expect(told).toBe(`${day(1)} 0a1b2c3d answers.save\n  Error\n    at save answers.ts:12\n  SqliteError SQLITE_FULL`);
    expect(scrubbed('không phải JSON bí mật')).toBeNull();
  });

  it('holds nothing of what people entered', async () => {
    const dataFolder = await temporaryFolder();
    const { application, call } = await openWithDraft({ dataFolder });
    await call('settings.update', { person: 'Nguyễn Thị Huệ' });
    await call('answers.save', saving('annual-goals', 3, { note: 'bí mật' }));
    const shown = await call('diagnostics.preview', {});
    const { ticket, fileName } = await call('diagnostics.export', {});
    expect(fileName).toMatch(/\.zip$/);
    const zip = await JSZip.loadAsync(application.outbox.get(ticket)?.bytes ?? new Uint8Array());
    const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
    expect(texts).toHaveLength(shown.length);
    for (const text of texts)
      for (const secret of ['Huệ', 'Trường Đông', 'bí mật', dataFolder, '25441']) expect(text).not.toContain(secret);
    expect(texts[0]).toContain('"check": "ok"');
  });
});
