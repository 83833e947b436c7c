/** Appraising a unit of a collection, through the real application: taken over, counted, kept. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import type { CollectionOverview } from '../../../src/contract/views/collections.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import type { Questionnaire } from '../../../src/domain/questionnaire/types.ts';
import { writeResultFile } from '../../../src/domain/result-file/build.ts';
import type { ResultFile } from '../../../src/domain/result-file/schema.ts';
import { openForTest, ROOT, uuid, type Opened } from '../../core/application.ts';
import { temporaryFolder } from '../temporary.ts';
import { sampleContent } from './volume.ts';

let questionnaire: Questionnaire;

beforeAll(async () => {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/gov-maturity-5/1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const parsed = parseQuestionnaire(source.definition, source.vectors, () => true);
  if (!parsed.ok) throw new Error('invalid');
  questionnaire = parsed.value.questionnaire;
});

const ID = uuid(800_001);
let runs = 0;

async function take(opened: Opened, contents: readonly ResultFile[], collectionId: string | null): Promise<void> {
  runs += 1;
  const folder = await temporaryFolder();
  contents.forEach((content, at) => writeFileSync(join(folder, `${at}.json`), writeResultFile(content)));
  const [run, source] = [uuid(810_000 + runs), uuid(820_000 + runs)];
  await opened.application.piles.offer(source, [folder]);
  await opened.call('collections.import', { run, source, collectionId, language: 'vi' });
  await opened.call('collections.await', { run });
}

const overview = (opened: Opened): Promise<CollectionOverview> =>
  opened.call('collections.overview', { id: ID, filter: {} });

/** A collection of one expected unit under another name, to which the result was matched by hand. */
async function collection(opened: Opened): Promise<number> {
  const unitId = uuid(800_002);
  await opened.call('collections.save', {
    id: ID,
    name: 'Đợt',
    questionnaireId: questionnaire.id,
    questionnaireVersion: questionnaire.version,
    period: { kind: 'year', year: 2025, number: 1 },
    notes: '',
    units: [
      { id: unitId, name: 'Đơn vị đổi tên', code: '', group: 'Cụm 1', tags: [], province: '', note: '' },
      { id: uuid(800_003), name: 'Đơn vị khác', code: '', group: 'Cụm 2', tags: [], province: '', note: '' },
    ],
  });
  await take(opened, [sampleContent(questionnaire, 0)], ID);
  const { units } = await overview(opened);
  const result = units[0]?.result ?? 0;
  await opened.call('collections.match', { id: ID, results: [result], unitId });
  return result;
}

describe('a unit of a collection', () => {
  it('is taken over once, appraised, and counts with both scores as a further revision of the same unit', async () => {
    const opened = await openForTest({});
    const result = await collection(opened);
    const { assessmentId } = await opened.call('collections.appraise', { id: ID, result });
    expect(await opened.call('collections.appraise', { id: ID, result })).toEqual({ assessmentId });
    const steps = { run: uuid(800_004), source: uuid(800_005) };
    await expect(opened.call('collections.appraised', { id: ID, result, ...steps })).rejects.toThrow(/appraisal\.none/);
    const [record] = sampleContent(questionnaire, 0).records.filter(({ answer }) => answer.state === 'answered');
    if (!record) throw new Error('no answer');
    await opened.call('appraisals.save', {
      assessmentId,
      itemId: record.itemId,
      seq: 1,
      answer: record.answer,
      reason: 'Đúng như hồ sơ',
      evidence: 'approved',
    });
    const before = await overview(opened);
    const run = await opened.call('collections.appraised', { id: ID, result, ...steps });
    expect(run.counts).toEqual({ revision: 1 });
    const after = await overview(opened);
    expect(after.units).toHaveLength(1);
    // What a person said about the unit holds for its next revision.
    expect(after.units[0]).toMatchObject({ name: 'Đơn vị đổi tên', group: 'Cụm 1', percent: before.units[0]?.percent });
    expect(after.units[0]?.appraised).not.toBeNull();
    expect(after.aggregate.appraised.total.n).toBe(1);
    const unit = await opened.call('collections.unit', { id: ID, result: after.units[0]?.result ?? 0 });
    expect(unit.own).toEqual({ assessmentId, appraised: 1 });
    expect(unit.revisions).toHaveLength(2);
    expect(unit.items.find(({ id }) => id === record.itemId)?.answer).toEqual(record.answer);
  });

  it('leaves the department the organisation of the program', async () => {
    const opened = await openForTest({});
    const own = uuid(800_010);
    await opened.call('organisations.save', {
      id: own,
      name: 'Sở Khoa học và Công nghệ tỉnh A',
      kind: 'department',
      code: '',
      province: '',
      address: '',
      contact: '',
      predecessors: [],
    });
    await opened.call('settings.update', { organisationId: own });
    await opened.call('collections.appraise', { id: ID, result: await collection(opened) });
    const { settings } = await opened.call('app.info', {});
    expect(settings.organisationId).toBe(own);
  });
});
