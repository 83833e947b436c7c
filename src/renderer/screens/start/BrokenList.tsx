import { ChevronRight } from 'lucide-react';
import type { BrokenQuestionnaire } from '../../../contract/views.ts';
import { problemText } from '../../../domain/wording/sentences.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Reasons shown per folder: enough to begin with, the command line lists them all. */
const SHOWN = 8;

/** Questionnaire folders that were refused, and why: for the one who edits them. */
export function BrokenList({ broken }: { readonly broken: readonly BrokenQuestionnaire[] }) {
  const t = useT();
  if (broken.length === 0) return null;
  return (
    <Notice kind="warn">
      <p>{t('start.broken', { count: broken.length })}</p>
      {broken.map(({ folder, problems }) => (
        <details key={folder}>
          <summary>
            <Icon of={ChevronRight} />
            {folder}
          </summary>
          <ul className="small">
            {problems.slice(0, SHOWN).map((problem, index) => (
              <li key={index}>{problemText(t, problem)}</li>
            ))}
          </ul>
        </details>
      ))}
    </Notice>
  );
}
