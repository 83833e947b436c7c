import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ForeignResult } from '../../../contract/views/files.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { periodText, problemText } from '../../../domain/wording/sentences.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { forgetAssessment, keys, useAppInfo } from '../../api/queries.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { whenText } from '../../i18n/when.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Radios } from '../../ui/Choices.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { sizeText } from '../answer/side/file-text.ts';
import { Entries } from './Entries.tsx';
import { Soundness } from './Soundness.tsx';

/** A result of somebody, only to look at, and the offer to take it over. */
export function ForeignView({ upload, foreign }: { readonly upload: string; readonly foreign: ForeignResult }) {
  return (
    <>
      <Facts foreign={foreign} />
      <Soundness foreign={foreign} />
      {foreign.sheets &&
        foreign.sheets.appraised > 0 &&
        ownOf(foreign).map((assessmentId) => (
          <Entries key={assessmentId} upload={upload} assessmentId={assessmentId} />
        ))}
      {foreign.hindrance ? <Hindered upload={upload} foreign={foreign} /> : <Take upload={upload} foreign={foreign} />}
    </>
  );
}

/** The assessment here that the file came from, or into which it was taken over. */
function ownOf({ hindrance, matches }: ForeignResult): string[] {
  if (hindrance?.kind === 'own') return [hindrance.assessmentId];
  const taken = matches.find((match) => match.taken)?.taken;
  return taken ? [taken.assessmentId] : [];
}

function Facts({ foreign }: { readonly foreign: ForeignResult }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const [now] = useState(() => new Date().toISOString());
  const { organisation, questionnaire, value, max, level, levelName } = foreign;
  const number = (text: string): string => formatNumber(exact(text), language, 2);
  const rows: [string, ReactNode][] = [
    [
      t('files.organisation'),
      [organisation.name, say(organisation.kind), organisation.code].filter(Boolean).join(' · '),
    ],
    [
      t('files.questionnaire-name'),
      `${questionnaire.title ? say(questionnaire.title) : questionnaire.id} · ${t('home.version', { version: questionnaire.version })}`,
    ],
    [t('home.period'), periodText(t, foreign.period)],
    [
      t('home.state'),
      <>
        {t(`assessment.${foreign.state}`)} {foreign.sample && <Tag kind="plain">{t('home.sample')}</Tag>}{' '}
        {foreign.deidentified && <Tag kind="plain">{t('files.deidentified')}</Tag>}
      </>,
    ],
    [
      t('files.answers'),
      t('files.counts', {
        answered: foreign.answered,
        notApplicable: foreign.notApplicable,
        unanswered: foreign.unanswered,
        evidence: foreign.evidence,
      }),
    ],
    [
      t('home.level'),
      level === null ? (
        t('home.no-level')
      ) : (
        <LevelChip small level={level} name={levelName ? say(levelName) : String(level)} />
      ),
    ],
  ];
  if (value !== null) rows.push([t('files.points'), max === null ? number(value) : `${number(value)}/${number(max)}`]);
  const { appraised, attached } = foreign;
  if (appraised?.value)
    rows.push([
      t('files.appraised-row'),
      appraised.max === null ? number(appraised.value) : `${number(appraised.value)}/${number(appraised.max)}`,
    ]);
  if (attached.named > 0)
    rows.push([
      t('files.attached'),
      attached.files === 0
        ? t('files.attached-none', { named: attached.named })
        : t('files.attached-some', { ...attached, size: sizeText(attached.bytes, language) }),
    ]);
  if (foreign.code) rows.push([t('files.code'), t('files.code-is', { code: foreign.code })]);
  if (foreign.revision > 1) rows.push([t('files.revision'), t('files.revision-is', { number: foreign.revision })]);
  if (foreign.exportedAt)
    rows.push([
      t('files.exported'),
      t('files.exported-by', { when: whenText(t, foreign.exportedAt, utcOffset, now), version: foreign.program ?? '' }),
    ]);
  return (
    <section aria-labelledby="facts" className="stack-1">
      <h2 id="facts">{t(`files.${foreign.source}`)}</h2>
      <dl className="open-facts">
        {rows.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Hindered({
  upload,
  foreign: { hindrance, questionnaire },
}: {
  readonly upload: string;
  readonly foreign: ForeignResult;
}) {
  const t = useT();
  if (!hindrance) return null;
  if (hindrance.kind === 'no-questionnaire' && hindrance.addable)
    return (
      <>
        <Notice kind="info">
          <p>{t('files.hindrance.no-questionnaire', { id: questionnaire.id, version: questionnaire.version })}</p>
          <p>{t('files.carried')}</p>
        </Notice>
        <AddCarried upload={upload} />
      </>
    );
  return (
    <Notice kind={hindrance.kind === 'own' ? 'info' : 'warn'} className="stack-1">
      <p>{t(`files.hindrance.${hindrance.kind}`, { id: questionnaire.id, version: questionnaire.version })}</p>
      {hindrance.kind === 'answers' && (
        <ul>
          {hindrance.problems.map((problem, index) => (
            <li key={index}>{problemText(t, problem)}</li>
          ))}
        </ul>
      )}
      {hindrance.kind === 'own' && hindrance.state === 'finished' && (
        <p>{t(hindrance.latest ? 'files.own-latest' : 'files.own-older')}</p>
      )}
      {hindrance.kind === 'own' && <LinkButton to={wayTo(hindrance)}>{t('files.see-own')}</LinkButton>}
      {hindrance.kind === 'no-questionnaire' && <LinkButton to="/library">{t('library.title')}</LinkButton>}
    </Notice>
  );
}

/** Adds the questionnaire that the file carries; then the file is looked at again. */
function AddCarried({ upload }: { readonly upload: string }) {
  const t = useT();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function add(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await call('opening.add', { upload, name: '' });
      void client.invalidateQueries({ queryKey: keys.library });
      void client.invalidateQueries({ queryKey: keys.questionnaires });
      await client.invalidateQueries({ queryKey: keys.opened(upload) });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <div className="row">
        <Button look="primary" busy={busy} onClick={() => void add()}>
          {t('files.add')}
        </Button>
      </div>
    </>
  );
}

const wayTo = ({
  assessmentId,
  state,
}: {
  readonly assessmentId: string;
  readonly state: 'draft' | 'finished';
}): string => `/assessments/${assessmentId}/${state === 'draft' ? 'answer' : 'result'}`;

const NEW = 'new';

function Take({ upload, foreign }: { readonly upload: string; readonly foreign: ForeignResult }) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { matches, organisation } = foreign;
  const [chosen, choose] = useState(matches[0]?.id ?? NEW);
  // Made once, so that pressing again after a broken line does not take it over twice.
  const [ids] = useState(() => ({ assessmentId: newId(), organisationId: newId() }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const match = matches.find(({ id }) => id === chosen);

  async function take(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const organisationId = match?.id ?? ids.organisationId;
      const { assessmentId } = await call('opening.take', { upload, assessmentId: ids.assessmentId, organisationId });
      forgetAssessment(client);
      void client.invalidateQueries({ queryKey: keys.organisations });
      void client.invalidateQueries({ queryKey: keys.appInfo });
      navigate(wayTo({ assessmentId, state: foreign.state }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <section className="panel stack-2" aria-labelledby="take">
      <h2 id="take">{t('files.take-title')}</h2>
      <p className="measure">{t('files.take-more')}</p>
      {matches.length > 0 && (
        <Radios
          legend={t('files.take-where')}
          name="organisation"
          value={chosen}
          choices={[
            ...matches.map(({ id, name, by }) => ({ value: id, label: t(`files.match-${by}`, { name }) })),
            { value: NEW, label: t('files.match-new', { name: organisation.name }) },
          ]}
          onChoose={choose}
        />
      )}
      {match?.taken ? (
        <Notice kind="warn" role="status">
          <p>{t('files.taken', { name: match.name, period: periodText(t, foreign.period) })}</p>
          <LinkButton to={wayTo(match.taken)}>{t('files.see-own')}</LinkButton>
        </Notice>
      ) : (
        <>
          {error !== null && <ErrorNotice error={error} />}
          <div className="row panel__actions">
            <Button look="primary" busy={busy} onClick={() => void take()}>
              {t('files.take')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
