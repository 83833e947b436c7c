/** Rows for tests of the database alone. */
import { createHash } from 'node:crypto';
import type { AssessmentRow, Storage } from '../../../src/core/ports.ts';
import type { StoredRecord } from '../../../src/contract/views.ts';
import type { Organisation } from '../../../src/domain/assessment/organisation.ts';

/** A definition of some size, and the hash that belongs to it. */
export const DEFINITION = { text: 'ế'.repeat(20_000) };
export const HASH = createHash('sha256').update(JSON.stringify(DEFINITION)).digest('hex');

export const AT = '2026-01-01T00:00:00.000Z';

export const ORGANISATION: Organisation = {
  id: 'o1',
  name: 'UBND xã Trường Đông',
  kind: 'commune',
  code: '',
  province: '80',
  address: '',
  contact: '',
  predecessors: [],
};

export const ASSESSMENT: AssessmentRow = {
  id: 'a1',
  organisationId: 'o1',
  questionnaireId: 'q',
  questionnaireVersion: '1.0.0',
  questionnaireHash: HASH,
  period: { kind: 'year', year: 2025, number: 1 },
  state: 'draft',
  sample: false,
  position: null,
  settled: 0,
  total: 3,
  flagged: 0,
  level: null,
  contentHash: null,
  organisationKind: null,
  createdAt: AT,
  updatedAt: AT,
  finishedAt: null,
};

export const record = (
  itemId: string,
  seq: number,
  option: string,
  evidence: readonly string[] = [],
): StoredRecord => ({
  itemId,
  seq,
  answer: { state: 'answered', value: { kind: 'option', option } },
  note: '',
  explanation: '',
  flagged: false,
  evidence,
});

/** An organisation, a definition of some size and a draft. */
export function fill(storage: Storage): void {
  storage.transaction(() => {
    storage.organisations.save(ORGANISATION, false, AT);
    storage.questionnaires.add('q', '1.0.0', HASH, DEFINITION, AT);
    storage.assessments.add(ASSESSMENT);
  });
  for (let seq = 1; seq <= 60; seq += 1)
    for (const item of ['x', 'y', 'z'])
      storage.answers.save('a1', { ...record(item, seq, String(seq)), note: 'ghi chú '.repeat(20) }, AT);
}
