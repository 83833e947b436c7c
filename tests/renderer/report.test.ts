import { beforeEach, describe, expect, it } from 'vitest';
import type { PassageView, ReportDetailsView } from '../../src/contract/views/report-details.ts';
import { EMPTY_DETAILS, type ReportDetails } from '../../src/domain/report/details.ts';
import { SaveQueue } from '../../src/renderer/screens/answer/save-queue.ts';
import { scaleFor, ZOOM_STEPS, zoomStep } from '../../src/renderer/screens/preview/zoom.ts';
import { ReportSession, type ReportJob } from '../../src/renderer/screens/report/report-session.ts';

const passage = (id: PassageView['id'], more: Partial<PassageView> = {}): PassageView => ({
  id,
  draft: id === 'causes' ? '' : 'Bản nháp.',
  text: null,
  seq: 0,
  outdated: false,
  ...more,
});
const view = (more: Partial<ReportDetailsView> = {}): ReportDetailsView => ({
  assessment: {} as ReportDetailsView['assessment'],
  family: 'agency',
  details: EMPTY_DETAILS,
  seq: 0,
  savedAt: null,
  remembered: null,
  printed: { agency: null, firm: null },
  passages: [passage('strengths'), passage('causes')],
  ...more,
});

let sent: ReportJob[];
let session: ReportSession;

function open(first = view()): ReportSession {
  sent = [];
  return new ReportSession(
    first,
    'vi',
    new SaveQueue<ReportJob>({
      send(_key, seq, job) {
        sent.push(job);
        return Promise.resolve({ seq, savedAt: '2026-01-01T00:00:00.000Z' });
      },
      isPassing: () => false,
      later: () => () => undefined,
    }),
  );
}
const lastDetails = (): ReportDetails | undefined =>
  sent.flatMap((job) => (job.kind === 'details' ? [job.details] : [])).at(-1);
const settle = () => session.saving.settled();

beforeEach(() => {
  session = open();
});

describe('details that are being written', () => {
  it('are stored as they are typed, and nothing is sent twice', async () => {
    session.change({ place: 'Trường Đông' });
    session.change({ place: 'Trường Đông' });
    await settle();
    expect(sent).toHaveLength(1);
    expect(lastDetails()?.place).toBe('Trường Đông');
  });

  it('wait with a text that cannot be printed, and store the others', async () => {
    session.change({ signerName: 'Hồng' });
    await settle();
    session.change({ signerName: 'ư'.repeat(101) });
    session.change({ place: 'Trường Đông' });
    await settle();
    expect(session.faults()).toEqual({ signerName: 'too-long' });
    expect(session.details.signerName).toHaveLength(101);
    expect(lastDetails()).toMatchObject({ signerName: 'Hồng', place: 'Trường Đông' });
    // What is stored meanwhile does not take the typed text away.
    session.merge(view({ seq: 9, details: { ...EMPTY_DETAILS, signerName: 'Hồng' } }), 'vi');
    expect(session.details.signerName).toHaveLength(101);
    session.change({ signerName: 'Hồng Nhung' });
    await settle();
    expect(lastDetails()?.signerName).toBe('Hồng Nhung');
    expect(session.faults()).toEqual({});
  });

  it('keep a day that is none as it was typed', async () => {
    session.changeDay('4/3/2026', '2026-03-04');
    session.changeDay('31/2/2026', null);
    await settle();
    expect(session.wrongDay).toBe('31/2/2026');
    expect(session.faults()).toEqual({ date: 'not-a-day' });
    expect(lastDetails()?.date).toBe('2026-03-04');
    session.changeDay('', '');
    await settle();
    expect(session.wrongDay).toBeNull();
    expect(lastDetails()?.date).toBe('');
  });

  it('can be replaced by those of the latest report, and brought back', async () => {
    const details = { ...EMPTY_DETAILS, number: '7', signerName: 'Hồng' };
    const remembered = { ...EMPTY_DETAILS, signerName: 'Bình', symbol: 'BC-UBND' };
    session = open(view({ details, remembered }));
    const before = session.rewrites;
    session.useRemembered();
    expect(session.details).toEqual({ ...remembered, number: '7' });
    expect(session.replaced).toBe('details');
    expect(session.remembered).toBeNull();
    session.undo();
    expect(session.details).toEqual(details);
    expect(session.remembered).toEqual(remembered);
    expect(session.rewrites).toBe(before + 2);
    await settle();
    expect(lastDetails()).toEqual(details);
    session.undo();
    expect(session.details).toEqual(details);
  });

  it('take over what another window stored, unless changes of their own are under way', async () => {
    session.merge(view({ seq: 3, details: { ...EMPTY_DETAILS, place: 'Khác' } }), 'vi');
    expect(session.details.place).toBe('Khác');
    session.change({ place: 'Ở đây' });
    session.merge(view({ seq: 4, details: { ...EMPTY_DETAILS, place: 'Ở kia' } }), 'vi');
    expect(session.details.place).toBe('Ở đây');
    await settle();
    session.merge(view({ seq: 2, details: { ...EMPTY_DETAILS, place: 'Muộn' } }), 'vi');
    expect(session.details.place).toBe('Ở đây');
  });
});

describe('texts that are being written', () => {
  it('differ by language, and are the draft again when they say the same', async () => {
    session.merge(view({ passages: [passage('strengths', { draft: 'Draft.' })] }), 'en');
    session.write('vi', 'strengths', 'Lời của đơn vị.');
    expect(session.passage('en', 'strengths')?.text).toBeNull();
    session.write('vi', 'strengths', 'Bản nháp.');
    expect(session.passage('vi', 'strengths')?.text).toBeNull();
    await settle();
    expect(sent.at(-1)).toEqual({ kind: 'passage', language: 'vi', id: 'strengths', text: null, seen: false });
  });

  it('go back to the draft and forth', async () => {
    session.write('vi', 'strengths', 'Lời của đơn vị.');
    session.restoreDraft('vi', 'strengths');
    expect(session.passage('vi', 'strengths')?.text).toBeNull();
    expect(session.replaced).toBe('strengths');
    session.undo();
    expect(session.passage('vi', 'strengths')?.text).toBe('Lời của đơn vị.');
    await settle();
    expect(sent.at(-1)).toMatchObject({ text: 'Lời của đơn vị.' });
    session.restoreDraft('vi', 'causes');
    expect(session.replaced).toBeNull();
  });

  it('say once that the changed result has been seen', async () => {
    session.merge(view({ passages: [passage('strengths', { text: 'Cũ.', seq: 2, outdated: true })] }), 'vi');
    session.write('vi', 'strengths', 'Cũ, sửa lỗi gõ.');
    await settle();
    expect(sent.at(-1)).toMatchObject({ seen: false });
    expect(session.passage('vi', 'strengths')?.outdated).toBe(true);
    session.keep('vi', 'strengths');
    await settle();
    expect(sent.at(-1)).toMatchObject({ text: 'Cũ, sửa lỗi gõ.', seen: true });
    expect(session.passage('vi', 'strengths')?.outdated).toBe(false);
  });

  it('are handed over when asked, by whoever holds them', () => {
    let held = 0;
    const release = session.holdDraft(() => (held += 1));
    session.commitDrafts();
    release();
    session.commitDrafts();
    expect(held).toBe(1);
  });
});

describe('the size of a page', () => {
  const upright = { width: 595, height: 842 };

  it('fits the width or the whole, or is a share of the paper', () => {
    expect(scaleFor('width', upright, { width: 1190, height: 400 })).toBeCloseTo(2, 5);
    expect(scaleFor('page', upright, { width: 1190, height: 421 })).toBeCloseTo(0.5, 5);
    expect(scaleFor(100, upright, { width: 1, height: 1 })).toBeCloseTo(96 / 72, 5);
    expect(scaleFor('width', upright, { width: 0, height: 0 })).toBeGreaterThan(0);
  });

  it('goes by steps from whatever is shown, and ends at the last one', () => {
    expect(zoomStep(96 / 72, 1)).toBe(125);
    expect(zoomStep(96 / 72, -1)).toBe(75);
    expect(zoomStep(1.5, 1)).toBe(125);
    expect(zoomStep(99, 1)).toBe(ZOOM_STEPS.at(-1));
    expect(zoomStep(0.1, -1)).toBe(50);
  });
});
