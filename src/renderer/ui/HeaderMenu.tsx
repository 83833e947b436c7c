import {
  ArrowLeftRight,
  CircleHelp,
  FileText,
  HardDrive,
  Info,
  Keyboard,
  Layers,
  Library,
  Menu,
  Presentation,
  Settings,
} from 'lucide-react';
import { useEffect, useId, useRef, useState, type ToggleEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { MenuAction } from '../../contract/surface.ts';
import { runMenuAction } from '../api/events.ts';
import { useMode } from '../app/mode.ts';
import { useMeantAssessment } from '../app/useProgramActions.ts';
import { useT } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ModeChoice } from './ModeChoice.tsx';

/**
 * Role, and everything that the header has no room for on a narrow window. A native popover: it closes with Esc, with a
 * click elsewhere, and when the screen changes.
 */
export function HeaderMenu() {
  const t = useT();
  const { mode } = useMode();
  const [place] = useLocation();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (popover.current?.matches(':popover-open')) popover.current.hidePopover();
  }, [place]);

  /** Right below its button, wherever a bar above the header has moved that. */
  const put = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') setOpen(true);
    if (!button.current || !popover.current) return;
    const { bottom, right } = button.current.getBoundingClientRect();
    popover.current.style.top = `${bottom}px`;
    popover.current.style.right = `${Math.max(0, document.documentElement.clientWidth - right)}px`;
    popover.current.style.maxHeight = `calc(100dvh - ${bottom}px)`;
  };
  /** Only after closing: the browser gives the focus back from what still stands in the popover. */
  const clear = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') setOpen(false);
  };
  const act = (action: MenuAction) => () => {
    popover.current?.hidePopover();
    runMenuAction(action);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="tool tool--menu"
        popoverTarget={id}
        aria-label={t('header.menu-of', { mode: t(`mode.${mode}-short`) })}
      >
        <Icon of={Menu} />
        <span>{t(`mode.${mode}-short`)}</span>
      </button>
      <div ref={popover} id={id} popover="auto" className="menu" onBeforeToggle={put} onToggle={clear}>
        {open && <Entries act={act} />}
      </div>
    </>
  );
}

function Entries({ act }: { readonly act: (action: MenuAction) => () => void }) {
  const t = useT();
  const meant = useMeantAssessment();
  return (
    <>
      <ModeChoice short legend={t('header.mode')} />
      <ul className="menu__links">
        <li className="menu__narrow">
          <LanguageSwitch />
        </li>
        {meant !== null && (
          <li>
            <button type="button" className="tool" onClick={act('evidence')}>
              <Icon of={FileText} />
              <span>{t('header.evidence')}</span>
            </button>
          </li>
        )}
        {meant !== null && (
          <li>
            <button type="button" className="tool" onClick={act('compare')}>
              <Icon of={ArrowLeftRight} />
              <span>{t('header.compare')}</span>
            </button>
          </li>
        )}
        <li>
          <Link href="/library" className="tool">
            <Icon of={Library} />
            <span>{t('header.library')}</span>
          </Link>
        </li>
        <li>
          <Link href="/collections" className="tool">
            <Icon of={Layers} />
            <span>{t('header.collections')}</span>
          </Link>
        </li>
        <li>
          <Link href="/data" className="tool">
            <Icon of={HardDrive} />
            <span>{t('header.backup')}</span>
          </Link>
        </li>
        <li>
          <Link href="/settings" className="tool">
            <Icon of={Settings} />
            <span>{t('header.settings')}</span>
          </Link>
        </li>
        <li>
          <button type="button" className="tool" onClick={act('projector')}>
            <Icon of={Presentation} />
            <span>{t('header.projector')}</span>
            <kbd className="key">F11</kbd>
          </button>
        </li>
        <li>
          <button type="button" className="tool" onClick={act('help')}>
            <Icon of={CircleHelp} />
            <span>{t('header.help')}</span>
            <kbd className="key">F1</kbd>
          </button>
        </li>
        <li>
          <Link href="/shortcuts" className="tool">
            <Icon of={Keyboard} />
            <span>{t('header.shortcuts')}</span>
            <kbd className="key">Ctrl+/</kbd>
          </Link>
        </li>
        <li>
          <Link href="/about" className="tool">
            <Icon of={Info} />
            <span>{t('header.about')}</span>
          </Link>
        </li>
      </ul>
    </>
  );
}
