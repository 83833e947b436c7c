/** What a sheet of a questionnaire workbook is, and the columns that several sheets have. */
import type { LocalizedText } from '../text/localized.ts';
import type { Column } from './columns.ts';

export interface Table {
  readonly key: TableKey;
  readonly name: LocalizedText;
  readonly about: LocalizedText;
  readonly columns: readonly Column[];
  /** A workbook without this sheet is refused. */
  readonly needed?: true;
  /** Columns that stay in view. */
  readonly frozen: number;
}

export const TABLE_KEYS = [
  'general',
  'documents',
  'levels',
  'structure',
  'items',
  'options',
  'bands',
  'scoring',
  'level-rules',
  'conditions',
  'targets',
  'recommendations',
  'vectors',
] as const;
export type TableKey = (typeof TABLE_KEYS)[number];

import { ids, texts } from './columns.ts';

type Pair = readonly [vi: string, en: string];
/** A sheet; the first of each pair is Vietnamese. */
export const table = (
  key: TableKey,
  name: Pair,
  about: Pair,
  columns: readonly Column[],
  more: { needed?: true; frozen?: number } = {},
): Table => ({
  key,
  name: { vi: name[0], en: name[1] },
  about: { vi: about[0], en: about[1] },
  columns,
  frozen: more.frozen ?? 1,
  ...(more.needed ? { needed: true as const } : {}),
});

export const note = texts('note', ['Ghi chú', 'Note'], ['Có thể để trống.', 'May be empty.']);
export const kinds = ids(
  'kinds',
  ['Chỉ cho loại đơn vị', 'Only for kinds'],
  [
    'Mã loại đơn vị cách nhau bằng dấu chấm phẩy; trống là mọi loại.',
    'Ids of kinds separated by semicolons; empty means all.',
  ],
);
