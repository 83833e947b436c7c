import type { LucideIcon } from 'lucide-react';

/** A drawing beside words; it never carries meaning alone, so it is hidden from screen readers. */
export function Icon({ of: Drawing, className = 'icon' }: { of: LucideIcon; className?: string }) {
  return <Drawing className={className} strokeWidth={1.75} aria-hidden="true" focusable="false" />;
}
