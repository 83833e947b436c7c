import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/domain/assessment/answer.ts';
import { emptyAppraisal, type Appraisal } from '../../src/domain/assessment/appraisal.ts';
import { BesideSession } from '../../src/renderer/screens/answer/side/beside-session.ts';

const value: AnswerValue = { kind: 'option', option: '3' };

function openSession() {
  const sent: { itemId: string; seq: number; value: Appraisal | AnswerValue | null }[] = [];
  const accepts: (() => void)[] = [];
  const quiet = { isPassing: () => false, later: () => () => undefined };
  const send = (itemId: string, seq: number, given: Appraisal | AnswerValue | null) => {
    sent.push({ itemId, seq, value: given });
    return new Promise<{ seq: number; savedAt: string }>((resolve) => {
      accepts.push(() => resolve({ seq, savedAt: 'now' }));
    });
  };
  const session = new BesideSession({ appraisal: { ...quiet, send }, target: { ...quiet, send } });
  return { session, sent, accepts };
}

const stored = (seq: number, reason: string) => ({
  ...emptyAppraisal('a'),
  seq,
  reason,
  person: 'Bình',
  mode: 'appraiser' as const,
  at: '2026-01-01T00:00:00.000Z',
});

describe('appraisals and targets while they are given', () => {
  it('are empty at first, and the same object while nothing changes', () => {
    const { session, sent } = openSession();
    expect(session.appraisal('a')).toEqual({ ...emptyAppraisal('a'), person: '', at: null });
    expect(session.appraisal('a')).toBe(session.appraisal('a'));
    expect(session.target('a')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('are shown at once and sent whole, above what is stored; what changes nothing is not sent', () => {
    const { session, sent } = openSession();
    let told = 0;
    session.subscribe(() => (told += 1));
    session.merge({ appraisals: [stored(4, 'cũ')], targets: [] });
    session.appraise('a', { evidence: 'approved' }, 'An');
    session.appraise('a', { evidence: 'approved' }, 'An');
    expect(session.appraisal('a')).toMatchObject({ reason: 'cũ', evidence: 'approved', person: 'An' });
    expect(sent).toEqual([
      { itemId: 'a', seq: 5, value: { ...emptyAppraisal('a'), reason: 'cũ', evidence: 'approved' } },
    ]);
    expect(told).toBe(2);
    expect(session.unsaved).toBe(1);
  });

  it('are not overwritten by older news while they are unsaved', async () => {
    const { session, accepts } = openSession();
    session.appraise('a', { reason: 'mới' }, '');
    session.merge({ appraisals: [stored(1, 'cũ')], targets: [] });
    expect(session.appraisal('a').reason).toBe('mới');
    for (const accept of accepts) accept();
    await session.savingAppraisals.settled();
    expect(session.unsaved).toBe(0);
    session.merge({ appraisals: [stored(2, 'từ cửa sổ khác')], targets: [] });
    expect(session.appraisal('a').reason).toBe('từ cửa sổ khác');
  });

  it('keep a target and take it back', () => {
    const { session, sent } = openSession();
    session.setTarget('a', value);
    session.setTarget('a', value);
    expect(session.target('a')).toEqual(value);
    session.merge({ appraisals: [], targets: [{ itemId: 'b', seq: 3, value }] });
    session.setTarget('b', null);
    expect(session.target('b')).toBeNull();
    expect(sent).toEqual([
      { itemId: 'a', seq: 1, value },
      { itemId: 'b', seq: 4, value: null },
    ]);
  });
});
