import { Send } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { call } from '../../api/client.ts';
import { keys, useAppInfo } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { HandInDialog } from './HandInDialog.tsx';

/** The button that hands a result in. */
export function HandIn({ summary }: { readonly summary: AssessmentSummary }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon of={Send} /> {t('handover.act')}
      </Button>
      {open && <HandInDialog summary={summary} onClose={() => setOpen(false)} />}
    </>
  );
}

/** When and where it was handed in last; nothing before the first time. */
export function HandedIn({ assessmentId }: { readonly assessmentId: string }) {
  const t = useT();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const { data } = useQuery({
    queryKey: keys.handOvers(assessmentId),
    queryFn: () => call('handover.list', { assessmentId }),
  });
  const last = data?.[0];
  if (!last) return null;
  const when = whenText(t, last.at, utcOffset, now);
  return (
    <p className="muted small handed-in">
      {last.place === 'folder'
        ? t('handover.last-folder', { number: last.number, when, folder: last.folder })
        : t('handover.last-download', { number: last.number, when })}
    </p>
  );
}
