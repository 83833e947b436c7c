import { ChevronRight } from 'lucide-react';
import { memo, useState, type ComponentProps } from 'react';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useEveryChange } from './hooks.ts';
import { progressOf } from './outline.ts';
import { Rail } from './Rail.tsx';

/** The rail as a disclosure, where there is no room for it beside the question; closed again in the next group. */
export const ShortContents = memo(function ShortContents(props: ComponentProps<typeof Rail>) {
  const { outline, topGroupId } = props;
  const t = useT();
  const session = useEveryChange();
  const [openIn, setOpenIn] = useState<string | null>(null);
  const { settled, total } = progressOf(outline.items, (id) => session.record(id));
  const open = openIn === topGroupId;
  return (
    <details
      className="short-contents"
      open={open}
      onToggle={(event) => setOpenIn(event.currentTarget.open ? topGroupId : null)}
    >
      <summary>
        <Icon of={ChevronRight} /> {t('answer.rail-short', { settled, total })}
      </summary>
      {open && (
        <nav aria-label={t('answer.rail')}>
          <Rail {...props} />
        </nav>
      )}
    </details>
  );
});
