import { describe, expect, it } from 'vitest';
import { isLocked, lock, unlock } from '../../../../src/adapters/files/package/passphrase.ts';

const PASSPHRASE = 'Mật khẩu của xã 2026';
const content = new TextEncoder().encode('nội dung gói '.repeat(50));

describe('a container under a passphrase', () => {
  it('comes out with the passphrase however it was typed, and is never the same bytes', async () => {
    const locked = await lock(content, PASSPHRASE);
    expect(isLocked(locked)).toBe(true);
    expect(Buffer.from(locked).includes(Buffer.from('nội dung'))).toBe(false);
    const opened = await unlock(locked, ` ${PASSPHRASE.normalize('NFD')} `);
    expect(opened.kind).toBe('ok');
    if (opened.kind === 'ok') expect(Buffer.from(content).equals(opened.bytes)).toBe(true);
    expect(Buffer.from(locked).equals(await lock(content, PASSPHRASE))).toBe(false);
  });

  it('tells a wrong passphrase from damage', async () => {
    const locked = await lock(content, PASSPHRASE);
    expect(await unlock(locked, 'mật khẩu của xã 2026')).toEqual({ kind: 'wrong' });
    const flip = (at: number): Uint8Array => {
      const damaged = Uint8Array.from(locked);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      return damaged;
    };
    // Parameters, salt, nonce, their sum; content; tag.
    for (const at of [8, 9, 10, 15, 30, 42, 70, 200, locked.length - 1])
      expect(await unlock(flip(at), PASSPHRASE), String(at)).toEqual({ kind: 'damaged' });
    for (const length of [8, 40, 62, 80, locked.length - 1])
      expect((await unlock(locked.slice(0, length), PASSPHRASE)).kind, String(length)).toBe('damaged');
    // A changed check value looks like another passphrase; nothing comes out.
    expect(await unlock(flip(50), PASSPHRASE)).toEqual({ kind: 'wrong' });
  });

  it('never takes costs from the file', async () => {
    const locked = await lock(content, PASSPHRASE);
    const dear = Uint8Array.from(locked);
    dear[8] = 30;
    expect(await unlock(dear, PASSPHRASE)).toEqual({ kind: 'damaged' });
  });
});
