import { describe, expect, it } from 'vitest';
import { machineElements } from '../../src/adapters/documents/machine-part.ts';
import { readCells, type AppraiserCells } from '../../src/adapters/documents/xlsx/digests.ts';
import { editCells } from '../adapters/documents/edit-cells.ts';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid, type Opened } from './application.ts';

const DETAIL = 'Bảng tự đánh giá';
const UPLOAD = uuid(80);
type Cells = Parameters<typeof editCells>[2];

/** The workbook of an assessment, with the appraiser's cells of its items. */
async function exported({ call, delivered }: Opened, assessmentId: string) {
  const { ticket } = await call('reports.export', { assessmentId, format: 'xlsx', language: 'vi' });
  await call('files.deliver', { ticket });
  const bytes = delivered.at(-1)?.bytes ?? new Uint8Array();
  const elements = machineElements(bytes);
  const inputs = elements && readCells(elements)?.inputs;
  if (!inputs) throw new Error('no cells');
  const cells = (itemId: string): AppraiserCells & { readonly points: string } => {
    const found = inputs.find((input) => input.itemId === itemId);
    if (!found?.points) throw new Error(itemId);
    return { ...found, points: found.points };
  };
  return { bytes, cells };
}

async function upload({ call }: Opened, bytes: Uint8Array): Promise<void> {
  const part = 512 * 1024;
  for (let at = 0; at < bytes.length; at += part)
    await call('opening.upload', {
      upload: UPLOAD,
      at,
      base64: Buffer.from(bytes.subarray(at, at + part)).toString('base64'),
    });
}

async function filled(opened: Opened, assessmentId: string, bytes: Uint8Array, cells: Cells) {
  await upload(opened, await editCells(bytes, DETAIL, cells));
  return opened.call('appraisals.preview', { assessmentId, upload: UPLOAD });
}

const option = (id: string) => ({ state: 'answered', value: { kind: 'option', option: id } }) as const;

describe('a workbook that an appraiser has filled in', () => {
  it('is read back by cell, and what is clear becomes appraisals', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    await call('answers.save', saving('annual-goals', 3));
    await call('answers.save', saving('open-information', 2));
    await call('settings.update', { person: 'Trần Thị Bình', mode: 'appraiser' });
    await call('assessments.finish', { id: ASSESSMENT });
    const { bytes, cells } = await exported(opened, ASSESSMENT);
    const goals = cells('annual-goals');
    const open = cells('open-information');
    const effort = cells('citizen-effort');

    const preview = await filled(opened, ASSESSMENT, bytes, {
      [goals.points]: 1,
      [goals.comment]: 'Chưa có văn bản',
      [open.points]: 2,
      [effort.comment]: 'Cần xem thêm'.normalize('NFD'),
    });
    expect(preview.verdict).toEqual({ kind: 'appraised', appraised: 3, changes: [], changed: 0 });
    expect(preview.entries).toMatchObject([
      {
        itemId: 'annual-goals',
        self: '3',
        appraised: '1',
        answer: option('1'),
        comment: 'Chưa có văn bản',
        isNew: true,
      },
      // The same points confirm the unit's own answer.
      { itemId: 'open-information', self: '2', appraised: '2', answer: option('2'), isNew: true },
      { itemId: 'citizen-effort', self: null, appraised: null, answer: null, comment: 'Cần xem thêm', isNew: true },
    ]);
    expect(preview.entries.every(({ problem }) => problem === null)).toBe(true);

    const all = preview.entries.map(({ itemId }) => itemId);
    const taken = await call('appraisals.take', {
      assessmentId: ASSESSMENT,
      upload: UPLOAD,
      items: all.filter((itemId) => itemId !== 'citizen-effort'),
    });
    expect(taken.items).toEqual(['annual-goals', 'open-information']);
    const view = await call('assessments.open', { id: ASSESSMENT });
    expect(view.appraisals).toMatchObject([
      { itemId: 'annual-goals', answer: option('1'), reason: 'Chưa có văn bản', seq: 1, person: 'Trần Thị Bình' },
      { itemId: 'open-information', answer: option('2'), reason: '', evidence: 'offered' },
    ]);
    // Once more nothing happens: it is known already.
    expect(await call('appraisals.take', { assessmentId: ASSESSMENT, upload: UPLOAD, items: all })).toEqual({
      items: ['citizen-effort'],
    });
    expect(await call('appraisals.take', { assessmentId: ASSESSMENT, upload: UPLOAD, items: all })).toEqual({
      items: [],
    });
    const again = await call('appraisals.preview', { assessmentId: ASSESSMENT, upload: UPLOAD });
    expect(again.entries.map(({ isNew }) => isNew)).toEqual([false, false, false]);
  });

  it('names sheet and cell of what cannot be taken over', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    await call('answers.save', saving('annual-goals', 3));
    const { bytes, cells } = await exported(opened, ASSESSMENT);
    const [goals, open, effort, skills, ...others] = [
      'annual-goals',
      'open-information',
      'citizen-effort',
      'inclusion',
    ].map(cells);
    expect(others).toEqual([]);
    if (!goals || !open || !effort || !skills) throw new Error('items');
    // The unit goes on after the export.
    await call('answers.save', saving('annual-goals', 4, { seq: 2 }));
    const { entries } = await filled(opened, ASSESSMENT, bytes, {
      [goals.points]: 2,
      [open.points]: 9,
      [effort.points]: 'nhiều',
      [skills.points]: { formula: '1+1', result: 2 },
    });
    const problems = new Map(entries.map(({ itemId, problem }) => [itemId, problem]));
    expect(problems.get(goals.itemId)).toEqual({ code: 'self-differs', sheet: DETAIL, cell: goals.points, text: '2' });
    expect(problems.get(open.itemId)).toMatchObject({ code: 'points-range', cell: open.points, text: '9' });
    expect(problems.get(effort.itemId)).toMatchObject({ code: 'points-text', cell: effort.points, text: 'nhiều' });
    expect(problems.get(skills.itemId)).toMatchObject({ code: 'formula', cell: skills.points });
    const items = entries.map(({ itemId }) => itemId);
    expect(await call('appraisals.take', { assessmentId: ASSESSMENT, upload: UPLOAD, items })).toEqual({ items: [] });
    expect((await call('assessments.open', { id: ASSESSMENT })).appraisals).toEqual([]);
  });

  it('takes figures where points come from figures, and never invents them', async () => {
    const opened = await openForTest();
    const { call } = opened;
    const samples = await call('samples.add', {});
    const id = samples.find(({ questionnaireId }) => questionnaireId === 'commune-dti')?.id ?? '';
    const { bytes, cells } = await exported(opened, id);
    const view = await call('assessments.open', { id });
    const ratios = view.records.filter(
      ({ itemId, answer }) =>
        answer.state === 'answered' &&
        answer.value.kind === 'ratio' &&
        view.appraisals.every((appraisal) => appraisal.itemId !== itemId) &&
        cells(itemId).figures.length === 2,
    );
    const [first, second, third, fourth] = ratios.map(({ itemId }) => cells(itemId));
    if (!first || !second || !third || !fourth) throw new Error('ratios');
    const { entries, verdict } = await filled(opened, id, bytes, {
      [first.figures[0] ?? '']: 1,
      [first.figures[1] ?? '']: 4,
      [second.points]: 0.125,
      [third.figures[0] ?? '']: 5,
      [fourth.figures[0] ?? '']: 2,
      [fourth.figures[1] ?? '']: 4,
      [fourth.points]: 0.001,
    });
    // What was exported with the earlier appraisals is no new entry, and no contradiction to new figures.
    expect(verdict).toMatchObject({ kind: 'appraised', appraised: 4 });
    const of = (itemId: string) => entries.find((entry) => entry.itemId === itemId);
    expect(of(first.itemId)).toMatchObject({
      answer: { state: 'answered', value: { kind: 'ratio', a: '1', b: '4' } },
      problem: null,
    });
    expect(of(second.itemId)?.problem).toMatchObject({ code: 'figures-needed', cell: second.points });
    expect(of(third.itemId)?.problem).toMatchObject({ code: 'figures-needed', cell: third.figures[0] });
    expect(of(fourth.itemId)?.problem).toMatchObject({ code: 'points-differ', cell: fourth.points });
    const taken = await call('appraisals.take', { assessmentId: id, upload: UPLOAD, items: [first.itemId] });
    expect(taken.items).toEqual([first.itemId]);
  });

  it('is refused for another assessment, and without its data part', async () => {
    const opened = await openWithDraft();
    const { call, refused } = opened;
    await call('answers.save', saving('annual-goals', 3));
    const { bytes } = await exported(opened, ASSESSMENT);
    await upload(opened, bytes);
    const other = uuid(3);
    await call('assessments.start', {
      id: other,
      organisationId: COMMUNE.id,
      ...GOV,
      period: { kind: 'year', year: 2026, number: 1 },
    });
    expect(await refused('appraisals.preview', { assessmentId: other, upload: UPLOAD })).toMatchObject({
      code: 'appraisal.other-assessment',
      params: { name: COMMUNE.name },
    });
    expect(await call('appraisals.preview', { assessmentId: ASSESSMENT, upload: UPLOAD })).toMatchObject({
      verdict: { kind: 'unchanged' },
      entries: [],
    });
    await upload(opened, new TextEncoder().encode('Không phải tệp Excel'));
    expect(await refused('appraisals.preview', { assessmentId: ASSESSMENT, upload: UPLOAD })).toMatchObject({
      code: 'appraisal.no-workbook',
    });
    expect(await refused('appraisals.take', { assessmentId: ASSESSMENT, upload: uuid(81), items: [] })).toMatchObject({
      code: 'upload.unknown',
    });
  });
});
