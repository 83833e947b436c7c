import { describe, expect, it } from 'vitest';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid } from './application.ts';

const YEAR = { kind: 'year', year: 2025, number: 1 } as const;
const START = { id: ASSESSMENT, organisationId: COMMUNE.id, ...GOV, period: YEAR };

describe('messages that come twice, late or from two windows', () => {
  it('start one assessment for one id', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 3));
    const again = await call('assessments.start', START);
    expect(again.records).toHaveLength(1);
    expect(await call('assessments.list', {})).toHaveLength(1);
  });

  it('start one assessment also when both come before the questionnaires are read', async () => {
    const { call } = await openForTest();
    await call('organisations.save', COMMUNE);
    const views = await Promise.all([call('assessments.start', START), call('assessments.start', START)]);
    expect(views.map((view) => view.summary.id)).toEqual([ASSESSMENT, ASSESSMENT]);
    expect(await call('assessments.list', {})).toHaveLength(1);
  });

  it('save one answer for one number and content', async () => {
    const { call, storage, events } = await openWithDraft();
    const first = await call('answers.save', saving('annual-goals', 3));
    const before = events.length;
    expect(await call('answers.save', saving('annual-goals', 3))).toEqual(first);
    expect(events).toHaveLength(before);
    expect(storage.answers.list(ASSESSMENT)).toHaveLength(1);
  });

  it('never let an older answer overwrite a newer one', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 4, { seq: 7 }));
    expect(await call('answers.save', saving('annual-goals', 1, { seq: 6 }))).toMatchObject({ seq: 7, settled: 1 });
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([
      { seq: 7, answer: { value: { option: '4' } } },
    ]);
  });

  it('keep both answers of two windows that used the same number: what was acknowledged is stored', async () => {
    const { call } = await openWithDraft();
    expect(await call('answers.save', saving('annual-goals', 2, { seq: 1 }))).toMatchObject({ seq: 1 });
    expect(await call('answers.save', saving('annual-goals', 5, { seq: 1 }))).toMatchObject({ seq: 2 });
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([
      { seq: 2, answer: { value: { option: '5' } } },
    ]);
    expect(await call('answers.save', saving('annual-goals', 5, { seq: 2 }))).toMatchObject({ seq: 2 });
    expect(await call('answers.save', saving('annual-goals', 5, { seq: 1, note: 'muộn' }))).toMatchObject({ seq: 2 });
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([{ seq: 2, note: '' }]);
  });

  it('answers of many items at once are all kept', async () => {
    const { call } = await openWithDraft();
    const ids = ['annual-goals', 'open-information', 'citizen-effort', 'inclusion', 'online-dossiers'];
    await Promise.all(ids.map((id, index) => call('answers.save', saving(id, index + 1))));
    const { records, summary } = await call('assessments.open', { id: ASSESSMENT });
    expect(records).toHaveLength(5);
    expect(summary.settled).toBe(5);
  });
});

describe('refusals', () => {
  it('an invalid answer is explained and leaves the old one', async () => {
    const { call, refused } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 3));
    const wrong = await refused('answers.save', saving('annual-goals', 9, { seq: 2 }));
    expect(wrong).toEqual({
      code: 'answer.invalid',
      params: { item: '1.1' },
      problems: [{ path: ['value'], code: 'unknown-option', params: { option: '9', known: '1, 2, 3, 4, 5' } }],
      ref: '',
    });
    for (const answer of [
      { state: 'none' },
      { state: 'not-applicable', reason: 'x' },
      { state: 'answered', value: { kind: 'number', number: '3' } },
      { state: 'answered', value: { kind: 'option', option: '__proto__' } },
    ] as const)
      expect((await refused('answers.save', saving('annual-goals', answer, { seq: 2 }))).code).toBe('answer.invalid');
    expect(
      (await refused('answers.save', saving('online-payment', { state: 'not-applicable', reason: ' ' }))).problems,
    ).toEqual([{ path: ['na'], code: 'reason-missing' }]);
    expect((await call('assessments.open', { id: ASSESSMENT })).records).toMatchObject([
      { seq: 1, answer: { value: { option: '3' } } },
    ]);
  });

  it('name what does not exist', async () => {
    const { refused } = await openWithDraft();
    const rows: [string, unknown, string][] = [
      ['answers.save', saving('nobody', 3), 'item.unknown'],
      ['answers.save', saving('constructor', 3), 'item.unknown'],
      ['answers.save', saving('annual-goals', 3, { assessmentId: uuid(99) }), 'assessment.unknown'],
      ['answers.save', saving('annual-goals', 3, { evidence: [uuid(98)] }), 'evidence.unknown'],
      [
        'evidence.save',
        {
          assessmentId: uuid(99),
          evidence: { id: uuid(1), type: '', number: '', date: '', issuer: '', subject: '', page: '' },
        },
        'assessment.unknown',
      ],
      ['assessments.open', { id: uuid(99) }, 'assessment.unknown'],
      ['assessments.finish', { id: uuid(99) }, 'assessment.unknown'],
      ['assessments.reopen', { id: uuid(99) }, 'assessment.unknown'],
      ['assessments.position', { id: uuid(99), itemId: 'x' }, 'assessment.unknown'],
      ['results.get', { assessmentId: uuid(99) }, 'assessment.unknown'],
      ['reports.export', { assessmentId: uuid(99), format: 'pdf', language: 'vi' }, 'assessment.unknown'],
      ['files.deliver', { ticket: 'x' }, 'ticket.unknown'],
      ['assessments.start', { ...START, id: uuid(5), organisationId: uuid(99) }, 'organisation.unknown'],
      ['assessments.start', { ...START, id: uuid(5), questionnaireId: 'nobody' }, 'questionnaire.unknown'],
      ['questionnaires.get', { id: '__proto__', version: '1.0.0' }, 'questionnaire.unknown'],
      ['organisations.save', { ...COMMUNE, predecessors: [uuid(99)] }, 'organisation.unknown'],
      ['organisations.save', { ...COMMUNE, predecessors: [COMMUNE.id] }, 'organisation.unknown'],
    ];
    for (const [method, input, code] of rows)
      expect([method, (await refused(method, input)).code]).toEqual([method, code]);
  });

  it('an assessment that exists already says which one it is', async () => {
    const { refused } = await openWithDraft();
    expect(await refused('assessments.start', { ...START, id: uuid(5) })).toMatchObject({
      code: 'assessment.exists',
      params: { id: ASSESSMENT },
    });
  });

  it('organisations have a known kind and province, and keep each predecessor once', async () => {
    const { call, refused } = await openForTest();
    expect(
      (await refused('organisations.save', { ...COMMUNE, kind: 'constructor', province: '99' })).problems,
    ).toMatchObject([
      { path: ['kind'], code: 'unknown-option', params: { option: 'constructor' } },
      { path: ['province'], code: 'unknown-option', params: { option: '99' } },
    ]);
    expect((await refused('organisations.save', { ...COMMUNE, name: ' \u00A0 ' })).problems).toMatchObject([
      { path: ['name'] },
    ]);
    expect(await call('organisations.list', {})).toEqual([]);
    const [old, older] = [uuid(31), uuid(32)];
    for (const id of [old, older]) await call('organisations.save', { ...COMMUNE, id, province: '' });
    const merged = await call('organisations.save', {
      ...COMMUNE,
      name: 'Trường Đông'.normalize('NFD'),
      predecessors: [older, old, older],
    });
    expect(merged).toEqual({ ...COMMUNE, name: 'Trường Đông', predecessors: [older, old] });
    expect((await call('organisations.list', {})).find((entry) => entry.id === COMMUNE.id)).toEqual(merged);
    await call('organisations.save', { ...COMMUNE, predecessors: [] });
    expect((await call('organisations.list', {})).find((entry) => entry.id === COMMUNE.id)?.predecessors).toEqual([]);
  });
});
