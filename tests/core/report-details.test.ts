import { describe, expect, it } from 'vitest';
import { EMPTY_DETAILS, type ReportDetails } from '../../src/domain/report/details.ts';
import { PASSAGES } from '../../src/domain/report/passages.ts';
import { ASSESSMENT, COMMUNE, GOV, openForTest, openWithDraft, saving, uuid } from './application.ts';

const OPEN = { assessmentId: ASSESSMENT, language: 'vi' } as const;
const LATER = uuid(3);
const filled: ReportDetails = {
  ...EMPTY_DETAILS,
  number: '5',
  symbol: '/BC-UBND',
  place: 'Trường Đông',
  dateChoice: 'day',
  date: '2026-03-04',
  addressees: 'Sở Khoa học và Công nghệ',
  authority: 'deputy',
  signerName: 'Nguyễn Thị Hồng Nhung',
};
const details = (assessmentId: string, seq: number, more: Partial<ReportDetails> = {}) => ({
  assessmentId,
  seq,
  language: 'vi' as const,
  details: { ...filled, ...more },
});
const passage = (text: string | null, seq = 1, more: { seen?: boolean; language?: 'vi' | 'en' } = {}) => ({
  assessmentId: ASSESSMENT,
  language: 'vi' as const,
  passage: 'causes' as const,
  seq,
  text,
  seen: false,
  ...more,
});

async function openWithTwo() {
  const opened = await openWithDraft();
  await opened.call('assessments.start', {
    id: LATER,
    organisationId: COMMUNE.id,
    ...GOV,
    period: { kind: 'year', year: 2026, number: 1 },
  });
  return opened;
}

describe('details of a report', () => {
  it('are blank at first and follow the organisation', async () => {
    const { call } = await openWithDraft();
    const view = await call('details.open', OPEN);
    expect(view).toMatchObject({ family: 'agency', details: EMPTY_DETAILS, seq: 0, savedAt: null, remembered: null });
    expect(view.printed.agency).toMatchObject({
      number: 'Số: …/BC-UBND',
      placeAndDate: 'Xã Trường Đông, ngày … tháng 01 năm 2026',
    });
    expect(view.passages.map(({ id }) => id)).toEqual([...PASSAGES]);
    expect(view.passages.every(({ text, outdated, seq }) => text === null && !outdated && seq === 0)).toBe(true);
    const english = await call('details.open', { ...OPEN, language: 'en' });
    expect(english.printed.agency?.number).toBe('No.: …/BC-UBND');
    expect(english.passages[0]?.draft).not.toBe(view.passages[0]?.draft);
  });

  it('are kept for this report, and the next one of the organisation starts with them', async () => {
    const { call, events } = await openWithTwo();
    const saved = await call('details.save', details(ASSESSMENT, 1));
    expect(saved).toMatchObject({ seq: 1, printed: { agency: { number: 'Số: 05/BC-UBND' }, firm: null } });
    expect(events.at(-1)).toEqual({ type: 'assessment.changed', id: ASSESSMENT });
    expect((await call('details.open', OPEN)).details).toEqual(filled);
    const later = await call('details.open', { ...OPEN, assessmentId: LATER });
    expect(later).toMatchObject({ seq: 0, remembered: null });
    expect(later.details).toEqual({ ...filled, number: '', dateChoice: 'month', date: '' });
    // Another signer there changes nothing here, and is offered here.
    await call('details.save', details(LATER, 1, { signerName: 'Trần Văn Bình', number: '9' }));
    const first = await call('details.open', OPEN);
    expect(first.details.signerName).toBe('Nguyễn Thị Hồng Nhung');
    expect(first.remembered).toMatchObject({ signerName: 'Trần Văn Bình', number: '', date: '' });
  });

  it('of a locked result stay as they were printed', async () => {
    const { call } = await openWithTwo();
    await call('answers.save', saving('annual-goals', 3));
    await call('assessments.finish', { id: ASSESSMENT });
    await call('details.save', details(LATER, 1));
    await call('reports.export', { assessmentId: ASSESSMENT, format: 'pdf', language: 'vi' });
    await call('details.save', details(LATER, 2, { signerName: 'Trần Văn Bình' }));
    expect((await call('details.open', OPEN)).details.signerName).toBe('Nguyễn Thị Hồng Nhung');
    // The letter may still be changed: locking a result locks answers.
    await call('details.save', details(ASSESSMENT, 2, { place: 'Tây Ninh' }));
    expect((await call('details.open', OPEN)).details.place).toBe('Tây Ninh');
  });

  it('come twice, late or from two windows without harm', async () => {
    const { call, events } = await openWithDraft();
    const first = await call('details.save', details(ASSESSMENT, 1));
    const before = events.length;
    expect(await call('details.save', details(ASSESSMENT, 1))).toEqual(first);
    expect(events).toHaveLength(before);
    expect(await call('details.save', details(ASSESSMENT, 1, { place: 'Khác' }))).toMatchObject({ seq: 2 });
    expect(await call('details.save', details(ASSESSMENT, 1, { place: 'Muộn' }))).toMatchObject({
      seq: 2,
      printed: { agency: { placeAndDate: 'Khác, ngày 04 tháng 3 năm 2026' } },
    });
  });

  it('are refused with the field when they cannot be printed', async () => {
    const { refused, call } = await openWithDraft();
    expect((await refused('details.save', details(ASSESSMENT, 1, { date: '2026-02-30' }))).problems).toMatchObject([
      { path: ['date'], code: 'shape' },
    ]);
    const lines = Array.from({ length: 30 }, () => 'a').join('\n');
    expect((await refused('details.save', details(ASSESSMENT, 1, { addressees: lines }))).problems).toMatchObject([
      { path: ['addressees'], code: 'too-many' },
    ]);
    expect((await call('details.open', OPEN)).seq).toBe(0);
  });

  it('of a firm are fewer and stand under its sheet', async () => {
    const { call } = await openForTest();
    const samples = await call('samples.add', {});
    const firm = samples.find(({ questionnaireId }) => questionnaireId === 'sme-readiness');
    const ask = { assessmentId: firm?.id ?? '', language: 'vi' as const };
    expect(await call('details.open', ask)).toMatchObject({
      family: 'enterprise',
      printed: { agency: null, firm: null },
      passages: [],
    });
    await call('details.save', { ...ask, seq: 1, details: { ...EMPTY_DETAILS, signerName: 'Lê Văn Tám' } });
    expect((await call('details.open', ask)).printed.firm).toMatchObject({ signer: 'Lê Văn Tám' });
    await call('samples.remove', {});
  });
});

describe('own texts of a report', () => {
  const causes = async (opened: Awaited<ReturnType<typeof openWithDraft>>, language: 'vi' | 'en' = 'vi') =>
    (await opened.call('details.open', { ...OPEN, language })).passages.find(({ id }) => id === 'causes');

  it('are kept per language and go back to the draft', async () => {
    const opened = await openWithDraft();
    await opened.call('passages.save', passage('Thiếu cán bộ.'.normalize('NFD')));
    expect(await causes(opened)).toMatchObject({ text: 'Thiếu cán bộ.', seq: 1, outdated: false });
    expect(await causes(opened, 'en')).toMatchObject({ text: null });
    await opened.call('passages.save', passage(null, 2));
    expect(await causes(opened)).toMatchObject({ text: null, seq: 2, draft: '' });
    // Undone: the same text again, above it.
    await opened.call('passages.save', passage('Thiếu cán bộ.', 3));
    expect(await causes(opened)).toMatchObject({ text: 'Thiếu cán bộ.', seq: 3 });
  });

  it('tell that the result has changed since, until that was seen', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    const results = async () => (await call('details.open', OPEN)).passages[0];
    const save = (text: string, seq: number, seen: boolean) =>
      call('passages.save', { ...passage(text, seq), passage: 'results', seen });
    await save('Lời của đơn vị.', 1, true);
    expect(await results()).toMatchObject({ text: 'Lời của đơn vị.', outdated: false });
    await call('answers.save', saving('annual-goals', 5));
    expect(await results()).toMatchObject({ text: 'Lời của đơn vị.', outdated: true });
    await save('Lời của đơn vị, sửa lỗi gõ.', 2, false);
    expect(await results()).toMatchObject({ outdated: true });
    await save('Lời của đơn vị, đã xem lại.', 3, true);
    expect(await results()).toMatchObject({ outdated: false });
  });

  it('that say what the draft says go on following the result', async () => {
    const opened = await openWithDraft();
    const { call } = opened;
    const draft = (await call('details.open', OPEN)).passages[0]?.draft ?? '';
    await call('passages.save', { ...passage(draft), passage: 'results' });
    expect((await call('details.open', OPEN)).passages[0]).toMatchObject({ text: null });
  });

  it('come twice, late or from two windows without harm', async () => {
    const opened = await openWithDraft();
    await opened.call('passages.save', passage('một', 1));
    await opened.call('passages.save', passage('một', 1));
    expect(await opened.call('passages.save', passage('hai', 1))).toMatchObject({ seq: 2 });
    expect(await opened.call('passages.save', passage('muộn', 1))).toMatchObject({ seq: 2 });
    expect(await causes(opened)).toMatchObject({ text: 'hai', seq: 2 });
  });
});

describe('a finished file', () => {
  it('can be looked at before it is handed over, and is the same file', async () => {
    const { call, refused, delivered } = await openWithDraft();
    await call('details.save', details(ASSESSMENT, 1));
    const { ticket, fileName } = await call('reports.export', {
      assessmentId: ASSESSMENT,
      format: 'pdf',
      language: 'vi',
    });
    const opened = await call('files.open', { ticket });
    expect(opened.fileName).toBe(fileName);
    const bytes = Buffer.from(opened.base64, 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await call('files.deliver', { ticket });
    expect(Buffer.compare(Buffer.from(delivered[0]?.bytes ?? []), bytes)).toBe(0);
    expect(bytes.toString('base64')).toBe(opened.base64);
    expect((await refused('files.open', { ticket: uuid(7) })).code).toBe('ticket.unknown');
  });
});
