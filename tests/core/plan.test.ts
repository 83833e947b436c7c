import { describe, expect, it } from 'vitest';
import { readMachinePart } from '../../src/adapters/documents/machine-part.ts';
import type { MethodInput } from '../../src/contract/surface.ts';
import type { PlanView } from '../../src/contract/views/plan.ts';
import { emptyTask, type PlanTask } from '../../src/domain/plan/plan.ts';
import { onFile, run } from '../adapters/documents/tools.ts';
import { ASSESSMENT, openForTest, openWithDraft, saving, uuid, type Opened } from './application.ts';

const assessmentId = ASSESSMENT;

/** Every item of the government set at level 2, but for the two first ones. */
async function openAnswered(): Promise<Opened> {
  const opened = await openWithDraft();
  const { questionnaire } = await opened.call('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
  const items = questionnaire.groups.flatMap((group) => group.children);
  for (const [index, item] of items.entries()) await opened.call('answers.save', saving(item.id, index < 2 ? 1 : 2));
  return opened;
}

const task = (number: number, more: Partial<PlanTask> = {}): PlanTask => ({
  ...emptyTask(uuid(number)),
  text: `Nhiệm vụ ${number}`,
  ...more,
});

const change = (more: MethodInput<'plans.change'>['change']): MethodInput<'plans.change'> => ({
  assessmentId,
  change: more,
});

const texts = (view: PlanView): string[] => view.plan.tasks.map((entry) => entry.text);

describe('a plan', () => {
  it('is proposed before it is stored: target of the questionnaire, nothing in it', async () => {
    const { call, storage } = await openAnswered();
    const view = await call('plans.get', { assessmentId });
    expect(view).toMatchObject({ stored: false, today: '2026-01-01', plan: { tasks: [], phases: [] } });
    expect(view.plan.target.level).toBeGreaterThan(view.now.level ?? 0);
    expect(view.suggestions.some((entry) => entry.needed)).toBe(true);
    expect(storage.plans.find(assessmentId)).toBeNull();
  });

  it('leads with its suggestions to the level that it aims at', async () => {
    const { call } = await openAnswered();
    const target = { level: 3, due: '2026-12-31' };
    const proposed = await call('plans.change', change({ target }));
    expect(proposed.all.level).toBe(proposed.now.level);
    const put = proposed.suggestions
      .filter((entry) => entry.needed)
      .map((entry, index) =>
        task(100 + index, {
          text: entry.text.vi,
          raises: [{ itemId: entry.itemId, to: entry.to }],
          priority: entry.priority,
          effort: entry.effort,
          source: entry.key,
        }),
      );
    const view = await call('plans.change', change({ put }));
    expect(view.all.level).toBe(3);
    expect(view.plan.tasks).toHaveLength(put.length);
    expect(view.suggestions.some((entry) => entry.needed)).toBe(false);
    expect(view.tasks.every(({ gain }) => gain !== '0')).toBe(true);
  });

  it('is changed as a whole, and a repeated change has no second effect', async () => {
    const { call, events } = await openAnswered();
    const phase = { id: uuid(50), name: 'Giai đoạn 1', due: '2026-06-30' };
    const first = change({ phases: [phase], put: [task(10, { phase: phase.id }), task(11), task(12)] });
    const once = await call('plans.change', first);
    expect(once.stored).toBe(true);
    const told = events.length;
    expect(await call('plans.change', first)).toEqual(once);
    expect(events).toHaveLength(told);
    const moved = await call('plans.change', change({ order: [uuid(12), uuid(10)], remove: [uuid(99)] }));
    expect(texts(moved)).toEqual(['Nhiệm vụ 12', 'Nhiệm vụ 10', 'Nhiệm vụ 11']);
    const without = await call('plans.change', change({ phases: [], remove: [uuid(12)] }));
    expect(without.plan.tasks.map(({ id, phase: own }) => [id, own])).toEqual([
      [uuid(10), ''],
      [uuid(11), ''],
    ]);
    expect(events.at(-1)).toEqual({ type: 'plan.changed', id: assessmentId });
  });

  it('may be made of a locked result, whose answers it never touches', async () => {
    const { call } = await openAnswered();
    await call('assessments.finish', { id: assessmentId });
    const before = await call('assessments.open', { id: assessmentId });
    await call('plans.change', change({ put: [task(10, { raises: [{ itemId: 'annual-goals', to: '5' }] })] }));
    expect(await call('assessments.open', { id: assessmentId })).toEqual(before);
  });

  it('refuses what its questionnaire does not know, and changes nothing then', async () => {
    const { call, refused, storage } = await openAnswered();
    await call('plans.change', change({ put: [task(10)] }));
    const before = storage.plans.find(assessmentId);
    const put = [task(11), task(12, { raises: [{ itemId: 'nope', to: '3' }] })];
    expect(await refused('plans.change', change({ put }))).toMatchObject({ code: 'item.unknown' });
    expect(await refused('plans.change', change({ target: { level: 9, due: '' } }))).toMatchObject({
      code: 'input.invalid',
      problems: [{ code: 'unknown-level' }],
    });
    for (const wrong of [
      task(13, { text: ' ' }),
      task(13, { due: '2026-02-30' }),
      task(13, { budget: '-1' }),
      task(13, { raises: [{ itemId: 'annual-goals', to: '1/0' }] }),
      task(13, { priority: 4 }),
    ])
      expect(await refused('plans.change', change({ put: [wrong] }))).toMatchObject({ code: 'input.invalid' });
    const many = Array.from({ length: 300 }, (_, index) => task(1000 + index));
    expect(await refused('plans.change', change({ put: many }))).toMatchObject({
      code: 'input.invalid',
      problems: [{ code: 'too-many', params: { count: 301 } }],
    });
    expect(storage.plans.find(assessmentId)).toEqual(before);
    expect(await refused('plans.get', { assessmentId: uuid(77) })).toMatchObject({ code: 'assessment.unknown' });
  });
});

describe('progress', () => {
  const period = { kind: 'quarter', year: 2026, number: 1 } as const;
  const report = (status: PlanTask['status'], more: object = {}): MethodInput<'progress.save'> => ({
    assessmentId,
    progress: {
      period,
      reportedOn: '2026-03-16',
      level: 2,
      remark: '',
      tasks: [{ taskId: uuid(10), status, percent: 50, note: 'Đã trình' }],
      figures: [],
      ...more,
    },
  });

  it('is asked for from the first day on, with cut-off day 14 and a deadline two working days later', async () => {
    const { call } = await openAnswered();
    const view = await call('plans.change', change({ target: { level: 3, due: '2026-12-31' } }));
    expect(view.plan.reporting).toMatchObject({ cutoffDay: 14, start: '2026-01-01' });
    expect(view.periods.find((entry) => entry.period.kind === 'quarter')).toMatchObject({
      period,
      window: { from: '2025-12-15', to: '2026-03-14' },
      deadline: '2026-03-17',
      state: 'running',
    });
    const deadlines = [{ period, day: '2026-03-25' }];
    const moved = await call('plans.change', change({ reporting: { ...view.plan.reporting, deadlines } }));
    expect(moved.periods.find((entry) => entry.period.kind === 'quarter')?.deadline).toBe('2026-03-25');
  });

  it('of the latest period sets the states of the tasks; an older one does not', async () => {
    const { call } = await openAnswered();
    await call('plans.change', change({ put: [task(10, { due: '2025-12-31' }), task(11)] }));
    const late = await call('plans.get', { assessmentId });
    expect(late.tasks[0]).toMatchObject({ lateness: 'late', daysLate: 1 });
    const done = await call('progress.save', report('done'));
    expect(done.plan.tasks.map(({ status }) => status)).toEqual(['done', 'not-started']);
    expect(done.tasks[0]).toMatchObject({ lateness: 'on-time' });
    expect(done.periods.find(({ record }) => record)).toMatchObject({ state: 'reported', period });
    expect(await call('progress.save', report('done'))).toEqual(done);
    const older = await call('progress.save', report('paused', { period: { ...period, year: 2025 } }));
    expect(older.plan.tasks[0]?.status).toBe('done');
    expect(older.periods.filter(({ record }) => record)).toHaveLength(2);
  });

  it('can be taken back, also twice', async () => {
    const { call, refused, storage } = await openAnswered();
    await call('progress.save', report('done', { tasks: [] }));
    await call('progress.remove', { assessmentId, period });
    await call('progress.remove', { assessmentId, period });
    expect(storage.plans.progress(assessmentId)).toEqual([]);
    expect(await refused('progress.save', report('done', { level: 9 }))).toMatchObject({ code: 'input.invalid' });
  });
});

describe('the annex', () => {
  it.each(['vi', 'en'] as const)('is made as workbook and PDF in %s', async (language) => {
    const { call, delivered } = await openAnswered();
    const phase = { id: uuid(50), name: 'Giai đoạn 1', due: '2026-06-30' };
    const raises = [{ itemId: 'annual-goals', to: '3' }];
    await call(
      'plans.change',
      change({
        phases: [phase],
        put: [task(10, { phase: phase.id, raises, budget: '45.5', lead: 'Văn phòng', due: '2026-03-31' }), task(11)],
      }),
    );
    for (const format of ['xlsx', 'pdf'] as const) {
      const made = await call('plans.export', { assessmentId, format, language });
      expect(made.fileName).toBe(`ubnd-xa-truong-dong_ke-hoach-gov-maturity-5_2025.${format}`);
      await call('files.deliver', { ticket: made.ticket });
      const bytes = delivered.at(-1)?.bytes ?? new Uint8Array();
      expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
      if (format === 'xlsx') expect(readMachinePart(bytes).kind).toBe('absent');
    }
  });

  it('is part of the report once it was changed, and not before', async () => {
    const { call, delivered } = await openAnswered();
    const report = async (): Promise<string> => {
      const { ticket } = await call('reports.export', { assessmentId, format: 'pdf', language: 'vi' });
      await call('files.deliver', { ticket });
      const bytes = delivered.at(-1)?.bytes ?? new Uint8Array();
      return onFile('report.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-')).replace(/\s+/g, ' ');
    };
    expect(await report()).not.toContain('Kế hoạch thực hiện, phân công');
    await call('plans.change', change({ put: [task(10, { text: 'Nâng cấp một cửa điện tử' })] }));
    const text = await report();
    expect(text).toContain('Kế hoạch thực hiện, phân công và thời hạn tại Phụ lục');
    expect(text).toContain('Nâng cấp một cửa điện tử');
  });
});

describe('templates', () => {
  it('are shipped task lists and at most one sheet for choosing, each with its source', async () => {
    const { call } = await openForTest();
    const templates = await call('templates.list', {});
    const tayNinh = templates.find((template) => template.id === 'tasks-tay-ninh-713');
    expect(tayNinh).toMatchObject({ kind: 'tasks', source: { number: '713/QĐ-UBND', date: '2021-03-29' } });
    expect(tayNinh?.kind === 'tasks' && tayNinh.groups.flatMap(({ tasks }) => tasks)).toHaveLength(28);
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  });
});

describe('the ledger', () => {
  const entry = {
    id: uuid(200),
    name: 'DTI',
    organisation: 'UBND xã Trường Đông',
    year: 2025,
    value: '0.61',
    rank: 12,
    of: 96,
    source: 'Quyết định công bố',
    remark: '',
  };

  it('keeps outside results beside the own finished ones', async () => {
    const { call, events } = await openAnswered();
    expect((await call('indexes.list', {})).own).toEqual([]);
    await call('assessments.finish', { id: assessmentId });
    const first = await call('indexes.save', { entry });
    expect(first.entries).toEqual([{ ...entry, sample: false }]);
    expect(first.own).toMatchObject([{ assessmentId, organisation: 'UBND xã Trường Đông', period: { year: 2025 } }]);
    expect(first.names.map(({ id }) => id)).toContain('par-index');
    expect((await call('indexes.save', { entry: { ...entry, rank: 10 } })).entries).toMatchObject([{ rank: 10 }]);
    expect((await call('indexes.remove', { id: entry.id })).entries).toEqual([]);
    expect((await call('indexes.remove', { id: entry.id })).entries).toEqual([]);
    expect(events.filter(({ type }) => type === 'ledger.changed')).toHaveLength(4);
  });

  it('gets the published figures of Tây Ninh with the samples, and loses them again', async () => {
    const { call } = await openForTest();
    await call('indexes.save', { entry });
    await call('samples.add', {});
    const { entries } = await call('indexes.list', {});
    expect(entries).toContainEqual(
      expect.objectContaining({ name: 'ICT Index', year: 2019, value: '0.4582', rank: 25, of: 63, sample: true }),
    );
    await call('samples.remove', {});
    expect((await call('indexes.list', {})).entries.map(({ id }) => id)).toEqual([entry.id]);
  });
});
