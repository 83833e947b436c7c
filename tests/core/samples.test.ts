import { describe, expect, it } from 'vitest';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid } from './application.ts';

describe('samples', () => {
  it('come with an earlier finished round and an open newest one for each organisation and questionnaire', async () => {
    const { call, application, events } = await openForTest();
    const added = await call('samples.add', {});
    const { loaded } = await application.library.all();
    expect(added).toHaveLength(loaded.flatMap((entry) => entry.samples).length);
    expect(added.every((entry) => entry.sample)).toBe(true);
    const drafts = added.filter((entry) => entry.state === 'draft');
    expect(new Set(drafts.map((entry) => `${entry.organisationId} ${entry.questionnaireId}`)).size).toBe(drafts.length);
    const gov = drafts.find((entry) => entry.questionnaireId === GOV.questionnaireId);
    expect(await call('results.get', { assessmentId: gov?.id ?? '' })).toMatchObject({
      level: 1,
      previous: { period: { kind: 'year', year: 2024 } },
    });
    expect((await call('app.info', {})).settings.organisationId).toBe(added[0]?.organisationId);
    expect(events).toEqual([{ type: 'settings.changed' }]);
  });

  it('leave the data of the user alone when they come and go', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving('annual-goals', 4, { note: 'của tôi' }));
    const mine = await call('assessments.open', { id: ASSESSMENT });
    const first = await call('samples.add', {});
    const second = await call('samples.add', {});
    expect(second).toHaveLength(first.length);
    expect(await call('assessments.list', {})).toHaveLength(first.length + 1);
    expect(await call('assessments.open', { id: ASSESSMENT })).toEqual(mine);
    expect((await call('app.info', {})).settings.organisationId).toBe(COMMUNE.id);
    await call('samples.remove', {});
    expect((await call('assessments.list', {})).map((entry) => entry.id)).toEqual([ASSESSMENT]);
    expect(await call('organisations.list', {})).toEqual([COMMUNE]);
    expect(await call('assessments.open', { id: ASSESSMENT })).toEqual(mine);
    expect(await call('samples.remove', {})).toBeNull();
  });

  it('keep a sample organisation that has an assessment of the user, and what points at it', async () => {
    const { call } = await openForTest();
    const [sample] = await call('samples.add', {});
    const organisationId = sample?.organisationId ?? '';
    await call('assessments.start', {
      id: ASSESSMENT,
      organisationId,
      ...GOV,
      period: { kind: 'month', year: 2026, number: 5 },
    });
    const heir = { ...COMMUNE, predecessors: [organisationId] };
    await call('organisations.save', heir);
    await call('samples.remove', {});
    expect((await call('assessments.open', { id: ASSESSMENT })).organisation.id).toBe(organisationId);
    expect((await call('organisations.list', {})).find((entry) => entry.id === COMMUNE.id)).toEqual(heir);
    expect((await call('app.info', {})).settings.organisationId).toBe(organisationId);
  });

  it('are forgotten by the settings and by organisations formed from them when they go', async () => {
    const { call } = await openForTest();
    const [sample] = await call('samples.add', {});
    await call('organisations.save', { ...COMMUNE, predecessors: [sample?.organisationId ?? ''] });
    await call('samples.remove', {});
    expect((await call('app.info', {})).settings.organisationId).toBeNull();
    expect(await call('organisations.list', {})).toEqual([COMMUNE]);
  });

  it('may be worked on like anything else', async () => {
    const { call } = await openForTest();
    const added = await call('samples.add', {});
    const draft = added.find((entry) => entry.state === 'draft' && entry.questionnaireId === GOV.questionnaireId);
    const assessmentId = draft?.id ?? '';
    for (const itemId of ['citizen-effort', 'online-dossiers'])
      await call('answers.save', saving(itemId, 2, { assessmentId, seq: 2 }));
    expect((await call('results.get', { assessmentId })).level).toBe(2);
    expect((await call('assessments.finish', { id: assessmentId })).summary).toMatchObject({
      state: 'finished',
      sample: true,
      level: 2,
    });
    expect(uuid(1)).toBe(COMMUNE.id);
  });
});
