import { X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/announce.ts';
import { followFullScreen, leaveProjector, slideAfter, useProjector } from './projector.ts';
import { asksFor } from './shortcuts.ts';
import './projector.css';

/** Parts of a screen that are shown one after the other. */
const SLIDE = '[data-slide]';

/** While the screen is shown to a room: the way out, and the keys of a presenter's remote control. */
export function Projector() {
  return useProjector() ? <Showing /> : null;
}

function Showing() {
  const t = useT();
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open], :popover-open')) return;
    if (asksFor('projector', 'leave', event)) {
      event.preventDefault();
      leaveProjector();
    } else if (asksFor('projector', 'slide', event) && step(event.code === 'PageDown' ? 1 : -1)) event.preventDefault();
  });
  const entered = useEffectEvent(() => announce(t('projector.on')));
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    entered();
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(followFullScreen, []);
  return (
    <Button className="projector-leave" onClick={leaveProjector} aria-keyshortcuts="Escape F11">
      <Icon of={X} />
      {t('projector.leave')} <kbd>Esc</kbd>
    </Button>
  );
}

/** Moves to the part before or after the one in view. @returns false on screens without parts */
function step(direction: 1 | -1): boolean {
  const parts = [...document.querySelectorAll<HTMLElement>(SLIDE)].filter((part) => part.offsetHeight > 0);
  if (parts.length === 0) return false;
  const index = slideAfter(
    parts.map((part) => part.getBoundingClientRect().top),
    direction,
    window.innerHeight / 10,
  );
  if (index !== null) parts[index]?.scrollIntoView({ block: 'start' });
  return true;
}
