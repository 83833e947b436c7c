import { Building2, FileText, Plus, Trash2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { useT } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/announce.ts';
import { useSamples } from './useSamples.ts';

/** Everything that is not the next step. */
export function OtherActions({
  organisation,
  hasSamples,
}: {
  readonly organisation: Organisation;
  readonly hasSamples: boolean;
}) {
  const t = useT();
  const { add, remove } = useSamples();
  const [asking, setAsking] = useState(false);
  const error = add.error ?? remove.error;
  return (
    <section aria-labelledby="others" className="stack-1">
      <h2 id="others">{t('home.others')}</h2>
      <ul className="doors">
        <li>
          <Link href="/start">
            <Door icon={Plus} name={t('home.new')} more={t('home.new-more')} />
          </Link>
        </li>
        <li>
          <Link href={`/organisations/${organisation.id}`}>
            <Door icon={Building2} name={t('home.profile')} more={t('home.profile-more')} />
          </Link>
        </li>
        <li>
          {hasSamples ? (
            <button type="button" onClick={() => setAsking(true)}>
              <Door icon={Trash2} name={t('home.samples-remove')} more={t('home.samples-remove-more')} />
            </button>
          ) : (
            <button type="button" aria-busy={add.isPending || undefined} onClick={() => !add.isPending && add.mutate()}>
              <Door icon={FileText} name={t('home.samples-add')} more={t('home.samples-add-more')} />
            </button>
          )}
        </li>
      </ul>
      {error && <ErrorNotice error={error} />}
      {asking && (
        <ConfirmDialog
          title={t('home.samples-ask')}
          confirm={t('home.samples-remove')}
          busy={remove.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSettled: () => setAsking(false),
              onSuccess: () => announce(t('home.samples-removed')),
            })
          }
        >
          <p>{t('home.samples-ask-more')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Door({ icon, name, more }: { readonly icon: LucideIcon; readonly name: string; readonly more: string }) {
  return (
    <>
      <Icon of={icon} />
      <span>
        <span className="doors__name">{name}</span>
        <small>{more}</small>
      </span>
    </>
  );
}
