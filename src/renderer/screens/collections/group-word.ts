import type { VersionRef } from '../../../domain/collection/types.ts';
import { collectionWords } from '../../../domain/collection/report/context.ts';
import { useQuestionnaire } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';

/** What the questionnaire calls its top groups: as a column head, and for the middle of a sentence. */
export function useGroupWord({ id, version }: Pick<VersionRef, 'id' | 'version'>): {
  readonly Group: string;
  readonly group: string;
} {
  const language = useLanguage();
  const { data } = useQuestionnaire(id, version);
  const word = data?.questionnaire.groupWord?.[language] ?? collectionWords(language)('pillar');
  return { Group: word.charAt(0).toUpperCase() + word.slice(1), group: word.charAt(0).toLowerCase() + word.slice(1) };
}
