import { describe, expect, it } from 'vitest';
import type { AssessmentView, StoredRecord } from '../../src/contract/views.ts';
import { emptyRecord, type Answer, type AnswerRecord, type Evidence } from '../../src/domain/assessment/answer.ts';
import { AnswerSession } from '../../src/renderer/screens/answer/answer-session.ts';
import { SaveQueue } from '../../src/renderer/screens/answer/save-queue.ts';
import { round } from './rounds.ts';

const chosen = (option: string): Answer => ({ state: 'answered', value: { kind: 'option', option } });
const stored = (itemId: string, seq: number, more: Partial<AnswerRecord> = {}): StoredRecord => ({
  ...emptyRecord(itemId),
  ...more,
  seq,
});
const plan: Evidence = {
  id: 'plan',
  type: 'Kế hoạch',
  number: '18/KH-UBND',
  date: '2025-02-25',
  issuer: '',
  subject: '',
  page: '',
};

function view(records: readonly StoredRecord[] = [], evidence: readonly Evidence[] = []): AssessmentView {
  const organisation = {
    id: 'commune',
    name: 'UBND xã Tân An',
    kind: 'commune',
    code: '',
    province: '',
    address: '',
    contact: '',
    predecessors: [],
  };
  return {
    summary: round(),
    organisation,
    position: null,
    records,
    evidence,
    appraisals: [],
    targets: [],
    previous: null,
    derived: null,
  };
}

/** A session whose saves are acknowledged when the test says so. */
function openSession(first = view()) {
  const sent: { record: AnswerRecord; seq: number; accept: () => void }[] = [];
  const queue = new SaveQueue<AnswerRecord>({
    send: (_itemId, seq, record) =>
      new Promise((resolve) => sent.push({ record, seq, accept: () => resolve({ seq, savedAt: 'now' }) })),
    isPassing: () => false,
    later: () => () => undefined,
  });
  return { session: new AnswerSession(first, queue), sent };
}

describe('records of a session', () => {
  it('are empty until something is said', () => {
    const { session, sent } = openSession();
    expect(session.record('a')).toEqual(emptyRecord('a'));
    expect(session.record('a')).toBe(session.record('a'));
    expect(sent).toEqual([]);
  });

  it('show a change at once and hand the whole record over, above the stored sequence number', () => {
    const { session, sent } = openSession(view([stored('a', 4, { note: 'cũ' })]));
    session.change('a', { answer: chosen('2') });
    expect(session.record('a')).toEqual({ ...emptyRecord('a'), note: 'cũ', answer: chosen('2') });
    expect(sent).toMatchObject([{ seq: 5, record: session.record('a') }]);
  });

  it('ignore a change that changes nothing', () => {
    const { session, sent } = openSession();
    session.change('a', { flagged: false, answer: { state: 'unanswered' } });
    expect(sent).toEqual([]);
    expect(session.undo()).toBeNull();
  });

  it('keep the object of every record that did not change', () => {
    const { session } = openSession(view([stored('a', 1), stored('b', 1)]));
    const [a, b] = [session.record('a'), session.record('b')];
    session.change('a', { flagged: true });
    expect(a.flagged).toBe(false);
    expect(session.record('b')).toBe(b);
    session.merge(view([stored('b', 1)]));
    expect(session.record('b')).toBe(b);
  });

  it('tell listeners, with a version that rises', () => {
    const { session } = openSession();
    const heard: number[] = [];
    const leave = session.subscribe(() => heard.push(session.version));
    session.change('a', { flagged: true });
    session.undo();
    leave();
    session.redo();
    expect(heard).toHaveLength(2);
    expect(heard[1]).toBeGreaterThan(heard[0] as number);
  });
});

describe('what is stored, taken over while the work goes on', () => {
  it('replaces records that have no change of their own', async () => {
    const { session, sent } = openSession(view([stored('a', 1)]));
    session.change('b', { note: 'mới' });
    sent[0]?.accept();
    await session.saving.settled();
    session.merge(view([stored('a', 2, { flagged: true }), stored('b', 2, { note: 'của cửa sổ khác' })]));
    expect(session.record('a').flagged).toBe(true);
    expect(session.record('b').note).toBe('của cửa sổ khác');
  });

  it('does not touch what is not saved yet', () => {
    const { session } = openSession();
    session.change('a', { note: 'đang gõ' });
    session.merge(view([stored('a', 9, { note: 'của cửa sổ khác' })]));
    expect(session.record('a').note).toBe('đang gõ');
  });

  it('does not bring back what was saved over meanwhile', async () => {
    const { session, sent } = openSession(view([stored('a', 3, { note: 'cũ' })]));
    session.change('a', { note: 'mới' });
    sent[0]?.accept();
    await session.saving.settled();
    session.merge(view([stored('a', 3, { note: 'cũ' })]));
    expect(session.record('a').note).toBe('mới');
  });
});

describe('undo and redo', () => {
  it('go back and forth over items, and save each time', () => {
    const { session } = openSession();
    session.change('a', { answer: chosen('1') });
    session.change('b', { answer: chosen('2') });
    expect([session.undo(), session.undo(), session.undo()]).toEqual(['b', 'a', null]);
    expect(session.record('a').answer.state).toBe('unanswered');
    expect(session.saving.unsaved).toBe(2);
    expect([session.redo(), session.redo(), session.redo()]).toEqual(['a', 'b', null]);
    expect(session.record('b').answer).toEqual(chosen('2'));
  });

  it('forget what was undone when something else is done', () => {
    const { session } = openSession();
    session.change('a', { answer: chosen('1') });
    session.undo();
    session.change('b', { flagged: true });
    expect(session.redo()).toBeNull();
    expect(session.undo()).toBe('b');
  });

  it('reach 500 steps back', () => {
    const { session } = openSession();
    for (let step = 1; step <= 510; step += 1) session.change('a', { note: String(step) });
    let steps = 0;
    while (session.undo() !== null) steps += 1;
    expect(steps).toBe(500);
    expect(session.record('a').note).toBe('10');
  });

  it('draw typed text of that item anew, and of no other', () => {
    const { session } = openSession();
    session.typed.set('a number', '12x');
    session.typed.set('ab number', '13x');
    session.change('a', { note: 'x' });
    const before = session.rewrites;
    session.undo();
    expect(session.rewrites).toBe(before + 1);
    expect([...session.typed.keys()]).toEqual(['ab number']);
  });
});

describe('citations', () => {
  it('are added, replaced, counted and dropped', () => {
    const { session } = openSession(view([stored('a', 1, { evidence: ['plan'] })], [plan]));
    session.change('b', { evidence: ['plan'] });
    expect(session.usesOf('plan')).toBe(2);
    session.addEvidence({ ...plan, number: '19/KH-UBND' });
    session.addEvidence({ ...plan, id: 'report' });
    expect(session.evidence.map(({ id, number }) => [id, number])).toEqual([
      ['plan', '19/KH-UBND'],
      ['report', '18/KH-UBND'],
    ]);
    session.dropEvidence('plan');
    expect(session.evidence.map(({ id }) => id)).toEqual(['report']);
  });

  it('that were removed do not come back, however undo and redo go', () => {
    const { session } = openSession(view([], [plan]));
    session.change('a', { evidence: ['plan'] });
    session.change('a', { note: 'ghi chú' });
    session.change('a', { evidence: [] });
    const drive = (): void => {
      for (const move of ['undo', 'redo', 'undo'] as const)
        while (session[move]() !== null) expect(session.record('a').evidence).toEqual([]);
    };
    session.dropEvidence('plan');
    drive();
    expect(session.record('a')).toEqual(emptyRecord('a'));
    session.redo();
    expect(session.record('a').note).toBe('ghi chú');
  });

  it('that were removed after going back do not come back either', () => {
    const { session } = openSession(view([], [plan]));
    session.change('a', { evidence: ['plan'] });
    session.change('a', { evidence: [], note: 'ghi chú' });
    session.undo();
    session.undo();
    session.dropEvidence('plan');
    expect(session.redo()).toBe('a');
    expect(session.record('a')).toMatchObject({ evidence: [], note: 'ghi chú' });
    expect(session.undo()).toBe('a');
    expect(session.record('a')).toEqual(emptyRecord('a'));
  });
});

describe('text that is being typed', () => {
  it('is committed when asked for, as long as its field is there', () => {
    const { session } = openSession();
    const committed: string[] = [];
    const release = session.holdDraft(() => committed.push('a'));
    session.holdDraft(() => committed.push('b'));
    session.commitDrafts();
    release();
    session.commitDrafts();
    expect(committed).toEqual(['a', 'b', 'b']);
  });
});
