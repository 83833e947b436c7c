import { useEffect, useRef, type ReactNode } from 'react';

let firstHeading = true;

/**
 * The h1 of a screen. It takes the focus when the screen appears, so that keyboards and screen readers start there;
 * on the very first screen the focus stays where the browser puts it.
 * @param props.quiet the screen moves the focus itself
 */
export function PageHeading({
  quiet = false,
  className,
  children,
}: {
  readonly quiet?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!quiet && !firstHeading) ref.current?.focus();
    // The second run of an effect in development must count as the same screen.
    const timer = window.setTimeout(() => {
      firstHeading = false;
    });
    return () => window.clearTimeout(timer);
  }, [quiet]);

  return (
    <h1 ref={ref} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
