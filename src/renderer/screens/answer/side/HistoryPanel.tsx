import { ChevronRight, RotateCcw } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { call } from '../../../api/client.ts';
import { useAppEvent } from '../../../api/events.ts';
import { useAppInfo } from '../../../api/queries.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { whenText } from '../../../i18n/when.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { announce } from '../../../ui/announce.ts';
import { shortAnswerText } from '../answer-text.ts';
import { useRecord, useSession } from '../hooks.ts';
import { sameAnswer } from '../previous.ts';

/** What was answered before, when and by whom; an earlier answer can be given again. */
export function HistoryPanel({
  item,
  questionnaire,
  readOnly,
}: {
  readonly item: Item;
  readonly questionnaire: Questionnaire;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} /> {t('side.history')}
      </summary>
      {open && <Lines item={item} questionnaire={questionnaire} readOnly={readOnly} />}
    </details>
  );
}

function Lines({
  item,
  questionnaire,
  readOnly,
}: {
  readonly item: Item;
  readonly questionnaire: Questionnaire;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const client = useQueryClient();
  const session = useSession();
  const { assessmentId } = session;
  const { answer: now } = useRecord(item.id);
  const key = ['history', assessmentId, item.id];
  const history = useQuery({
    queryKey: key,
    queryFn: () => call('answers.history', { assessmentId, itemId: item.id }),
    gcTime: 0,
  });
  useAppEvent((event) => {
    if (event.type === 'assessment.changed' && event.id === assessmentId)
      void client.invalidateQueries({ queryKey: key });
  });

  if (history.error) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  const { answers, appraisals } = history.data;
  if (answers.length + appraisals.length === 0) return <p className="small muted">{t('side.history-empty')}</p>;
  const lines = [
    ...answers.map((line) => ({ ...line, appraised: false, reason: '' })),
    ...appraisals.map((line) => ({ ...line, appraised: true })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  const present = new Date().toISOString();
  return (
    <ol className="history">
      {lines.map(({ seq, at, person, answer, appraised, reason }) => {
        const text = answer
          ? shortAnswerText(t, questionnaire, item, answer, language)
          : reason || t('side.history-no-answer');
        return (
          <li key={`${appraised ? 'appraised' : 'own'} ${seq}`}>
            <p>
              {appraised && <strong>{t('side.history-appraised')} </strong>}
              {text}
            </p>
            <p className="small muted">{[whenText(t, at, utcOffset, present), person].filter(Boolean).join(', ')}</p>
            {!readOnly && !appraised && answer && !sameAnswer(answer, now) && (
              <Button
                look="quiet"
                aria-label={t('side.history-restore-of', { answer: text })}
                onClick={() => {
                  session.clearTyped(item.id);
                  session.change(item.id, { answer });
                  announce(t('side.history-restored', { answer: text }));
                }}
              >
                <Icon of={RotateCcw} />
                {t('side.history-restore')}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
