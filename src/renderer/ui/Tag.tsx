import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** A state: icon and word. */
export function Tag({
  kind = 'strong',
  icon,
  children,
}: {
  readonly kind?: 'strong' | 'plain' | 'ok' | 'warn' | 'error';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span className={kind === 'strong' ? 'tag' : `tag tag--${kind}`}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}
