import { describe, expect, it } from 'vitest';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid, type Opened } from './application.ts';

const DOCUMENT = {
  id: uuid(50),
  type: 'Kế hoạch',
  number: '18/KH-UBND',
  date: '2025-02-25',
  issuer: 'UBND xã Trường Đông',
  subject: 'Chuyển đổi số năm 2025',
  page: '2',
};
const SECOND = uuid(3);
const ITEM = 'annual-goals';

const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}`);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const option = (id: string) => ({ state: 'answered', value: { kind: 'option', option: id } }) as const;

/** Stores the document with a file; @returns what is known of the file */
async function send({ call }: Opened, bytes: Uint8Array, name: string) {
  const upload = uuid(70);
  await call('evidence.upload', { upload, at: 0, base64: base64(bytes) });
  const stored = await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT, file: { upload, name } });
  if (!stored.file) throw new Error('no file');
  return stored.file;
}

/** A second open assessment of the same organisation. */
async function openSecond({ call }: Opened): Promise<void> {
  await call('assessments.start', {
    id: SECOND,
    organisationId: COMMUNE.id,
    ...GOV,
    period: { kind: 'year', year: 2026, number: 1 },
  });
}

describe('appraisals', () => {
  it('stand beside the answers, name who gave them, and roll up with the same rules', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    await call('settings.update', { person: 'Trần Thị Bình', mode: 'appraiser' });
    await call('answers.save', saving(ITEM, 3));
    expect(await call('results.get', { assessmentId: ASSESSMENT })).toMatchObject({ appraised: null, targets: null });
    await call('assessments.finish', { id: ASSESSMENT });
    const before = opened.storage.assessments.find(ASSESSMENT);

    const saved = await call('appraisals.save', {
      assessmentId: ASSESSMENT,
      itemId: ITEM,
      seq: 1,
      answer: option('1'),
      reason: 'Chưa có văn bản',
      evidence: 'rejected',
    });
    expect(saved).toMatchObject({ itemId: ITEM, seq: 1 });
    const view = await call('assessments.open', { id: ASSESSMENT });
    expect(view.appraisals).toEqual([
      {
        itemId: ITEM,
        seq: 1,
        answer: option('1'),
        reason: 'Chưa có văn bản',
        evidence: 'rejected',
        person: 'Trần Thị Bình',
        mode: 'appraiser',
        at: saved.savedAt,
      },
    ]);
    // The unit's own record, its proof and its state are as they were.
    expect(view.records.find(({ itemId }) => itemId === ITEM)?.answer).toEqual(option('3'));
    expect(opened.storage.assessments.find(ASSESSMENT)).toEqual(before);

    const { appraised, groups } = await call('results.get', { assessmentId: ASSESSMENT });
    expect(appraised).toMatchObject({ items: 1 });
    expect(appraised?.groups.map(({ id }) => id)).toEqual(groups.map(({ id }) => id));
    expect(appraised?.lines).toEqual([expect.objectContaining({ id: ITEM, value: '1', difference: '-2' })]);
  });

  it('are given once however often they are sent, the newest wins, and nonsense is refused', async () => {
    const { call, refused, storage } = await openWithDraft();
    const base = {
      assessmentId: ASSESSMENT,
      itemId: ITEM,
      answer: null,
      reason: 'Đã xem',
      evidence: 'approved',
    } as const;
    const first = await call('appraisals.save', { ...base, seq: 1 });
    expect(await call('appraisals.save', { ...base, seq: 1 })).toEqual(first);
    expect(await call('appraisals.save', { ...base, seq: 1, reason: 'Cửa sổ thứ hai' })).toMatchObject({ seq: 2 });
    expect(await call('appraisals.save', { ...base, seq: 1, reason: 'Đến muộn' })).toMatchObject({ seq: 2 });
    expect(storage.appraisals.find(ASSESSMENT, ITEM)?.reason).toBe('Cửa sổ thứ hai');
    expect(await refused('appraisals.save', { ...base, seq: 3, answer: option('9') })).toMatchObject({
      code: 'answer.invalid',
    });
    expect(await refused('appraisals.save', { ...base, seq: 3, itemId: 'nothing' })).toMatchObject({
      code: 'item.unknown',
    });
  });

  it('come with the sample of the commune index', async () => {
    const { call } = await openForTest();
    const samples = await call('samples.add', {});
    const commune = samples.find(({ questionnaireId }) => questionnaireId === 'commune-dti');
    const result = await call('results.get', { assessmentId: commune?.id ?? '' });
    expect(result.appraised).toMatchObject({ items: 6 });
    expect(result.targets).toMatchObject({ items: 3 });
    expect(result.appraised?.root.difference).toMatch(/^-/);
    expect(result.targets?.root.difference).toMatch(/^\d/);
    expect(result.evidenceAtStake).not.toBeNull();
    const view = await call('assessments.open', { id: commune?.id ?? '' });
    expect(new Set(view.appraisals.map(({ person }) => person)).size).toBe(1);
    await call('samples.remove', {});
    expect(await call('assessments.list', {})).toEqual([]);
  });
});

describe('own targets', () => {
  it('are kept per item, can be taken back, and make a score of their own', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving(ITEM, 2));
    const value = { kind: 'option', option: '5' } as const;
    const target = { assessmentId: ASSESSMENT, itemId: ITEM };
    await call('targets.save', { ...target, seq: 1, value });
    expect(await call('targets.save', { ...target, seq: 1, value })).toMatchObject({ seq: 1 });
    expect((await call('results.get', { assessmentId: ASSESSMENT })).targets).toMatchObject({
      items: 1,
      lines: [{ id: ITEM, value: '5', difference: '3' }],
    });
    expect(await call('targets.save', { ...target, seq: 1, value: null })).toMatchObject({ seq: 2 });
    expect((await call('assessments.open', { id: ASSESSMENT })).targets).toEqual([
      { itemId: ITEM, seq: 2, value: null },
    ]);
    expect((await call('results.get', { assessmentId: ASSESSMENT })).targets).toBeNull();
  });
});

describe('the history of an answer', () => {
  it('lists what was answered, by whom, and leaves out saves that changed only the note', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving(ITEM, 2));
    await call('answers.save', saving(ITEM, 2, { seq: 2, note: 'Ghi chú' }));
    await call('settings.update', { person: 'Lê Văn An' });
    await call('answers.save', saving(ITEM, 4, { seq: 3 }));
    await call('appraisals.save', {
      assessmentId: ASSESSMENT,
      itemId: ITEM,
      seq: 1,
      answer: null,
      reason: '',
      evidence: 'approved',
    });
    const { answers, appraisals } = await call('answers.history', { assessmentId: ASSESSMENT, itemId: ITEM });
    expect(answers.map(({ seq, answer, person }) => [seq, answer, person])).toEqual([
      [3, option('4'), 'Lê Văn An'],
      [1, option('2'), ''],
    ]);
    expect(appraisals).toMatchObject([{ seq: 1, evidence: 'approved', person: 'Lê Văn An' }]);
  });
});

describe('a document of the organisation', () => {
  it('is taken over into another assessment, changed in all open ones, and left alone in closed ones', async () => {
    const opened = await openWithDraft();
    const { call, refused } = opened;
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT });
    await call('answers.save', saving(ITEM, 3, { evidence: [DOCUMENT.id] }));
    await openSecond(opened);
    const seen = await call('evidence.list', { assessmentId: SECOND });
    expect(seen.entries).toMatchObject([
      { here: false, itemIds: [], elsewhere: [{ assessmentId: ASSESSMENT, state: 'draft', items: 1 }] },
    ]);
    expect(await call('evidence.link', { assessmentId: SECOND, evidenceId: DOCUMENT.id })).toEqual(DOCUMENT);
    const better = { ...DOCUMENT, subject: 'Kế hoạch chuyển đổi số năm 2025' };
    await call('evidence.save', { assessmentId: SECOND, evidence: better });
    expect((await call('assessments.open', { id: ASSESSMENT })).evidence).toEqual([better]);

    await call('assessments.finish', { id: ASSESSMENT });
    await call('evidence.save', { assessmentId: SECOND, evidence: DOCUMENT });
    expect((await call('assessments.open', { id: ASSESSMENT })).evidence).toEqual([better]);
    expect((await call('assessments.open', { id: SECOND })).evidence).toEqual([DOCUMENT]);
    expect(await refused('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT })).toMatchObject({
      code: 'assessment.finished',
    });
    expect(await refused('evidence.link', { assessmentId: SECOND, evidenceId: uuid(99) })).toMatchObject({
      code: 'evidence.unknown',
    });
  });

  it('entered twice is found and merged with its items and its file', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    const twin = { ...DOCUMENT, id: uuid(51), number: '18 / KH–UBND', subject: '' };
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: twin });
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT });
    await call('answers.save', saving(ITEM, 3, { evidence: [twin.id, DOCUMENT.id] }));
    await call('answers.save', saving('citizen-effort', 2, { evidence: [DOCUMENT.id] }));
    await send(opened, pdf('scan'), 'Kế hoạch 18.pdf');
    expect((await call('evidence.list', { assessmentId: ASSESSMENT })).duplicates).toEqual([[twin.id, DOCUMENT.id]]);
    await call('evidence.merge', { assessmentId: ASSESSMENT, keep: twin.id, others: [DOCUMENT.id] });
    const view = await call('assessments.open', { id: ASSESSMENT });
    expect(view.evidence).toMatchObject([{ id: twin.id, file: { name: 'Kế hoạch 18.pdf' } }]);
    for (const { evidence } of view.records) expect(evidence).toEqual([twin.id]);
  });

  it('counts as missing where it is required, with the points at stake', async () => {
    const { call } = await openWithDraft();
    await call('answers.save', saving(ITEM, 3));
    const { missing, atStake } = await call('evidence.list', { assessmentId: ASSESSMENT });
    expect(missing).toMatchObject([{ itemId: ITEM, points: '3' }]);
    expect(atStake).toBe('3');
  });
});

describe('a file behind a document', () => {
  it('comes in parts, is kept once, goes out through the outbox, and leaves with its last use', async () => {
    const opened = await openWithDraft();
    const { call, storage, delivered } = opened;
    const bytes = pdf('x'.repeat(2000));
    const upload = uuid(71);
    const part = (from: number, to: number) => base64(bytes.subarray(from, to));
    expect(await call('evidence.upload', { upload, at: 0, base64: part(0, 900) })).toEqual({ received: 900 });
    // Its acknowledgement got lost.
    expect(await call('evidence.upload', { upload, at: 0, base64: part(0, 900) })).toEqual({ received: 900 });
    await call('evidence.upload', { upload, at: 900, base64: part(900, bytes.length) });
    const { file } = await call('evidence.save', {
      assessmentId: ASSESSMENT,
      evidence: DOCUMENT,
      file: { upload, name: '..\\..\\Kế hoạch: 18.PDF' },
    });
    if (!file) throw new Error('no file');
    expect(file).toMatchObject({ name: 'Kế hoạch 18.PDF', type: 'pdf', size: bytes.length });
    expect((await call('assessments.open', { id: ASSESSMENT })).evidence).toEqual([{ ...DOCUMENT, file }]);

    // The next round cites the same; the content is there once.
    await openSecond(opened);
    await call('evidence.link', { assessmentId: SECOND, evidenceId: DOCUMENT.id });
    expect(storage.evidence.filesSize()).toBe(bytes.length);
    const { ticket } = await call('evidence.file', { assessmentId: SECOND, evidenceId: DOCUMENT.id });
    await call('files.deliver', { ticket });
    expect(Buffer.from(delivered[0]?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect(delivered[0]?.fileName).toBe('Kế hoạch 18.PDF');

    await call('evidence.remove', { assessmentId: ASSESSMENT, evidenceId: DOCUMENT.id });
    expect(storage.evidence.content(file.sha256)).not.toBeNull();
    await call('evidence.detach', { assessmentId: SECOND, evidenceId: DOCUMENT.id });
    expect(storage.evidence.content(file.sha256)).toBeNull();
    expect(storage.evidence.filesSize()).toBe(0);
  });

  it('that is replaced, or goes with its document, leaves no content behind', async () => {
    const opened = await openWithDraft();
    const { call, storage } = opened;
    const first = await send(opened, pdf('first'), 'a.pdf');
    const second = await send(opened, pdf('second'), 'b.pdf');
    expect(storage.evidence.content(first.sha256)).toBeNull();
    expect(storage.evidence.content(second.sha256)).not.toBeNull();
    await call('evidence.remove', { assessmentId: ASSESSMENT, evidenceId: DOCUMENT.id });
    expect(storage.evidence.filesSize()).toBe(0);
  });

  it('is part of what a closed assessment proves', async () => {
    const opened = await openWithDraft();
    const { call, storage, refused } = opened;
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT });
    const hash = async () => {
      await call('assessments.finish', { id: ASSESSMENT });
      const found = storage.assessments.find(ASSESSMENT)?.contentHash;
      await call('assessments.reopen', { id: ASSESSMENT });
      return found;
    };
    const without = await hash();
    await send(opened, pdf('scan'), 'a.pdf');
    expect(await hash()).not.toBe(without);
    await call('assessments.finish', { id: ASSESSMENT });
    expect(await refused('evidence.detach', { assessmentId: ASSESSMENT, evidenceId: DOCUMENT.id })).toMatchObject({
      code: 'assessment.finished',
    });
  });

  it.each([
    ['a program', 'setup.exe', pdf('')],
    ['a workbook with macros', 'bang.xlsm', new Uint8Array([0x50, 0x4b, 3, 4, 0])],
    ['a page under another name', 'anh.png', new TextEncoder().encode('<html><script>')],
    ['a name without an ending', 'pdf', pdf('')],
  ])('is refused: %s', async (_what, name, bytes) => {
    const opened = await openWithDraft();
    const { call, refused, storage } = opened;
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT });
    const upload = uuid(72);
    await call('evidence.upload', { upload, at: 0, base64: base64(bytes) });
    const changed = { assessmentId: ASSESSMENT, evidence: { ...DOCUMENT, page: '9' } };
    expect(await refused('evidence.save', { ...changed, file: { upload, name } })).toMatchObject({
      code: 'file.refused',
    });
    expect(await refused('evidence.save', { ...changed, file: { upload, name: 'a.pdf' } })).toMatchObject({
      code: 'upload.unknown',
    });
    // Neither the file nor the citation that came with it.
    expect(storage.evidence.filesSize()).toBe(0);
    expect(storage.evidence.list(ASSESSMENT)).toEqual([DOCUMENT]);
  });

  it('is refused when a part is missing, when it never came, and when it is too large', async () => {
    const { call, refused } = await openWithDraft();
    await call('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT });
    const file = { upload: uuid(80), name: 'a.pdf' };
    expect(await refused('evidence.save', { assessmentId: ASSESSMENT, evidence: DOCUMENT, file })).toMatchObject({
      code: 'upload.unknown',
    });
    expect(await refused('evidence.file', { assessmentId: ASSESSMENT, evidenceId: DOCUMENT.id })).toMatchObject({
      code: 'evidence.unknown',
    });
    const upload = uuid(81);
    const part = base64(new Uint8Array(768 * 1024));
    await call('evidence.upload', { upload, at: 0, base64: part });
    expect(await refused('evidence.upload', { upload, at: 5, base64: 'AAAA' })).toMatchObject({
      code: 'upload.unknown',
    });
    expect(await refused('evidence.upload', { upload, at: 0, base64: '?' })).toMatchObject({ code: 'input.invalid' });
    let size = 768 * 1024;
    while (size + 768 * 1024 <= 20 * 1024 * 1024)
      size = (await call('evidence.upload', { upload, at: size, base64: part })).received;
    expect(await refused('evidence.upload', { upload, at: size, base64: part })).toMatchObject({
      code: 'file.too-large',
    });
  });
});
