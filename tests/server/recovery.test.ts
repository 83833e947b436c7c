/** A start that failed, in the browser host: the server runs, and the page can lead out of it. */
import Database from 'better-sqlite3';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeal, seal } from '../../src/adapters/sqlite/seal.ts';
import type { Recovered, RecoveryView } from '../../src/contract/views/data.ts';
import type { Envelope } from '../../src/contract/surface.ts';
import { serve } from '../../src/server/serve.ts';
import { makeFolder, removeFolder, ROOT } from '../e2e/support/project.ts';
import { call, makePage, startTestServer, value } from './support.ts';

async function codeOf(server: Awaited<ReturnType<typeof startTestServer>>, method: string, input: unknown) {
  const envelope = JSON.parse((await call(server, method, input)).text) as Envelope<unknown>;
  return envelope.ok ? 'ok' : envelope.error.code;
}

/** Data with samples and a backup; closed. */
async function usedFolder(): Promise<string> {
  const folder = makeFolder();
  const renderer = makePage();
  const server = await serve({ dataFolder: folder, resources: ROOT, renderer, version: '1.2.3', port: 0 });
  await server.application.dispatch('samples.add', {}, { role: 'operator', via: 'test' });
  await server.application.dispatch('backups.make', {}, { role: 'operator', via: 'test' });
  await server.close();
  removeFolder(renderer);
  return folder;
}

const damage = (folder: string): void => {
  const file = join(folder, 'thuoc-so.db');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096, 12_288);
  writeFileSync(file, bytes);
};

describe('a damaged database', { timeout: 60_000 }, () => {
  it('refuses all work, names the ways, and comes back from the backup', async () => {
    const folder = await usedFolder();
    damage(folder);
    const server = await startTestServer(folder);
    expect(await codeOf(server, 'app.info', {})).toBe('storage.corrupt');
    expect(await codeOf(server, 'samples.add', {})).toBe('storage.corrupt');
    expect(await codeOf(server, 'nope', {})).toBe('method.unknown');
    const state = await value<RecoveryView>(server, 'recovery.state', {});
    expect(state).toMatchObject({ folder, error: { code: 'storage.corrupt' } });
    expect(state.ways).toEqual(['backup', 'salvage', 'retry', 'anew', 'folder']);
    expect(await codeOf(server, 'recovery.act', { way: 'retry' })).toBe('storage.corrupt');
    expect(await codeOf(server, 'recovery.act', { way: 'backup', backup: '../x' })).toBe('backup.unknown');
    const name = state.backups[0]?.name;
    const { setAside } = await value<Recovered>(server, 'recovery.act', { way: 'backup', backup: name });
    expect(existsSync(join(setAside ?? '', 'thuoc-so.db'))).toBe(true);
    expect(await codeOf(server, 'app.info', {})).toBe('ok');
    expect(await value(server, 'recovery.state', {})).toBeNull();
    expect((await value<unknown[]>(server, 'assessments.list', {})).length).toBeGreaterThan(3);
    expect(await codeOf(server, 'recovery.act', { way: 'anew' })).toBe('recovery.none');
  });

  it('can be opened elsewhere, and the damaged one stays as it is', async () => {
    const folder = await usedFolder();
    damage(folder);
    const before = readFileSync(join(folder, 'thuoc-so.db'));
    const server = await startTestServer(folder);
    const other = makeFolder();
    await value(server, 'recovery.act', { way: 'folder', folder: join(other, 'mới') });
    expect(await value(server, 'app.info', {})).toMatchObject({ dataFolder: join(other, 'mới') });
    expect(readFileSync(join(folder, 'thuoc-so.db')).equals(before)).toBe(true);
    await server.end();
    removeFolder(other);
  });
});

describe('data of a newer program', () => {
  it('is not touched, whatever is asked', async () => {
    const folder = await usedFolder();
    const file = join(folder, 'thuoc-so.db');
    truncateSync(file, readSeal(file).size);
    const db = new Database(file);
    db.pragma('user_version = 999');
    db.close();
    seal(file);
    const before = readFileSync(file);
    const server = await startTestServer(folder);
    expect(await codeOf(server, 'app.info', {})).toBe('storage.newer');
    for (const way of ['anew', 'salvage', 'backup'])
      expect(await codeOf(server, 'recovery.act', { way })).toBe('recovery.unfit');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('data that another program holds', () => {
  it('is refused with who holds it since when', async () => {
    const first = await startTestServer();
    const renderer = makePage();
    await expect(
      serve({ dataFolder: first.dataFolder, resources: ROOT, renderer, version: '1.2.3', port: 0 }),
    ).rejects.toMatchObject({ code: 'storage.locked', params: { process: process.pid } });
    removeFolder(renderer);
  });
});
