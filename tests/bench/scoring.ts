/** Scoring of the shipped questionnaires beside a plain loop that adds points which are known already. */
import { join } from 'node:path';
import { listQuestionnaireFolders, readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { ROOT } from '../../src/cli/context.ts';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { parseQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { compare, measureSync, type Row } from './measure.ts';

/** Scores the first sample of every shipped questionnaire. */
export async function benchScoring(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const place of await listQuestionnaireFolders(join(ROOT, 'questionnaires'))) {
    const source = await readQuestionnaireFolder(place);
    if ('problems' in source) throw new Error(`cannot read ${place}`);
    const parsed = parseQuestionnaire(source.definition, source.vectors);
    if (!parsed.ok) throw new Error(`cannot load ${place}`);
    const prepared = prepare(parsed.value.questionnaire);
    const sheet = parseSheet(source.samples[0], parsed.value.questionnaire);
    if (!sheet.ok) throw new Error(`cannot read the sample of ${place}`);
    const answers = new Map(sheet.value.records.map((record) => [record.itemId, record.answer]));
    // Floor: look each answer up and add its points as binary fractions, without levels, maxima or exactness.
    const points = new Map(
      [...prepared.items].map(([id, item]) => {
        const answer = answers.get(id);
        const value = answer?.state === 'answered' ? item.scorer.score(answer.value) : null;
        return [id, value === null || value === 'unanswered' ? 0 : Number(value.n) / Number(value.d)];
      }),
    );
    const floor = measureSync(
      () => {
        let sum = 0;
        for (const id of prepared.items.keys()) if (answers.has(id)) sum += points.get(id) ?? 0;
        return sum;
      },
      15,
      5000,
    );
    const ours = measureSync(() => score(prepared, answers), 15, 5000);
    rows.push(
      compare(
        `score ${parsed.value.questionnaire.id} (${prepared.items.size} items)`,
        ours,
        'plain loop adding known points',
        floor,
      ),
    );
  }
  return rows;
}
