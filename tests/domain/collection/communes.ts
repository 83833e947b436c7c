/**
 * A list of units as a department of a merged province keeps it, and how people write their names. Names and districts are
 * in the style of Tây Ninh and Long An; codes are invented. Several names occur in two districts, or as a commune and as a
 * ward.
 */
import type { ExpectedUnit } from '../../../src/domain/collection/types.ts';

const LIST: Readonly<Record<string, string>> = {
  'Tân Châu':
    'thị trấn Tân Châu, Tân Hà, Tân Đông, Tân Hội, Tân Hòa, Suối Ngô, Suối Dây, Tân Hiệp, Thạnh Đông, Tân Thành, Tân Phú, Tân Hưng',
  'Tân Biên':
    'thị trấn Tân Biên, Tân Lập, Thạnh Bắc, Tân Bình, Thạnh Bình, Thạnh Tây, Hòa Hiệp, Tân Phong, Mỏ Công, Trà Vong',
  'Dương Minh Châu':
    'thị trấn Dương Minh Châu, Suối Đá, Phan, Phước Ninh, Phước Minh, Bàu Năng, Chà Là, Cầu Khởi, Bến Củi, Lộc Ninh, Truông Mít',
  'Châu Thành':
    'thị trấn Châu Thành, Hảo Đước, Phước Vinh, Đồng Khởi, Thái Bình, An Cơ, Biên Giới, Hòa Thạnh, Trí Bình, Hòa Hội, An Bình, Thanh Điền, Thành Long, Ninh Điền, Long Vĩnh',
  'Hòa Thành':
    'phường Long Hoa, phường Hiệp Tân, phường Long Thành Bắc, phường Long Thành Trung, Trường Hòa, Trường Đông, Long Thành Nam, Trường Tây',
  'Tây Ninh':
    'phường 1, phường 2, phường 3, phường IV, phường Hiệp Ninh, phường Ninh Sơn, phường Ninh Thạnh, Thạnh Tân, Tân Bình, Bình Minh',
  'Gò Dầu':
    'thị trấn Gò Dầu, Thạnh Đức, Cẩm Giang, Hiệp Thạnh, Bàu Đồn, Phước Thạnh, Phước Đông, Phước Trạch, Thanh Phước',
  'Tân Thạnh':
    'thị trấn Tân Thạnh, Bắc Hòa, Hậu Thạnh Tây, Nhơn Hòa Lập, Tân Lập, Nhơn Hòa, Kiến Bình, Tân Thành, Tân Bình, Tân Ninh, Nhơn Ninh, Tân Hòa',
  'Tân Trụ':
    'thị trấn Tân Trụ, Tân Bình, Quê Mỹ Thạnh, Lạc Tấn, Bình Trinh Đông, Bình Lãng, Bình Tịnh, Đức Tân, Nhựt Ninh',
  'Cần Giuộc':
    'thị trấn Cần Giuộc, Phước Lý, Long Thượng, Long Hậu, Phước Hậu, Mỹ Lộc, Phước Lại, Phước Lâm, Thuận Thành, Phước Vĩnh Tây, Long An, Long Phụng, Đông Thạnh, Tân Tập',
  'Tân Hưng':
    'thị trấn Tân Hưng, Hưng Hà, Hưng Điền B, Hưng Điền, Thạnh Hưng, Hưng Thạnh, Vĩnh Thạnh, Vĩnh Châu B, Vĩnh Lợi, Vĩnh Đại, Vĩnh Châu A, Vĩnh Bửu',
};

export const PROVINCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['80', ['Tây Ninh', 'Long An']],
  ['74', ['Bình Dương']],
]);

export const COMMUNES: readonly ExpectedUnit[] = Object.entries(LIST).flatMap(([district, names], at) =>
  names.split(',').map((entry, place): ExpectedUnit => {
    const name = entry.trim();
    return {
      id: `${at + 1}-${place + 1}`,
      name: /^(phường|thị trấn) /.test(name) ? name : `xã ${name}`,
      code: `0${at + 10}${String(place + 1).padStart(2, '0')}`,
      province: '80',
      group: `${district === 'Hòa Thành' ? 'thị xã' : district === 'Tây Ninh' ? 'thành phố' : 'huyện'} ${district}`,
      tags: [],
      note: '',
    };
  }),
);

/** Names that only one unit has, with or without marks. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/^(xa|phuong|thi tran) /, '');
const often = Map.groupBy(COMMUNES, ({ name }) => plain(name));
const isAlone = ({ name }: ExpectedUnit): boolean => often.get(plain(name))?.length === 1;

/** Hoà for Hòa, Thuỷ for Thủy: the mark on the other vowel. */
export const otherTonePlace = (text: string): string => {
  const pairs = [
    ['òa', 'oà'],
    ['óa', 'oá'],
    ['ỏa', 'oả'],
    ['õa', 'oã'],
    ['ọa', 'oạ'],
    ['òe', 'oè'],
    ['óe', 'oé'],
    ['ủy', 'uỷ'],
    ['úy', 'uý'],
    ['ụy', 'uỵ'],
  ] as const;
  return pairs.reduce((all, [from, to]) => all.replaceAll(from, to), text);
};
const bare = (name: string): string => name.replace(/^(xã|phường|thị trấn) /, '');
const unmarked = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const short = (name: string): string =>
  name
    .replace(/^xã /, 'X. ')
    .replace(/^phường /, 'P. ')
    .replace(/^thị trấn /, 'TT. ');

/** The ways in which files name a unit; those that say the district are right for every unit, the others for lone names. */
const SPELLINGS: readonly { readonly lone: boolean; readonly write: (unit: ExpectedUnit) => string }[] = [
  { lone: false, write: ({ name, group }) => `UBND ${name}, ${group}` },
  { lone: false, write: ({ name, group }) => `${name} - ${group}, tỉnh Tây Ninh` },
  { lone: false, write: ({ name, group }) => `Ủy ban nhân dân ${name} (${group})` },
  { lone: false, write: ({ name, group }) => `Uỷ ban nhân dân ${otherTonePlace(name)} ${otherTonePlace(group)}` },
  {
    lone: false,
    write: ({ name, group }) =>
      `${short(name)} – ${group.replace('huyện', 'H.').replace('thị xã', 'TX.').replace('thành phố', 'TP.')}`,
  },
  { lone: false, write: ({ name, group }) => `${name}, ${group}`.normalize('NFD') },
  { lone: false, write: ({ name, group }) => unmarked(`UBND ${name}, ${group}`) },
  { lone: false, write: ({ name, group }) => `${name} ${group}`.toUpperCase() },
  { lone: true, write: ({ name }) => `UBND ${name}` },
  { lone: true, write: ({ name }) => otherTonePlace(bare(name)) },
  { lone: true, write: ({ name }) => short(name).replace('. ', '.') },
  { lone: true, write: ({ name }) => `  ${name.replace(' ', '\u00A0')}  ` },
  { lone: true, write: ({ name }) => unmarked(name) },
  {
    lone: true,
    write: ({ name }) => `HĐND và UBND ${name.toLowerCase().replaceAll('đ', '\u0256').replaceAll('\u0256', 'ð')}`,
  },
  { lone: true, write: ({ name }) => name.toUpperCase().normalize('NFD') },
];

export interface Spelled {
  readonly written: string;
  readonly unitId: string;
}

/** Every third unit and spelling, so that each spelling meets many units: about 300. */
export const SPELLED: readonly Spelled[] = COMMUNES.flatMap((unit, at) =>
  SPELLINGS.flatMap(({ lone, write }, place) =>
    (at + 2 * place) % 5 === 0 && (!lone || isAlone(unit)) ? [{ written: write(unit), unitId: unit.id }] : [],
  ),
);
