import { beforeAll, describe, expect, it } from 'vitest';
import { buildResultFile, writeResultFile } from '../../../src/domain/result-file/build.ts';
import { parseResultFile } from '../../../src/domain/result-file/read.ts';
import { RESULT_FORMAT, type ResultFile } from '../../../src/domain/result-file/schema.ts';
import { canonicalJson } from '../../../src/domain/text/canonical-json.ts';
import { sample, sha256, type Made } from '../report/support.ts';

describe('the result file', () => {
  let made: Made;
  let file: ResultFile;
  let text: string;
  beforeAll(async () => {
    made = await sample('sme-readiness');
    file = made.machine;
    text = writeResultFile(file);
  });

  it('carries everything and reads back equal', () => {
    const read = parseResultFile(text, sha256(text), sha256);
    expect(read).toEqual({ kind: 'ok', file });
    expect(file.format).toBe('thuoc-so/result/2');
    expect(file.records).toHaveLength(made.input.records.length);
    expect(file.score.total.value).toBe('136');
    expect(file.score.groups).toHaveLength(6);
  });

  it('has one text, whatever the order of members', () => {
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect(text).toBe(text.normalize('NFC'));
  });

  it('takes along named members only', () => {
    const extra = buildResultFile({
      program: '1.0.0',
      exportedAt: '2026-02-05T03:00:00.000Z',
      questionnaire: made.input.prepared.questionnaire,
      hash: made.input.hash,
      assessment: { id: null, state: 'draft', sample: false, computer: 'PC-01' } as never,
      organisation: { ...made.input.organisation, secret: 'x' } as never,
      period: made.input.period,
      records: made.input.records.map((record) => ({ ...record, seq: 3 })),
      evidence: made.input.evidence,
      score: made.input.score,
    });
    expect(writeResultFile(extra)).not.toMatch(/secret|seq|PC-01/);
  });

  it('notices every change', () => {
    const changed = text.replace('"flagged":true', '"flagged":false');
    expect(changed).not.toBe(text);
    expect(parseResultFile(changed, sha256(text), sha256)).toEqual({ kind: 'changed' });
  });

  it('refuses a text that states a member twice, whatever stands in its texts', () => {
    const twice = text.replace('"organisation":{', '"organisation":{"name":"UBND xã Khác",');
    expect(twice).not.toBe(text);
    expect(parseResultFile(twice, sha256(twice), sha256).kind).toBe('invalid');
    expect(parseResultFile(JSON.stringify(file, null, 2), null, sha256).kind).toBe('ok');
    const [first, ...rest] = file.records;
    const quoted = { ...file, records: [{ ...first, note: 'ghi "điểm": 3 và \\" "a":' }, ...rest] };
    expect(parseResultFile(JSON.stringify(quoted), null, sha256).kind).toBe('ok');
  });

  it('tells a newer format from a broken file', () => {
    const read = (value: unknown) => {
      const json = canonicalJson(value);
      return parseResultFile(json, sha256(json), sha256);
    };
    expect(read({ ...file, format: 'thuoc-so/result/3' })).toEqual({ kind: 'newer', format: 'thuoc-so/result/3' });
    expect(read({ ...file, format: 'another/1' }).kind).toBe('invalid');
    expect(read([1]).kind).toBe('invalid');
    expect(parseResultFile('{', sha256('{'), sha256).kind).toBe('invalid');
    const wrong = read({ ...file, period: { kind: 'quarter', year: 2026, number: 5 } });
    expect(wrong).toMatchObject({ kind: 'invalid', problems: [{ path: ['period'] }] });
    expect(read({ ...file, stray: 1 })).toMatchObject({ kind: 'invalid' });
    expect(RESULT_FORMAT).toBe(file.format);
  });
});
