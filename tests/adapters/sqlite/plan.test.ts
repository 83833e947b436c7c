import { describe, expect, it, onTestFinished } from 'vitest';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import type { Storage } from '../../../src/core/ports.ts';
import type { IndexEntry } from '../../../src/domain/plan/ledger.ts';
import { EMPTY_PLAN, emptyTask, type Plan, type ProgressRecord } from '../../../src/domain/plan/plan.ts';
import { temporaryFolder } from '../temporary.ts';
import { AT, fill } from './rows.ts';

function filled(): Storage {
  const storage = openStorage(null);
  onTestFinished(() => storage.close());
  fill(storage);
  return storage;
}

const period = { kind: 'quarter', year: 2026, number: 1 } as const;
const PLAN: Plan = {
  target: { level: 3, due: '2026-12-31' },
  figures: [{ itemId: 'x', value: '90.5' }],
  phases: [{ id: 'p1', name: 'Giai đoạn 1', due: '' }],
  reporting: { kinds: ['quarter'], cutoffDay: 14, start: '2026-01-01', deadlines: [{ period, day: '2026-03-20' }] },
  initiatives: [{ id: 'i1', text: 'Số hóa hồ sơ', points: [{ criterion: 'fit', value: 3 }] }],
  tasks: [
    { ...emptyTask('t2'), text: 'Việc hai', raises: [{ itemId: 'x', to: '5/2' }], phase: 'p1', budget: '45.5' },
    { ...emptyTask('t1'), text: 'Việc một', status: 'done', due: '2026-03-31' },
  ],
};
const RECORD: ProgressRecord = {
  period,
  reportedOn: '2026-03-16',
  level: null,
  remark: 'Thiếu kinh phí',
  tasks: [{ taskId: 't1', status: 'done', percent: 100, note: '' }],
  figures: [],
};
const ENTRY: IndexEntry = {
  id: 'n1',
  name: 'ICT Index',
  organisation: 'Tỉnh Tây Ninh',
  year: 2019,
  value: '0.4582',
  rank: 25,
  of: 63,
  source: '',
  remark: '',
  sample: true,
};

describe('a stored plan', () => {
  it('comes back whole and in its order, and is replaced as a whole', () => {
    const storage = filled();
    expect(storage.plans.find('a1')).toBeNull();
    storage.transaction(() => storage.plans.save('a1', PLAN, AT));
    expect(storage.plans.find('a1')).toEqual(PLAN);
    const smaller = { ...EMPTY_PLAN, tasks: PLAN.tasks.slice(1) };
    storage.transaction(() => storage.plans.save('a1', smaller, AT));
    expect(storage.plans.find('a1')).toEqual(smaller);
  });

  it('is stored whole or not at all', () => {
    const storage = filled();
    storage.plans.save('a1', PLAN, AT);
    const broken = { ...PLAN, target: { level: 5, due: '' }, tasks: [{ ...emptyTask('t9'), text: '' }] };
    expect(() => storage.transaction(() => storage.plans.save('a1', broken, AT))).toThrow();
    expect(storage.plans.find('a1')).toEqual(PLAN);
    expect(() => storage.plans.save('nobody', PLAN, AT)).toThrow();
  });

  it('survives closing', async () => {
    const folder = await temporaryFolder();
    const first = openStorage(folder);
    fill(first);
    first.plans.save('a1', PLAN, AT);
    first.plans.saveProgress('a1', RECORD, AT);
    first.close();
    const second = openStorage(folder);
    onTestFinished(() => second.close());
    expect(second.plans.find('a1')).toEqual(PLAN);
    expect(second.plans.progress('a1')).toEqual([RECORD]);
  });
});

describe('progress', () => {
  it('is kept once for each period', () => {
    const storage = filled();
    storage.plans.saveProgress('a1', RECORD, AT);
    const later = { ...RECORD, level: 3 };
    storage.plans.saveProgress('a1', later, AT);
    const half = { ...RECORD, period: { kind: 'half', year: 2026, number: 1 } as const };
    storage.plans.saveProgress('a1', half, AT);
    expect(storage.plans.progress('a1')).toEqual(expect.arrayContaining([later, half]));
    expect(storage.plans.progress('a1')).toHaveLength(2);
    storage.plans.removeProgress('a1', period);
    storage.plans.removeProgress('a1', period);
    expect(storage.plans.progress('a1')).toEqual([half]);
  });
});

describe('the ledger', () => {
  it('keeps own entries when samples go', () => {
    const storage = filled();
    const own = { ...ENTRY, id: 'n2', value: '', rank: null, of: null, year: 2020, sample: false };
    storage.plans.saveIndex(ENTRY, AT);
    storage.plans.saveIndex(own, AT);
    expect(storage.plans.indexes()).toEqual([ENTRY, own]);
    storage.plans.saveIndex({ ...ENTRY, rank: 24 }, AT);
    expect(storage.plans.indexes()[0]?.rank).toBe(24);
    storage.plans.removeSampleIndexes();
    expect(storage.plans.indexes()).toEqual([own]);
    storage.plans.removeIndex('n2');
    expect(storage.plans.indexes()).toEqual([]);
  });
});

describe('plans of samples', () => {
  it('go with their assessment', () => {
    const storage = filled();
    const [row] = storage.assessments.list();
    if (!row) throw new Error('no assessment');
    storage.assessments.add({ ...row, id: 's1', sample: true, period: { ...row.period, year: 2020 } });
    storage.plans.save('s1', PLAN, AT);
    storage.plans.saveProgress('s1', RECORD, AT);
    storage.plans.save('a1', PLAN, AT);
    storage.assessments.removeSamples();
    expect(storage.plans.find('s1')).toBeNull();
    expect(storage.plans.progress('s1')).toEqual([]);
    expect(storage.plans.find('a1')).toEqual(PLAN);
  });
});
