/**
 * The aggregate as tables for other programs: CSV for spreadsheets, JSON for scripts, with a dictionary of every column.
 * Columns are described in docs/collecting.md; a released column keeps its key and meaning.
 */
import { toDecimal, type Exact } from '../../exact/exact.ts';
import { csvText, type CsvValue } from '../../text/csv.ts';
import { columnsOf, totalOf } from '../aggregate.ts';
import { isLargeEnough } from '../disclosure.ts';
import type { Spread } from '../spread.ts';
import type { ReportContext } from './context.ts';

export const COLLECTION_DATA_FORMAT = 'thuoc-so/collection-data/1';

/** Digits kept of every figure. */
const DECIMALS = 6;

const number = (value: Exact | null): number | null => (value === null ? null : Number(toDecimal(value, DECIMALS)));

type Row = Readonly<Record<string, CsvValue>>;

/** What a column holds; `node` and `item` stand for the ids of the questionnaire. */
export interface ColumnMeaning {
  readonly table: 'units' | 'nodes' | 'items' | 'levels';
  readonly column: string;
  readonly type: 'text' | 'number' | 'whole';
  readonly vi: string;
  readonly en: string;
}

const meaning = (
  table: ColumnMeaning['table'],
  column: string,
  type: ColumnMeaning['type'],
  vi: string,
  en: string,
): ColumnMeaning => ({ table, column, type, vi, en });

const spreadMeanings = (table: 'nodes' | 'items'): ColumnMeaning[] => [
  meaning(table, 'n', 'whole', 'Số đơn vị có điểm', 'Units with a figure'),
  meaning(table, 'mean', 'number', 'Trung bình, % điểm tối đa', 'Mean, per cent of the own maximum'),
  meaning(table, 'median', 'number', 'Trung vị, % điểm tối đa', 'Median, per cent of the own maximum'),
  meaning(table, 'q1', 'number', 'Tứ phân vị 1 (kiểu 7)', 'First quartile (type 7)'),
  meaning(table, 'q3', 'number', 'Tứ phân vị 3 (kiểu 7)', 'Third quartile (type 7)'),
  meaning(table, 'min', 'number', 'Thấp nhất', 'Lowest'),
  meaning(table, 'max', 'number', 'Cao nhất', 'Highest'),
];

/** Every column of every table, in order. */
export const DICTIONARY: readonly ColumnMeaning[] = [
  meaning('units', 'unit', 'text', 'Tên đơn vị, hoặc số thứ tự khi ẩn tên', 'Name, or a number when names are hidden'),
  meaning('units', 'code', 'text', 'Mã đơn vị; trống khi ẩn tên', 'Code; empty when names are hidden'),
  meaning('units', 'group', 'text', 'Nhóm đơn vị', 'Group of units'),
  meaning(
    'units',
    'rank',
    'whole',
    'Hạng theo % điểm tối đa; bằng điểm thì cùng hạng',
    'Rank by per cent; equal units share it',
  ),
  meaning('units', 'value', 'number', 'Điểm', 'Points'),
  meaning('units', 'max', 'number', 'Điểm tối đa đơn vị có thể đạt', 'The most that the unit can reach'),
  meaning('units', 'percent', 'number', '100 × điểm / điểm tối đa', '100 × points / maximum'),
  meaning('units', 'level', 'whole', 'Mức', 'Level'),
  meaning('units', 'answered', 'whole', 'Số mục đã trả lời', 'Items answered'),
  meaning('units', 'notApplicable', 'whole', 'Số mục không áp dụng', 'Items not applicable'),
  meaning('units', 'unanswered', 'whole', 'Số mục chưa trả lời', 'Items unanswered'),
  meaning(
    'units',
    'flags',
    'text',
    'Mã các điểm cần xem lại, cách nhau bằng dấu cách',
    'Codes of what to look at, parted by spaces',
  ),
  meaning(
    'units',
    'node:<id>',
    'number',
    '% điểm tối đa của nhóm nội dung',
    'Per cent of the maximum in a group of items',
  ),
  meaning(
    'nodes',
    'id',
    'text',
    'Mã định danh nhóm nội dung; total = tổng hợp',
    'Id of the group of items; total = overall',
  ),
  meaning('nodes', 'code', 'text', 'Ký hiệu', 'Symbol'),
  meaning('nodes', 'title', 'text', 'Tên', 'Title'),
  ...spreadMeanings('nodes'),
  meaning('items', 'id', 'text', 'Mã định danh tiêu chí', 'Id of the item'),
  meaning('items', 'code', 'text', 'Ký hiệu', 'Symbol'),
  meaning('items', 'title', 'text', 'Tên', 'Title'),
  meaning('items', 'pillar', 'text', 'Mã nhóm nội dung cấp trên cùng', 'Id of the top group'),
  meaning(
    'items',
    'answered',
    'whole',
    'Số đơn vị đã trả lời, kể cả “không có”',
    'Units that answered, "none" included',
  ),
  meaning('items', 'notApplicable', 'whole', 'Số đơn vị không áp dụng', 'Units to which it does not apply'),
  meaning('items', 'unanswered', 'whole', 'Số đơn vị chưa trả lời', 'Units that left it unanswered'),
  ...spreadMeanings('items'),
  meaning('levels', 'level', 'whole', 'Mức; trống = chưa xếp mức', 'Level; empty = none'),
  meaning('levels', 'name', 'text', 'Tên mức', 'Name of the level'),
  meaning('levels', 'n', 'whole', 'Số đơn vị', 'Units'),
];

const spreadCells = (spread: Spread | null): Row => ({
  n: spread?.n ?? 0,
  mean: number(spread && spread.mean),
  median: number(spread && spread.median),
  q1: number(spread && spread.q1),
  q3: number(spread && spread.q3),
  min: number(spread && spread.min),
  max: number(spread && spread.max),
});

export interface CollectionData {
  readonly units: readonly Row[];
  readonly nodes: readonly Row[];
  readonly items: readonly Row[];
  readonly levels: readonly Row[];
}

/** The rows of all tables. Where names are hidden the same limits hold as on paper. */
export function collectionData(context: ReportContext): CollectionData {
  const { input, aggregate, units, items, tooFew, limits } = context;
  const { layout, language, hideNames } = input;
  const allowed = (spread: Spread | null): Spread | null =>
    spread && (!hideNames || isLargeEnough(spread.n, limits)) ? spread : null;
  if (tooFew) return { units: [], nodes: [], items: [], levels: [] };
  return {
    units: units.map(({ unit, name, code, group, rank }) => {
      const { value, max, percent, level } = totalOf(unit);
      const figures = columnsOf(unit, 'nodes');
      const { answered, notApplicable, unanswered } = unit.result.completeness;
      return {
        unit: name,
        code,
        group,
        rank,
        value: number(value),
        max: number(max),
        percent: number(percent),
        level,
        answered,
        notApplicable,
        unanswered,
        flags: unit.result.quality.join(' '),
        ...Object.fromEntries(
          layout.nodes.map(({ id }, place) => [`node:${id}`, number(figures[place]?.percent ?? null)]),
        ),
      };
    }),
    nodes: [
      { id: 'total', code: '', title: context.words('total'), ...spreadCells(allowed(aggregate.total.percent)) },
      ...layout.nodes.map(({ id, code, title }, place) => ({
        id,
        code,
        title: title[language],
        ...spreadCells(allowed(aggregate.nodes[place]?.percent ?? null)),
      })),
    ],
    items: layout.items.map(({ id, code, title, pillarId }, place) => {
      const own = items[place];
      return {
        id,
        code,
        title: title[language],
        pillar: pillarId,
        answered: (own?.states.answered ?? 0) + (own?.states.none ?? 0),
        notApplicable: own?.states['not-applicable'] ?? 0,
        unanswered: own?.states.unanswered ?? 0,
        ...spreadCells(allowed(own?.percent ?? null)),
      };
    }),
    levels: aggregate.total.levels.map(({ level, n }) => ({
      level,
      name: layout.levels.find((entry) => entry.level === level)?.name[language] ?? '',
      n,
    })),
  };
}

export interface DataFile {
  readonly name: string;
  readonly text: string;
}

function tableCsv(rows: readonly Row[], heads: readonly string[], { input }: ReportContext): string {
  return csvText([heads, ...rows.map((row) => heads.map((head) => row[head] ?? null))], input.language);
}

/** One CSV file for each table and one that says what the columns mean. */
export function collectionCsv(context: ReportContext): DataFile[] {
  const data = collectionData(context);
  const heads = (table: ColumnMeaning['table']): string[] =>
    DICTIONARY.filter((entry) => entry.table === table).flatMap(({ column }) =>
      column === 'node:<id>' ? context.input.layout.nodes.map(({ id }) => `node:${id}`) : [column],
    );
  return [
    ...(['units', 'nodes', 'items', 'levels'] as const).map((table) => ({
      name: `${table}.csv`,
      text: tableCsv(data[table], heads(table), context),
    })),
    {
      name: 'dictionary.csv',
      text: csvText(
        [
          ['table', 'column', 'type', 'vi', 'en'],
          ...DICTIONARY.map(({ table, column, type, vi, en }) => [table, column, type, vi, en]),
        ],
        context.input.language,
      ),
    },
  ];
}

/** Everything in one JSON text, the dictionary included. */
export function collectionJson(context: ReportContext): string {
  const { input, aggregate } = context;
  const { layout, period, basis, language, issued, hideNames, name } = input;
  return `${JSON.stringify(
    {
      format: COLLECTION_DATA_FORMAT,
      name,
      language,
      issued,
      questionnaire: { ...layout.questionnaire, title: layout.title[language] },
      period,
      basis,
      namesHidden: hideNames,
      n: aggregate.n,
      expected: input.expected.length,
      missing: input.missing.length,
      leftOut: aggregate.breaks,
      dictionary: DICTIONARY,
      ...collectionData(context),
    },
    null,
    2,
  )}\n`;
}
