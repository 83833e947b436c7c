import { FolderOpen } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { HAND_OVER_FORMATS, type HandOver, type HandOverFormat } from '../../../contract/views/files.ts';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys, useAppInfo } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CoverMessage } from './CoverMessage.tsx';
import { canPickFolder, handOver, type Place } from './hand-over.ts';
import './handover.css';

/** Chooses formats and place, writes, checks, records, and helps with the letter that goes along. */
export function HandInDialog({
  summary,
  onClose,
}: {
  readonly summary: AssessmentSummary;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useDocumentLanguage();
  const client = useQueryClient();
  const { host } = useAppInfo();
  const [formats, setFormats] = useState<readonly HandOverFormat[]>(HAND_OVER_FORMATS);
  // One id for one handing in: pressing again after a failure is not a second time.
  const [id] = useState(newId);
  const [busy, setBusy] = useState<Place | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cancelled, setCancelled] = useState(false);
  const [done, setDone] = useState<HandOver | null>(null);

  async function hand(place: Place): Promise<void> {
    setBusy(place);
    setError(null);
    setCancelled(false);
    try {
      const made = await handOver({ id, assessmentId: summary.id, formats, language, place });
      setCancelled(made === null);
      setDone(made);
      if (made) void client.invalidateQueries({ queryKey: keys.handOvers(summary.id) });
      if (made) void client.invalidateQueries({ queryKey: keys.handedIn });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  }

  if (done) return <Done summary={summary} done={done} onClose={onClose} />;
  const none = formats.length === 0;
  const places: readonly Place[] =
    host === 'electron' ? ['host'] : canPickFolder() ? ['folder', 'download'] : ['download'];
  return (
    <Dialog
      title={t('handover.title')}
      onClose={onClose}
      actions={
        <>
          {places.map((place, index) => (
            <Button
              key={place}
              look={index === 0 ? 'primary' : 'plain'}
              busy={busy === place}
              aria-disabled={none || busy !== null || undefined}
              onClick={() => {
                if (!none && busy === null) void hand(place);
              }}
            >
              {t(place === 'download' ? 'handover.to-download' : 'handover.to-folder')}
            </Button>
          ))}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('handover.lead')}</p>
      {summary.state === 'draft' && (
        <Notice kind="warn">
          <p>{t('handover.draft')}</p>
        </Notice>
      )}
      <fieldset>
        <legend className="label">{t('handover.formats')}</legend>
        {HAND_OVER_FORMATS.map((format) => (
          <label key={format} className="pick">
            <input
              type="checkbox"
              checked={formats.includes(format)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setFormats(HAND_OVER_FORMATS.filter((one) => (one === format ? on : formats.includes(one))));
              }}
            />
            <span>
              {t(`handover.${format}`)}
              <small>{t(`handover.${format}-more`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {none && <p className="muted">{t('handover.none')}</p>}
        {busy && <p className="muted">{t('handover.working')}</p>}
        {cancelled && <p className="muted">{t('handover.cancelled')}</p>}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}

function Done({
  summary,
  done,
  onClose,
}: {
  readonly summary: AssessmentSummary;
  readonly done: HandOver;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [error, setError] = useState<unknown>(null);
  return (
    <Dialog
      wide
      title={t('handover.done', { number: done.number })}
      onClose={onClose}
      actions={
        <>
          {done.showable && (
            <Button onClick={() => void call('handover.show', { id: done.id }).catch(setError)}>
              <Icon of={FolderOpen} /> {t('handover.show')}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <div role="status" className="stack-1">
        <p>
          {done.place === 'folder' ? t('handover.in-folder', { folder: done.folder }) : t('handover.in-download')}{' '}
          {t(done.verified ? 'handover.verified' : 'handover.not-verified')}
        </p>
        <ul className="handover-files">
          {done.files.map(({ fileName, sha256 }) => (
            <li key={fileName}>
              {fileName} <small className="muted nowrap">SHA-256 {sha256.slice(0, 12)}…</small>
            </li>
          ))}
        </ul>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <CoverMessage summary={summary} done={done} />
    </Dialog>
  );
}
