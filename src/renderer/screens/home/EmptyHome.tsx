import { useQuestionnaires } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { OtherActions } from './OtherActions.tsx';

/** No organisation yet: what leads to the first result, how long it takes, and one thing to do. */
export function EmptyHome() {
  const t = useT();
  const { data } = useQuestionnaires();
  const minutes = (data?.questionnaires ?? []).map((questionnaire) => questionnaire.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return (
    <div className="home-columns">
      <div className="stack-3">
        <div className="stack-1">
          <PageHeading>{t('home.empty-title')}</PageHeading>
          <p>{t('home.empty')}</p>
        </div>
        <ol className="first-steps">
          <li>
            <strong>{t('home.first-1')}</strong>
            <span>{t('home.first-1-more')}</span>
          </li>
          <li>
            <strong>{t('home.first-2')}</strong>
            <span>
              {minutes.length === 0
                ? t('home.first-2-more')
                : least === most
                  ? t('home.minutes-one', { minutes: least })
                  : t('home.minutes-range', { least, most })}
            </span>
          </li>
          <li>
            <strong>{t('home.first-3')}</strong>
            <span>{t('home.first-3-more')}</span>
          </li>
        </ol>
        <LinkButton to="/organisations/new" look="primary" big>
          {t('home.declare')}
        </LinkButton>
      </div>
      <OtherActions organisation={null} hasSamples={false} />
    </div>
  );
}
