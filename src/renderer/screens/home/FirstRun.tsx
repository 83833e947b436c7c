import { Link } from 'wouter';
import { LANGUAGES } from '../../../domain/text/localized.ts';
import { useSettings, useUpdateSettings } from '../../api/queries.ts';
import { useMode } from '../../app/mode.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Radios } from '../../ui/Choices.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ModeChoice } from '../../ui/ModeChoice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import { useSamples } from './useSamples.ts';

/** Before anything is entered: language, role, name, and one thing to do; all of it can be skipped. */
export function FirstRun() {
  const t = useT();
  const { mode } = useMode();
  const { language } = useSettings();
  const { mutate } = useUpdateSettings();
  const { add } = useSamples();
  const goOn = (): void => mutate({ welcomed: true });
  const samples = (
    <Button big busy={add.isPending} onClick={() => add.mutate()}>
      {t('welcome.samples')}
    </Button>
  );
  return (
    <Page
      title={[]}
      context={{ name: t('common.tagline'), detail: t('home.here') }}
      footer={
        mode === 'unit' ? (
          <>
            <LinkButton to="/organisations/new" look="primary" big>
              {t('welcome.declare')}
            </LinkButton>
            {samples}
            <Button look="quiet" big onClick={goOn}>
              {t('welcome.skip')}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" big onClick={goOn}>
              {t('welcome.go')}
            </Button>
            {samples}
            <LinkButton to="/organisations/new" look="quiet" big>
              {t('welcome.declare')}
            </LinkButton>
          </>
        )
      }
    >
      <div className="first-run">
        <div className="stack-2">
          <div className="stack-1">
            <PageHeading>{t('welcome.title')}</PageHeading>
            <p className="measure">{t('welcome.what')}</p>
          </div>
          <div className="first-run__fields stack-2">
            <Radios
              legend={t('welcome.language')}
              name="language"
              value={language}
              choices={LANGUAGES.map((value) => ({ value, label: t(`settings.language-${value}`), lang: value }))}
              onChoose={(chosen) => mutate({ language: chosen })}
            />
            <ModeChoice legend={t('welcome.mode')} />
            <PersonField />
          </div>
          <p className="muted small measure">
            {t('welcome.later')} {t('welcome.samples-safe')} <Link href="/privacy">{t('privacy.title')}</Link>
          </p>
          {add.error && <ErrorNotice error={add.error} />}
        </div>
        <Ladder />
      </div>
    </Page>
  );
}

const STEPS = [1, 2, 3, 4, 5] as const;

/** Five rising steps in the level colours: decoration, the words beside it say the same. */
function Ladder() {
  return (
    <svg className="first-run__picture" viewBox="0 0 350 330" aria-hidden="true" focusable="false">
      {STEPS.map((step) => (
        <g key={step} transform={`translate(${(step - 1) * 70} ${(5 - step) * 56})`}>
          <rect
            x="4"
            y="4"
            width="62"
            height={38 + step * 56}
            fill={`var(--level-${step})`}
            stroke="var(--level-edge)"
            rx="3"
          />
          <text x="35" y="30" textAnchor="middle" fill={`var(--on-level-${step})`}>
            {step}
          </text>
        </g>
      ))}
      <path d="M0 324h350" stroke="var(--edge)" strokeWidth="2" />
    </svg>
  );
}
