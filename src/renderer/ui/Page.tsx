import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { Header } from './Header.tsx';

export interface PageProps {
  /** Parts of the window title before the name of the program: organisation, period, or the screen. */
  readonly title: readonly string[];
  /** Where one is: name in bold and a line below it. */
  readonly context?: { readonly name: string; readonly detail?: string };
  /** The way through an assessment, see `AssessmentPage`. */
  readonly steps?: ReactNode;
  /** Save state. */
  readonly status?: ReactNode;
  /** Holds the one primary button, or what is worth knowing. */
  readonly footer?: ReactNode;
  /** The footer stays in view even when the page is so low that everything scrolls as one. */
  readonly footerKeep?: boolean;
  /** page: full width; narrow: 1176 px; form: 768 px; work: the screen lays out its own columns. */
  readonly layout?: 'page' | 'narrow' | 'form' | 'work';
  /** Extra class of the main part. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame of every screen: header, the matter that scrolls, footer. Put one `PageHeading` into it. */
export function Page({
  title,
  context,
  steps,
  status,
  footer,
  footerKeep = false,
  layout = 'narrow',
  className,
  children,
}: PageProps) {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  const windowTitle = [...title, t('common.app')].join(' – ');

  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);

  return (
    <div className="page">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The hash is the address of the screen, so the jump is made here.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('common.skip')}
      </a>
      <Header context={context ?? { name: t('common.tagline') }} steps={steps} status={status} />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className={['main', layout !== 'page' && `main--${layout}`, className].filter(Boolean).join(' ')}
      >
        {children}
      </main>
      {footer && (
        <footer
          className={[
            'footer',
            (layout === 'form' || layout === 'narrow') && `footer--${layout}`,
            footerKeep && 'footer--keep',
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {footer}
        </footer>
      )}
    </div>
  );
}

/** Shown while a screen waits for its data; appears late, so that quick answers do not flicker. */
export function Loading() {
  const t = useT();
  return (
    <p className="loading muted" role="status">
      {t('common.loading')}
    </p>
  );
}
