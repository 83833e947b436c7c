import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileReader } from '../../../src/adapters/files/recognise.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const reader = createFileReader();
const read = (...path: string[]): Buffer => readFileSync(join(FIXTURES, ...path));

describe('files of every form that was ever written', () => {
  it.each(readdirSync(join(FIXTURES, 'result')))('%s is a result', async (name) => {
    const recognised = await reader.recognise(read('result', name));
    expect(recognised).toMatchObject({
      kind: 'result',
      source: name.endsWith('.json') ? 'json' : 'workbook',
      file: { questionnaire: { id: 'sme-quick' }, assessment: { state: 'finished' } },
    });
    if (recognised.kind !== 'result' || name.endsWith('.json')) return;
    expect(recognised.sheets?.kind).toBe(name.includes('-1') ? 'no-digests' : 'unchanged');
  });

  it.each([
    ['submission-1', 'result'],
    ['questionnaire-1', 'questionnaire'],
    ['appraisal-1', 'appraisal'],
    ['locked-1', 'locked'],
  ])('%s is a container', async (name, kind) => {
    expect((await reader.recognise(read('package', `${name}.thuocso`))).kind).toBe(kind);
  });

  it('opens with its passphrase', async () => {
    const opened = await reader.unlock(read('package', 'locked-1.thuocso'), 'chín củ khoai');
    expect(opened.kind).toBe('ok');
    if (opened.kind === 'ok')
      expect(await reader.recognise(opened.bytes)).toMatchObject({ kind: 'result', source: 'package' });
    expect(await reader.unlock(read('package', 'locked-1.thuocso'), 'chin cu khoai')).toEqual({ kind: 'wrong' });
  });
});

describe('bytes that are no UTF-8', () => {
  const text = 'format: thuoc-so/answers/1\norganisation: { name: "Ủy ban nhân dân xã Đường Hòa, tỉnh Tây Ninh" }\n';

  it('of something that is no text are called that, not a text of an old font', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73 + 11) % 256));
    expect(await reader.recognise(noise)).toMatchObject({ kind: 'refused', reason: 'other' });
  });

  it('of a Vietnamese text with a broken letter are called broken', async () => {
    const broken = Buffer.from(text, 'utf8');
    broken[broken.indexOf('y ban', 0, 'utf8') - 1] = 0x20;
    expect(await reader.recognise(broken)).toMatchObject({ kind: 'refused', reason: 'broken' });
  });

  it('of an old font are still told by its name', async () => {
    const old = Buffer.from('Tªn ®¬n vÞ: Uû ban nh©n d©n x· T©n An', 'latin1');
    expect(await reader.recognise(old)).toMatchObject({ kind: 'refused', reason: 'legacy-tcvn3' });
  });
});
