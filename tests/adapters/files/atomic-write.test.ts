import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atomicWrite } from '../../../src/adapters/files/atomic-write.ts';
import { asFileError, systemCode } from '../../../src/adapters/files/errors.ts';
import { AppError } from '../../../src/contract/errors.ts';
import { temporaryFolder } from '../temporary.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing whole or not at all', () => {
  it('makes and overwrites files, and leaves nothing else', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'Kết quả năm 2025.xlsx');
    await atomicWrite(file, bytes('một bản dài hơn nhiều'));
    await atomicWrite(file, bytes('ngắn'));
    expect(await readFile(file, 'utf8')).toBe('ngắn');
    await atomicWrite(file, new Uint8Array());
    expect(await readFile(file, 'utf8')).toBe('');
    expect(await readdir(folder)).toEqual(['Kết quả năm 2025.xlsx']);
  });

  it('shows a reader one whole version at any moment', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.bin');
    const versions = ['a', 'b'].map((letter) => bytes(letter.repeat(2_000_000)));
    await atomicWrite(file, versions[0] as Uint8Array);
    let done = false;
    const writing = (async () => {
      for (let index = 0; index < 20; index += 1) await atomicWrite(file, versions[index % 2] as Uint8Array);
      done = true;
    })();
    let reads = 0;
    while (!done) {
      const text = await readFile(file, 'latin1');
      expect([text.length, new Set([text[0], text[1_000_000], text.at(-1)]).size]).toEqual([2_000_000, 1]);
      reads += 1;
    }
    await writing;
    expect(reads).toBeGreaterThan(1);
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  it('takes writers at the same time', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.txt');
    await Promise.all(Array.from({ length: 10 }, (_, index) => atomicWrite(file, bytes(String(index).repeat(1000)))));
    expect(await readFile(file, 'utf8')).toMatch(/^(\d)\1{999}$/);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('does not replace a folder', async () => {
    const folder = await temporaryFolder();
    const target = join(folder, 'thư mục');
    await mkdir(target);
    await writeFile(join(target, 'x'), 'x');
    await expect(atomicWrite(target, bytes('y'))).rejects.toMatchObject({
      code: 'file.not-writable',
      params: { file: target },
    });
    expect(await readdir(folder)).toEqual(['thư mục']);
    expect(await readdir(target)).toEqual(['x']);
  });

  it('keeps what was there when the disk gives back something else', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.txt');
    await atomicWrite(file, bytes('cũ'));
    const worn = async (path: string): Promise<Buffer> => Buffer.concat([await readFile(path), Buffer.from('!')]);
    await expect(atomicWrite(file, bytes('mới'), worn)).rejects.toMatchObject({
      code: 'file.differs',
      params: { file },
    });
    expect(await readFile(file, 'utf8')).toBe('cũ');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('names a folder that does not exist, or is a file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'tệp'), 'x');
    for (const file of [join(folder, 'không có', 'a.pdf'), join(folder, 'tệp', 'a.pdf')])
      await expect(atomicWrite(file, bytes('y'))).rejects.toMatchObject({
        name: 'AppError',
        code: 'file.not-found',
        params: { file },
      });
    expect(await readdir(folder)).toEqual(['tệp']);
  });
});

describe('errors of the file system', () => {
  const system = (code: string): Error => Object.assign(new Error(code), { code });

  it.each([
    ['ENOENT', 'file.not-found'],
    ['ENOTDIR', 'file.not-found'],
    ['EACCES', 'file.not-writable'],
    ['EPERM', 'file.not-writable'],
    ['EROFS', 'file.not-writable'],
    ['EISDIR', 'file.not-writable'],
    ['EBUSY', 'file.in-use'],
    ['ETXTBSY', 'file.in-use'],
    ['ENOSPC', 'file.no-space'],
    ['EDQUOT', 'file.no-space'],
    ['EIO', 'file.not-writable'],
  ])('%s becomes %s', (code, expected) => {
    const error = asFileError(system(code), 'a.pdf');
    expect([error.code, error.params]).toEqual([expected, { file: 'a.pdf' }]);
    expect(error.cause).toMatchObject({ code });
  });

  it('keep what is known already', () => {
    const known = new AppError('file.in-use', { file: 'b' });
    expect(asFileError(known, 'a')).toBe(known);
    expect([
      systemCode(null),
      systemCode('ENOENT'),
      systemCode({ code: 'ENOENT' }),
      systemCode(Object.assign(new Error(), { code: 5 })),
    ]).toEqual(['', '', '', '']);
  });
});
