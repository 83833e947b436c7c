import { describe, expect, it } from 'vitest';
import { readUnitList } from '../../src/core/collections/units.ts';
import type { ExpectedUnit } from '../../src/domain/collection/types.ts';
import { listText, withIds } from '../../src/renderer/screens/collections/unit-list.ts';

const unit = (id: string, name: string, more: Partial<ExpectedUnit> = {}): ExpectedUnit => ({
  id,
  name,
  code: '',
  province: '',
  group: '',
  tags: [],
  note: '',
  ...more,
});
const HEADINGS = {
  vi: ['Mã', 'Đơn vị', 'Nhóm', 'Nhãn', 'Mã tỉnh', 'Ghi chú'],
  en: ['Code', 'Unit', 'Group', 'Tags', 'Province code', 'Note'],
};
const ids = (): (() => string) => {
  let next = 0;
  return () => `new ${(next += 1)}`;
};

const LIST = [
  unit('a', 'Xã An Cơ', { code: '001', group: 'Cụm 1', tags: ['vùng cao', 'mới'], note: 'gửi trễ', province: '80' }),
  unit('b', 'Phường 2', { code: '002' }),
  unit('c', 'Xã Tân Hội', { group: 'Cụm 1' }),
];

describe('a list of units as text', () => {
  it.each(['vi', 'en'] as const)('is read again as it was, with headings in %s', (language) => {
    const { units, skipped } = readUnitList(listText(LIST, HEADINGS[language]));
    expect(skipped).toEqual([]);
    expect(withIds(units, LIST, ids())).toEqual(LIST);
  });

  it('is empty without units', () => {
    expect(listText([], HEADINGS.vi)).toBe('');
  });
});

describe('units that were there before', () => {
  it('keep their ids when they are renamed under the same code, or moved to another group', () => {
    const read = [unit('', 'Xã An Cơ mới', { code: '001' }), unit('', 'Xã Tân Hội', { group: 'Cụm 9' })];
    expect(withIds(read, LIST, ids()).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('are taken once; another unit of that name is a new one', () => {
    const read = [unit('', 'Xã Tân Hội'), unit('', 'Xã Tân Hội', { group: 'Cụm 2' })];
    expect(withIds(read, LIST, ids()).map(({ id }) => id)).toEqual(['c', 'new 1']);
  });
});
