import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './Icon.tsx';

const DRAWING = { info: Info, warn: TriangleAlert, error: CircleAlert };

/**
 * A strip that tells something: never nested. Give `role="alert"` (or "status") only when it appears after an act;
 * text that is there from the start needs none.
 */
export function Notice({
  kind = 'info',
  className,
  children,
  ...rest
}: { readonly kind?: keyof typeof DRAWING } & ComponentProps<'div'>) {
  return (
    <div {...rest} className={`notice notice--${kind}${className ? ` ${className}` : ''}`}>
      <Icon of={DRAWING[kind]} />
      <div className="notice__body">{children}</div>
    </div>
  );
}
