import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMachineKey } from '../../../src/adapters/system/machine-key.ts';
import { MACHINE_KEY, MACHINE_SIGNATURE, type MachineCode } from '../../../src/domain/package/machine-code.ts';
import { temporaryFolder } from '../temporary.ts';

const HASH = 'a'.repeat(64);

describe('the code of an installation', () => {
  it('is made once per data folder and kept for its owner only', async () => {
    const folder = await temporaryFolder();
    const machine = createMachineKey(folder);
    const code = machine.vouch(HASH) as MachineCode;
    expect(code.key).toMatch(MACHINE_KEY);
    expect(code.signature).toMatch(MACHINE_SIGNATURE);
    expect(createMachineKey(folder).vouch(HASH)).toEqual(code);
    expect(createMachineKey(await temporaryFolder()).key()).not.toBe(code.key);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'ma-may.key')).mode & 0o777).toBe(0o600);
  });

  it('holds for one content and one key', async () => {
    const machine = createMachineKey(await temporaryFolder());
    const other = createMachineKey(await temporaryFolder());
    const code = machine.vouch(HASH) as MachineCode;
    expect(other.holds(HASH, code)).toBe(true);
    expect(other.holds('b'.repeat(64), code)).toBe(false);
    expect(other.holds(HASH, { ...code, key: other.key() as string })).toBe(false);
    expect(other.holds(HASH, { key: 'A'.repeat(43) + '=', signature: 'A'.repeat(86) + '==' })).toBe(false);
    expect(other.holds(HASH, { key: 'not a key', signature: '' })).toBe(false);
  });

  it('is a new one in a folder that came from another computer, or whose key is damaged', async () => {
    const folder = await temporaryFolder();
    const key = createMachineKey(folder).key();
    const file = join(folder, 'ma-may.key');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^[0-9a-f]{16}/, '0'.repeat(16)));
    const moved = createMachineKey(folder).key();
    expect(moved).not.toBe(key);
    writeFileSync(file, 'x');
    expect([key, moved]).not.toContain(createMachineKey(folder).key());
  });

  it('vouches for nothing without a folder that can keep it', async () => {
    expect(createMachineKey(null).vouch(HASH)).toBeNull();
    const folder = await temporaryFolder();
    mkdirSync(join(folder, 'ma-may.key'));
    expect(createMachineKey(folder).key()).toBeNull();
    expect(createMachineKey(join(folder, 'gone')).key()).toBeNull();
  });
});
