import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_NAME, openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openStorage } from '../../../src/adapters/sqlite/storage.ts';
import type { Storage } from '../../../src/core/ports.ts';
import { EMPTY_DETAILS } from '../../../src/domain/report/details.ts';
import { temporaryFolder } from '../temporary.ts';
import { ASSESSMENT, AT, fill, ORGANISATION, record, DEFINITION, HASH } from './rows.ts';

const EVIDENCE = { id: 'e1', type: 'Kế hoạch', number: '18', date: '', issuer: '', subject: '', page: '' };

function filled(): Storage {
  const storage = openStorage(null);
  onTestFinished(() => storage.close());
  fill(storage);
  return storage;
}

describe('what is stored comes back', () => {
  it('for an assessment with every field', () => {
    const storage = filled();
    const changed = {
      ...ASSESSMENT,
      state: 'finished' as const,
      position: 'x',
      settled: 3,
      flagged: 2,
      level: 4,
      contentHash: 'c',
      updatedAt: '2026-02-01T00:00:00.000Z',
      finishedAt: '2026-02-01T00:00:00.000Z',
    };
    expect(storage.assessments.find('a1')).toEqual(ASSESSMENT);
    storage.assessments.update(changed);
    expect(storage.assessments.find('a1')).toEqual(changed);
    expect(storage.assessments.list()).toEqual([changed]);
    expect(storage.assessments.findSame('o1', 'q', ASSESSMENT.period)).toEqual(changed);
    for (const period of [
      { ...ASSESSMENT.period, year: 2026 },
      { ...ASSESSMENT.period, kind: 'once' as const },
    ])
      expect(storage.assessments.findSame('o1', 'q', period)).toBeNull();
    expect(storage.assessments.find('nobody')).toBeNull();
  });

  it('for answers of every state, with evidence in its order', () => {
    const storage = filled();
    for (const id of ['e2', 'e1', 'e3']) storage.evidence.save('a1', { ...EVIDENCE, id });
    const answers = [
      { ...record('x', 61, '3', ['e3', 'e1']), note: 'Ghi chú', explanation: 'Giải trình', flagged: true },
      { ...record('w', 1, ''), answer: { state: 'not-applicable', reason: 'Không có' } as const },
      { ...record('v', 1, ''), answer: { state: 'none' } as const },
    ];
    for (const answer of answers) storage.answers.save('a1', answer, AT);
    for (const answer of answers) expect(storage.answers.find('a1', answer.itemId)).toEqual(answer);
    expect(storage.answers.list('a1').map((entry) => entry.itemId)).toEqual(['v', 'w', 'x', 'y', 'z']);
    expect(storage.answers.list('a1')[2]).toEqual(answers[0]);
    expect(storage.answers.find('a1', 'nobody')).toBeNull();
    expect(storage.evidence.list('a1').map((entry) => entry.id)).toEqual(['e2', 'e1', 'e3']);
  });

  it('for organisations with predecessors, definitions and settings', () => {
    const storage = filled();
    for (const id of ['o2', 'o3']) storage.organisations.save({ ...ORGANISATION, id }, false, AT);
    const heir = { ...ORGANISATION, name: 'Xã mới', predecessors: ['o3', 'o2'] };
    storage.organisations.save(heir, false, AT);
    expect(storage.organisations.find('o1')).toEqual(heir);
    expect(storage.organisations.list()).toHaveLength(3);
    expect(storage.organisations.find('nobody')).toBeNull();
    expect(storage.questionnaires.find('q', '1.0.0')).toEqual({ hash: HASH, definition: DEFINITION });
    expect(storage.questionnaires.find('q', '2.0.0')).toBeNull();
    storage.settings.set('zoom', '100');
    storage.settings.set('zoom', '125');
    expect(storage.settings.all()).toEqual(new Map([['zoom', '125']]));
  });

  it('for what people add to reports', () => {
    const storage = filled();
    const { reports } = storage;
    expect([reports.remembered('o1'), reports.details('a1'), reports.passages('a1', 'vi')]).toEqual([null, null, []]);
    const details = { ...EMPTY_DETAILS, place: 'Trường Đông', addressees: 'một\nhai' };
    reports.remember('o1', EMPTY_DETAILS, AT);
    reports.remember('o1', details, AT);
    expect(reports.remembered('o1')).toEqual(details);
    reports.saveDetails('a1', { seq: 1, details: EMPTY_DETAILS, savedAt: AT });
    reports.saveDetails('a1', { seq: 4, details, savedAt: AT });
    expect(reports.details('a1')).toEqual({ seq: 4, details, savedAt: AT });
    const own = { passage: 'causes', language: 'vi', seq: 2, text: 'Thiếu người', draft: '', savedAt: AT } as const;
    reports.savePassage('a1', { ...own, seq: 1, text: null });
    reports.savePassage('a1', own);
    reports.savePassage('a1', { ...own, language: 'en', text: 'Too few people' });
    expect(reports.passages('a1', 'vi')).toEqual([own]);
    expect(reports.passages('a1', 'en')).toMatchObject([{ text: 'Too few people' }]);
    expect(() => reports.saveDetails('nobody', { seq: 1, details, savedAt: AT })).toThrow(/storage/);
  });

  it('under hostile names and with hostile text', () => {
    const storage = filled();
    const hostile = "'; DROP TABLE answer; -- \u0000 ${x} {{y}} 🇻🇳";
    storage.answers.save('a1', { ...record('__proto__', 1, hostile), note: hostile }, AT);
    expect(storage.answers.find('a1', '__proto__')).toMatchObject({
      note: hostile,
      answer: { value: { option: hostile } },
    });
    storage.settings.set('__proto__', 'x');
    expect(storage.settings.all().get('__proto__')).toBe('x');
  });
});

describe('history', () => {
  it('only grows, whatever happens to answers and evidence', async () => {
    const folder = await temporaryFolder();
    let storage = openStorage(folder);
    fill(storage);
    storage.evidence.save('a1', EVIDENCE);
    storage.answers.save('a1', record('x', 61, '5', ['e1']), AT);
    storage.answers.save('a1', { ...record('x', 62, ''), answer: { state: 'unanswered' } }, AT);
    storage.evidence.remove('a1', 'e1');
    storage.assessments.update({ ...ASSESSMENT, state: 'finished', finishedAt: AT });
    storage.assessments.removeSamples();
    storage.close();
    const db = openDatabase(folder);
    const rows = db.prepare("SELECT seq, answer FROM answer_history WHERE item_id = 'x' ORDER BY seq").all() as {
      seq: number;
      answer: string;
    }[];
    db.close();
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 62 }, (_, index) => index + 1));
    expect(rows[60]?.answer).toContain('"option":"5"');
    expect(rows[61]?.answer).toContain('unanswered');

    // The same number is never written over.
    storage = openStorage(folder);
    onTestFinished(() => storage.close());
    expect(() => storage.transaction(() => storage.answers.save('a1', record('x', 62, '1'), AT))).toThrow(
      expect.objectContaining({ code: 'storage.failed' }),
    );
    expect(storage.answers.find('a1', 'x')?.answer).toEqual({ state: 'unanswered' });
  });
});

describe('transactions', () => {
  it('leave nothing behind when the work fails', () => {
    const storage = filled();
    expect(() =>
      storage.transaction(() => {
        storage.answers.save('a1', record('x', 61, '1'), AT);
        storage.settings.set('zoom', '150');
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(storage.answers.find('a1', 'x')?.seq).toBe(60);
    expect(storage.settings.all().size).toBe(0);
  });

  it('join the one that is open', () => {
    const storage = filled();
    expect(() =>
      storage.transaction(() => {
        storage.transaction(() => storage.settings.set('zoom', '150'));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(storage.settings.all().size).toBe(0);
    expect(storage.transaction(() => 5)).toBe(5);
  });

  it('give driver errors as errors of the storage, with the place', () => {
    const storage = filled();
    expect(() => storage.assessments.add(ASSESSMENT)).toThrow(
      expect.objectContaining({
        code: 'storage.failed',
        params: { folder: ':memory:', file: join(':memory:', DATABASE_NAME), reason: 'SQLITE_CONSTRAINT_UNIQUE' },
      }),
    );
    expect(() => storage.answers.save('nobody', record('x', 1, '1'), AT)).toThrow(
      expect.objectContaining({ code: 'storage.failed' }),
    );
    expect(() => storage.assessments.update({ ...ASSESSMENT, state: 'finished' })).toThrow(
      expect.objectContaining({ code: 'storage.failed' }),
    );
  });
});

describe('removing', () => {
  it('evidence takes its links along and leaves the answers', () => {
    const storage = filled();
    for (const id of ['e1', 'e2']) storage.evidence.save('a1', { ...EVIDENCE, id });
    storage.answers.save('a1', record('x', 61, '1', ['e1', 'e2']), AT);
    storage.answers.save('a1', record('y', 61, '1', ['e1']), AT);
    storage.evidence.remove('a1', 'e1');
    expect(storage.evidence.list('a1').map((entry) => entry.id)).toEqual(['e2']);
    expect(storage.answers.find('a1', 'x')).toEqual(record('x', 61, '1', ['e2']));
    expect(storage.answers.find('a1', 'y')).toEqual(record('y', 61, '1'));
  });

  it('samples takes nothing of the user', () => {
    const storage = filled();
    storage.organisations.save({ ...ORGANISATION, id: 's1' }, true, AT);
    storage.organisations.save({ ...ORGANISATION, id: 's2' }, true, AT);
    storage.organisations.save({ ...ORGANISATION, predecessors: ['s1', 's2'] }, false, AT);
    storage.assessments.add({ ...ASSESSMENT, id: 'sa', organisationId: 's1', sample: true });
    storage.evidence.save('sa', EVIDENCE);
    storage.answers.save('sa', record('x', 1, '1', ['e1']), AT);
    storage.assessments.add({ ...ASSESSMENT, id: 'mine', organisationId: 's2' });
    storage.assessments.removeSamples();
    storage.organisations.removeSamples();
    expect(
      storage.assessments
        .list()
        .map((row) => row.id)
        .sort(),
    ).toEqual(['a1', 'mine']);
    expect(
      storage.organisations
        .list()
        .map((organisation) => organisation.id)
        .sort(),
    ).toEqual(['o1', 's2']);
    expect(storage.organisations.find('o1')?.predecessors).toEqual(['s2']);
    expect(storage.answers.list('sa')).toEqual([]);
    expect(storage.answers.list('a1')).toHaveLength(3);
  });
});
