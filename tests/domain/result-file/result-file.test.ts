import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildResultFile, writeResultFile } from '../../../src/domain/result-file/build.ts';
import { deidentify, LEFT_OUT } from '../../../src/domain/result-file/deidentify.ts';
import { contentHash, fingerprint, shortHash } from '../../../src/domain/result-file/identity.ts';
import { parseResultFile } from '../../../src/domain/result-file/read.ts';
import type { ResultFile } from '../../../src/domain/result-file/schema.ts';
import { sample, sha256, type Made } from '../report/support.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/result');

describe('old formats', () => {
  it.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.json')))('%s is read', (name) => {
    const text = readFileSync(join(FIXTURES, name), 'utf8');
    const reading = parseResultFile(text, sha256(text), sha256);
    expect(reading).toMatchObject({
      kind: 'ok',
      file: { format: 'thuoc-so/result/2', assessment: { state: 'finished', deidentified: false }, replaces: null },
    });
    if (reading.kind === 'ok') expect(reading.file.revision).toBe(1);
  });
});

describe('the identity of a result', () => {
  let made: Made;
  let file: ResultFile;
  beforeAll(async () => {
    made = await sample('sme-readiness');
    file = made.machine;
  });

  it('is that of what was assessed, not of the export', () => {
    const hash = contentHash(file, sha256);
    const definition = { encoding: 'deflate-raw+base64', size: 2, data: 'q1YqAA==' } as const;
    expect(contentHash({ ...file, program: '9.9.9', exportedAt: '2030-01-01T00:00:00Z', definition }, sha256)).toBe(
      hash,
    );
    for (const other of [
      { ...file, revision: 2 },
      { ...file, replaces: hash },
      { ...file, period: { ...file.period, year: file.period.year + 1 } },
      { ...file, records: file.records.slice(1) },
      { ...file, assessment: { ...file.assessment, sample: !file.assessment.sample } },
    ])
      expect(contentHash(other, sha256)).not.toBe(hash);
  });

  it('does not depend on the order in which answers were stored', () => {
    const build = (records: typeof made.input.records): string =>
      writeResultFile(
        buildResultFile({
          ...made.input,
          program: '1.0.0',
          exportedAt: '2026-02-05T03:00:00.000Z',
          questionnaire: made.input.prepared.questionnaire,
          assessment: { id: null, state: 'draft', sample: false },
          appraised: null,
          records,
        }),
      );
    expect(build([...made.input.records].reverse())).toBe(build(made.input.records));
  });

  it('has marks of letters that nobody mixes up', () => {
    expect(shortHash('0'.repeat(64))).toBe('AAAA-AAAA');
    expect(shortHash('f'.repeat(64))).toBe('9999-9999');
    for (let index = 0; index < 200; index += 1) {
      const hash = sha256(String(index));
      expect(shortHash(hash)).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
      expect(fingerprint(hash)).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
    }
    expect(new Set(Array.from({ length: 5000 }, (_, index) => shortHash(sha256(String(index))))).size).toBe(5000);
  });
});

describe('a result without names', () => {
  it('keeps the answers and says nothing of the unit', async () => {
    const { input } = await sample('sme-readiness');
    let ids = 0;
    const person = 'Nguyễn Thị Lành';
    const data = {
      organisation: {
        ...input.organisation,
        name: 'UBND xã Bí Mật',
        code: '25441',
        address: 'Ấp Kín',
        contact: '0909',
        predecessors: ['x'],
      },
      records: [
        {
          itemId: 'a',
          answer: { state: 'not-applicable', reason: 'Xã Bí Mật không có' },
          note: 'gặp anh Ba',
          explanation: '',
          flagged: true,
          evidence: ['e1'],
        },
        {
          itemId: 'b',
          answer: { state: 'answered', value: { kind: 'text', text: 'Xã Bí Mật' } },
          note: '',
          explanation: 'ở Bí Mật',
          flagged: false,
          evidence: [],
        },
        {
          itemId: 'c',
          answer: { state: 'answered', value: { kind: 'option', option: '3' } },
          note: '',
          explanation: '',
          flagged: false,
          evidence: [],
        },
      ],
      evidence: [
        {
          id: 'e1',
          type: 'Kế hoạch',
          number: '18/KH-UBND Bí Mật',
          date: '2025-01-02',
          issuer: 'Bí Mật',
          subject: 'Bí Mật',
          page: '1',
          file: { sha256: 'a'.repeat(64), name: 'Bí Mật.pdf', type: 'pdf', size: 3 },
        },
      ],
      appraisals: [
        { itemId: 'c', answer: null, reason: 'Bí Mật', evidence: 'approved', person, at: '2026-01-01T00:00:00Z' },
      ],
    } as const;
    const hidden = deidentify(data, 'Đơn vị không nêu tên', () => `fresh-${(ids += 1)}`);
    const text = JSON.stringify(hidden);
    expect(text).not.toMatch(/Bí Mật|25441|Ấp Kín|0909|anh Ba|Lành|"e1"|\.pdf|2025/);
    expect(hidden.organisation).toMatchObject({
      id: 'fresh-2',
      kind: input.organisation.kind,
      code: '',
      predecessors: [],
    });
    expect(hidden.records).toMatchObject([
      { answer: { state: 'not-applicable', reason: LEFT_OUT }, note: LEFT_OUT, evidence: ['fresh-1'] },
      { answer: { value: { kind: 'text', text: LEFT_OUT } }, note: '', explanation: LEFT_OUT },
      { answer: { value: { kind: 'option', option: '3' } } },
    ]);
  });
});
