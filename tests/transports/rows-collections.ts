/** Collections of result files as rows for every transport. */
import { readFileSync } from 'node:fs';
import type { CollectionOverview } from '../../src/contract/views/collections.ts';
import type { Earlier, MakeRow, Row } from './rows.ts';

const id = (number: number): string => `5c3d2b10-9dc0-41d1-b245-${String(number).padStart(12, '0')}`;
/** A result of the first format: such files are read for ever. */
const RESULT = readFileSync(new URL('../fixtures/result/result-1.json', import.meta.url));

const COLLECTION = id(1);
const UNIT = id(2);
const PILE = id(3);
const RUN = id(4);

const collection = {
  id: COLLECTION,
  name: 'Lớp hộ kinh doanh'.normalize('NFD'),
  questionnaireId: 'sme-quick',
  questionnaireVersion: '1.0.0',
  period: { kind: 'once', year: 2026, number: 1 },
  notes: '',
} as const;
const unit = { id: UNIT, name: 'Hộ Út Hạnh', code: '', province: '80', group: 'Ấp 1', tags: ['nghề'], note: '' };

const result = (earlier: Earlier): number => (earlier('the picture') as CollectionOverview).units[0]?.result ?? 0;

export function collectionJourney(row: MakeRow): Row[] {
  return [
    row('no collection', 'collections.list', {}),
    row('a list of units, pasted', 'collections.preview', { list: 'Tên\tMã\nXã A\t001\nXã A\t001\n\t002' }),
    row('a collection', 'collections.save', { ...collection, units: [unit] }),
    row('the same collection, renamed', 'collections.save', { ...collection, name: 'Lớp 2' }),
    row('no folder chosen', 'collections.choose', { source: id(9) }),
    row('a file of a pile', 'collections.upload', {
      source: PILE,
      file: 0,
      name: 'lop/út-hạnh.json',
      at: 0,
      base64: RESULT.toString('base64'),
    }),
    row('a file that is none', 'collections.upload', { source: PILE, file: 1, name: 'x.xlsx', at: 0, base64: 'AAAA' }),
    row('the pile imported', 'collections.import', {
      run: RUN,
      source: PILE,
      collectionId: COLLECTION,
      language: 'vi',
    }),
    row('the end of the import', 'collections.await', { run: RUN }),
    row('how it went', 'collections.state', { run: RUN }),
    row('an import that has ended, cancelled', 'collections.cancel', { run: RUN }),
    row('an import that has ended, resumed', 'collections.resume', { run: RUN }),
    row('what became of the files', 'collections.outcomes', { run: RUN, from: 0, count: 100 }),
    row('the collection now', 'collections.get', { id: COLLECTION }),
    row('the picture', 'collections.overview', { id: COLLECTION, filter: {} }),
    row('the picture of the appraised', 'collections.overview', {
      id: COLLECTION,
      filter: { search: 'ut hanh', levels: [null, 1, 2, 3, 4, 5] },
      basis: 'appraised',
      groupBy: 'level',
      since: COLLECTION,
    }),
    row('one unit', 'collections.unit', (earlier) => ({ id: COLLECTION, result: result(earlier) })),
    row('its items', 'collections.items', { id: COLLECTION, filter: { groups: ['Ấp 1'], tags: ['nghề'] } }),
    row('the unit by hand', 'collections.match', (earlier) => ({
      id: COLLECTION,
      results: [result(earlier)],
      unitId: UNIT,
    })),
    row('the result that counts', 'collections.resolve', (earlier) => ({ id: COLLECTION, result: result(earlier) })),
    row('the unit taken over to be appraised', 'collections.appraise', (earlier) => ({
      id: COLLECTION,
      result: result(earlier),
    })),
    row('the same unit once more', 'collections.appraise', (earlier) => ({
      id: COLLECTION,
      result: result(earlier),
    })),
    row(
      'nothing appraised yet',
      'collections.appraised',
      (earlier) => ({ id: COLLECTION, result: result(earlier), run: id(5), source: id(6) }),
      'appraisal.none',
    ),
    row('an item appraised', 'appraisals.save', (earlier) => ({
      assessmentId: (earlier('the unit taken over to be appraised') as { readonly assessmentId: string }).assessmentId,
      itemId: 'backup',
      seq: 1,
      answer: { state: 'answered', value: { kind: 'option', option: '1' } },
      reason: 'Chưa thấy',
      evidence: 'rejected',
    })),
    row('the appraisal in the collection', 'collections.appraised', (earlier) => ({
      id: COLLECTION,
      result: result(earlier),
      run: id(5),
      source: id(6),
    })),
    row('the outcomes as a file', 'collections.export', {
      id: COLLECTION,
      what: 'outcomes',
      run: RUN,
      language: 'en',
      hideNames: false,
      filter: {},
    }),
    row('the collection as a file', 'collections.export', {
      id: COLLECTION,
      what: 'package',
      run: null,
      language: 'vi',
      hideNames: false,
      filter: {},
    }),
    row('the appraised result taken out', 'collections.discard', (earlier) => ({
      id: COLLECTION,
      result: result(earlier) + 1,
    })),
    row('the result taken out', 'collections.discard', (earlier) => ({ id: COLLECTION, result: result(earlier) })),
    row('the collections', 'collections.list', {}),
    row('the collection removed', 'collections.remove', { id: COLLECTION }),
    row('the collection removed again', 'collections.remove', { id: COLLECTION }),
  ];
}

export function collectionAttacks(row: MakeRow): Row[] {
  const nobody = id(99);
  const nowhere = { id: nobody, result: 1 };
  const run = { run: nobody };
  const output = { run: null, language: 'vi', hideNames: false, filter: {} } as const;
  return [
    row('no such collection', 'collections.get', { id: nobody }, 'collection.unknown'),
    row('no such picture', 'collections.overview', { id: nobody, filter: {} }, 'collection.unknown'),
    row('no such items', 'collections.items', { id: nobody, filter: {} }, 'collection.unknown'),
    row('no such unit', 'collections.unit', nowhere, 'collection.unknown'),
    row('nothing to appraise', 'collections.appraise', nowhere, 'collection.unknown'),
    row('nothing appraised', 'collections.appraised', { ...nowhere, ...run, source: nobody }, 'collection.unknown'),
    row('nothing to resolve', 'collections.resolve', nowhere, 'collection.unknown'),
    row('nothing to discard', 'collections.discard', nowhere, 'collection.unknown'),
    row('nothing to match', 'collections.match', { id: nobody, results: [1], unitId: null }, 'collection.unknown'),
    row('nothing to export', 'collections.export', { id: nobody, what: 'package', ...output }, 'collection.unknown'),
    row('no such import', 'collections.state', run, 'run.unknown'),
    row('no such import to end', 'collections.cancel', run, 'run.unknown'),
    row('no such import to resume', 'collections.resume', run, 'run.unknown'),
    row('no such import to wait for', 'collections.await', run, 'run.unknown'),
    row('no such outcomes', 'collections.outcomes', { ...run, from: 0, count: 1 }, 'run.unknown'),
    row(
      'a pile that never came',
      'collections.import',
      { run: nobody, source: nobody, collectionId: null, language: 'vi' },
      'upload.unknown',
    ),
    row(
      'the second half of a file of a pile',
      'collections.upload',
      { source: id(98), file: 0, name: '../../x', at: 9, base64: 'AAAA' },
      'upload.unknown',
    ),
    row(
      'a collection for no questionnaire',
      'collections.save',
      { ...collection, id: nobody, questionnaireId: 'nope' },
      'questionnaire.unknown',
    ),
  ];
}
