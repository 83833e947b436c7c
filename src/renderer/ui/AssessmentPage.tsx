import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AssessmentSummary } from '../../contract/views.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { periodInText } from '../i18n/when.ts';
import { Page, type PageProps } from './Page.tsx';

const STEPS = ['answer', 'check', 'result', 'plan'] as const;

/** The frame of the screens of one assessment: organisation, period and state in the header, and the steps. */
export function AssessmentPage({
  summary,
  current,
  children,
  ...rest
}: {
  readonly summary: AssessmentSummary;
  readonly current: (typeof STEPS)[number];
  readonly children: ReactNode;
} & Pick<PageProps, 'status' | 'footer' | 'footerKeep' | 'layout' | 'className'>) {
  const t = useT();
  const period = t('common.period-of', { period: periodInText(t, useLanguage(), summary.period) });
  const { id, organisationName: name, state } = summary;
  const detail = `${period} · ${t(`assessment.${state}`)}`;
  // Kept while nothing in it changes, so that going from question to question leaves the header alone.
  const context = useMemo(() => ({ name, detail }), [name, detail]);
  const steps = useMemo(
    () => (
      <nav className="steps" aria-label={t('header.steps')}>
        <ul>
          {STEPS.map((step) => (
            <li key={step}>
              <Link href={`/assessments/${id}/${step}`} aria-current={step === current ? 'page' : undefined}>
                {t(`header.${step}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    ),
    [t, id, current],
  );
  return (
    <Page {...rest} title={[name, period]} context={context} steps={steps}>
      {children}
    </Page>
  );
}
