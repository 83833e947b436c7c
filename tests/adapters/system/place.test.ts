import { describe, expect, it } from 'vitest';
import { driveKind, mountOf, windowsKind } from '../../../src/adapters/system/drive.ts';
import {
  decidePlace,
  driveLetter,
  isNetworkPath,
  mayHoldData,
  type PlaceFacts,
} from '../../../src/adapters/system/place.ts';

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
    expect((['fixed', 'removable', 'network', 'unknown'] as const).filter(mayHoldData)).toEqual(['fixed', 'unknown']);
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
