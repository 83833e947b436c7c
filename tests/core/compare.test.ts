import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';
import type { TraceView } from '../../src/contract/views/compare.ts';
import { ASSESSMENT, COMMUNE, GOV, openWithDraft, saving, uuid, type Opened } from './application.ts';

const EARLIER = uuid(3);
const EVIDENCE = {
  id: uuid(50),
  type: 'Kế hoạch',
  number: '18/KH-UBND',
  date: '2025-02-25',
  issuer: 'UBND xã',
  subject: 'Chuyển đổi số',
  page: '2',
};

/** Two rounds of one organisation: everything at level 1, then a few items at level 3. */
async function openTwoRounds(): Promise<Opened & { readonly items: readonly string[] }> {
  const opened = await openWithDraft();
  const { call } = opened;
  const { questionnaire } = await call('questionnaires.get', { id: GOV.questionnaireId, version: '1.0.0' });
  const items = [...itemsOf(questionnaire.groups)].map(({ id }) => id);
  const period = { kind: 'year', year: 2024, number: 1 } as const;
  await call('assessments.start', { id: EARLIER, organisationId: COMMUNE.id, ...GOV, period });
  for (const item of items) await call('answers.save', saving(item, 1, { assessmentId: EARLIER }));
  await call('assessments.finish', { id: EARLIER });
  await call('evidence.save', { assessmentId: ASSESSMENT, evidence: EVIDENCE });
  for (const [at, item] of items.entries())
    await call(
      'answers.save',
      at < 4
        ? saving(item, 3, {
            explanation: at === 0 ? 'Đã có kế hoạch mới' : '',
            evidence: at === 0 ? [EVIDENCE.id] : [],
          })
        : at === 4
          ? saving(item, { state: 'not-applicable', reason: 'Không phát sinh' })
          : saving(item, 1),
    );
  return { ...opened, items };
}

describe('two rounds of one organisation', () => {
  it('stand side by side with change, reason and new documents', async () => {
    const { call, items } = await openTwoRounds();
    const view = await call('results.compare', { now: ASSESSMENT, before: EARLIER });
    expect(view).toMatchObject({ basis: 'scores', break: null, derived: null, sameOrganisation: true });
    expect(view.items.map(({ itemId }) => itemId)).toEqual(items);
    expect(view.items[0]).toMatchObject({
      move: 'up',
      before: { state: 'answered', value: '1', percent: '20' },
      now: { state: 'answered', value: '3', percent: '60' },
      change: '2',
      explanation: 'Đã có kế hoạch mới',
      newEvidence: [EVIDENCE],
    });
    expect(view.items[4]).toMatchObject({ move: 'other', change: null, now: { state: 'not-applicable' } });
    expect(view.items[5]).toMatchObject({ move: 'same', change: '0', newEvidence: [] });
    expect(view.groups[0]).toMatchObject({ before: { percent: '20' }, now: { percent: '60' }, change: '40' });
  });

  it('turned round, give the opposite', async () => {
    const { call } = await openTwoRounds();
    const turned = await call('results.compare', { now: EARLIER, before: ASSESSMENT });
    expect(turned.items[0]).toMatchObject({ move: 'down', change: '-2', newEvidence: [] });
    expect(turned.groups[0]?.change).toBe('-40');
  });

  it('put the points of every item into the result', async () => {
    const { call } = await openTwoRounds();
    const { items, levelText } = await call('results.get', { assessmentId: ASSESSMENT });
    expect(items).toHaveLength(32);
    expect(items[0]).toMatchObject({
      state: 'answered',
      value: '3',
      max: '5',
      percent: '60',
      previous: { value: '1' },
    });
    expect(items[4]).toMatchObject({ state: 'not-applicable', value: null, previous: { value: '1' } });
    expect(levelText).toEqual({ vi: '1', en: '1' });
  });
});

describe('what cannot be compared', () => {
  it('is said plainly', async () => {
    const { call, refused } = await openTwoRounds();
    const other = uuid(8);
    await call('assessments.start', {
      id: other,
      organisationId: COMMUNE.id,
      questionnaireId: 'egov-tay-ninh-2747',
      questionnaireVersion: '1.0.0',
      period: { kind: 'year', year: 2025, number: 1 },
    });
    expect(await refused('results.compare', { now: ASSESSMENT, before: other })).toMatchObject({
      code: 'assessment.other-questionnaire',
      params: { before: 'egov-tay-ninh-2747', now: 'gov-maturity-5' },
    });
    expect((await refused('results.compare', { now: ASSESSMENT, before: null })).code).toBe('assessment.unknown');
  });
});

describe('a unit that was formed from others', () => {
  it('is set beside their means, which are named as derived', async () => {
    const { call } = await openTwoRounds();
    const merged = { ...COMMUNE, id: uuid(20), name: 'UBND xã mới', predecessors: [COMMUNE.id] };
    await call('organisations.save', merged);
    const period = { kind: 'year', year: 2026, number: 1 } as const;
    await call('assessments.start', { id: uuid(21), organisationId: merged.id, ...GOV, period });
    await call('answers.save', saving('annual-goals', 3, { assessmentId: uuid(21) }));
    const view = await call('results.compare', { now: uuid(21), before: null });
    expect(view).toMatchObject({ basis: 'derived', before: null, items: [], derived: { missing: 0 } });
    expect(view.derived?.sources.map(({ name }) => name)).toEqual([COMMUNE.name]);
    expect(view.groups[0]).toMatchObject({ before: { percent: '20', level: null } });
  });
});

describe('the trace of a result', () => {
  it('goes down to every answer, in the language that is asked for', async () => {
    const { call } = await openTwoRounds();
    const trace = await call('results.trace', { assessmentId: ASSESSMENT, language: 'vi' });
    const leaves = (node: TraceView): TraceView[] =>
      node.children.length === 0 ? [node] : node.children.flatMap(leaves);
    expect(leaves(trace)).toHaveLength(32);
    expect(leaves(trace)[0]?.lines[0]?.text).toBe('Mức đã chọn: 3 (cao nhất là 5).');
    expect(trace.lines.some(({ met }) => met === false)).toBe(true);
    const english = await call('results.trace', { assessmentId: ASSESSMENT, language: 'en' });
    expect(english.title).not.toBe(trace.title);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });
});
