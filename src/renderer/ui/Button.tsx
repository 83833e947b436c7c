import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';

type Look = 'plain' | 'primary' | 'quiet';

interface Shape {
  /** One primary per screen. */
  readonly look?: Look;
  readonly big?: boolean;
}

function classes(look: Look, big: boolean, className: string | undefined): string {
  return ['btn', look !== 'plain' && `btn--${look}`, big && 'btn--big', className].filter(Boolean).join(' ');
}

/** @param props.busy its work is under way: stays focusable and ignores further presses */
export function Button({
  look = 'plain',
  big = false,
  busy = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: Shape & { readonly busy?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(look, big, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link to another screen that looks like a button. */
export function LinkButton({
  look = 'plain',
  big = false,
  to,
  className,
  children,
}: Shape & { readonly to: string; readonly className?: string; readonly children: ReactNode }) {
  return (
    <Link href={to} className={classes(look, big, className)}>
      {children}
    </Link>
  );
}
