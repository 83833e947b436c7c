import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { forgetAssessment } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says that a locked assessment is for reading, and opens it again. */
export function FinishedNotice({
  assessmentId,
  onReopened,
}: {
  readonly assessmentId: string;
  readonly onReopened: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const reopen = async (): Promise<void> => {
    setBusy(true);
    try {
      await call('assessments.reopen', { id: assessmentId });
      forgetAssessment(client, assessmentId);
      onReopened();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  if (failure !== null) return <ErrorNotice error={failure} onRetry={() => setFailure(null)} />;
  return (
    <Notice className="question__failure">
      <p>{t('answer.finished')}</p>
      <Button busy={busy} onClick={() => void reopen()}>
        {t('answer.reopen')}
      </Button>
    </Notice>
  );
}
