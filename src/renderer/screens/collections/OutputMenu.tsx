import { Download } from 'lucide-react';
import { useId, useRef, useState, type ToggleEvent } from 'react';
import { EXPORTS } from '../../../contract/views/collections.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import '../export/export.css';
import { OutputNotice, useOutput } from './output.tsx';

/** Lists of outcomes leave from the import screen. */
const OFFERED = EXPORTS.filter((what) => what !== 'outcomes');

/** The reports and data of what is shown, below one button. A native popover: it closes with Esc. */
export function OutputMenu({
  id,
  options,
}: {
  readonly id: string;
  readonly options: Parameters<typeof useOutput>[1];
}) {
  const t = useT();
  const popoverId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const { state, save } = useOutput(id, options);

  const put = ({ newState }: ToggleEvent): void => {
    if (newState !== 'open' || !button.current || !popover.current) return;
    setOpen(true);
    const { bottom, right } = button.current.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    popover.current.style.top = `${bottom}px`;
    popover.current.style.right = `${Math.max(0, clientWidth - right)}px`;
    popover.current.style.maxHeight = `${clientHeight - bottom - 8}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn btn--primary"
        popoverTarget={popoverId}
        aria-busy={state.kind === 'making' || undefined}
      >
        <Icon of={Download} /> {t('dash.output')}
      </button>
      <div
        ref={popover}
        id={popoverId}
        popover="auto"
        className="menu export-menu"
        onBeforeToggle={put}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <ul>
            {OFFERED.map((what) => (
              <li key={what}>
                <button
                  type="button"
                  className="export-menu__entry"
                  onClick={() => {
                    popover.current?.hidePopover();
                    save(what);
                  }}
                >
                  <span>{t(`dash.output-${what}`)}</span>
                  <span className="small muted">{t(`dash.output-${what}-more`)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <OutputNotice state={state} />
    </>
  );
}
