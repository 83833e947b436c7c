import type { AssessmentSummary, QuestionnaireSummary } from '../../../contract/views.ts';

/** A questionnaire version as the value of a radio button. */
export function refOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** Those made for a kind of organisation, newest version only, and all the rest. */
export function sortOut(
  questionnaires: readonly QuestionnaireSummary[],
  kind: string,
): { readonly fitting: QuestionnaireSummary[]; readonly others: QuestionnaireSummary[] } {
  const sorted = [...questionnaires].sort(
    (a, b) => COLLATOR.compare(a.title.vi, b.title.vi) || COLLATOR.compare(b.version, a.version),
  );
  // Not by place in the list: a newer version may have another title.
  const isNewest = (entry: QuestionnaireSummary): boolean =>
    !sorted.some(({ id, version }) => id === entry.id && COLLATOR.compare(version, entry.version) > 0);
  const fits = (entry: QuestionnaireSummary): boolean => entry.audience.includes(kind) && isNewest(entry);
  return { fitting: sorted.filter(fits), others: sorted.filter((entry) => !fits(entry)) };
}

/**
 * What is chosen at first: the questionnaire of the latest round, else the only one that fits the kind; where there are
 * several, nobody but the organisation knows which one is asked of it.
 * @param rounds the organisation's rounds, the latest period first
 */
export function firstChoice(
  questionnaires: readonly QuestionnaireSummary[],
  kind: string,
  rounds: readonly AssessmentSummary[],
): string | null {
  const { fitting } = sortOut(questionnaires, kind);
  const used = fitting.find(({ id }) => id === rounds[0]?.questionnaireId);
  const first = used ?? (fitting.length === 1 ? fitting[0] : undefined);
  return first ? refOf(first) : null;
}
