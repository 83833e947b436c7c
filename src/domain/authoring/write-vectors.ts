import type { Vector } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';
import type { CellValue } from './cells.ts';
import { decimalCell } from './codec.ts';
import { isFields } from './paths.ts';
import { wordOf } from './words.ts';

/** A list as one cell; a text that could be taken for one is marked with a backslash. */
function valueCell(value: unknown): CellValue {
  if (Array.isArray(value)) return `[${value.map(String).join('; ')}]`;
  if (typeof value === 'string') return /^[[\\{]/.test(value) ? `\\${value}` : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return isFields(value) ? '{}' : null;
}

/** The vectors as rows: name, kind of row, id, part, value. The name stands on the first row of each. */
export function vectorRows(vectors: readonly Vector[], language: Language): CellValue[][] {
  const rank = (value: number | 'top'): CellValue => (value === 'top' ? wordOf('top', 'top', language) : value);
  const level = (value: number | null): CellValue => value ?? wordOf('noLevel', 'null', language);
  return vectors.flatMap(({ name, fill, fillGroups, answers, context, expect }) => {
    const rows: CellValue[][] = [];
    const add = (what: string, of: string | null, part: string | null, value: CellValue): void => {
      rows.push([rows.length === 0 ? name : null, wordOf('vector', what, language), of, part, value]);
    };
    if (context?.kind !== undefined) add('kind', null, null, context.kind);
    if (context?.year !== undefined) add('year', null, null, context.year);
    if (fill !== undefined) add('fill', null, null, rank(fill));
    for (const [id, value] of Object.entries(fillGroups ?? {})) add('fill-group', id, null, rank(value));
    for (const [id, answer] of Object.entries(answers ?? {})) {
      const parts = isFields(answer) ? Object.entries(answer) : [];
      if (parts.length === 0) add('answer', id, null, valueCell(answer));
      for (const [part, value] of parts) add('answer', id, part, valueCell(value));
    }
    add('level', null, null, level(expect.level));
    if (expect.total !== undefined) add('total', null, null, decimalCell(expect.total));
    for (const [id, group] of Object.entries(expect.groups ?? {})) {
      if (group.value !== undefined) add('group-value', id, null, decimalCell(group.value));
      if (group.level !== undefined) add('group-level', id, null, level(group.level));
      if (group.value === undefined && group.level === undefined) add('group', id, null, null);
    }
    return rows;
  });
}
