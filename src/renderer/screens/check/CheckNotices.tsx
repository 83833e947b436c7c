import { ChevronRight } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import type { AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { matches, type Filter, type Outline, type OutlineItem } from '../answer/outline.ts';
import { BACK_TO_CHECK, noteFixed } from '../answer/way-back.ts';

interface NoticeProps {
  readonly questionnaire: Questionnaire;
  readonly outline: Outline;
  readonly recordOf: (itemId: string) => AnswerRecord;
  readonly hrefOf: (itemId: string) => string;
}

/** What still wants something: unanswered, without evidence, marked. Each entry leads to its question and back. */
export function CheckNotices({ questionnaire, outline, recordOf, hrefOf }: NoticeProps) {
  const t = useT();
  const of = (filter: Filter): OutlineItem[] =>
    outline.items.filter((entry) => matches(filter, entry, recordOf(entry.item.id)));
  const unanswered = of('unanswered');
  const evidence = of('evidence');
  const flagged = of('flagged');
  if (unanswered.length + evidence.length + flagged.length === 0)
    return (
      <Notice>
        <h3>{t('check.fine')}</h3>
        <p>{t('check.fine-text')}</p>
      </Notice>
    );
  return (
    <>
      <ItemsNotice
        kind="error"
        title={t('check.unanswered', { count: unanswered.length })}
        text={t(`check.unanswered-${questionnaire.scoring.unanswered}`)}
        entries={unanswered}
        hrefOf={hrefOf}
      />
      <ItemsNotice
        kind="warn"
        title={t('check.evidence', { count: evidence.length })}
        text={t('check.evidence-why')}
        entries={evidence}
        hrefOf={hrefOf}
      />
      <ItemsNotice
        kind="info"
        title={t('check.flagged', { count: flagged.length })}
        entries={flagged}
        hrefOf={hrefOf}
      />
    </>
  );
}

const AT_ONCE = 6;

function ItemsNotice({
  kind,
  title,
  text,
  entries,
  hrefOf,
}: {
  readonly kind: ComponentProps<typeof Notice>['kind'];
  readonly title: string;
  readonly text?: string;
  readonly entries: readonly OutlineItem[];
  readonly hrefOf: (itemId: string) => string;
}) {
  const t = useT();
  const say = useLocalized();
  if (entries.length === 0) return null;
  const list = (shown: readonly OutlineItem[]) => (
    <ul className="check__links">
      {shown.map(({ item }) => (
        <li key={item.id}>
          <Link href={hrefOf(item.id)} state={BACK_TO_CHECK} onClick={() => noteFixed(item.id)}>
            {item.code} {say(item.title)}
          </Link>
        </li>
      ))}
    </ul>
  );
  const more = entries.slice(AT_ONCE);
  return (
    <Notice kind={kind}>
      <h3>{title}</h3>
      {text && <p className="small">{text}</p>}
      {list(entries.slice(0, AT_ONCE))}
      {more.length > 0 && (
        <details>
          <summary>
            <Icon of={ChevronRight} /> {t('check.more', { count: more.length })}
          </summary>
          {list(more)}
        </details>
      )}
    </Notice>
  );
}
