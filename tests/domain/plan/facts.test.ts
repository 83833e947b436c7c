import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/assessment/answer.ts';
import { buildPlanDocument } from '../../../src/domain/plan/annex.ts';
import { planFacts, type PlanFacts } from '../../../src/domain/plan/facts.ts';
import { EMPTY_PLAN, emptyTask, type Plan, type PlanTask, type ProgressRecord } from '../../../src/domain/plan/plan.ts';
import { proposedPlan } from '../../../src/domain/plan/proposal.ts';
import type { SelectionTemplate } from '../../../src/domain/plan/template.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { bandRule, both, choice, definition, group, level, load, type Raw } from '../definition.ts';

/** Four choices of 0 to 5 points; levels 1 to 3 from 0, 10 and 15 of 20 points. */
const RAW = definition(
  [
    group('g', [
      choice('a', [0, 1, 2, 3, 4, 5], {
        priority: 3,
        effort: 1,
        advice: [
          { to: 2, text: both('a to **two**') },
          { to: 5, text: both('a to five') },
        ],
      }),
      choice('b', [0, 1, 2, 3, 4, 5], { priority: 3, effort: 3 }),
      choice('c', [0, 5], { priority: 1, effort: 3, measures: [{ id: 'm', text: both('measure of c'), effort: 1 }] }),
      choice('d', [0, 5], { notApplicable: true }),
    ]),
  ],
  { overall: bandRule('value', 'lower', 0, [10, 1], [15, 2], [null, 3]) },
  { levels: [1, 2, 3].map(level), targets: [{ year: 2027, level: 3, note: both('target') }] },
);
const questionnaire = load(RAW);
const prepared = prepare(questionnaire);
const chosen = (points: number): Answer => ({ state: 'answered', value: { kind: 'option', option: String(points) } });
const answers = new Map<string, Answer>([
  ['a', chosen(1)],
  ['b', chosen(3)],
  ['c', chosen(0)],
  ['d', chosen(5)],
]);
const TODAY = '2026-06-15';
const task = (id: string, raises: Record<string, string>, more: Partial<PlanTask> = {}): PlanTask => ({
  ...emptyTask(id),
  text: `Việc ${id}`,
  raises: Object.entries(raises).map(([itemId, to]) => ({ itemId, to })),
  ...more,
});
const factsOf = (plan: Plan, given = answers, records: readonly ProgressRecord[] = []): PlanFacts =>
  planFacts({ prepared, answers: given, plan, records, today: TODAY });
const withTasks = (...tasks: PlanTask[]): Plan => ({ ...EMPTY_PLAN, target: { level: 3, due: '2027-12-31' }, tasks });

describe('what a plan leads to', () => {
  it('is scored with the criteria raised: 9 points now, 15 with all tasks', () => {
    const facts = factsOf(withTasks(task('1', { a: '5' }), task('2', { b: '5' })));
    expect(facts.now).toEqual({ level: 1, value: '9', max: '20', percent: '45' });
    expect(facts.all).toEqual({ level: 3, value: '15', max: '20', percent: '75' });
    expect(facts.tasks.map(({ gain }) => gain)).toEqual(['4', '2']);
    expect(facts.gain).toBe('6');
  });

  it('counts a criterion of two tasks once, as far as the further one goes', () => {
    const facts = factsOf(withTasks(task('1', { a: '3' }), task('2', { a: '5' })));
    expect([facts.tasks.map(({ gain }) => gain), facts.gain, facts.all.value]).toEqual([['2', '4'], '4', '13']);
  });

  it('never lowers an answer, and stops at the top', () => {
    const facts = factsOf(withTasks(task('1', { b: '2' }), task('2', { d: '5' }), task('3', { a: '9' })));
    expect(facts.tasks.map(({ gain, items }) => [gain, items[0]?.open, items[0]?.to])).toEqual([
      ['0', false, '2'],
      ['0', false, '5'],
      ['4', true, '5'],
    ]);
  });

  it('takes the next answer that is worth enough', () => {
    expect(factsOf(withTasks(task('1', { a: '5/2' }))).tasks[0]).toMatchObject({ gain: '2', items: [{ to: '3' }] });
  });

  it('leaves alone what does not apply', () => {
    const given = new Map(answers).set('d', { state: 'not-applicable', reason: 'không có' });
    const facts = factsOf(withTasks(task('1', { d: '5' })), given);
    expect(facts.all).toEqual(facts.now);
    expect(facts.raisable.map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c']);
  });

  it('is told phase by phase, each with the ones before', () => {
    const phases = ['p', 'q'].map((id) => ({ id, name: id, due: '' }));
    const plan = {
      ...withTasks(task('1', { c: '5' }, { phase: 'q' }), task('2', { a: '2' }, { phase: 'p' }), task('3', { b: '5' })),
      phases,
    };
    expect(factsOf(plan).phases.map(({ phaseId, value, level: reached }) => [phaseId, value, reached])).toEqual([
      ['p', '10', 2],
      ['q', '15', 3],
    ]);
    expect(factsOf(plan).all.value).toBe('17');
  });
});

describe('suggestions', () => {
  it('come in the order of the rule, those on the way to the target first', () => {
    const { suggestions } = factsOf({ ...EMPTY_PLAN, target: { level: 2, due: '' } });
    const list = suggestions.map(({ key, needed, wave }) => [key, needed, wave]);
    expect(list[0]).toEqual(['raise:a:2', true, 'first']);
    expect(list).toContainEqual(['measure:c:m', false, 'then']);
    expect(list.at(-1)?.[1]).toBe(false);
    expect(suggestions.find(({ key }) => key === 'raise:a:2')?.text).toEqual({ vi: 'a to two', en: 'a to two' });
    // Without advice and measures the criterion and its next answer are named.
    expect(suggestions.find(({ itemId }) => itemId === 'b')?.text.vi).toBe('b: đạt “worth 4”');
    // With measures the bare raise would say nothing more.
    expect(suggestions.some(({ key }) => key.startsWith('raise:c'))).toBe(false);
  });

  it('lead to the target when all that are needed are taken', () => {
    for (const aim of [2, 3]) {
      const plan: Plan = { ...EMPTY_PLAN, target: { level: aim, due: '' } };
      const needed = factsOf(plan).suggestions.filter((entry) => entry.needed);
      const tasks = needed.map(({ key, itemId, to }) => task(key, { [itemId]: to }, { source: key }));
      const after = factsOf({ ...plan, tasks });
      expect(after.all.level).toBeGreaterThanOrEqual(aim);
      expect(after.suggestions.filter((entry) => entry.needed)).toEqual([]);
    }
  });

  it('are not made again for what a task does already', () => {
    const facts = factsOf(withTasks(task('1', { a: '5', b: '4' })));
    expect(facts.suggestions.map(({ key }) => key)).not.toContain('raise:a:5');
    // Ten points: five more are wanted, and a task that brings two of them is not enough.
    const ten = new Map(answers).set('a', chosen(0)).set('b', chosen(0)).set('c', chosen(5));
    const further = factsOf(withTasks(task('1', { a: '2' })), ten);
    expect(further.suggestions.find(({ needed }) => needed)?.key).toBe('raise:a:5');
  });
});

describe('a proposed plan', () => {
  it('aims at the questionnaire own target above the present level, else at the next level', () => {
    expect(proposedPlan(questionnaire, 2026, 1, TODAY).target).toEqual({ level: 3, due: '2027-12-31' });
    expect(proposedPlan(questionnaire, 2026, 3, TODAY).target).toEqual({ level: null, due: '2026-12-31' });
    const untold = load({ ...RAW, targets: [] });
    expect(proposedPlan(untold, 2026, 1, TODAY).target).toEqual({ level: 2, due: '2026-12-31' });
    expect(proposedPlan(untold, 2020, null, TODAY).target).toEqual({ level: 1, due: '2026-12-31' });
    const profile = load({ ...RAW, scoring: { ...(RAW.scoring as Raw), overall: { kind: 'none' } } });
    expect(proposedPlan(profile, 2026, null, TODAY).target.level).toBeNull();
  });
});

describe('figures of indicators', () => {
  it('stand beside the document own figure for the year of the target', () => {
    const indicator: Raw = {
      type: 'indicator',
      id: 'broadband',
      code: '1',
      title: both('Broadband'),
      measure: 'percent',
      targets: [
        { year: 2025, value: 80 },
        { year: 2030, value: 100 },
      ],
      place: both('Part I'),
    };
    const set = prepare(
      load(
        definition([
          group('g', [
            indicator,
            { ...indicator, id: 'said', code: '2', measure: 'reached', targets: [{ year: 2030 }] },
          ]),
        ]),
      ),
    );
    const plan: Plan = {
      ...EMPTY_PLAN,
      target: { level: null, due: '2028-12-31' },
      figures: [{ itemId: 'broadband', value: '95.5' }],
    };
    const given = new Map<string, Answer>([
      ['broadband', { state: 'answered', value: { kind: 'number', number: '62.5' } }],
    ]);
    const figures = (more: Partial<Plan> = {}, records: ProgressRecord[] = [], today = TODAY) =>
      planFacts({ prepared: set, answers: given, plan: { ...plan, ...more }, records, today }).figures;
    const broadband = { itemId: 'broadband', official: { year: 2030, value: '100' }, lower: false };
    expect(figures()).toMatchObject([{ ...broadband, now: '125/2', own: '95.5', status: 'on-the-way', late: false }]);
    const own = (value: string) => ({ figures: [{ itemId: 'broadband', value }] });
    expect(figures(own('62'))).toMatchObject([{ status: 'reached' }]);
    expect(figures(own('200'))).toMatchObject([{ status: 'not-reached' }]);
    expect(figures({ figures: [] }, [], '2029-01-01')).toMatchObject([{ own: null, status: 'on-the-way', late: true }]);
    // What was reported for the newest period goes before the assessment.
    const told = (number: number, value: string): ProgressRecord => ({
      period: { kind: 'quarter', year: 2026, number },
      reportedOn: '',
      level: null,
      remark: '',
      tasks: [],
      figures: [{ itemId: 'broadband', value }],
    });
    expect(figures({}, [told(2, '96'), told(1, '70')])).toMatchObject([{ now: '96', status: 'reached' }]);
  });
});

describe('the annex', () => {
  const selection = {
    kind: 'selection',
    scale: { lowest: 0, highest: 3 },
    criteria: [{ id: 'fit', text: both('fit'), weight: 1 }],
    source: { number: '1728/QĐ-UBND', place: both('VII.2') },
  } as unknown as SelectionTemplate;
  const period = { kind: 'quarter', year: 2026, number: 1 } as const;
  const record: ProgressRecord = {
    period,
    reportedOn: '2026-03-20',
    level: 1,
    remark: 'Thiếu kinh phí',
    tasks: [{ taskId: '1', status: 'in-progress', percent: 40, note: 'Đã trình' }],
    figures: [],
  };
  const plan: Plan = {
    ...withTasks(
      task('1', { a: '5' }, { budget: '1200.5', start: '2026-01-01', due: '2026-02-28', phase: 'p' }),
      task('2', { b: '5' }, { time: 'Hàng năm', budget: '10' }),
    ),
    phases: [{ id: 'p', name: 'Giai đoạn 1', due: '2026-12-31' }],
    reporting: { kinds: ['quarter'], cutoffDay: 14, start: '2026-01-01', deadlines: [] },
    initiatives: [
      { id: 'x', text: 'X', points: [{ criterion: 'fit', value: 1 }] },
      { id: 'y', text: 'Y', points: [{ criterion: 'fit', value: 3 }] },
    ],
  };
  const build = (language: 'vi' | 'en', more: Partial<Plan> = {}) => {
    const whole = { ...plan, ...more };
    return buildPlanDocument({
      facts: factsOf(whole, answers, [record]),
      plan: whole,
      records: [record],
      questionnaire,
      organisation: { name: 'UBND xã Trường Đông' },
      family: 'agency',
      period: { kind: 'year', year: 2026, number: 1 },
      sample: true,
      language,
      programVersion: '1.2.3',
      today: TODAY,
      selection,
    });
  };
  const cells = (language: 'vi' | 'en', table: number) =>
    build(language).tables[table]?.rows.map((row) =>
      row.kind === 'row' ? row.cells.map(({ text }) => text) : row.text,
    );

  it('says where the plan leads, and by which rule its tasks are ordered', () => {
    const document = build('vi');
    expect(document).toMatchObject({
      title: 'KẾ HOẠCH ĐẠT MỨC 3 TRONG NĂM 2027',
      below: 'Ủy ban nhân dân xã Trường Đông, Test, năm 2026',
      marks: ['DỮ LIỆU MẪU'],
      statements: [
        'Hiện ở mức 1 (9/20). Dự kiến khi làm hết 2 nhiệm vụ: mức 3 (15/20).',
        'Hết Giai đoạn 1: mức 2 (13/20).',
      ],
    });
    expect(document.attached).toContain('Ủy ban nhân dân xã Trường Đông');
    expect(document.tables[0]?.notes[0]).toContain('Ưu tiên cao và dễ làm thì làm trước');
    expect(document.tables.map(({ name }) => name)).toEqual([
      'Nhiệm vụ',
      'Tiến độ',
      'Kết quả kỳ gần nhất',
      'Sáng kiến ưu tiên',
    ]);
  });

  it('lists tasks by phase with their figures in the notation of the language', () => {
    const rows = cells('vi', 0);
    expect(rows?.[0]).toBe('Giai đoạn 1 (đến 31/12/2026)');
    expect(rows?.[1]).toEqual([
      '1',
      'Việc 1',
      'a',
      '4',
      'Trung bình, hơi khó',
      '',
      '',
      '01/01/2026 - 28/02/2026',
      '1.200,5',
      'Chưa bắt đầu\nTrễ hạn 107 ngày',
      '',
    ]);
    expect(rows?.[2]).toBe('Chưa xếp giai đoạn');
    expect(rows?.at(-1)?.slice(0, 9)).toEqual(['', 'Cộng', '', '6', '', '', '', '', '1.210,5']);
    expect(cells('en', 0)?.at(-1)?.[8]).toBe('1,210.5');
  });

  it('reports progress: periods that have begun, and the latest in four columns', () => {
    expect(cells('vi', 1)).toEqual([
      ['1', 'Quý I/2026', '15/12/2025 - 14/03/2026', '17/03/2026', '20/03/2026', 'Đã báo cáo, muộn', '0/2', '1'],
      ['2', 'Quý II/2026', '15/03/2026 - 14/06/2026', '16/06/2026', '', 'Đến kỳ báo cáo', '', ''],
      ['3', 'Quý III/2026', '15/06/2026 - 14/09/2026', '16/09/2026', '', 'Đang trong kỳ', '', ''],
    ]);
    expect(cells('vi', 2)).toEqual([['1', 'Việc 1', 'Đã trình', 'Đang làm, 40%\nTrễ hạn']]);
    expect(build('vi').tables[2]?.title).toBe('KẾT QUẢ THỰC HIỆN QUÝ I/2026');
  });

  it('ranks the initiatives', () => {
    expect(cells('vi', 3)).toEqual([
      ['1', 'Y', '3', '3/3'],
      ['2', 'X', '1', '1/3'],
    ]);
  });

  it('says so where there is nothing', () => {
    expect(build('vi', { tasks: [], phases: [], initiatives: [] }).tables[0]).toMatchObject({
      rows: [],
      empty: 'Kế hoạch chưa có nhiệm vụ nào.',
    });
  });
});
