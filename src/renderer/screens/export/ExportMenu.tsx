import { Download } from 'lucide-react';
import { useId, useRef, useState, type ToggleEvent } from 'react';
import type { ReportFormat } from '../../../contract/views/exports.ts';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import './export.css';

/** Files that are asked for now and then; workbook and PDF have buttons of their own. */
const OFFERED = ['docx', 'certificate', 'slide', 'slide-png', 'csv', 'json'] as const satisfies readonly ReportFormat[];

/** Room that the list wants below its button; with less it opens above. */
const WANTED = 360;

/** A button with the further kinds of file below it. A native popover: it closes with Esc and with a click elsewhere. */
export function ExportMenu({
  busy,
  onChoose,
}: {
  readonly busy: boolean;
  readonly onChoose: (format: (typeof OFFERED)[number]) => void;
}) {
  const t = useT();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const put = ({ newState }: ToggleEvent): void => {
    if (newState !== 'open' || !button.current || !popover.current) return;
    setOpen(true);
    const { top, bottom, left } = button.current.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const { style } = popover.current;
    const above = clientHeight - bottom < WANTED && top > clientHeight - bottom;
    style.top = above ? 'auto' : `${bottom}px`;
    style.bottom = above ? `${clientHeight - top}px` : 'auto';
    style.left = `min(${Math.max(8, left)}px, calc(${clientWidth}px - 24rem))`;
    style.maxHeight = `${(above ? top : clientHeight - bottom) - 8}px`;
  };

  return (
    <>
      <button ref={button} type="button" className="btn" popoverTarget={id} aria-busy={busy || undefined}>
        <Icon of={Download} /> {t('export.menu')}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="menu export-menu"
        onBeforeToggle={put}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <>
            <p className="visually-hidden">{t('export.menu-more')}</p>
            <ul>
              {OFFERED.map((format) => (
                <li key={format}>
                  <button
                    type="button"
                    className="export-menu__entry"
                    aria-disabled={busy || undefined}
                    onClick={() => {
                      popover.current?.hidePopover();
                      if (!busy) onChoose(format);
                    }}
                  >
                    <span>{t(`export.${format}`)}</span>
                    <span className="small muted">{t(`export.${format}-more`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
