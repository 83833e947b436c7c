import { ChevronRight, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import { ZERO, type Exact } from '../../../domain/exact/exact.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { announce } from '../../ui/announce.ts';
import { evidenceDetail, evidenceName } from './evidence-text.ts';
import { scorerOf, useEveryChange, useRecord, useRewrites, useSession } from './hooks.ts';
import { lacksEvidence, type OutlineItem } from './outline.ts';
import { TypedArea } from './TypedArea.tsx';

/** What belongs to an answer: cited documents, a note, an explanation, and the points it gives. */
export function SidePanel({
  entry,
  questionnaire,
  readOnly,
  onAddEvidence,
  onEditEvidence,
}: {
  readonly entry: OutlineItem;
  readonly questionnaire: Questionnaire;
  readonly readOnly: boolean;
  readonly onAddEvidence: () => void;
  readonly onEditEvidence: (evidence: Evidence) => void;
}) {
  const { item } = entry;
  const t = useT();
  const session = useSession();
  const record = useRecord(item.id);
  const rewrites = useRewrites();
  const [explaining, setExplaining] = useState(record.explanation !== '');
  return (
    <div className="stack-2">
      <Citations item={item} readOnly={readOnly} onAdd={onAddEvidence} onEdit={onEditEvidence} />
      <div className="field">
        <label htmlFor="note">
          {t('answer.note')} <span className="key">Alt+G</span>
        </label>
        <TypedArea
          key={`note ${rewrites}`}
          id="note"
          text={record.note}
          rows={2}
          readOnly={readOnly}
          onText={(note) => session.change(item.id, { note })}
        />
      </div>
      <details open={explaining} onToggle={(event) => setExplaining(event.currentTarget.open)}>
        <summary>
          <Icon of={ChevronRight} /> {t('answer.explanation')}
        </summary>
        <p className="small muted" id="explanation-hint">
          {t('answer.explanation-hint')}
        </p>
        <TypedArea
          key={`explanation ${rewrites}`}
          id="explanation"
          text={record.explanation}
          rows={4}
          readOnly={readOnly}
          label={t('answer.explanation')}
          describedBy="explanation-hint"
          onText={(explanation) => session.change(item.id, { explanation })}
        />
      </details>
      {entry.scored && <Points item={item} questionnaire={questionnaire} />}
    </div>
  );
}

function Citations({
  item,
  readOnly,
  onAdd,
  onEdit,
}: {
  readonly item: Item;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onEdit: (evidence: Evidence) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const session = useEveryChange();
  const record = useRecord(item.id);
  const cited = session.evidence.filter(({ id }) => record.evidence.includes(id));
  return (
    <section aria-labelledby="evidence">
      <div className="side__head">
        <h2 className="h3" id="evidence">
          {t('answer.evidence', { count: cited.length })}
        </h2>
        {!readOnly && <span className="key">F9</span>}
      </div>
      {lacksEvidence(item, record) && (
        <Tag kind="warn" icon={TriangleAlert}>
          {t('answer.evidence-required')}
        </Tag>
      )}
      {item.evidenceHint && cited.length === 0 && (
        <p className="small muted">{t('answer.evidence-hint', { hint: say(item.evidenceHint) })}</p>
      )}
      {cited.length > 0 && (
        <ul>
          {cited.map((entry) => {
            const name = evidenceName(entry);
            const detail = evidenceDetail(t, entry);
            return (
              <li className="cite" key={entry.id}>
                <p>
                  <strong>{name}</strong>
                </p>
                {detail && <p className="small muted">{detail}</p>}
                {!readOnly && (
                  <p className="cite__acts">
                    <Button
                      look="quiet"
                      aria-label={t('answer.evidence-edit-of', { name })}
                      onClick={() => onEdit(entry)}
                    >
                      {t('answer.evidence-edit')}
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={t('answer.evidence-detach-of', { name })}
                      onClick={() => {
                        session.change(item.id, { evidence: record.evidence.filter((id) => id !== entry.id) });
                        announce(t('answer.evidence-detached', { name }));
                        document.getElementById('add-evidence')?.focus();
                      }}
                    >
                      {t('answer.evidence-detach')}
                    </Button>
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!readOnly && (
        <Button id="add-evidence" className="side__add" aria-haspopup="dialog" aria-keyshortcuts="F9" onClick={onAdd}>
          <Icon of={Plus} />
          {t('answer.evidence-add')}
        </Button>
      )}
      {readOnly && cited.length === 0 && <p className="small muted">{t('answer.evidence-none')}</p>}
    </section>
  );
}

function Points({ item, questionnaire }: { readonly item: Item; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { answer } = useRecord(item.id);
  const { decimals } = questionnaire.scoring;
  const scorer = scorerOf(item);
  const show = (points: Exact): string => formatNumber(points, language, decimals);
  const points = answer.state === 'answered' ? scorer.score(answer.value) : answer.state === 'none' ? ZERO : null;
  const naPoints = { exclude: null, zero: ZERO, full: scorer.max }[questionnaire.scoring.notApplicable];
  const counted = points ?? (answer.state === 'not-applicable' ? naPoints : null);
  return (
    <dl className="side__points">
      <div>
        <dt>{t('answer.score')}</dt>
        {counted === null ? (
          <dd className="muted">{t(answer.state === 'unanswered' ? 'answer.points-none' : 'state.not-applicable')}</dd>
        ) : (
          <dd>
            <strong>
              {show(counted)}/{show(scorer.max)}
            </strong>
          </dd>
        )}
      </div>
    </dl>
  );
}
