/** A definition made of targets, flattened so that it can be laid beside a list read from the document. */
import { resolve } from 'node:path';
import { readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { exact, toFraction } from '../../src/domain/exact/exact.ts';
import { parseQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import type { ItemOf, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';

export type Indicator = ItemOf<'indicator'>;

export const ROOT = resolve(import.meta.dirname, '../..');

export interface TargetSet {
  readonly questionnaire: Questionnaire;
  readonly byId: ReadonlyMap<string, Indicator>;
  readonly samples: readonly unknown[];
  /** Every target as "item year value", sorted. */
  readonly figures: readonly string[];
}

/** `value` as people write it; null where the target is only reached or not. */
export function figure(id: string, year: number, value: string | null): string {
  return `${id} ${year} ${value === null ? 'reached' : toFraction(exact(value))}`;
}

/** Reads and checks a questionnaire that consists of indicators only. */
export async function loadTargets(id: string): Promise<TargetSet> {
  const source = await readQuestionnaireFolder(resolve(ROOT, 'questionnaires', id, '1.0.0'));
  if ('problems' in source) throw new Error(JSON.stringify(source.problems));
  const parsed = parseQuestionnaire(source.definition, source.vectors);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed.value;
  const byId = new Map<string, Indicator>();
  for (const item of itemsOf(questionnaire.groups)) {
    if (item.type !== 'indicator') throw new Error(`${item.id} is no indicator`);
    byId.set(item.id, item);
  }
  const figures = [...byId.values()]
    .flatMap((item) => item.targets.map(({ year, value }) => figure(item.id, year, value ?? null)))
    .sort();
  return { questionnaire, byId, samples: source.samples, figures };
}

/** The item of this id; a test that names an unknown one fails. */
export function itemOf(set: TargetSet, id: string): Indicator {
  const item = set.byId.get(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

/** The note of the target of one year. */
export function noteOf(set: TargetSet, id: string, year: number): string {
  return itemOf(set, id).targets.find((target) => target.year === year)?.note?.vi ?? '';
}
