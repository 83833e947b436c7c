import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import type { AssessmentSummary } from '../../../contract/views.ts';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AssessmentTable } from './AssessmentTable.tsx';
import { ChangeOrganisation } from './ChangeOrganisation.tsx';
import { ContinuePanel } from './ContinuePanel.tsx';
import { BeginPanel, LatestPanel } from './NextPanels.tsx';
import { OtherActions } from './OtherActions.tsx';
import { RecentElsewhere } from './RecentElsewhere.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { newestDraft, roundsOf, sampleOrganisations } from '../../api/lists.ts';

/** Home of one organisation: the next thing to do, its rounds, and what else there is. */
export function OrganisationHome({
  organisation,
  organisations,
  assessments,
}: {
  readonly organisation: Organisation;
  readonly organisations: readonly Organisation[];
  readonly assessments: readonly AssessmentSummary[];
}) {
  const t = useT();
  const [changing, setChanging] = useState(false);
  const rounds = roundsOf(assessments, organisation.id);
  const samples = sampleOrganisations(assessments);
  const draft = newestDraft(rounds);
  const latest = rounds[0];

  return (
    <>
      <div>
        <p className="muted small">{t('home.organisation')}</p>
        <div className="row home-heading">
          <PageHeading>{organisation.name}</PageHeading>
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t('home.change')}
          </Button>
        </div>
        {samples.has(organisation.id) && (
          <p className="home-sample">
            <Icon of={FlaskConical} />
            <span>{t('home.sample-notice')}</span>
          </p>
        )}
      </div>
      <div className="home-columns">
        <div className="stack-3">
          {draft ? (
            <ContinuePanel key={draft.id} draft={draft} />
          ) : latest ? (
            <LatestPanel latest={latest} />
          ) : (
            <BeginPanel kind={organisation.kind} />
          )}
          {rounds.length > 0 && <AssessmentTable rounds={rounds} />}
        </div>
        <OtherActions
          organisation={organisation}
          assessmentId={(draft ?? latest)?.id ?? null}
          canCompare={assessments.length > 1}
          hasSamples={samples.size > 0}
        >
          <RecentElsewhere assessments={assessments} organisationId={organisation.id} />
          <RecentFiles />
        </OtherActions>
      </div>
      {changing && (
        <ChangeOrganisation
          current={organisation.id}
          organisations={organisations}
          samples={samples}
          onClose={() => setChanging(false)}
        />
      )}
    </>
  );
}
