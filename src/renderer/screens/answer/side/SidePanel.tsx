import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AssessmentView } from '../../../../contract/views.ts';
import type { Evidence } from '../../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { useT } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useRecord, useRewrites, useSession } from '../hooks.ts';
import type { OutlineItem } from '../outline.ts';
import { AppraisalPanel } from './AppraisalPanel.tsx';
import { BesideContext, openBeside } from './beside.ts';
import { Citations } from './Citations.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { Points } from './Points.tsx';
import './side.css';
import { TargetPanel } from './TargetPanel.tsx';
import { TypedArea } from './TypedArea.tsx';

/** What belongs to an answer: cited documents, a note, an explanation, its points, the appraisal and what was before. */
export function SidePanel({
  view,
  entry,
  questionnaire,
  readOnly,
  onAddEvidence,
  onEditEvidence,
}: {
  readonly view: AssessmentView;
  readonly entry: OutlineItem;
  readonly questionnaire: Questionnaire;
  /** The answers are closed; appraising and planning go on. */
  readonly readOnly: boolean;
  readonly onAddEvidence: () => void;
  readonly onEditEvidence: (evidence: Evidence) => void;
}) {
  const { item } = entry;
  const t = useT();
  const session = useSession();
  const record = useRecord(item.id);
  const rewrites = useRewrites();
  const [beside] = useState(() => openBeside(view));
  useEffect(() => beside.merge(view), [beside, view]);
  return (
    <BesideContext value={beside}>
      <div className="stack-2">
        {entry.scored && <Points item={item} questionnaire={questionnaire} />}
        <Citations
          item={item}
          questionnaire={questionnaire}
          readOnly={readOnly}
          onAdd={onAddEvidence}
          onEdit={onEditEvidence}
        />
        <AppraisalPanel view={view} item={item} questionnaire={questionnaire} />
        <div className="field">
          <label htmlFor="note">
            {t('answer.note')} <span className="key">Alt+G</span>
          </label>
          <TypedArea
            key={rewrites}
            id="note"
            of={item.id}
            text={record.note}
            rows={2}
            readOnly={readOnly}
            onText={(note) => session.change(item.id, { note })}
          />
        </div>
        <Explanation item={item} readOnly={readOnly} />
        {entry.scored && <TargetPanel view={view} item={item} questionnaire={questionnaire} />}
        <HistoryPanel item={item} questionnaire={questionnaire} readOnly={readOnly} />
      </div>
    </BesideContext>
  );
}

/** Why there is no document; open where something has been written. */
function Explanation({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const t = useT();
  const session = useSession();
  const record = useRecord(item.id);
  const rewrites = useRewrites();
  // Whether the reader has opened or closed it for this question.
  const [toggled, setToggled] = useState<{ readonly of: string; readonly open: boolean } | null>(null);
  const explaining = toggled?.of === item.id ? toggled.open : record.explanation !== '';
  return (
    <details open={explaining} onToggle={(event) => setToggled({ of: item.id, open: event.currentTarget.open })}>
      <summary>
        <Icon of={ChevronRight} /> {t('answer.explanation')}
      </summary>
      <p className="small muted" id="explanation-hint">
        {t('answer.explanation-hint')}
      </p>
      {explaining && (
        <TypedArea
          key={rewrites}
          id="explanation"
          of={item.id}
          text={record.explanation}
          rows={4}
          readOnly={readOnly}
          label={t('answer.explanation')}
          describedBy="explanation-hint"
          onText={(explanation) => session.change(item.id, { explanation })}
        />
      )}
    </details>
  );
}
