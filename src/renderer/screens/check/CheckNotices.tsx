import { ChevronRight } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import type { AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../domain/assessment/context.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { lostWithoutEvidence } from '../answer/side/points.ts';
import { matches, type Filter, type Outline, type OutlineItem } from '../answer/outline.ts';
import { BACK_TO_CHECK, noteFixed } from '../answer/way-back.ts';

interface NoticeProps {
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
  readonly outline: Outline;
  readonly recordOf: (itemId: string) => AnswerRecord;
  readonly hrefOf: (itemId: string) => string;
}

/** What still wants something: unanswered, without evidence, marked. Each entry leads to its question and back. */
export function CheckNotices({ questionnaire, context, outline, recordOf, hrefOf }: NoticeProps) {
  const t = useT();
  const of = (filter: Filter): OutlineItem[] =>
    outline.items.filter((entry) => matches(filter, entry, recordOf(entry.item.id)));
  const language = useLanguage();
  const pointsAtStake = ({ item, scored }: OutlineItem): string => {
    const lost = scored ? lostWithoutEvidence(questionnaire, item, context, recordOf(item.id).answer) : null;
    if (lost === null) return '';
    return t('evidence.missing-item-points', pointsCount(formatNumber(lost, language, questionnaire.scoring.decimals)));
  };
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
  const { unanswered: unansweredRule } = questionnaire.scoring;
  return (
    <>
      <ItemsNotice
        kind="error"
        title={t('check.unanswered', { count: unanswered.length })}
        text={t(`check.unanswered-${typeof unansweredRule === 'string' ? unansweredRule : 'mean'}`)}
        entries={unanswered}
        hrefOf={hrefOf}
      />
      <ItemsNotice
        kind="warn"
        title={t('check.evidence', { count: evidence.length })}
        text={t('check.evidence-why')}
        entries={evidence}
        hrefOf={hrefOf}
        pointsOf={pointsAtStake}
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
  pointsOf,
}: {
  readonly kind: ComponentProps<typeof Notice>['kind'];
  readonly title: string;
  readonly text?: string;
  readonly entries: readonly OutlineItem[];
  readonly hrefOf: (itemId: string) => string;
  /** Points that are at stake, ready to read; empty where none are. */
  readonly pointsOf?: (entry: OutlineItem) => string;
}) {
  const t = useT();
  const say = useLocalized();
  if (entries.length === 0) return null;
  const list = (shown: readonly OutlineItem[]) => (
    <ul className="check__links">
      {shown.map((entry) => {
        const { item } = entry;
        const points = pointsOf?.(entry) ?? '';
        return (
          <li key={item.id}>
            <Link href={hrefOf(item.id)} state={BACK_TO_CHECK} onClick={() => noteFixed(item.id)}>
              {item.code} {say(item.title)}
              {points && ` · ${points}`}
            </Link>
          </li>
        );
      })}
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
