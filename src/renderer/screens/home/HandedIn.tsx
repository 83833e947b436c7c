import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys, useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { dayText } from '../../i18n/when.ts';

/** How often and when an assessment was handed in last; one question for all lines of the table. */
export function HandedIn({ id }: { readonly id: string }) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const { data } = useQuery({ queryKey: keys.handedIn, queryFn: () => call('handover.list', { assessmentId: null }) });
  const last = data?.find(({ assessmentId }) => assessmentId === id);
  if (!last) return null;
  return (
    <span className="muted small nowrap">
      {' '}
      {t('handover.short', { number: last.number, day: dayText(last.at, utcOffset) })}
    </span>
  );
}
