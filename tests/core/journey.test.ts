import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid } from './application.ts';

const EVIDENCE = {
  id: uuid(50),
  type: 'Kế hoạch',
  number: '18/KH-UBND',
  date: '2025-02-25',
  issuer: 'UBND xã',
  subject: 'Chuyển đổi số',
  page: '2-5',
};

describe('the whole journey', () => {
  it('goes from an organisation to a result, a locked round and a comparison', async () => {
    const { call, refused, events } = await openWithDraft();
    const { questionnaire } = await call('questionnaires.get', {
      id: GOV.questionnaireId,
      version: GOV.questionnaireVersion,
    });
    const items = [...itemsOf(questionnaire.groups)];

    // An untouched draft.
    const empty = await call('assessments.open', { id: ASSESSMENT });
    expect(empty).toMatchObject({
      organisation: COMMUNE,
      position: null,
      records: [],
      evidence: [],
      previous: null,
      summary: {
        state: 'draft',
        sample: false,
        settled: 0,
        total: 32,
        flagged: 0,
        level: null,
        levelName: null,
        finishedAt: null,
      },
    });
    expect((await call('app.info', {})).settings.organisationId).toBe(COMMUNE.id);

    // Two answers with everything beside them.
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: EVIDENCE });
    const first = await call(
      'answers.save',
      saving('annual-goals', 3, {
        note: 'Đối chiếu\r\nquý IV',
        explanation: 'Đã có kế hoạch',
        flagged: true,
        evidence: [EVIDENCE.id, EVIDENCE.id],
      }),
    );
    expect(first).toMatchObject({ itemId: 'annual-goals', seq: 1, settled: 1, total: 32 });
    await call(
      'answers.save',
      saving('online-payment', { state: 'not-applicable', reason: 'Không phát sinh khoản phải nộp' }),
    );
    expect(events.filter((event) => event.type === 'assessment.changed' && event.id === ASSESSMENT)).toHaveLength(4);

    const opened = await call('assessments.open', { id: ASSESSMENT });
    expect(opened.position).toBe('online-payment');
    expect(opened.summary).toMatchObject({ settled: 2, flagged: 1 });
    expect(opened.evidence).toEqual([EVIDENCE]);
    expect(opened.records.find((record) => record.itemId === 'annual-goals')).toEqual({
      itemId: 'annual-goals',
      seq: 1,
      answer: { state: 'answered', value: { kind: 'option', option: '3' } },
      note: 'Đối chiếu\nquý IV',
      explanation: 'Đã có kế hoạch',
      flagged: true,
      evidence: [EVIDENCE.id],
    });

    // A provisional result names what is missing.
    const early = await call('results.get', { assessmentId: ASSESSMENT });
    expect(early).toMatchObject({ provisional: true, level: null, next: { level: 1, reaches: true, minimal: true } });
    expect(early.next?.steps).toHaveLength(24);

    // Everything answered at level 2, six at level 1: 25 of 31 stand at 2.
    const weak = [
      'citizen-effort',
      'proactive-service',
      'open-data',
      'data-decisions',
      'security-level',
      'business-partners',
    ];
    for (const item of items)
      if (item.id !== 'online-payment')
        await call('answers.save', saving(item.id, weak.includes(item.id) ? 1 : 2, { seq: 2 }));
    const result = await call('results.get', { assessmentId: ASSESSMENT });
    expect(result).toMatchObject({
      provisional: false,
      level: 2,
      root: { answered: 31, notApplicable: 1, unanswered: 0, total: 32, value: '29/16', previous: null },
      target: { year: 2025, level: 2 },
      previous: null,
      next: { level: 3, minimal: true, reaches: true },
    });
    expect(result.groups).toHaveLength(8);
    expect(result.held).toEqual([
      {
        met: true,
        groupIds: [],
        text: {
          vi: expect.stringContaining('cần 25/31, hiện có 25') as string,
          en: expect.stringContaining('25 of 31 needed, 25 there') as string,
        },
      },
    ]);
    expect(result.next?.conditions[0]).toMatchObject({ met: false });
    expect(result.next?.steps.every((step) => step.from !== null && Number(step.to) >= 3 && step.advice !== null)).toBe(
      true,
    );
    expect(result.beside.map(({ kind, value }) => [kind, value])).toEqual([
      ['mean', '29/16'],
      ['lowest', '3/2'],
    ]);
    expect(result.beside[1]?.groupIds).toEqual(['data-technology']);
    expect(result.missingEvidence.map((item) => item.itemId)).toContain('annual-goals');

    // Locked.
    const finished = await call('assessments.finish', { id: ASSESSMENT });
    expect(finished.summary).toMatchObject({
      state: 'finished',
      level: 2,
      levelName: { vi: 'Chính phủ mở' },
      settled: 32,
    });
    expect(finished.summary.finishedAt).toBe(finished.summary.updatedAt);
    for (const [method, input] of [
      ['answers.save', saving('annual-goals', 5, { seq: 9 })],
      ['evidence.save', { assessmentId: ASSESSMENT, evidence: EVIDENCE }],
      ['evidence.remove', { assessmentId: ASSESSMENT, evidenceId: EVIDENCE.id }],
    ] as const)
      expect((await refused(method, input)).code).toBe('assessment.finished');
    expect((await call('results.get', { assessmentId: ASSESSMENT })).level).toBe(2);
    expect((await call('assessments.finish', { id: ASSESSMENT })).summary).toEqual(finished.summary);

    // Reopened, changed, closed again.
    expect((await call('assessments.reopen', { id: ASSESSMENT })).summary).toMatchObject({
      state: 'draft',
      level: null,
      finishedAt: null,
    });
    expect((await call('assessments.reopen', { id: ASSESSMENT })).summary.state).toBe('draft');
    await call('answers.save', saving('citizen-effort', 2, { seq: 3 }));
    await call('assessments.finish', { id: ASSESSMENT });

    // The next round sees the one before.
    const next = uuid(3);
    const started = await call('assessments.start', {
      id: next,
      organisationId: COMMUNE.id,
      ...GOV,
      period: { kind: 'quarter', year: 2026, number: 1 },
    });
    expect(started.previous).toMatchObject({ period: { kind: 'year', year: 2025, number: 1 } });
    expect(started.previous?.records).toHaveLength(32);
    for (const item of items) await call('answers.save', saving(item.id, 3, { assessmentId: next }));
    const second = await call('results.get', { assessmentId: next });
    expect(second).toMatchObject({
      level: 3,
      previous: { period: { year: 2025 }, level: 2 },
      target: { year: 2030, level: 3 },
    });
    expect(second.groups[0]).toMatchObject({
      id: 'value-focus',
      value: '3',
      percent: '60',
      previous: { value: '2', percent: '40', level: 2 },
    });

    const list = await call('assessments.list', {});
    expect(list.map((entry) => entry.id)).toEqual([next, ASSESSMENT]);
  });

  it('keeps the place where the person stopped, also in a locked round', async () => {
    const { call, refused } = await openWithDraft();
    await call('assessments.position', { id: ASSESSMENT, itemId: 'open-data' });
    await call('assessments.finish', { id: ASSESSMENT });
    await call('assessments.position', { id: ASSESSMENT, itemId: 'satisfaction' });
    expect((await call('assessments.open', { id: ASSESSMENT })).position).toBe('satisfaction');
    expect((await refused('assessments.position', { id: ASSESSMENT, itemId: 'nobody' })).code).toBe('item.unknown');
  });

  it('takes evidence away from every answer and changes nothing else about them', async () => {
    const { call } = await openWithDraft();
    for (const number of [50, 51])
      await call('evidence.save', { assessmentId: ASSESSMENT, evidence: { ...EVIDENCE, id: uuid(number) } });
    await call('answers.save', saving('annual-goals', 3, { seq: 4, evidence: [uuid(51), uuid(50)] }));
    await call('answers.save', saving('open-data', 2, { evidence: [uuid(50)] }));
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: { ...EVIDENCE, id: uuid(50), page: '9' } });
    expect((await call('assessments.open', { id: ASSESSMENT })).evidence.map(({ id, page }) => [id, page])).toEqual([
      [uuid(50), '9'],
      [uuid(51), '2-5'],
    ]);
    await call('evidence.remove', { assessmentId: ASSESSMENT, evidenceId: uuid(50) });
    await call('evidence.remove', { assessmentId: ASSESSMENT, evidenceId: uuid(50) });
    const { records, evidence } = await call('assessments.open', { id: ASSESSMENT });
    expect(evidence.map((entry) => entry.id)).toEqual([uuid(51)]);
    expect(records.map(({ itemId, seq, evidence: links }) => [itemId, seq, links])).toEqual([
      ['annual-goals', 4, [uuid(51)]],
      ['open-data', 1, []],
    ]);
    // The page that did not know of the removal yet goes on counting, and its next answer counts.
    expect(await call('answers.save', saving('annual-goals', 5, { seq: 5 }))).toMatchObject({ seq: 5 });
    expect((await call('assessments.open', { id: ASSESSMENT })).records[0]?.answer).toMatchObject({
      value: { option: '5' },
    });
  });

  it('takes an answer back', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 3));
    const saved = await call(
      'answers.save',
      saving('annual-goals', { state: 'unanswered' }, { seq: 2, note: 'xem lại' }),
    );
    expect(saved.settled).toBe(0);
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([
      { answer: { state: 'unanswered' }, note: 'xem lại' },
    ]);
  });

  it('shows a comparison only with an earlier finished round of the same organisation and version', async () => {
    const { call } = await openWithDraft();
    await call('organisations.save', { ...COMMUNE, id: uuid(7), name: 'UBND phường Bên Cạnh' });
    const start = (id: number, organisationId: string, year: number) =>
      call('assessments.start', { id: uuid(id), organisationId, ...GOV, period: { kind: 'year', year, number: 1 } });
    await start(21, COMMUNE.id, 2024);
    await start(22, COMMUNE.id, 2027);
    await start(23, uuid(7), 2024);
    for (const id of [22, 23]) await call('assessments.finish', { id: uuid(id) });
    expect((await call('assessments.open', { id: ASSESSMENT })).previous).toBeNull();
    await call('assessments.finish', { id: uuid(21) });
    expect((await call('assessments.open', { id: ASSESSMENT })).previous?.period.year).toBe(2024);
    await start(24, COMMUNE.id, 2022);
    await call('assessments.finish', { id: uuid(24) });
    expect((await call('assessments.open', { id: ASSESSMENT })).previous?.period.year).toBe(2024);
  });

  it('lists the questionnaires and gives each whole', async () => {
    const { call, refused } = await openForTest();
    const { questionnaires, broken } = await call('questionnaires.list', {});
    expect(broken).toEqual([]);
    expect(questionnaires.find((entry) => entry.id === 'sme-readiness')).toMatchObject({
      items: 60,
      groups: 6,
      basis: 'adapted',
      status: 'replaced',
    });
    for (const { id, version, hash } of questionnaires) {
      const whole = await call('questionnaires.get', { id, version });
      expect([whole.hash, whole.questionnaire.id]).toEqual([hash, id]);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect((await refused('questionnaires.get', { id: 'sme-readiness', version: '9.9.9' })).code).toBe(
      'questionnaire.unknown',
    );
  });
});
