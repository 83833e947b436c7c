import { describe, expect, it } from 'vitest';
import { emptyRecord, type Answer, type AnswerRecord } from '../../../src/domain/assessment/answer.ts';
import {
  appraisedAnswers,
  emptyAppraisal,
  evidenceStates,
  isAppraised,
  targetAnswers,
} from '../../../src/domain/assessment/appraisal.ts';
import { evidenceAtStake, sumAtStake } from '../../../src/domain/assessment/evidence-at-stake.ts';
import { cleanFileName, judgeFile, MAX_FILE_BYTES } from '../../../src/domain/assessment/evidence-file.ts';
import { likelyDuplicates, matchesEvidence } from '../../../src/domain/assessment/evidence-library.ts';
import { toFraction } from '../../../src/domain/exact/exact.ts';
import { prepare } from '../../../src/domain/scoring/prepare.ts';
import { score } from '../../../src/domain/scoring/score.ts';
import { choice, definition, group, load } from '../definition.ts';

const option = (id: string): Answer => ({ state: 'answered', value: { kind: 'option', option: id } });
const record = (itemId: string, answer: Answer, evidence: string[] = []): AnswerRecord => ({
  ...emptyRecord(itemId),
  answer,
  evidence,
});

describe('an appraisal', () => {
  it('says something once there is an answer, a remark or a verdict', () => {
    const empty = emptyAppraisal('a');
    expect(isAppraised(empty)).toBe(false);
    expect(isAppraised({ ...empty, answer: option('1') })).toBe(true);
    expect(isAppraised({ ...empty, reason: 'x' })).toBe(true);
    expect(isAppraised({ ...empty, evidence: 'approved' })).toBe(true);
  });

  it('lies over the own answers and leaves those without one', () => {
    const own = new Map([
      ['a', option('1')],
      ['b', option('2')],
    ]);
    const answers = appraisedAnswers(own, [{ ...emptyAppraisal('a'), answer: option('0') }, emptyAppraisal('b')]);
    expect([...answers]).toEqual([
      ['a', option('0')],
      ['b', option('2')],
    ]);
    expect(targetAnswers(own, [{ itemId: 'c', value: { kind: 'option', option: '3' } }]).get('c')).toEqual(option('3'));
    expect(own.get('a')).toEqual(option('1'));
  });

  it('makes cited evidence offered until it is judged; a verdict holds without a citation too', () => {
    const states = evidenceStates(
      [record('a', option('1'), ['x']), record('b', option('1')), record('c', option('1'), ['x'])],
      [
        { ...emptyAppraisal('b'), evidence: 'approved' },
        { ...emptyAppraisal('c'), evidence: 'rejected' },
      ],
    );
    expect(Object.fromEntries(states)).toEqual({ a: 'offered', b: 'approved', c: 'rejected' });
  });
});

describe('points at stake for want of evidence', () => {
  const wanted = (id: string, more: object = {}) => ({ ...choice(id, [0, 5, 10]), evidence: 'required', ...more });
  const prepared = prepare(
    load(
      definition([
        group('g', [
          wanted('a'),
          wanted('half', { evidenceFactor: { none: '0.5', offered: '1', approved: '1', rejected: '0' } }),
          wanted('cited'),
          wanted('loss', { role: 'deduction' }),
          choice('free', [0, 10]),
        ]),
      ]),
    ),
  );
  it('are all points of an item, or what its factor takes away; nothing for deductions and cited answers', () => {
    const records = [
      record('a', option('10')),
      record('half', option('10')),
      record('cited', option('10'), ['x']),
      record('loss', option('5')),
      record('free', option('10')),
    ];
    const answers = new Map(records.map(({ itemId, answer }) => [itemId, answer]));
    const found = evidenceAtStake(prepared, score(prepared, answers), records);
    expect(found.map(({ item, points }) => [item.id, points && toFraction(points)])).toEqual([
      ['a', '10'],
      ['half', '5'],
      ['loss', '0'],
    ]);
    const sum = sumAtStake(found);
    expect(sum && toFraction(sum)).toBe('15');
    expect(sumAtStake([])).toBeNull();
  });
});

describe('documents of an organisation', () => {
  const base = { type: 'Kế hoạch', date: '2025-02-25', issuer: 'UBND xã', subject: 'Chuyển đổi số', page: '' };
  const one = { ...base, id: '1', number: '18/KH-UBND' };
  it('are found by any words of theirs, with or without marks', () => {
    expect(matchesEvidence(one, 'ke hoach 18')).toBe(true);
    expect(matchesEvidence(one, 'CHUYỂN ĐỔI 25/02/2025')).toBe(true);
    expect(matchesEvidence(one, 'quyết định')).toBe(false);
    expect(matchesEvidence(one, '')).toBe(true);
  });
  it('are the same by number and date, or without a number by all their texts', () => {
    const entries = [
      one,
      { ...one, id: '2', number: '18 / kh–ubnd', subject: 'khác' },
      { ...one, id: '3', date: '2026-02-25' },
      { ...base, id: '4', number: '' },
      { ...base, id: '5', number: ' ' },
      { ...base, id: '6', number: '', subject: 'Ảnh khác' },
    ];
    expect(likelyDuplicates(entries)).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
  });
});

describe('a file', () => {
  it('gets a name without folders and marks that a file system refuses', () => {
    expect(cleanFileName('C:\\a\\..\\b: c?.pdf')).toBe('b c .pdf'.replace(' .', '.'));
    expect(cleanFileName('../../etc/passwd')).toBe('passwd');
    expect(cleanFileName('..')).toBe('tep');
    expect(cleanFileName('a\u202Efdp.exe')).toBe('a fdp.exe');
    expect(cleanFileName(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{146}\.pdf$/);
  });
  it('is judged by size, ending and first bytes', () => {
    const pdf = new TextEncoder().encode('%PDF-1.7');
    expect(judgeFile('a.PDF', 9, pdf)).toEqual({ ok: true, name: 'a.PDF', type: 'pdf' });
    expect(judgeFile('a.pdf', 0, pdf)).toEqual({ ok: false, reason: 'empty' });
    expect(judgeFile('a.pdf', MAX_FILE_BYTES + 1, pdf)).toEqual({ ok: false, reason: 'too-large' });
    expect(judgeFile('a.constructor', 9, pdf)).toEqual({ ok: false, reason: 'type' });
    expect(judgeFile('a.png', 9, pdf)).toEqual({ ok: false, reason: 'content' });
  });
});
