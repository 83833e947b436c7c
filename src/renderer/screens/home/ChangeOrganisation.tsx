import { Check } from 'lucide-react';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { useAppInfo, useUpdateSettings } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { announce } from '../../ui/announce.ts';
import { byName } from '../../api/lists.ts';

/** Chooses the organisation that the home screen is about, or goes on to enter another one. */
export function ChangeOrganisation({
  current,
  organisations,
  samples,
  onClose,
}: {
  readonly current: string;
  readonly organisations: readonly Organisation[];
  readonly samples: ReadonlySet<string>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const { kinds, provinces } = useAppInfo();
  const update = useUpdateSettings();

  function choose({ id, name }: Organisation): void {
    update.mutate({ organisationId: id });
    announce(t('home.changed-to', { name }));
    onClose();
  }

  return (
    <Dialog
      title={t('home.change-title')}
      onClose={onClose}
      actions={<LinkButton to="/organisations/new">{t('home.declare-other')}</LinkButton>}
    >
      <ul className="choices">
        {byName(organisations).map((organisation) => {
          const kind = kinds.find(({ id }) => id === organisation.kind);
          const province = provinces.find(({ code }) => code === organisation.province);
          const more = [kind && localized(kind.name), province?.name].filter(Boolean).join(' · ');
          const isCurrent = organisation.id === current;
          return (
            <li key={organisation.id}>
              <button type="button" aria-current={isCurrent || undefined} onClick={() => choose(organisation)}>
                <span>
                  <span className="choices__name">{organisation.name}</span>
                  <small>{more}</small>
                </span>
                {samples.has(organisation.id) && <Tag kind="plain">{t('home.sample')}</Tag>}
                {isCurrent && (
                  <Tag kind="ok" icon={Check}>
                    {t('home.current')}
                  </Tag>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
