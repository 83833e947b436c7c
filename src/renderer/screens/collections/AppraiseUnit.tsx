import { BookOpenCheck } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { UnitDetail } from '../../../contract/views/collections.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { forgetAssessment, keys, useSettings, useUpdateSettings } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { handOver } from '../result/use-export.ts';
import { OutputNotice, type OutputState } from './output.tsx';
import { forgetCollection } from './queries.ts';

/** Appraising a unit: opened in the answering screens, counted in the collection, sent back to the unit. */
export function AppraiseUnit({ collectionId, unit }: { readonly collectionId: string; readonly unit: UnitDetail }) {
  const t = useT();
  const id = useId();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { mode } = useSettings();
  const settings = useUpdateSettings();
  const [returning, setReturning] = useState(false);
  const [sent, setSent] = useState<OutputState>({ kind: 'idle' });
  const { result } = unit.line;
  const open = useMutation({
    mutationFn: async () => {
      const { assessmentId } = await call('collections.appraise', { id: collectionId, result });
      if (mode !== 'appraiser') await settings.mutateAsync({ mode: 'appraiser' });
      return assessmentId;
    },
    onSuccess: (assessmentId) => {
      forgetAssessment(client);
      forgetCollection(client, collectionId);
      void client.invalidateQueries({ queryKey: keys.organisations });
      navigate(`/assessments/${assessmentId}/answer`);
    },
  });
  const count = useMutation({
    mutationFn: () => call('collections.appraised', { id: collectionId, result, run: newId(), source: newId() }),
    onSuccess: () => forgetCollection(client, collectionId),
  });
  const { own } = unit;
  const counted = count.data?.counts;
  return (
    <section className="panel stack-1" aria-labelledby={id}>
      <h2 id={id}>{t('dash.appraisal')}</h2>
      <p className="measure">
        {own && own.appraised > 0 ? t('dash.appraised-items', { count: own.appraised }) : t('dash.appraisal-more')}
      </p>
      {mode !== 'appraiser' && <p className="small muted">{t('dash.appraisal-mode')}</p>}
      {(open.error ?? count.error) && <ErrorNotice error={open.error ?? count.error} />}
      <div className="row panel__actions">
        <Button busy={open.isPending} onClick={() => open.mutate()}>
          <Icon of={BookOpenCheck} /> {t(own ? 'dash.appraise-on' : 'dash.appraise')}
        </Button>
        {own && own.appraised > 0 && (
          <>
            <Button busy={count.isPending} onClick={() => count.mutate()}>
              {t('dash.count-appraisal')}
            </Button>
            <Button aria-haspopup="dialog" onClick={() => setReturning(true)}>
              {t('dash.return')}
            </Button>
            <LinkButton look="quiet" to={`/assessments/${own.assessmentId}/result`}>
              {t('files.see-result')}
            </LinkButton>
          </>
        )}
      </div>
      {counted && (
        <Notice role="status">
          <p>
            {t(
              counted.accepted || counted.revision
                ? 'dash.counted'
                : counted.known
                  ? 'dash.counted-before'
                  : 'dash.counted-look',
            )}
          </p>
        </Notice>
      )}
      <OutputNotice state={sent} />
      {returning && own && (
        <ReturnDialog
          assessmentId={own.assessmentId}
          onSent={(state) => {
            setSent(state);
            setReturning(false);
          }}
          onClose={() => setReturning(false)}
        />
      )}
    </section>
  );
}

/** Who appraised and what is to be said, then the file for the unit. */
function ReturnDialog({
  assessmentId,
  onSent,
  onClose,
}: {
  readonly assessmentId: string;
  readonly onSent: (state: OutputState) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const formId = useId();
  const { person } = useSettings();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function send(form: FormData): Promise<void> {
    if (busy) return;
    const text = (name: string): string => ((form.get(name) as string | null) ?? '').normalize('NFC').trim();
    setBusy(true);
    setError(null);
    try {
      onSent(await handOver(await call('appraisals.pack', { assessmentId, by: text('by'), remark: text('remark') })));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t('dash.return-title')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {t('dash.return-save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <form
        id={formId}
        className="stack-2"
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        <p className="measure">{t('dash.return-more')}</p>
        <Field label={t('dash.return-by')}>
          {(control) => (
            <input
              {...control}
              name="by"
              type="text"
              maxLength={300}
              defaultValue={person}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t('dash.return-remark')} optional>
          {(control) => <textarea {...control} name="remark" rows={3} maxLength={5000} />}
        </Field>
        {error !== null && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  );
}
