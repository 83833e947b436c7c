import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';

/** A drawing beside words; it never carries meaning alone, so it is hidden from screen readers. */
export const Icon = memo(function Icon({
  of: Drawing,
  className = 'icon',
}: {
  readonly of: LucideIcon;
  readonly className?: string;
}) {
  return <Drawing className={className} strokeWidth={1.75} aria-hidden="true" focusable="false" />;
});
