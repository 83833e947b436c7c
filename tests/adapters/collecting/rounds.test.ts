/** Two rounds of the same units, each with a list of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { writeResultFile } from '../../../src/domain/result-file/build.ts';
import { openForTest, ROOT, uuid } from '../../core/application.ts';
import { temporaryFolder } from '../temporary.ts';
import { sampleContent } from './volume.ts';

it('are compared unit by unit, though the lists have ids of their own', async () => {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/gov-maturity-5/1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const parsed = parseQuestionnaire(source.definition, source.vectors, () => true);
  if (!parsed.ok) throw new Error('invalid');
  const { questionnaire } = parsed.value;
  const opened = await openForTest({});
  const places = [0, 1, 2, 3, 4, 5];
  const now = places.map((place) => sampleContent(questionnaire, place));
  const before = places.slice(1).map((place) => {
    const made = sampleContent(questionnaire, place, { seed: 2 });
    const of = now[place] as (typeof now)[number];
    return {
      ...made,
      period: { ...made.period, year: 2024 },
      // The fourth unit has another installation by now, and is found by its code.
      organisation: { ...of.organisation, id: place === 4 ? uuid(4) : of.organisation.id },
    };
  });
  let number = 0;
  const gather = async (contents: typeof now, year: number, listed: boolean): Promise<string> => {
    const [id, run, pile] = [uuid(900_000 + number), uuid(910_000 + number), uuid(920_000 + number)];
    number += 1;
    await opened.call('collections.save', {
      id,
      name: 'Đợt',
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      period: { kind: 'year', year, number: 1 },
      notes: '',
      units: listed
        ? contents.map(({ organisation: { name, code, province } }, at) => ({
            id: uuid(930_000 + number * 100 + at),
            name,
            code,
            province,
            group: '',
            tags: [],
            note: '',
          }))
        : [],
    });
    const folder = await temporaryFolder();
    contents.forEach((content, at) => writeFileSync(join(folder, `${at}.json`), writeResultFile(content)));
    await opened.application.piles.offer(pile, [folder]);
    await opened.call('collections.import', { run, source: pile, collectionId: id, language: 'vi' });
    await opened.call('collections.await', { run });
    return id;
  };
  for (const [listedBefore, listedNow] of [
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ] as const) {
    const since = await gather(before, 2024, listedBefore);
    const id = await gather(now, 2025, listedNow);
    const { change } = await opened.call('collections.overview', { id, filter: {}, since });
    expect(change).toMatchObject({ both: 5, onlyBefore: [] });
    expect(change?.onlyNow).toHaveLength(1);
  }
});
