/** The sheets of a workbook as a checked questionnaire, or everything that is wrong with them, cell by cell. */
import type { Problem } from '../problem.ts';
import { parseQuestionnaire, type Parsed } from '../questionnaire/parse.ts';
import { checkRaw } from '../questionnaire/raw-limits.ts';
import { questionnaireSchema, vectorsSchema } from '../questionnaire/schema.ts';
import { cleanText } from '../text/normalize.ts';
import type { Language } from '../text/localized.ts';
import type { RawSheet } from './cells.ts';
import { Origins } from './origins.ts';
import { DefinitionReader, type ReadTables } from './read-rows.ts';
import { ReadTable, type Reading } from './read-table.ts';
import { readVectors } from './read-vectors.ts';
import { atCell, schemaProblems } from './schema-problems.ts';
import { TABLE_KEYS, TABLES, type Table } from './tables.ts';

/** More findings at once help nobody. */
const MAX_PROBLEMS = 100;

/** Definition and vectors as they would stand in a questionnaire folder, groups included. */
export interface WorkbookQuestionnaire {
  readonly definition: unknown;
  readonly vectors: unknown;
}

const plain = (text: string): string => cleanText(text).trim().toLowerCase();

function sheetOf(table: Table, sheets: readonly RawSheet[]): RawSheet | undefined {
  return sheets.find(({ name }) => [table.name.vi, table.name.en].some((known) => plain(known) === plain(name)));
}

/** The language whose sheet names the workbook uses. */
export function languageOf(sheets: readonly RawSheet[]): Language {
  const names = new Set(sheets.map(({ name }) => plain(name)));
  const count = (language: Language): number =>
    TABLE_KEYS.filter((key) => names.has(plain(TABLES[key].name[language]))).length;
  return count('en') > count('vi') ? 'en' : 'vi';
}

/** One problem per place and kind, in the order found. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify([problem.path, problem.code]);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MAX_PROBLEMS);
}

/** Everything that the cells say, before it is judged as a whole. */
export interface SheetReading extends WorkbookQuestionnaire {
  readonly vectors: readonly unknown[];
  readonly origins: Origins;
  /** Cells that could not be read. */
  readonly problems: readonly Problem[];
  /** Name of the sheet of vectors. */
  readonly vectorSheet: string;
}

/** Reads the sheets into a definition and vectors; sheets of the author's own are left alone. */
export function readSheets(sheets: readonly RawSheet[]): SheetReading {
  const language = languageOf(sheets);
  const reading: Reading = { language, problems: [], origins: new Origins() };
  const { problems, origins } = reading;
  for (const key of TABLE_KEYS)
    if (TABLES[key].needed && !sheetOf(TABLES[key], sheets))
      problems.push({ path: [TABLES[key].name[language]], code: 'sheet-missing' });
  if (problems.length > 0) return { definition: null, vectors: [], origins, problems, vectorSheet: '' };
  const tables = Object.fromEntries(
    TABLE_KEYS.map((key) => [key, new ReadTable(TABLES[key], sheetOf(TABLES[key], sheets), reading)]),
  ) as unknown as ReadTables;
  const definition = new DefinitionReader(tables, reading).read();
  const vectors = readVectors(tables.vectors, reading);
  origins.settle(definition);
  origins.settle(vectors, ['vectors']);
  return { definition, vectors, origins, problems, vectorSheet: tables.vectors.name };
}

/** What the schema says of the parts that could be read; what was said of a cell first is enough. */
function shapeFindings({ definition, vectors, origins, problems, vectorSheet }: SheetReading): Problem[] {
  const said = new Set(problems.map(({ path }) => String(path[0])));
  const size = [...checkRaw(definition), ...checkRaw(vectors, ['vectors'])].map((problem) => atCell(problem, origins));
  if (size.length > 0) return size;
  const findings: Problem[] = [];
  const shape = questionnaireSchema.safeParse(definition);
  if (!shape.success) findings.push(...schemaProblems(shape.error, definition, origins));
  const tests = vectorsSchema.safeParse(vectors);
  if (vectors.length === 0) findings.push({ path: [vectorSheet], code: 'cell-few', params: { min: 1 } });
  else if (!tests.success) findings.push(...schemaProblems(tests.error, vectors, origins, ['vectors']));
  return findings.filter(({ path }) => !said.has(String(path[0])));
}

/**
 * Reads and checks a questionnaire from the sheets of its workbook; everything that a folder has to pass, vectors
 * included, has passed when it is returned.
 */
export function readWorkbook(sheets: readonly RawSheet[]): Parsed<WorkbookQuestionnaire> {
  const read = readSheets(sheets);
  const { definition, vectors, origins } = read;
  const problems = definition === null ? read.problems : [...read.problems, ...shapeFindings(read)];
  if (problems.length > 0) return { ok: false, problems: distinct(problems) };
  const parsed = parseQuestionnaire(definition, vectors);
  if (parsed.ok) return { ok: true, value: { definition, vectors } };
  return { ok: false, problems: distinct(parsed.problems.map((problem) => atCell(problem, origins))) };
}
