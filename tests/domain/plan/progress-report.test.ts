import { describe, expect, it } from 'vitest';
import { progressSheet } from '../../../src/domain/plan/progress-annex.ts';
import { buildProgressReport, type ProgressInput } from '../../../src/domain/plan/progress-report.ts';
import { EMPTY_PLAN, emptyTask, type Plan, type ProgressRecord } from '../../../src/domain/plan/plan.ts';
import { progressEn } from '../../../src/domain/plan/words/progress-en.ts';
import { progressVi } from '../../../src/domain/plan/words/progress-vi.ts';
import { EMPTY_DETAILS } from '../../../src/domain/report/details.ts';
import { shipped } from '../report/support.ts';

const { questionnaire } = await shipped('gov-maturity-5');
const Q1 = { kind: 'quarter', year: 2026, number: 1 } as const;
const Q2 = { kind: 'quarter', year: 2026, number: 2 } as const;

const task = (id: string, more: object = {}) => ({ ...emptyTask(id), text: `Nhiệm vụ ${id}`, ...more });
const plan: Plan = {
  ...EMPTY_PLAN,
  target: { level: 3, due: '2026-12-31' },
  phases: [
    { id: 'p1', name: 'Chuẩn bị', due: '2026-03-31' },
    { id: 'p2', name: 'Thực hiện', due: '2026-09-30' },
  ],
  tasks: [
    task('a', { phase: 'p1', due: '2026-03-01', lead: 'Văn phòng' }),
    task('b', { phase: 'p2', due: '2026-05-01' }),
    task('c', { due: '2026-11-30', lead: 'Phòng Văn hóa - Xã hội' }),
  ],
};
const record = (period: ProgressRecord['period'], done: readonly string[], more: Partial<ProgressRecord> = {}) => ({
  period,
  reportedOn: '2026-06-16',
  level: 2,
  remark: '',
  figures: [],
  tasks: plan.tasks.map(({ id }) => ({
    taskId: id,
    status: done.includes(id) ? ('done' as const) : ('in-progress' as const),
    percent: done.includes(id) ? 100 : 40,
    note: done.includes(id) ? `Đã làm xong ${id}` : '',
  })),
  ...more,
});
const input = (more: Partial<ProgressInput> = {}): ProgressInput => ({
  plan,
  records: [record(Q1, []), record(Q2, ['a'], { remark: 'Thiếu kinh phí.\nThiếu người.' })],
  period: Q2,
  questionnaire,
  organisation: { name: 'UBND xã Trường Đông' },
  provinceName: 'Tây Ninh',
  details: { ...EMPTY_DETAILS, number: '05', addressees: 'Sở Khoa học và Công nghệ' },
  sample: false,
  language: 'vi',
  programVersion: '1.0.0',
  today: { year: 2026, month: 6, day: 16 },
  todayIso: '2026-06-16',
  ...more,
});
const said = (report: ReturnType<typeof buildProgressReport>): string =>
  report.body.map((block) => ('text' in block ? block.text : '…')).join('\n');

describe('the progress report', () => {
  it('has three parts with results, comparison and tasks, as recorded', () => {
    const report = buildProgressReport(input());
    const text = said(report);
    for (const line of [
      'Ủy ban nhân dân xã Trường Đông báo cáo tiến độ quý II/2026 (số liệu từ ngày 15/03/2026 đến ngày 14/06/2026)',
      'I. KẾT QUẢ THỰC HIỆN',
      'Kế hoạch có 3 nhiệm vụ: hoàn thành 1, đang làm 2, chưa bắt đầu 0, tạm dừng 0.',
      'bình quân của các nhiệm vụ là 60%',
      'Số nhiệm vụ quá hạn tại ngày chốt số liệu: 1.',
      '- Nhiệm vụ a: Đã làm xong a',
      'So với quý I/2026, số nhiệm vụ hoàn thành tăng từ 0 lên 1.',
      'đạt mức 3',
      'chưa đạt, còn trong thời hạn',
      '- Nhiệm vụ b (hạn 01/05/2026, quá hạn 44 ngày).',
      'Thiếu kinh phí.\nThiếu người.',
      '- Nhiệm vụ c (chủ trì: Phòng Văn hóa - Xã hội; hạn: 30/11/2026).',
    ])
      expect(text).toContain(line);
    expect(text.endsWith('./.')).toBe(true);
    expect(report.marks).toEqual([]);
  });

  it('takes head and address of the report, never its number', () => {
    const { frame } = buildProgressReport(input());
    expect(frame.number).toBe('Số: …/BC-UBND');
    expect(frame.addressees).toEqual(['Sở Khoa học và Công nghệ']);
    expect(frame.signing).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  });

  it('has an annex of four columns grouped by phases, numbered through', () => {
    const { annex } = buildProgressReport(input());
    expect(annex.table.columns.map(({ head }) => head)).toEqual([
      'STT',
      'Tên nhiệm vụ',
      'Kết quả thực hiện',
      'Đánh giá',
    ]);
    expect(
      annex.table.rows.map((row) => (row.kind === 'heading' ? row.text : row.cells.map(({ text }) => text).join('|'))),
    ).toEqual([
      'I. Chuẩn bị',
      '1|Nhiệm vụ a|Đã làm xong a|Hoàn thành (100%)',
      'II. Thực hiện',
      '2|Nhiệm vụ b||Đang làm (40%); quá hạn 44 ngày',
      'III. Nhiệm vụ khác',
      '3|Nhiệm vụ c||Đang làm (40%)',
    ]);
    const sheet = progressSheet(buildProgressReport(input()));
    expect(sheet.tables[0]).toMatchObject({ name: 'Kết quả thực hiện', title: annex.title });
  });

  it('stays open, and says that it is a draft, for a period that nothing was recorded for', () => {
    const report = buildProgressReport(input({ records: [], language: 'en' }));
    expect(report.marks).toEqual(['DRAFT']);
    expect(said(report)).toContain('There is no earlier report to compare with.');
    expect(report.body.filter(({ kind }) => kind === 'open')).toHaveLength(2);
  });

  it('says so where the plan has no task', () => {
    const report = buildProgressReport(input({ plan: EMPTY_PLAN, records: [] }));
    expect(said(report)).toContain('Kế hoạch chưa có nhiệm vụ nào.');
    expect(report.annex.table).toMatchObject({ rows: [], empty: 'Kế hoạch chưa có nhiệm vụ nào.' });
    expect(said(buildProgressReport(input({ plan: { ...plan, tasks: [] }, records: [] })))).not.toContain(
      'đã hoàn thành.',
    );
  });

  it('cuts long lists and points to the annex', () => {
    const many = Array.from({ length: 12 }, (_, index) => task(`t${index}`));
    const text = said(buildProgressReport(input({ plan: { ...EMPTY_PLAN, tasks: many }, records: [] })));
    expect(text).toContain('Còn 4 nhiệm vụ khác tại Phụ lục.');
  });

  it('has the same figures in both languages', () => {
    for (const [key, text] of Object.entries(progressVi)) {
      const places = (one: string): string[] => (one.match(/\{\{\w+\}\}/g) ?? []).sort();
      expect(places(progressEn[key as keyof typeof progressVi]), key).toEqual(places(text));
    }
  });
});
