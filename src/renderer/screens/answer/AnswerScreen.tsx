import { useParams } from 'wouter';
import type { AssessmentView } from '../../../contract/views.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useT } from '../../i18n/index.ts';
import { AssessmentPage } from '../../ui/AssessmentPage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { AnswerWork } from './AnswerWork.tsx';
import './answer.css';
import { useOutline } from './hooks.ts';
import { OpenedAssessment } from './OpenedAssessment.tsx';
import { entryAt } from './outline.ts';

/** Answers the questions of one assessment, one at a time. */
export default function AnswerScreen() {
  const { id, itemId } = useParams<{ id: string; itemId?: string }>();
  const t = useT();
  return (
    <OpenedAssessment key={id} id={id} title={t('header.answer')}>
      {(view, questionnaire, reload) => (
        <Asked view={view} questionnaire={questionnaire} itemId={itemId} onReopened={reload} />
      )}
    </OpenedAssessment>
  );
}

/** The question of the address, among those that are asked at present. */
function Asked({
  view,
  questionnaire,
  itemId,
  onReopened,
}: {
  readonly view: AssessmentView;
  readonly questionnaire: Questionnaire;
  /** From the address; without one the place where the work stopped. */
  readonly itemId: string | undefined;
  readonly onReopened: () => void;
}) {
  const t = useT();
  const outline = useOutline(questionnaire);
  const entry = entryAt(questionnaire, outline, itemId ?? view.position);
  if (!entry)
    return (
      <AssessmentPage summary={view.summary} current="answer" className="stack-2">
        <PageHeading>{t('header.answer')}</PageHeading>
        <Notice>
          <p>{t('answer.nothing-asked')}</p>
        </Notice>
      </AssessmentPage>
    );
  return (
    <AnswerWork view={view} questionnaire={questionnaire} outline={outline} entry={entry} onReopened={onReopened} />
  );
}
