/** A questionnaire may ask for certain items to be settled before an assessment is locked. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { choice, definition, group } from '../domain/definition.ts';
import { COMMUNE, openForTest, uuid } from './application.ts';

it('is locked only when the required items are settled, and says which are open', async () => {
  const root = await mkdtemp(join(tmpdir(), 'thuoc-so-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'test-set/1.0.0');
  await mkdir(folder, { recursive: true });
  const set = definition([group('g', [choice('a', [0, 1], { required: true }), choice('b', [0, 1])])], {
    completeness: { submit: 'required' },
  });
  await writeFile(join(folder, 'questionnaire.yaml'), JSON.stringify(set));
  await writeFile(join(folder, 'vectors.yaml'), JSON.stringify([{ name: 'nothing', expect: { level: null } }]));
  const { call, refused } = await openForTest({ questionnaires: root });
  await call('organisations.save', COMMUNE);
  await call('assessments.start', {
    id: uuid(1),
    organisationId: COMMUNE.id,
    questionnaireId: 'test-set',
    questionnaireVersion: '1.0.0',
    period: { kind: 'year', year: 2025, number: 1 },
  });
  expect(await refused('assessments.finish', { id: uuid(1) })).toMatchObject({
    code: 'assessment.incomplete',
    problems: [{ path: ['a'], code: 'open' }],
  });
  await call('answers.save', {
    assessmentId: uuid(1),
    itemId: 'a',
    seq: 1,
    answer: { state: 'answered', value: { kind: 'option', option: '1' } },
    note: '',
    explanation: '',
    flagged: false,
    evidence: [],
  });
  expect((await call('assessments.finish', { id: uuid(1) })).summary.state).toBe('finished');
});
