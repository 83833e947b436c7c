import { Flag } from 'lucide-react';
import { useState } from 'react';
import type { AssessmentView } from '../../../../contract/views.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { announce } from '../../../ui/announce.ts';
import { shortAnswerText } from '../answer-text.ts';
import { useRecord } from '../hooks.ts';
import { useBeside, useTarget } from './beside.ts';
import { useFailure } from './use-failure.ts';
import { ValueDialog } from './ValueDialog.tsx';

/** The value that the unit wants to reach in this question; part of planning, so also while the answers are closed. */
export function TargetPanel({
  view,
  item,
  questionnaire,
}: {
  readonly view: AssessmentView;
  readonly item: Item;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const language = useLanguage();
  const beside = useBeside();
  const { answer } = useRecord(item.id);
  const target = useTarget(item.id);
  const failure = useFailure(beside.savingTargets);
  const [setting, setSetting] = useState(false);
  const wanted = target && ({ state: 'answered', value: target } as const);
  return (
    <div className="target">
      {wanted && (
        <p>
          <Icon of={Flag} /> {t('side.target', { answer: shortAnswerText(t, questionnaire, item, wanted, language) })}
        </p>
      )}
      {failure && <ErrorNotice error={failure.error} onRetry={failure.retry} />}
      <div className="cite__acts">
        <Button id="set-target" look="quiet" aria-haspopup="dialog" onClick={() => setSetting(true)}>
          {!wanted && <Icon of={Flag} />}
          {t(wanted ? 'side.target-change' : 'side.target-set')}
        </Button>
        {wanted && (
          <Button
            look="quiet"
            onClick={() => {
              beside.setTarget(item.id, null);
              announce(t('side.target-dropped'));
              document.getElementById('set-target')?.focus();
            }}
          >
            {t('side.target-drop')}
          </Button>
        )}
      </div>
      {setting && (
        <ValueDialog
          title={t('side.target-title')}
          hint={t('side.target-hint')}
          confirm={t('side.target-save')}
          view={view}
          item={item}
          questionnaire={questionnaire}
          start={wanted ?? (answer.state === 'answered' ? answer : { state: 'unanswered' })}
          onSave={(given) => {
            if (given.state === 'answered') beside.setTarget(item.id, given.value);
          }}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  );
}
