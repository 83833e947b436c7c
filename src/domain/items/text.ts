import { ZERO } from '../exact/exact.ts';
import { cleanText } from '../text/normalize.ts';
import { cellText, VALUE } from './cells.ts';
import type { ItemKind } from './kind.ts';

/** A free text that is kept and printed but never scored. */
export const text: ItemKind<'text'> = {
  type: 'text',
  prepare: () => ({ min: ZERO, max: ZERO, score: () => ZERO }),
  checkItem: () => [],
  checkValue(item, value) {
    if (value.kind !== 'text') return [{ path: [], code: 'wrong-value-kind' }];
    return value.text.length > item.maxLength
      ? [{ path: [], code: 'too-long', params: { length: value.text.length, max: item.maxLength } }]
      : [];
  },
  filled: (_item, value) => ({ done: value.kind === 'text' && value.text.trim() !== '' ? 1 : 0, of: 1 }),
  readShort: (_item, raw) => (typeof raw === 'string' ? { kind: 'text', text: cleanText(raw) } : null),
  ranks: () => [],
  print: (_item, value) => (value.kind === 'text' ? value.text : ''),
  explain: () => ({ key: 'kept', params: {} }),
  paper: () => [{ kind: 'write', label: null, unit: null }],
  cells: (item) => [{ key: VALUE, label: null, input: { kind: 'text', maxLength: item.maxLength } }],
  fromCells(_item, values) {
    const written = cellText(values, VALUE);
    return written === '' ? null : { kind: 'text', text: cleanText(written) };
  },
  toCells: (_item, value) => new Map(value.kind === 'text' ? [[VALUE, value.text]] : []),
};
