import { ChevronRight, CircleAlert, TriangleAlert } from 'lucide-react';
import type { QuestionnaireSummary } from '../../../contract/views.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refOf, sortOut } from './questionnaire-choice.ts';

/** Radio rows: first those made for the kind of organisation, the rest behind a disclosure. */
export function QuestionnaireChoice({
  questionnaires,
  kind,
  chosen,
  missing,
  onChoose,
}: {
  readonly questionnaires: readonly QuestionnaireSummary[];
  readonly kind: string;
  readonly chosen: string | null;
  /** It was tried to start without a choice. */
  readonly missing: boolean;
  readonly onChoose: (ref: string) => void;
}) {
  const t = useT();
  const { fitting, others } = sortOut(questionnaires, kind);
  const rows = (list: readonly QuestionnaireSummary[]) =>
    list.map((questionnaire) => (
      <Row
        key={refOf(questionnaire)}
        questionnaire={questionnaire}
        checked={chosen === refOf(questionnaire)}
        onChoose={onChoose}
      />
    ));
  return (
    <fieldset className="stack-1">
      <legend className="h2">{t('start.questionnaire')}</legend>
      {missing && (
        <p className="field__error" role="alert">
          <Icon of={CircleAlert} />
          {t('start.choose')}
        </p>
      )}
      {fitting.length === 0 && <p className="muted">{t('start.none-fits')}</p>}
      <div className="sets">{rows(fitting)}</div>
      {others.length > 0 && (
        <details open={fitting.length === 0 || undefined}>
          <summary>
            <Icon of={ChevronRight} />
            {t('start.others', { count: others.length })}
          </summary>
          <div className="sets">{rows(others)}</div>
        </details>
      )}
    </fieldset>
  );
}

function Row({
  questionnaire,
  checked,
  onChoose,
}: {
  readonly questionnaire: QuestionnaireSummary;
  readonly checked: boolean;
  readonly onChoose: (ref: string) => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const { title, summary, items, groups, minutes, version, basis, status } = questionnaire;
  const ref = refOf(questionnaire);
  return (
    <label className="set">
      <input type="radio" name="questionnaire" value={ref} checked={checked} onChange={() => onChoose(ref)} />
      <span className="set__body">
        <span className="set__title">{localized(title)}</span>
        <span className="set__tags">
          <Tag
            kind={basis === 'provisional' ? 'warn' : 'plain'}
            icon={basis === 'provisional' ? TriangleAlert : undefined}
          >
            {t(`basis.${basis}`)}
          </Tag>
          <Tag kind={status === 'replaced' ? 'warn' : 'plain'} icon={status === 'replaced' ? TriangleAlert : undefined}>
            {t(`provenance.${status}`)}
          </Tag>
        </span>
        <span className="set__summary">{localized(summary)}</span>
        <span className="set__facts">{t('start.facts', { items, groups, minutes, version })}</span>
      </span>
    </label>
  );
}
