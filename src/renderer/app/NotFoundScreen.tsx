import { useT } from '../i18n/index.ts';
import { LinkButton } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';

export function NotFoundScreen() {
  const t = useT();
  return (
    <Page title={[t('failure.not-found-title')]} layout="form" className="stack-3">
      <PageHeading>{t('failure.not-found-title')}</PageHeading>
      <p>{t('failure.not-found')}</p>
      <LinkButton to="/" look="primary" big>
        {t('common.home')}
      </LinkButton>
    </Page>
  );
}
