import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Catches what a screen throws while it is drawn. A change of `place` (the address) gives the next screen a chance. */
export class ErrorBoundary extends Component<
  { readonly place: string; readonly children: ReactNode },
  { error: unknown }
> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidUpdate(before: { readonly place: string }): void {
    if (before.place !== this.props.place && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <ScreenFailure error={this.state.error} />;
  }
}

function ScreenFailure({ error }: { readonly error: unknown }) {
  const t = useT();
  return (
    <div className="page">
      <main className="main main--form stack-3">
        <PageHeading>{t('failure.screen-title')}</PageHeading>
        <Notice kind="error" role="alert">
          <p>{t('failure.screen')}</p>
        </Notice>
        <div className="row">
          <Button look="primary" big onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
          {/* A plain link: it works even if the routing is what broke. */}
          <a className="btn btn--big" href="#/">
            {t('common.home')}
          </a>
        </div>
        <details>
          <summary>{t('failure.detail')}</summary>
          <p className="small">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</p>
        </details>
      </main>
    </div>
  );
}
