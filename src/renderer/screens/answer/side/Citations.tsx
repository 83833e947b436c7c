import { Plus, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Evidence } from '../../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { announce } from '../../../ui/announce.ts';
import { evidenceDetail, evidenceName } from '../evidence-text.ts';
import { useEveryChange, useRecord, useSession } from '../hooks.ts';
import { lacksEvidence } from '../outline.ts';
import { FileButton } from './FileButton.tsx';
import { lostWithoutEvidence } from './points.ts';

/** The documents that an answer cites. */
export function Citations({
  item,
  questionnaire,
  readOnly,
  onAdd,
  onEdit,
}: {
  readonly item: Item;
  readonly questionnaire: Questionnaire;
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
      {lacksEvidence(item, record) && <Missing item={item} questionnaire={questionnaire} />}
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
                {entry.file && (
                  <FileButton assessmentId={session.assessmentId} evidenceId={entry.id} file={entry.file} />
                )}
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
      <Link className="side__library small" href={`/assessments/${session.assessmentId}/evidence`}>
        {t('evidence.open')}
      </Link>
      {readOnly && cited.length === 0 && <p className="small muted">{t('answer.evidence-none')}</p>}
    </section>
  );
}

/** Evidence is wanted, and how many points are in doubt without it. */
function Missing({ item, questionnaire }: { readonly item: Item; readonly questionnaire: Questionnaire }) {
  const t = useT();
  const language = useLanguage();
  const { context } = useSession();
  const { answer } = useRecord(item.id);
  const lost = item.scored ? lostWithoutEvidence(questionnaire, item, context, answer) : null;
  return (
    <>
      <Tag kind="warn" icon={TriangleAlert}>
        {t('answer.evidence-required')}
      </Tag>
      {lost && (
        <p className="small">
          {t('side.at-stake', pointsCount(formatNumber(lost, language, questionnaire.scoring.decimals)))}
        </p>
      )}
    </>
  );
}
