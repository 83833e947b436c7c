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
