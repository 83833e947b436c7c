import type { EvidenceElsewhere } from '../../../contract/views/evidence.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { periodInText } from '../../i18n/when.ts';

/** Names assessments in one line: "Chỉ số xã, kỳ năm 2025; …". */
export function usePlaces(): (places: readonly EvidenceElsewhere[]) => string {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  return (places) =>
    places
      .map(({ title, period }) => t('evidence.place', { title: say(title), period: periodInText(t, language, period) }))
      .join('; ');
}
