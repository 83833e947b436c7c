import { CircleCheck, Contrast } from 'lucide-react';
import { Link } from 'wouter';
import type { AssessmentSummary } from '../../../contract/views.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { dayText, periodInText } from '../../i18n/when.ts';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { HandedIn } from './HandedIn.tsx';

/** All rounds of the organisation, the latest period first. */
export function AssessmentTable({ rounds }: { readonly rounds: readonly AssessmentSummary[] }) {
  const t = useT();
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{t('home.rounds')}</h2>
      <div className="scroll">
        <table className="mid rounds" aria-labelledby="rounds">
          <thead>
            <tr>
              <th scope="col">{t('home.period')}</th>
              <th scope="col">{t('home.questionnaire')}</th>
              <th scope="col">{t('home.state')}</th>
              <th scope="col">{t('home.level')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('home.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <Round key={round.id} round={round} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Round({ round }: { readonly round: AssessmentSummary }) {
  const t = useT();
  const language = useLanguage();
  const localized = useLocalized();
  const { utcOffset } = useAppInfo();
  const period = periodInText(t, language, round.period);
  return (
    <tr>
      <th scope="row">{periodText(t, round.period)}</th>
      <td>
        {localized(round.questionnaireTitle)}{' '}
        <span className="muted small nowrap">{t('home.version', { version: round.questionnaireVersion })}</span>
      </td>
      <td>
        {round.state === 'draft' ? (
          <>
            <Tag icon={Contrast}>{t('assessment.draft')}</Tag>{' '}
            <span className="muted small nowrap">
              {round.settled}/{round.total}
            </span>
          </>
        ) : (
          <>
            <Tag kind="ok" icon={CircleCheck}>
              {t('assessment.finished')}
            </Tag>{' '}
            {round.finishedAt && <span className="muted small nowrap">{dayText(round.finishedAt, utcOffset)}</span>}
          </>
        )}
        <HandedIn id={round.id} />
      </td>
      <td>
        {round.level !== null && round.levelName ? (
          <LevelChip small level={round.level} name={localized(round.levelName)} />
        ) : (
          <span className="muted">{t(round.state === 'draft' ? 'home.no-level' : 'home.unranked')}</span>
        )}
      </td>
      <td className="rounds__actions">
        {round.state === 'draft' ? (
          <>
            <Link href={`/assessments/${round.id}/answer`} aria-label={t('home.answer-of', { period })}>
              {t('header.answer')}
            </Link>
            <Link href={`/assessments/${round.id}/check`} aria-label={t('home.check-of', { period })}>
              {t('header.check')}
            </Link>
          </>
        ) : (
          <Link href={`/assessments/${round.id}/result`} aria-label={t('home.see-of', { period })}>
            {t('home.see')}
          </Link>
        )}
      </td>
    </tr>
  );
}
