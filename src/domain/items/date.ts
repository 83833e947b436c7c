import { ZERO } from '../exact/exact.ts';
import { formatDay, parseDay, toIsoDay } from '../text/dates.ts';
import { cellText, VALUE } from './cells.ts';
import type { ItemKind } from './kind.ts';

const existing = (date: string) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? parseDay(date) : null);

/** A day, as YYYY-MM-DD where it can be read as one. */
const normal = (written: string): string => {
  const day = parseDay(written);
  return day ? toIsoDay(day) : written;
};

/** A day that is kept and printed but never scored; other items may ask whether it is before or after another. */
export const date: ItemKind<'date'> = {
  type: 'date',
  prepare: () => ({ min: ZERO, max: ZERO, score: () => ZERO }),
  checkItem(item) {
    const { earliest, latest } = item;
    // A year or month stands for all of its days, so only as much as both bounds say can be compared.
    const common = Math.min(earliest?.length ?? 0, latest?.length ?? 0);
    return earliest !== undefined && latest !== undefined && earliest.slice(0, common) > latest.slice(0, common)
      ? [{ path: ['latest'], code: 'bands-order', params: { to: latest } }]
      : [];
  },
  checkValue(item, value) {
    if (value.kind !== 'date') return [{ path: [], code: 'wrong-value-kind' }];
    if (existing(value.date) === null)
      return [{ path: [], code: 'not-a-date', params: { value: value.date.slice(0, 40) } }];
    const { earliest, latest } = item;
    const early = earliest !== undefined && value.date < earliest;
    const late = latest !== undefined && value.date.slice(0, latest.length) > latest;
    return early || late
      ? [
          {
            path: [],
            code: 'out-of-range',
            params: { value: value.date, min: earliest ?? '…', max: latest ?? '…' },
          },
        ]
      : [];
  },
  filled: (_item, value) => ({ done: value.kind === 'date' ? 1 : 0, of: 1 }),
  readShort: (_item, raw) => (typeof raw === 'string' ? { kind: 'date', date: normal(raw) } : null),
  ranks: () => [],
  print(_item, value) {
    const day = value.kind === 'date' ? existing(value.date) : null;
    return day ? formatDay(day) : '';
  },
  explain: () => ({ key: 'kept', params: {} }),
  paper: () => [{ kind: 'write', label: { vi: 'Ngày/tháng/năm', en: 'Day/month/year' }, unit: null }],
  cells: () => [{ key: VALUE, label: null, input: { kind: 'date' } }],
  fromCells(_item, values) {
    const written = cellText(values, VALUE);
    return written === '' ? null : { kind: 'date', date: normal(written) };
  },
  toCells: (_item, value) => new Map(value.kind === 'date' ? [[VALUE, value.date]] : []),
};
