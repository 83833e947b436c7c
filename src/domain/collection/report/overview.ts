/** The overview: general figures, levels, pillars, groups of units, change, appraisal. */
import { isLargeEnough } from '../disclosure.ts';
import type { ChangeStatistics } from '../changes.ts';
import { capitalised, cellMaker, column, numeric, shareOfCount, text } from './cells.ts';
import type { ReportContext } from './context.ts';
import type { ReportCell, ReportColumn, ReportSheet, ReportTable } from './model.ts';

/** Tables of one sheet share its columns: number, words, and up to eight figures. */
const NO = 6;
const WORDS = 44;

export function overviewSheet(context: ReportContext): ReportSheet {
  const { words } = context;
  return {
    id: 'overview',
    name: words('sheet.overview'),
    title: words('overview.title'),
    frozen: 0,
    tables: context.tooFew
      ? [factsTable(context)]
      : [
          factsTable(context),
          ...(context.aggregate.total.levels.length > 0 ? [levelsTable(context)] : []),
          pillarsTable(context),
          ...(context.groups.length > 0 || context.groupsHidden ? [groupsTable(context)] : []),
          ...(context.change ? [changesTable(context, 'changes', context.change.total, context.change.nodes)] : []),
          ...(isShownAppraisal(context)
            ? [
                changesTable(
                  context,
                  'appraisals',
                  context.aggregate.appraised.total,
                  context.aggregate.appraised.nodes,
                ),
              ]
            : []),
        ],
  };
}

function isShownAppraisal({ aggregate, input, limits }: ReportContext): boolean {
  const { n } = aggregate.appraised.total;
  return input.hideNames ? isLargeEnough(n, limits) : n > 0;
}

function factsTable({ words, input, aggregate, tooFew, limits }: ReportContext): ReportTable {
  const { count, figure, percent } = cellMaker(input.language, words('none'));
  const spread = aggregate.total.percent;
  const { completeness } = aggregate;
  const settled = shareOfCount(completeness.answered + completeness.notApplicable, completeness.items);
  const rows: (readonly [string, ReportCell])[] = [
    ...(input.expected.length > 0
      ? [
          [words('fact.expected'), count(input.expected.length)] as const,
          [words('fact.missing'), count(input.missing.length)] as const,
        ]
      : []),
    [words('fact.counted'), count(aggregate.n)],
    [words('fact.conflicts'), count(input.conflicts)],
    ...(tooFew
      ? []
      : ([
          [words('fact.mean'), figure(spread && spread.mean)],
          [words('fact.median'), figure(spread && spread.median)],
          [words('fact.quartiles'), text(spread ? `${percent(spread.q1)} – ${percent(spread.q3)}` : words('none'))],
          [words('fact.answered'), figure(settled)],
          [words('fact.full'), count(completeness.full)],
        ] as const)),
  ];
  return {
    id: 'facts',
    title: words('facts.title'),
    columns: [column(words('no'), NO, 'center'), column(words('what'), WORDS), numeric(words('value'), 16)],
    rows: rows.map(([label, cell], place) => [count(place + 1), text(label), cell]),
    empty: '',
    notes: tooFew ? [words('hidden.few', { minimum: limits.group })] : [words('note.percent'), words('note.quartiles')],
  };
}

function levelsTable({ words, input, aggregate }: ReportContext): ReportTable {
  const { count, figure } = cellMaker(input.language, words('none'));
  const names = new Map(input.layout.levels.map(({ level, name }) => [level, name[input.language]]));
  const { levels } = aggregate.total;
  const n = levels.reduce((sum, entry) => sum + entry.n, 0);
  return {
    id: 'levels',
    title: words('levels.title'),
    columns: [
      column(words('no'), NO, 'center'),
      column(words('level'), WORDS),
      numeric(words('count'), 16),
      numeric(`${words('share')} (%)`),
    ],
    rows: levels
      .filter((entry) => entry.level !== null || entry.n > 0)
      .map((entry, place) => [
        count(place + 1),
        text(entry.level === null ? words('level.none') : `${entry.level} – ${names.get(entry.level) ?? ''}`),
        count(entry.n),
        figure(shareOfCount(entry.n, n)),
      ]),
    empty: '',
    notes: [],
  };
}

const spreadColumns = (words: ReportContext['words'], first: string): ReportColumn[] => [
  column(words('no'), NO, 'center'),
  column(first, WORDS),
  numeric(words('count'), 16),
  ...(['mean', 'median', 'q1', 'q3', 'min', 'most'] as const).map((key) => numeric(words(key))),
];

function pillarsTable(context: ReportContext): ReportTable {
  const { words, group, input, aggregate, limits } = context;
  const { count, spread } = cellMaker(input.language, words('none'));
  const shown = (n: number): boolean => !input.hideNames || isLargeEnough(n, limits);
  const rows = input.layout.nodes.map((node, place): readonly ReportCell[] => {
    const own = aggregate.nodes[place]?.percent ?? null;
    const bold = node.depth === 1;
    return [
      text(node.code, { bold }),
      text(node.title[input.language], { bold }),
      count(own?.n ?? 0),
      ...spread(own && shown(own.n) ? own : null),
    ];
  });
  const total = aggregate.total.percent;
  return {
    id: 'pillars',
    title: words('pillars.title', { group }),
    columns: spreadColumns(words, capitalised(group)),
    rows: [
      ...rows,
      [text(''), text(words('total'), { bold: true }), count(total?.n ?? 0), ...spread(total)].map((cell) => ({
        ...cell,
        bold: true,
      })),
    ],
    empty: '',
    notes: [],
  };
}

function groupsTable({ words, input, groups, groupsHidden, limits }: ReportContext): ReportTable {
  const { count, spread, change } = cellMaker(input.language, words('none'));
  return {
    id: 'groups',
    title: words('groups.title'),
    columns: [...spreadColumns(words, words('group')), numeric(words('difference'), 14)],
    rows: groups.map(({ key, aggregate, difference }, place) => [
      count(place + 1),
      text(key === '' ? words('group.none') : key),
      count(aggregate.n),
      ...spread(aggregate.total.percent),
      change(difference),
    ]),
    empty: groups.length === 0 ? words('empty.groups') : '',
    notes: groupsHidden ? [words('hidden.groups', { minimum: limits.group })] : [],
  };
}

function changesTable(
  { words, group, input }: ReportContext,
  id: 'changes' | 'appraisals',
  total: ChangeStatistics,
  nodes: readonly ChangeStatistics[],
): ReportTable {
  const { count, change } = cellMaker(input.language, words('none'));
  const row = (label: string, code: string, own: ChangeStatistics, bold: boolean): readonly ReportCell[] => [
    text(code, { bold }),
    text(label, { bold }),
    count(own.n),
    change(own.change && own.change.mean),
    change(own.change && own.change.median),
    count(own.up),
    count(own.down),
    count(own.same),
  ];
  return {
    id,
    title: words(`${id}.title`),
    columns: [
      column(words('no'), NO, 'center'),
      column(capitalised(group), WORDS),
      numeric(words('count'), 16),
      ...(['mean', 'median', 'up', 'down', 'same'] as const).map((key) => numeric(words(key))),
    ],
    rows: [
      ...input.layout.nodes.flatMap(({ title, code, depth }, place) => {
        const own = nodes[place];
        return depth === 1 && own ? [row(title[input.language], code, own, false)] : [];
      }),
      row(words('total'), '', total, true),
    ],
    empty: '',
    notes: [],
  };
}
