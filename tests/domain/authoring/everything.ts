/** A definition that uses every word of the vocabulary; right in its shape, not meant to be scored. */
import { both, type Raw } from '../definition.ts';

const two = (vi: string, en = `${vi} en`): Raw => ({ vi, en });
const decimals = { none: '0', offered: '0.5', approved: 1, rejected: '1/3' };
const table = (value: number | string): Raw => ({
  closed: 'lower',
  from: '-0.5',
  bands: [
    { to: '1/3', value },
    { to: null, value },
  ],
});
const levels = (...kinds: Raw[]): Raw[] => kinds;

let next = 0;
const named = (type: string, more: Raw): Raw => {
  next += 1;
  return { type, id: `i-${next}`, code: `${next}.10`, title: two(`Câu ${next}`), ...more };
};

const every: Raw = {
  question: two('Hỏi?'),
  help: two('Trợ giúp\ndòng hai'),
  example: two('Ví dụ'),
  legal: two('Điều 1'),
  qualityPoints: [two('ý một'), both('ý hai')],
  evidence: 'required',
  evidenceHint: two('Văn bản'),
  evidenceFactor: decimals,
  notApplicable: true,
  notApplicableAs: 'full',
  required: false,
  kinds: ['commune', 'ward'],
  showIf: {
    all: [
      {
        any: [
          { item: 'a', has: 'x' },
          { item: 'a', state: 'none' },
        ],
      },
      { not: { item: 'a', atLeast: '1.5' } },
      { item: 'a', below: '1/3' },
      { item: 'a', from: '2020-02' },
      { item: 'a', before: '2021' },
      { kind: 'commune' },
      { not: { all: [{ not: { kind: 'ward' } }] } },
    ],
  },
  whenHidden: 'exclude',
  role: 'bonus',
  knockOut: { below: '0.1', capLevel: 2, zeroGroup: true },
  atLevel: 3,
  adapted: two('Khác'),
  weight: '0.123456789012',
  scored: false,
  priority: 3,
  effort: 1,
  advice: [{ to: '0.5', text: two('Làm') }],
  measures: [{ id: 'm', text: two('Việc'), effort: 3 }],
  formerIds: ['cu-1', 'cu-2'],
  meaning: 2,
};

const option = (more: Raw): Raw => ({ points: 0, text: two('Phương án'), ...more });
const options = [
  option({ title: two('Ngắn'), counts: 'scored' }),
  option({ points: '-2.5', counts: 'excluded' }),
  option({ points: '1/7', id: 'own', counts: 'unknown' }),
];
const recoding = { reverse: true, recode: { kind: 'of-max', to: 6 } };
const rows = [
  { id: 'r1', text: two('Dòng'), weight: 2 },
  { id: 'r2', text: two('Dòng 2') },
];
const columns = [{ id: 'c1', points: '0.5', text: two('Cột') }];
const text = { text: two('Bậc') };

const items: Raw[] = [
  named('ladder', {
    ...every,
    steps: [
      { value: 1, ...text, sign: two('Dấu') },
      { id: 'hai', value: 2, ...text },
    ],
  }),
  named('checklist', {
    steps: [
      { value: 0, ...text, elements: [] },
      {
        id: 's',
        value: 1,
        ...text,
        elements: [
          { id: 'e1', ...text },
          { id: 'e2', ...text },
        ],
      },
    ],
  }),
  named('choice', { options, ...recoding, notApplicableAs: { copy: 'i-1' }, weight: 2, whenHidden: 'count' }),
  named('likert', { optionSet: 'chung', recode: { kind: 'min-max', to: 4 }, role: 'deduction' }),
  named('multi', {
    options: [
      { id: 'x', points: 1, ...text, exclusive: true },
      { id: 'y', points: 2, ...text },
    ],
    max: 3,
    byCount: table('0.5'),
    evidence: 'suggested',
    notApplicableAs: 'exclude',
  }),
  ...['sum', 'mean', 'weighted', 'lowest', { row: 'r1' }].map((join, index) =>
    named('matrix', { rows, options, join, blankRows: ['zero', 'exclude', 'unanswered'][index % 3] }),
  ),
  named('grid', { rows, columns, rowRule: 'sum', join: 'weighted' }),
  named('grid', { rows, columns, rowRule: 'first', join: 'mean', notApplicableAs: 'zero' }),
  named('number', { unit: two('cuộc'), min: -1, max: '99.5', decimals: 1, score: { kind: 'bands', table: table(1) } }),
  named('number', { score: { kind: 'per-unit', points: '-1', most: -3 } }),
  ...['not-applicable', 'zero', 'full'].map((whenZero) =>
    named('ratio', {
      numerator: two('Tử'),
      denominator: two('Mẫu'),
      whenZero,
      mayExceed: true,
      score: { kind: 'linear', zeroAt: 0, fullAt: 80, points: '7.25' },
    }),
  ),
  ...['number', 'percent', 'ratio', 'reached'].map((measure) =>
    named('indicator', {
      measure,
      unit: two('phút'),
      decimals: 2,
      numerator: two('Tử'),
      denominator: two('Mẫu'),
      direction: measure === 'number' ? 'lower' : 'higher',
      targets: [{ year: 2025, kinds: ['ward'], value: '12.5', note: two('tối thiểu') }, { year: 2030 }],
      baseline: { year: 2020, value: '1/3' },
      onTheWayFrom: 60,
      lead: two('Chủ trì'),
      cooperating: two('Phối hợp'),
      place: two('Mục 1'),
    }),
  ),
  named('text', { maxLength: 500 }),
  named('date', { earliest: '2020', latest: '2021-12-31' }),
];

const aggregates: Raw[] = [
  { kind: 'sum' },
  { kind: 'mean' },
  { kind: 'weighted' },
  { kind: 'lowest', k: 2 },
  { kind: 'lexicographic' },
  { kind: 'level-sum' },
  { kind: 'pooled', to: 10 },
  { kind: 'percent-mean', to: '0.5' },
  { kind: 'count', on: 'value', atLeast: 3 },
  { kind: 'count', on: 'percent', atLeast: '50.5' },
  { kind: 'penalties', start: 100 },
  { kind: 'geometric', zero: 'zero' },
  { kind: 'geometric', zero: 'skip' },
  { kind: 'none' },
];
const levelRules = levels(
  { kind: 'none' },
  { kind: 'bands', on: 'value', table: table(2) },
  { kind: 'gate', share: '62.5', cumulative: false },
  { kind: 'gate', count: 3, items: 'at-level', reach: 2 },
  { kind: 'gate', count: 3, items: 'all' },
  { kind: 'attributes', largely: 50, fully: '85.5' },
  { kind: 'lowest' },
  {
    kind: 'conditions',
    levels: [
      { level: 0 },
      { level: 1, total: { moreThan: 20 }, groups: { count: 4, level: 1 } },
      { level: 2, total: { atLeast: '64.5' } },
    ],
  },
  {
    kind: 'profiles',
    profiles: [
      {
        level: 1,
        groups: [
          { group: 'g-0', level: 1 },
          { group: 'g-1', level: 2 },
        ],
      },
      { level: 2, groups: [] },
    ],
  },
);

const group = (index: number, more: Raw): Raw => ({
  type: 'group',
  id: `g-${index}`,
  code: `G${index}`,
  title: two(`Nhóm ${index}`),
  children: [named('text', {})],
  ...more,
});
const modes = ['half-up', 'half-away', 'half-even'];

export const EVERYTHING: Raw = {
  format: 'thuoc-so/questionnaire/1',
  id: 'everything',
  version: '1.2.10',
  title: two('Tất cả'),
  shortTitle: two('Tất'),
  summary: two('Tóm tắt\n- một\n- hai'),
  minutes: 7,
  audience: ['commune', 'enterprise'],
  provenance: {
    basis: 'provisional',
    status: 'in-force',
    documents: [
      {
        number: '1/QĐ',
        date: '2021-02-03',
        issuer: two('UBND'),
        title: two('Về'),
        status: 'replaced',
        replacedBy: '2/QĐ',
        note: two('Ghi'),
      },
      { number: '2', date: '2022', issuer: two('UBND'), title: two('Về'), status: 'unknown' },
    ],
    notice: two('Lưu ý'),
    reviewed: '2026-11',
  },
  groupWord: two('trụ cột'),
  answerSets: [
    { id: 'chung', options },
    { id: 'khac', options: [option({}), option({ points: 1 })] },
  ],
  levels: [
    { value: 0, name: two('Không'), meaning: two('Chưa') },
    { value: 1, name: two('Một'), meaning: both('Như nhau') },
  ],
  scoring: {
    unanswered: { meanFrom: '66.5' },
    notApplicable: 'zero',
    emptyGroup: 'zero',
    completeness: { atLeast: 80, submit: 'all' },
    group: { kind: 'percent-mean', to: 100 },
    groupLevel: { kind: 'bands', on: 'percent', table: { ...table(1), closed: 'upper' } },
    total: { kind: 'weighted' },
    overall: { kind: 'bands', on: 'value', table: table(0) },
    levelForm: 'plus',
    scale: { from: 0, to: 5 },
    limits: { min: 0 },
    round: { decimals: 2, mode: 'half-even' },
    declared: { max: 1000, weights: '0.3' },
    caps: [
      { kind: 'lowest-group', plus: 1 },
      { kind: 'items', items: ['i-1', 'i-2'], below: '0.5', level: 1 },
    ],
    beside: ['mean', 'lowest'],
    decimals: 3,
    explanation: two('Giải thích'),
  },
  targets: [{ year: 2030, level: 3, note: two('Mục tiêu') }],
  example: true,
  groups: [
    group(0, {
      description: two('Mô tả'),
      weight: '2.5',
      scored: false,
      scale: { from: 1, to: 10 },
      limits: { min: '-1', max: '9.75' },
      declared: { max: 12 },
      caps: [{ kind: 'lowest-group', plus: 0 }],
      completeness: 50,
      whenEmpty: 'exclude',
      kinds: ['ward'],
      showIf: { kind: 'ward' },
      advice: [{ level: 1, text: two('Nên') }],
      // Items and groups in turn, and deeper than two.
      children: [
        group(100, { children: [group(101, { children: [named('text', {}), group(102, {})] })] }),
        ...items,
        group(103, {}),
        named('text', {}),
      ],
    }),
    ...aggregates.map((aggregate, index) =>
      group(index + 1, {
        aggregate,
        ...(levelRules[index] ? { level: levelRules[index] } : {}),
        round: { decimals: index % 7, mode: modes[index % 3] },
      }),
    ),
  ],
};

export const EVERY_VECTOR: Raw[] = [
  {
    name: 'everything',
    fill: 'top',
    fillGroups: { 'g-0': 1, 'g-1': 'top' },
    context: { kind: 'ward', year: 2027 },
    answers: {
      one: 2,
      two: '2',
      three: ['a', 'b'],
      four: [],
      five: { a: 1.5, b: 3 },
      six: { na: 'Không áp dụng; vì [thế]' },
      seven: { none: true },
      eight: { 'row-1': 'x', 'row-2': ['c', 'd'], 'row-3': [] },
      nine: null,
      ten: '[không phải danh sách]',
      eleven: '2025-02-18',
      twelve: '\\gạch',
    },
    expect: {
      level: null,
      total: '73/24',
      groups: { 'g-0': { value: '0.5', level: 2 }, 'g-1': { level: null }, 'g-2': {} },
    },
  },
  { name: 'everything', expect: { level: 0 } },
  { name: 'rank', fill: 3, expect: { level: 1, total: 0 } },
];
