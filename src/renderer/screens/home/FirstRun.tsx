import { useQuestionnaires } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useSamples } from './useSamples.ts';

/** Before anything is entered: what the program is for, how long it takes, and one thing to do. */
export function FirstRun() {
  const t = useT();
  const { add } = useSamples();
  const { data } = useQuestionnaires();
  const minutes = (data?.questionnaires ?? []).map((questionnaire) => questionnaire.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return (
    <div className="first-run">
      <div className="stack-3">
        <div className="stack-1">
          <PageHeading>{t('home.welcome')}</PageHeading>
          <p className="first-run__lead">{t('home.what')}</p>
        </div>
        <ol className="first-run__steps">
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
        {add.error && <ErrorNotice error={add.error} />}
        <div className="row">
          <LinkButton to="/organisations/new" look="primary" big>
            {t('home.declare')}
          </LinkButton>
          <Button big busy={add.isPending} onClick={() => add.mutate()}>
            {t('home.samples-add')}
          </Button>
        </div>
        <p className="muted small measure">{t('home.samples-safe')}</p>
      </div>
      <Ladder />
    </div>
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
