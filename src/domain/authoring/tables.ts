/** The sheets of a questionnaire workbook and their columns. */
import type { Column } from './columns.ts';
import { CONTENT_TABLES } from './content-tables.ts';
import { RULE_TABLES } from './rule-tables.ts';
import type { Table, TableKey } from './table.ts';

export { TABLE_KEYS, type Table, type TableKey } from './table.ts';

export const TABLES: Readonly<Record<TableKey, Table>> = { ...CONTENT_TABLES, ...RULE_TABLES };

/** The heads of a column: two where it holds text in both languages. */
export function headsOf(column: Column, language: 'vi' | 'en'): readonly string[] {
  const head = column.head[language];
  if (!column.localized) return [head];
  return language === 'vi'
    ? [`${head} (tiếng Việt)`, `${head} (tiếng Anh)`]
    : [`${head} (Vietnamese)`, `${head} (English)`];
}
