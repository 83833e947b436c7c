import { ChevronRight } from 'lucide-react';
import type { BrokenQuestionnaire } from '../../../contract/views.ts';
import { problemText } from '../../../domain/wording/sentences.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Reasons shown per questionnaire; after so many corrections one looks again anyway. */
const SHOWN = 20;

/** What cannot be used, and every reason with its place. */
export function BrokenOnes({ broken }: { readonly broken: readonly BrokenQuestionnaire[] }) {
  const t = useT();
  if (broken.length === 0) return null;
  return (
    <section aria-labelledby="broken" className="stack-1">
      <h2 id="broken">{t('library.broken')}</h2>
      <Notice kind="warn">
        <p>{t('library.broken-lead', { count: broken.length })}</p>
        {broken.map(({ folder, problems }) => (
          <details key={folder} open={broken.length === 1 || undefined}>
            <summary>
              <Icon of={ChevronRight} />
              {folder}
            </summary>
            <ul className="small">
              {problems.slice(0, SHOWN).map((problem, index) => (
                <li key={index}>{problemText(t, problem)}</li>
              ))}
            </ul>
            {problems.length > SHOWN && (
              <p className="small">{t('library.more-problems', { count: problems.length - SHOWN })}</p>
            )}
          </details>
        ))}
      </Notice>
    </section>
  );
}
