import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { announce } from '../../ui/announce.ts';
import { settleSession } from '../answer/sessions.ts';
import { download } from '../handover/hand-over.ts';

/** Answers of people who were here before: forgotten by the page as well. */
const PERSONAL = new Set(['assessment', 'assessments', 'organisations', 'result', 'plan', 'evidence', 'trace']);

/** Saves, closes and writes the result of the participant who is done, and clears the way for the next one. */
export function NextDialog({
  assessmentId,
  folder,
  onClose,
}: {
  readonly assessmentId: string;
  readonly folder: string | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const language = useDocumentLanguage();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function leave(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const saved = await settleSession(assessmentId);
      setUnsaved(!saved);
      if (!saved) return;
      const file = await call('class.leave', { assessmentId, language });
      if (file.kind === 'download') {
        const delivered = await call('files.deliver', { ticket: file.ticket });
        if (delivered.kind === 'download') download(delivered.url, file.fileName);
      }
      client.setQueryData(keys.class, { state: file.state });
      announce(t('class.saved', { count: file.state.done }));
      onClose();
      navigate('/class', { replace: true });
      client.removeQueries({ predicate: ({ queryKey: [name] }) => PERSONAL.has(String(name)) });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <ConfirmDialog
      title={t('class.next')}
      confirm={t('class.save-next')}
      busy={busy}
      onConfirm={() => void leave()}
      onClose={onClose}
    >
      <p>{folder === null ? t('class.next-download') : t('class.next-folder', { folder })}</p>
      {unsaved && (
        <Notice kind="error" role="alert">
          <p>{t('class.unsaved')}</p>
        </Notice>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </ConfirmDialog>
  );
}
