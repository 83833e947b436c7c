import type { AssessmentSummary } from '../../../contract/views.ts';
import { useAppInfo, useQuestionnaires } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { dayText, periodInText } from '../../i18n/when.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';

/** Everything is finished: the latest result, and the next round. */
export function LatestPanel({ latest }: { readonly latest: AssessmentSummary }) {
  const t = useT();
  const language = useLanguage();
  const localized = useLocalized();
  const { utcOffset } = useAppInfo();
  return (
    <section className="panel" aria-labelledby="latest">
      <h2 id="latest">{t('home.latest-title', { period: periodInText(t, language, latest.period) })}</h2>
      <p className="muted">
        {t('home.questionnaire-version', {
          title: localized(latest.questionnaireTitle),
          version: latest.questionnaireVersion,
        })}
      </p>
      <div className="row">
        {latest.level !== null && latest.levelName && (
          <LevelChip level={latest.level} name={localized(latest.levelName)} />
        )}
        {latest.finishedAt && (
          <p className="muted small">{t('home.finished-on', { day: dayText(latest.finishedAt, utcOffset) })}</p>
        )}
      </div>
      <div className="row panel__actions">
        <LinkButton to={`/assessments/${latest.id}/result`} look="primary" big>
          {t('home.see-result')}
        </LinkButton>
        <LinkButton to="/start" big>
          {t('home.new')}
        </LinkButton>
      </div>
    </section>
  );
}

/** The organisation is known and has no round yet. */
export function BeginPanel({ kind }: { readonly kind: string }) {
  const t = useT();
  const { data } = useQuestionnaires();
  const fitting = data?.questionnaires.filter(({ audience }) => audience.includes(kind)) ?? [];
  const only = fitting.length === 1 ? fitting[0] : undefined;
  return (
    <section className="panel" aria-labelledby="begin">
      <h2 id="begin">{t('home.none-title')}</h2>
      <p className="measure">{only ? t('home.none-minutes', { minutes: only.minutes }) : t('home.none')}</p>
      <div className="row panel__actions">
        <LinkButton to="/start" look="primary" big>
          {t('home.begin')}
        </LinkButton>
      </div>
    </section>
  );
}
