import { groupWords } from '../../../domain/charts/wording.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useLanguage } from '../../i18n/index.ts';

/** What the top groups of the questionnaire are called, for sentences; `Group` begins a heading. */
export function useGroupWords(questionnaire: Questionnaire): {
  readonly group: string;
  readonly groups: string;
  readonly Group: string;
} {
  const { group, groups } = groupWords(questionnaire, useLanguage());
  return { group, groups, Group: group.charAt(0).toUpperCase() + group.slice(1) };
}
