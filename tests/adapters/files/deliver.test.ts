import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { renameWithPatience } from '../../../src/adapters/files/atomic-write.ts';
import { writeAndReadBack } from '../../../src/adapters/files/deliver.ts';
import { asFileError } from '../../../src/adapters/files/errors.ts';
import { temporaryFolder } from '../temporary.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);

/** A real small file system where that may be made; null elsewhere. */
async function smallDisk(options: string): Promise<string | null> {
  const folder = join(await temporaryFolder(), 'USB');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const system = (code: string): Error => Object.assign(new Error(code), { code });

describe('a file for a folder that a person chose', () => {
  it('lies there whole and is read again', async () => {
    const folder = await temporaryFolder();
    const { path, read } = await writeAndReadBack(folder, 'Kết quả.xlsx', bytes(5000));
    expect(readFileSync(path)).toHaveLength(5000);
    expect(read).toHaveLength(5000);
    // The same again is the same file; another one is never replaced.
    await writeAndReadBack(folder, 'Kết quả.xlsx', bytes(5000));
    await expect(writeAndReadBack(folder, 'Kết quả.xlsx', bytes(4999))).rejects.toMatchObject({ code: 'file.taken' });
    expect(readFileSync(path)).toHaveLength(5000);
    expect(readdirSync(folder)).toEqual(['Kết quả.xlsx']);
  });

  it('is not written into a folder that has gone, nor is one made in its place', async () => {
    const folder = join(await temporaryFolder(), 'USB');
    mkdirSync(folder);
    rmSync(folder, { recursive: true });
    await expect(writeAndReadBack(folder, 'a.pdf', bytes(10))).rejects.toMatchObject({ code: 'file.not-found' });
    expect(() => readdirSync(folder)).toThrow('ENOENT');
    writeFileSync(folder, 'now a file');
    await expect(writeAndReadBack(folder, 'a.pdf', bytes(10))).rejects.toMatchObject({ code: 'file.not-found' });
  });

  it('leaves nothing on a disk that is full', async () => {
    const folder = await smallDisk('size=64k');
    // Where no disk may be mounted, the sentence for its error is what can be tested.
    if (folder === null) return expect(asFileError(system('ENOSPC'), 'a.pdf').code).toBe('file.no-space');
    writeFileSync(join(folder, 'phim.mp4'), bytes(40_000));
    await expect(writeAndReadBack(folder, 'a.pdf', bytes(60_000))).rejects.toMatchObject({
      code: 'file.no-space',
      params: { file: join(folder, 'a.pdf') },
    });
    expect(readdirSync(folder)).toEqual(['phim.mp4']);
    // Room was made: the same file goes in.
    rmSync(join(folder, 'phim.mp4'));
    expect((await writeAndReadBack(folder, 'a.pdf', bytes(60_000))).read).toHaveLength(60_000);
  });

  it('says that a stick is write-protected', async () => {
    const folder = await smallDisk('size=64k,ro');
    if (folder === null) return expect(asFileError(system('EROFS'), 'a.pdf').code).toBe('file.not-writable');
    await expect(writeAndReadBack(folder, 'a.pdf', bytes(10))).rejects.toMatchObject({ code: 'file.not-writable' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that somebody holds', () => {
  const held = (codes: readonly string[], platform: NodeJS.Platform = 'win32') => {
    const left = [...codes];
    const waited: number[] = [];
    return {
      waited,
      platform,
      rename: (from: string, to: string) => {
        const code = left.shift();
        return code === undefined ? rename(from, to) : Promise.reject(system(code));
      },
      wait: (milliseconds: number) => Promise.resolve(void waited.push(milliseconds)),
    };
  };

  it('is tried for two seconds, with every code that Windows has for it', async () => {
    const folder = await temporaryFolder();
    const [from, to] = [join(folder, 'a'), join(folder, 'b')];
    writeFileSync(from, 'x');
    const short = held(['EBUSY', 'EPERM', 'EACCES']);
    await renameWithPatience(from, to, short);
    expect(readFileSync(to, 'utf8')).toBe('x');
    expect(short.waited).toHaveLength(3);

    writeFileSync(from, 'y');
    const long = held(new Array<string>(20).fill('EPERM'));
    await expect(renameWithPatience(from, to, long)).rejects.toMatchObject({
      code: 'file.in-use',
      params: { file: to },
    });
    expect([long.waited.length, long.waited.reduce((sum, pause) => sum + pause, 0)]).toEqual([10, 2000]);
    expect(readFileSync(to, 'utf8')).toBe('x');
  });

  it('is told apart from one that may not be written', async () => {
    await expect(renameWithPatience('a', 'b', held(['EACCES'], 'linux'))).rejects.toMatchObject({ code: 'EACCES' });
    await expect(renameWithPatience('a', 'b', held(['ENOSPC']))).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});
