import { ZERO } from '../exact/exact.ts';
import { cleanText } from '../text/normalize.ts';
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
  readShort: (_item, raw) => (typeof raw === 'string' ? { kind: 'text', text: cleanText(raw) } : null),
  ranks: () => [],
  print: (_item, value) => (value.kind === 'text' ? value.text : ''),
};
