import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { runMenuAction } from '../../api/events.ts';
import { useMode } from '../../app/mode.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { doorsOf, type Door } from './doors.ts';
import { useSamples } from './useSamples.ts';

/** Everything that is not the next step; the role decides what belongs to it. */
export function OtherActions({
  organisation,
  assessmentId = null,
  canCompare = false,
  hasSamples,
  children,
}: {
  readonly organisation: Organisation | null;
  readonly assessmentId?: string | null;
  readonly canCompare?: boolean;
  readonly hasSamples: boolean;
  readonly children?: ReactNode;
}) {
  const t = useT();
  const { mode } = useMode();
  const { add, remove } = useSamples();
  const error = add.error ?? remove.error;
  const busy = add.isPending || remove.isPending;
  const doors = doorsOf({ mode, organisationId: organisation?.id ?? null, assessmentId, canCompare, hasSamples });

  function open({ leads }: Door): void {
    if ('action' in leads) runMenuAction(leads.action);
    else if ('samples' in leads && !busy) (leads.samples === 'add' ? add : remove).mutate();
  }

  return (
    <div className="stack-3">
      <section aria-labelledby="others" className="stack-1">
        <h2 id="others">{t('home.others')}</h2>
        <ul className="doors">
          {doors.map((door) => (
            <li key={door.id}>
              {'to' in door.leads ? (
                <Link href={door.leads.to}>
                  <Words door={door} />
                </Link>
              ) : (
                <button
                  type="button"
                  aria-busy={('samples' in door.leads && busy) || undefined}
                  onClick={() => open(door)}
                >
                  <Words door={door} />
                </button>
              )}
            </li>
          ))}
        </ul>
        {error && <ErrorNotice error={error} />}
      </section>
      {children}
    </div>
  );
}

function Words({ door: { id, icon } }: { readonly door: Door }) {
  const t = useT();
  return (
    <>
      <Icon of={icon} />
      <span>
        <span className="doors__name">{t(`home.${id}`)}</span>
        <small>{t(`home.${id}-more`)}</small>
      </span>
    </>
  );
}
