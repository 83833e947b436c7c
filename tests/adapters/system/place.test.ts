import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveKind, mountOf, windowsKind } from '../../../src/adapters/system/drive.ts';
import {
  decidePlace,
  driveLetter,
  isNetworkPath,
  isSyncedPath,
  mayHoldData,
  type PlaceFacts,
} from '../../../src/adapters/system/place.ts';
import { temporaryFolder } from '../temporary.ts';

const FACTS: PlaceFacts = {
  platform: 'win32',
  program: 'D:\\ThuocSo',
  marked: false,
  programDrive: 'fixed',
  chosen: null,
  profile: 'D:\\Hồ sơ\\Hòa\\AppData\\Roaming\\ThuocSo\\data',
};
const PROFILE = { kind: 'profile', dataFolder: FACTS.profile, stick: null };

describe('where the data lies', () => {
  it.each<[string, Partial<PlaceFacts>, object]>([
    ['installed on a disk', {}, PROFILE],
    ['marked on a fixed disk', { marked: true }, { kind: 'portable', dataFolder: 'D:\\ThuocSo\\ThuocSo-Data' }],
    ['on a stick', { programDrive: 'removable' }, { ...PROFILE, stick: 'D:\\ThuocSo\\ThuocSo-Backup' }],
    [
      'marked on a stick',
      { programDrive: 'removable', marked: true },
      { ...PROFILE, stick: 'D:\\ThuocSo\\ThuocSo-Backup' },
    ],
    ['marked on a share', { programDrive: 'network', marked: true }, PROFILE],
    [
      'marked on something unknown',
      { programDrive: 'unknown', marked: true },
      { kind: 'profile', dataFolder: FACTS.profile },
    ],
    ['on something unknown', { programDrive: 'unknown' }, PROFILE],
    ['named at the start', { chosen: 'E:\\x', marked: true }, { kind: 'chosen', dataFolder: 'E:\\x', stick: null }],
  ])('%s', (_name, change, expected) => {
    expect(decidePlace({ ...FACTS, ...change })).toMatchObject(expected);
  });

  it('is never a share or a stick', () => {
    expect((['fixed', 'removable', 'network', 'synced', 'unknown'] as const).filter(mayHoldData)).toEqual([
      'fixed',
      'unknown',
    ]);
  });
});

describe('folders that a cloud program copies', () => {
  it.each<[NodeJS.Platform, string, boolean]>([
    ['win32', 'C:\\Nhà\\Hòa\\OneDrive\\ThuocSo', true],
    ['win32', 'C:\\Nhà\\Hòa\\OneDrive - UBND xã Tân An\\data', true],
    ['win32', 'D:/Cong ty/Dropbox (Sở KHCN)/x', true],
    ['win32', 'G:\\My Drive\\x', true],
    ['win32', 'D:\\Tài liệu\\chung\\x', true],
    ['win32', 'D:\\Tài liệu\\chung-khac', false],
    ['win32', 'C:\\Nhà\\Hòa\\AppData\\Roaming\\ThuocSo\\data', false],
    ['win32', 'D:\\Dropbox cũ\\x', false],
    ['darwin', '/Volumes/hoa/Library/Mobile Documents/com~apple~CloudDocs/x', true],
    ['darwin', '/Volumes/hoa/Library/CloudStorage/GoogleDrive-hoa/My Drive', true],
    ['linux', '/srv/hoa/Nextcloud/x', true],
    ['linux', '/srv/hoa/.local/share/thuoc-so/data', false],
  ])('%s %s', (platform, path, synced) => {
    expect(isSyncedPath(platform, path, { OneDrive: 'd:\\tài liệu\\CHUNG' })).toBe(synced);
  });

  it('are known by the marks above them, and a portable program does not keep its data there', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    expect(driveKind(join(folder, 'a', 'b', 'not yet'))).not.toBe('synced');
    await writeFile(join(folder, '.stfolder'), '');
    expect(driveKind(join(folder, 'a', 'b', 'not yet'))).toBe('synced');
    expect(decidePlace({ ...FACTS, marked: true, programDrive: 'synced' })).toMatchObject(PROFILE);
  });
});

describe('paths of Windows', () => {
  it.each([
    ['\\\\server\\share\\x', true],
    ['//server/share', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['\\\\?\\C:\\x', false],
    ['\\\\.\\C:\\x', false],
    ['C:\\x', false],
    ['C:/x', false],
  ])('%s', (path, network) => {
    expect(isNetworkPath('win32', path)).toBe(network);
    expect(isNetworkPath('linux', path)).toBe(false);
    expect(driveKind(path, 'win32') === 'network').toBe(network);
  });

  it('have a letter or none', () => {
    expect(['c:\\x', '\\\\?\\d:\\x', '\\\\s\\x', '/x'].map(driveLetter)).toEqual(['C:', 'D:', null, null]);
  });

  it('answers of the system', () => {
    expect(['Fixed\r\n', 'Removable\r\n', 'Network', 'CDRom', 'Unknown', ''].map(windowsKind)).toEqual([
      'fixed',
      'removable',
      'network',
      'removable',
      'unknown',
      'unknown',
    ]);
  });
});

describe('mounts of Linux', () => {
  const MOUNTS = [
    '22 1 8:1 / / rw - ext4 /dev/sda1 rw',
    '40 22 0:33 / /mnt/chia\\040se rw - cifs //server/share rw',
    '41 22 8:17 / /media/usb rw - vfat /dev/sdb1 rw',
    '',
  ].join('\n');
  it.each([
    ['/mnt/x', 'ext4'],
    ['/mnt/chia se/data', 'cifs'],
    ['/mnt/chia sex', 'ext4'],
    ['/media/usb', 'vfat'],
  ])('%s', (path, type) => expect(mountOf(path, MOUNTS)?.type).toBe(type));
  it('a folder of this machine is usable, also before it exists', () => {
    expect(mayHoldData(driveKind('/tmp/not/yet/there', 'linux'))).toBe(true);
  });
});
