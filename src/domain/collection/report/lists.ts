/** The long lists: units with ranking, items, heat matrix, quality. */
import { shadeOf } from '../../charts/shade.ts';
import { toDecimal } from '../../exact/exact.ts';
import { columnsOf, totalOf } from '../aggregate.ts';
import { isLargeEnough } from '../disclosure.ts';
import { ALPHA_MINIMUM } from '../items.ts';
import { capitalised, cellMaker, column, numeric, text } from './cells.ts';
import type { NamedUnit, ReportContext } from './context.ts';
import type { ReportCell, ReportSheet, ReportTable } from './model.ts';

/** More pillars than this are headed by their codes only. */
const MOST_TITLES = 8;

const cellsFor = ({ input, words }: ReportContext) => cellMaker(input.language, words('none'));

const emptyText = ({ words, tooFew, limits }: ReportContext, otherwise: string): string =>
  tooFew ? words('hidden.few', { minimum: limits.group }) : otherwise;

const flagsOf = ({ words }: ReportContext, { unit }: NamedUnit): string =>
  unit.result.quality.map((flag) => words(`flag.${flag}`)).join('; ');

/** Units by rank, those without a total last. */
const byRank = (units: readonly NamedUnit[]): NamedUnit[] =>
  [...units].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);

export function unitsSheet(context: ReportContext): ReportSheet {
  const { words, input, units } = context;
  const { count, figure } = cellsFor(context);
  const { hideNames, layout } = input;
  const hasLevels = context.aggregate.total.levels.length > 0;
  const hasAppraised = input.basis === 'self' && units.some(({ unit }) => unit.result.appraised !== null);
  const hasGroups = units.some(({ group }) => group !== '');
  const columns = [
    numeric(words('no'), 6),
    column(words('name'), 36),
    ...(hideNames ? [] : [column(words('code'), 12, 'center')]),
    ...(hasGroups ? [column(words('group'), 24)] : []),
    numeric(words('rank'), 8),
    numeric(words('points'), 11),
    numeric(words('max'), 11),
    numeric(words('percent'), 9),
    ...(hasLevels ? [numeric(words('level'), 8)] : []),
    ...(hasAppraised ? [numeric(words('appraised'), 11)] : []),
    numeric(words('answered'), 10),
    numeric(words('notApplicable'), 10),
    numeric(words('unanswered'), 10),
    column(words('flags'), 40),
  ];
  const rows = byRank(units).map((named, place): readonly ReportCell[] => {
    const { unit, name, code, group, rank } = named;
    const total = totalOf(unit);
    const { answered, notApplicable, unanswered } = unit.result.completeness;
    return [
      count(place + 1),
      text(name),
      ...(hideNames ? [] : [text(code)]),
      ...(hasGroups ? [text(group)] : []),
      rank === null ? text(words('none')) : count(rank),
      figure(total.value, layout.decimals),
      figure(total.max, layout.decimals),
      figure(total.percent),
      ...(hasLevels ? [total.level === null ? text(words('none')) : count(total.level)] : []),
      ...(hasAppraised ? [figure(unit.result.appraised?.total.percent ?? null)] : []),
      count(answered),
      count(notApplicable),
      count(unanswered),
      text(flagsOf(context, named)),
    ];
  });
  return {
    id: 'units',
    name: words('sheet.units'),
    title: words('units.title'),
    frozen: 2,
    tables: [
      {
        id: 'units',
        title: words('units.title'),
        columns,
        rows,
        empty: rows.length === 0 ? emptyText(context, words('empty.units')) : '',
        notes: [words('note.percent'), words('note.rank'), ...(layout.lowestFirst ? [words('note.rank.lowest')] : [])],
      },
    ],
  };
}

export function itemsSheet(context: ReportContext): ReportSheet {
  const { words, input, items, tooFew, limits } = context;
  const { count, spread } = cellsFor(context);
  const pillars = new Map(input.layout.nodes.map((node) => [node.id, node.title[input.language]]));
  const read = items.some(({ unknown }) => unknown < context.aggregate.n);
  const rows = input.layout.items.map((item, place): readonly ReportCell[] => {
    const own = items[place];
    const percent = own?.percent ?? null;
    const shown = !input.hideNames || isLargeEnough(percent?.n ?? 0, limits);
    const states = own?.states;
    return [
      text(item.code),
      text(item.title[input.language]),
      text(pillars.get(item.pillarId) ?? ''),
      count((states?.answered ?? 0) + (states?.none ?? 0)),
      count(states?.['not-applicable'] ?? 0),
      count(states?.unanswered ?? 0),
      ...spread(shown ? percent : null).slice(0, 4),
    ];
  });
  return {
    id: 'items',
    name: words('sheet.items'),
    title: words('items.title'),
    frozen: 2,
    tables: [
      {
        id: 'items',
        title: words('items.title'),
        columns: [
          column(words('no'), 8, 'center'),
          column(words('item'), 60),
          column(capitalised(context.group), 30),
          numeric(words('answered'), 10),
          numeric(words('notApplicable'), 10),
          numeric(words('unanswered'), 10),
          ...(['mean', 'median', 'q1', 'q3'] as const).map((key) => numeric(words(key), 11)),
        ],
        rows: tooFew || !read ? [] : rows,
        empty: tooFew || !read ? emptyText(context, words('empty.items')) : '',
        notes: [words('note.percent'), words('note.items'), words('note.quartiles')],
      },
    ],
  };
}

export function matrixSheet(context: ReportContext): ReportSheet {
  const { words, input, units } = context;
  const { count, figure } = cellsFor(context);
  const tops = input.layout.nodes.flatMap((node, place) => (node.depth === 1 ? [{ node, place }] : []));
  const titled = tops.length <= MOST_TITLES;
  const legend = tops.map(({ node }) => `${node.code}: ${node.title[input.language]}`).join('; ');
  const rows = byRank(units).map(({ unit, name }, at): readonly ReportCell[] => {
    const figures = columnsOf(unit, 'nodes');
    const shaded = (percent: ReturnType<typeof totalOf>['percent'], bold = false): ReportCell =>
      figure(percent, 0, { bold, ...(percent ? { shade: shadeOf(percent) } : {}) });
    const total = totalOf(unit);
    return [
      count(at + 1),
      text(name),
      shaded(total.percent, true),
      total.level === null ? text(words('none')) : count(total.level),
      ...tops.map(({ place }) => shaded(figures[place]?.percent ?? null)),
    ];
  });
  return {
    id: 'matrix',
    name: words('sheet.matrix'),
    title: words('matrix.title', { group: context.group }),
    frozen: 2,
    tables: [
      {
        id: 'matrix',
        title: words('matrix.title', { group: context.group }),
        columns: [
          numeric(words('no'), 6),
          column(words('name'), 36),
          numeric(words('total'), 11),
          numeric(words('level'), 8),
          ...tops.map(({ node }) => numeric(titled ? node.title[input.language] : node.code, titled ? 15 : 8)),
        ],
        rows,
        empty: rows.length === 0 ? emptyText(context, words('empty.units')) : '',
        notes: titled ? [] : [legend],
      },
    ],
  };
}

export function qualitySheet(context: ReportContext): ReportSheet {
  const { words, input } = context;
  return {
    id: 'quality',
    name: words('sheet.quality'),
    title: words('quality.title'),
    frozen: 0,
    tables: [
      flagsTable(context),
      breaksTable(context),
      ...(context.tooFew ? [] : [alphaTable(context), unitFlagsTable(context)]),
      ...(input.hideNames || input.expected.length === 0 ? [] : [missingTable(context)]),
    ],
  };
}

const NO = 6;
const WORDS = 60;

/** Results outside the figures, with the reason. */
export function leftOut({
  words,
  aggregate: { breaks },
}: ReportContext): { readonly text: string; readonly n: number }[] {
  return [
    { text: words('break.otherPeriod'), n: breaks.otherPeriod },
    { text: words('break.samples'), n: breaks.samples },
    { text: words('break.otherQuestionnaire'), n: breaks.otherQuestionnaire },
    { text: words('break.notAppraised'), n: breaks.notAppraised },
  ].filter(({ n }) => n > 0);
}

function countTable(
  context: ReportContext,
  id: 'flags' | 'breaks',
  entries: readonly { readonly text: string; readonly n: number }[],
): ReportTable {
  const { words } = context;
  const { count } = cellsFor(context);
  return {
    id,
    title: words(`${id}.title`),
    columns: [column(words('no'), NO, 'center'), column(words('what'), WORDS), numeric(words('count'), 14)],
    rows: entries.map((entry, place) => [count(place + 1), text(entry.text), count(entry.n)]),
    empty: entries.length === 0 ? words(`empty.${id}`) : '',
    notes: [],
  };
}

function flagsTable(context: ReportContext): ReportTable {
  const found = context.aggregate.quality.filter(({ n }) => n > 0);
  return countTable(
    context,
    'flags',
    context.tooFew ? [] : found.map(({ flag, n }) => ({ text: context.words(`flag.${flag}`), n })),
  );
}

function breaksTable(context: ReportContext): ReportTable {
  const versions = context.aggregate.breaks.otherVersions.map(({ version, n, nodes, items }) => ({
    text: context.words('break.otherVersion', { version, nodes, items }),
    n,
  }));
  return countTable(context, 'breaks', [...leftOut(context), ...versions]);
}

function alphaTable(context: ReportContext): ReportTable {
  const { words, alpha } = context;
  const { count, figure } = cellsFor(context);
  return {
    id: 'alpha',
    title: words('alpha.title'),
    columns: [column(words('no'), NO, 'center'), column(words('what'), WORDS), numeric(words('value'), 14)],
    rows:
      alpha.kind === 'none'
        ? []
        : [
            [
              count(1),
              text('Cronbach alpha'),
              { ...figure(alpha.value, 2), number: Number(toDecimal(alpha.value, 9)) },
            ],
            [count(2), text(words('alpha.items')), count(alpha.items)],
            [count(3), text(words('count')), count(alpha.n)],
          ],
    empty: alpha.kind === 'none' ? words(`alpha.${alpha.reason}`, { minimum: ALPHA_MINIMUM, n: alpha.n }) : '',
    notes: [words('note.alpha', { minimum: ALPHA_MINIMUM })],
  };
}

function unitFlagsTable(context: ReportContext): ReportTable {
  const { words, units } = context;
  const { count } = cellsFor(context);
  const flagged = units.filter(({ unit }) => unit.result.quality.length > 0);
  return {
    id: 'unitFlags',
    title: words('unitFlags.title'),
    columns: [column(words('no'), NO, 'center'), column(words('name'), WORDS), column(words('flags'), 70)],
    rows: flagged.map((named, place) => [count(place + 1), text(named.name), text(flagsOf(context, named))]),
    empty: flagged.length === 0 ? words('empty.flags') : '',
    notes: [],
  };
}

function missingTable(context: ReportContext): ReportTable {
  const { words, input } = context;
  const { count } = cellsFor(context);
  return {
    id: 'missing',
    title: words('missing.title'),
    columns: [
      column(words('no'), NO, 'center'),
      column(words('name'), WORDS),
      column(words('group'), 70),
      column(words('code'), 14, 'center'),
    ],
    rows: input.missing.map(({ name, code, group }, place) => [count(place + 1), text(name), text(group), text(code)]),
    empty: input.missing.length === 0 ? words('empty.missing') : '',
    notes: [],
  };
}
