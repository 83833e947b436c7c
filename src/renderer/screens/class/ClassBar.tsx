import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { ClassState } from '../../../contract/views/files.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { NextDialog } from './NextDialog.tsx';
import './class.css';

/** Which class this is, who sits here, and the way to the next participant. */
export default function ClassBar({ state }: { readonly state: ClassState }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { code, current } = state;
  return (
    <aside className="class-bar" aria-label={t('class.bar')}>
      <p>
        <strong>{t('class.code-is', { code })}</strong>
        {current && <span> · {t('class.number', { number: current.number })}</span>}
      </p>
      {current ? (
        <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
          <Icon of={UserRoundPlus} /> {t('class.next')}
        </Button>
      ) : (
        <LinkButton to="/class">{t('class.to-class')}</LinkButton>
      )}
      {asking && current && (
        <NextDialog assessmentId={current.assessmentId} folder={state.folder} onClose={() => setAsking(false)} />
      )}
    </aside>
  );
}
