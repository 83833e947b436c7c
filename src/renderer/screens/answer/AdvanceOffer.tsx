import { useState } from 'react';
import { useSettings, useUpdateSettings } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { answerField } from './focus.ts';
import { useSession } from './hooks.ts';

/**
 * Offers, once and before the first answer, that a digit leads to the next question. It stays where it is while the
 * first question is answered, so that nothing moves under the hand.
 */
export function AdvanceOffer() {
  const t = useT();
  const session = useSession();
  const { advanceOffered, autoAdvance, digitKeys } = useSettings();
  const update = useUpdateSettings();
  const [offers] = useState(() => digitKeys && !autoAdvance && !advanceOffered && !session.anyAnswered());
  const [closed, setClosed] = useState(false);
  if (!offers || closed) return null;

  const decide = (wanted: boolean): void => {
    setClosed(true);
    update.mutate({ advanceOffered: true, autoAdvance: wanted });
    answerField()?.focus();
  };
  return (
    <Notice className="question__failure">
      <p>{t('answer.offer-advance')}</p>
      <p className="row">
        <Button onClick={() => decide(true)}>{t('answer.offer-yes')}</Button>
        <Button look="quiet" onClick={() => decide(false)}>
          {t('answer.offer-no')}
        </Button>
      </p>
    </Notice>
  );
}
