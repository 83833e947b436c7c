import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, emptyTask, type Plan, type PlanTask } from '../../src/domain/plan/plan.ts';
import { applyChange } from '../../src/domain/plan/change.ts';
import type { TaskTemplate } from '../../src/domain/plan/template.ts';
import { dayTyped, readDay } from '../../src/renderer/screens/plan/DayField.tsx';
import { readAmount, readFigure, readWhole } from '../../src/renderer/screens/plan/numbers.ts';
import {
  addTasks,
  groupTasks,
  moveTask,
  sortByRule,
  taskOfSuggestion,
  taskOfTemplate,
} from '../../src/renderer/screens/plan/plan-tasks.ts';

const task = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({ ...emptyTask(id), text: id, ...more });
const ids = (plan: Plan): string => plan.tasks.map(({ id }) => id).join(' ');
const phases = [
  { id: 'p', name: 'P', due: '' },
  { id: 'q', name: 'Q', due: '' },
];
const plan: Plan = {
  ...EMPTY_PLAN,
  phases,
  tasks: [task('a', { phase: 'p' }), task('b', { phase: 'q' }), task('c', { phase: 'p' }), task('d')],
};

describe('tasks on screen', () => {
  it('stand by phase, and change places with their neighbour there', () => {
    expect(groupTasks(plan).map(({ phaseId, tasks }) => [phaseId, tasks.map(({ id }) => id)])).toEqual([
      ['p', ['a', 'c']],
      ['q', ['b']],
      ['', ['d']],
    ]);
    expect(ids(applyChange(plan, moveTask(plan, 'c', -1) ?? {}))).toBe('c b a d');
    expect(moveTask(plan, 'a', -1)).toBeNull();
    expect(moveTask(plan, 'b', 1)).toBeNull();
    expect(moveTask(plan, 'nobody', 1)).toBeNull();
  });

  it('are one list without phases, also when it is empty', () => {
    expect(groupTasks(EMPTY_PLAN)).toEqual([{ phaseId: '', tasks: [] }]);
    expect(groupTasks({ ...plan, tasks: plan.tasks.slice(0, 3) }).map(({ phaseId }) => phaseId)).toEqual(['p', 'q']);
  });

  it('are sorted by the rule, once', () => {
    const unsorted = { ...EMPTY_PLAN, tasks: [task('hard', { effort: 3 }), task('easy', { effort: 1 })] };
    const change = sortByRule(unsorted);
    const sorted = applyChange(unsorted, change ?? {});
    expect(ids(sorted)).toBe('easy hard');
    expect(sortByRule(sorted)).toBeNull();
  });

  it('come from suggestions and templates with what is known of them', () => {
    const suggestion = {
      key: 'raise:x:3',
      itemId: 'x',
      code: '1.1',
      groupTitle: { vi: '', en: '' },
      text: { vi: 'Làm việc này', en: 'Do this' },
      from: '1',
      to: '3',
      gain: '2',
      priority: 3,
      effort: 1,
      wave: 'first',
      needed: true,
    } as const;
    const made = taskOfSuggestion('n', suggestion, 'en');
    expect(made).toMatchObject({ text: 'Do this', raises: [{ itemId: 'x', to: '3' }], source: 'raise:x:3' });
    expect(ids(applyChange(plan, addTasks(plan, [made])))).toBe('n a b c d');
    const template = { id: 'list', kind: 'tasks', groups: [] } as unknown as TaskTemplate;
    const entry = {
      id: 't1',
      text: { vi: 'Nhiệm vụ', en: 'Task' },
      lead: { vi: 'Sở Nội vụ', en: 'Home Affairs' },
      time: { vi: 'Hàng năm', en: 'Every year' },
      product: { vi: 'Kế hoạch', en: 'Plan' },
      remark: { vi: 'Thuộc đề án', en: 'Part of the scheme' },
      due: '2026-12-31',
      priority: 2,
      effort: 2,
    };
    expect(taskOfTemplate('n', template, entry, 'vi')).toMatchObject({
      lead: 'Sở Nội vụ',
      cooperating: '',
      time: 'Hàng năm',
      due: '2026-12-31',
      remark: 'Kế hoạch. Thuộc đề án',
      source: 'template:list:t1',
    });
  });
});

describe('what is typed', () => {
  it('is a day, nothing, or no day', () => {
    expect([readDay('1/2/2026'), readDay(' 31/12/2026 '), readDay(''), readDay('31/2/2026')]).toEqual([
      '2026-02-01',
      '2026-12-31',
      '',
      null,
    ]);
    expect([dayTyped('2026-02-01'), dayTyped('')]).toEqual(['01/02/2026', '']);
  });

  it('is a figure in the notation of its language', () => {
    expect(readFigure('1.234,5', 'vi')).toBe('1234.5');
    expect(readFigure('1,234.5', 'en')).toBe('1234.5');
    expect([readFigure('', 'vi'), readFigure('abc', 'vi'), readFigure('1,1234567', 'vi')]).toEqual(['', null, null]);
    expect([readAmount('-1', 'vi'), readAmount('45,5', 'vi')]).toEqual([null, '45.5']);
    expect([readWhole('14', 1, 28), readWhole('29', 1, 28), readWhole('', 1, 28), readWhole('1.5', 1, 28)]).toEqual([
      14,
      null,
      null,
      null,
    ]);
  });
});
