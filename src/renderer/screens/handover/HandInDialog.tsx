import { FolderOpen } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandOver } from '../../../contract/views/files.ts';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { ApiError, call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { keys, useAppInfo } from '../../api/queries.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { sizeText } from '../answer/side/file-text.ts';
import { Choose, isShort } from './Choose.tsx';
import { CoverMessage } from './CoverMessage.tsx';
import { canPickFolder, handOver, NameTaken, type Place, type Wanted } from './hand-over.ts';
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
  const [wanted, setWanted] = useState<Wanted>({
    formats: ['xlsx', 'pdf'],
    deidentified: false,
    attached: true,
    passphrase: '',
  });
  // One id for one handing in: pressing again after a failure is not a second time.
  const [id] = useState(newId);
  const [busy, setBusy] = useState<Place | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cancelled, setCancelled] = useState(false);
  const [tried, setTried] = useState<Place | null>(null);
  const [done, setDone] = useState<HandOver | null>(null);

  const short = isShort(wanted);
  const none = wanted.formats.length === 0 || short;

  async function hand(place: Place, otherName = false): Promise<void> {
    setBusy(place);
    setTried(place);
    setError(null);
    setCancelled(false);
    try {
      const made = await handOver({ ...wanted, id, assessmentId: summary.id, language, place, otherName });
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
      <Choose assessmentId={summary.id} wanted={wanted} onChange={setWanted} short={short} />
      <div role="status">
        {wanted.formats.length === 0 && <p className="muted">{t('handover.none')}</p>}
        {busy && <p className="muted">{t('handover.working')}</p>}
        {cancelled && <p className="muted">{t('handover.cancelled')}</p>}
      </div>
      {error !== null && <Failed error={error} onAgain={(otherName) => tried && void hand(tried, otherName)} />}
    </Dialog>
  );
}

/** What went wrong, and the ways on: once more, or under another name. */
function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: (otherName: boolean) => void }) {
  const t = useT();
  const isHeld = error instanceof ApiError && (error.code === 'file.taken' || error.code === 'file.in-use');
  const isTaken = error instanceof NameTaken;
  return (
    <>
      {isTaken ? (
        <Notice kind="error" role="alert">
          <p>{t('error.file.taken', { file: error.file })}</p>
        </Notice>
      ) : (
        <ErrorNotice error={error} />
      )}
      <div className="row">
        <Button onClick={() => onAgain(false)}>{t('handover.again')}</Button>
        {(isHeld || isTaken) && <Button onClick={() => onAgain(true)}>{t('handover.other-name')}</Button>}
      </div>
    </>
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
  const language = useLanguage();
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
        {done.code !== '' && <p>{t('handover.code', { code: done.code })}</p>}
        <ul className="handover-files">
          {done.files.map(({ fileName, bytes, sha256 }) => (
            <li key={fileName}>
              {fileName}{' '}
              <small className="muted nowrap">
                {sizeText(bytes, language)} · SHA-256 {sha256.slice(0, 12)}…
              </small>
            </li>
          ))}
        </ul>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <CoverMessage summary={summary} done={done} />
    </Dialog>
  );
}
