import { Link } from 'wouter';
import type { LibraryEvidence } from '../../../contract/views/evidence.ts';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { itemIndex } from '../../../domain/questionnaire/walk.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { evidenceDetail, evidenceName } from '../answer/evidence-text.ts';
import { FileButton } from '../answer/side/FileButton.tsx';
import { usePlaces } from './places.ts';

/** Documents of one assessment with the questions that use them. */
export function DocumentTable({
  assessmentId,
  entries,
  questionnaire,
  readOnly,
  onEdit,
  onRemove,
}: {
  readonly assessmentId: string;
  readonly entries: readonly LibraryEvidence[];
  readonly questionnaire: Questionnaire;
  readonly readOnly: boolean;
  readonly onEdit: (entry: LibraryEvidence) => void;
  readonly onRemove: (entry: Evidence) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const placesText = usePlaces();
  const items = itemIndex(questionnaire);
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{t('evidence.document')}</th>
          <th scope="col">{t('evidence.used-by')}</th>
          {!readOnly && (
            <th scope="col">
              <span className="visually-hidden">{t('evidence.acts')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { evidence, itemIds, elsewhere } = entry;
          const name = evidenceName(evidence);
          return (
            <tr key={evidence.id}>
              <td>
                <p>
                  <strong>{name}</strong>
                </p>
                <p className="small muted">{evidenceDetail(t, evidence)}</p>
                {evidence.file && (
                  <FileButton assessmentId={assessmentId} evidenceId={evidence.id} file={evidence.file} />
                )}
                {elsewhere.length > 0 && (
                  <p className="small muted">{t('evidence.also', { places: placesText(elsewhere) })}</p>
                )}
              </td>
              <td>
                {itemIds.length === 0 ? (
                  <span className="muted">{t('evidence.unused')}</span>
                ) : (
                  <ul className="documents__items">
                    {[...items.keys()]
                      .filter((itemId) => itemIds.includes(itemId))
                      .map((itemId) => {
                        const item = items.get(itemId);
                        return (
                          item && (
                            <li key={itemId}>
                              <Link href={`/assessments/${assessmentId}/answer/${itemId}`}>
                                {item.code} {say(item.title)}
                              </Link>
                            </li>
                          )
                        );
                      })}
                  </ul>
                )}
              </td>
              {!readOnly && (
                <td className="documents__acts">
                  <Button
                    look="quiet"
                    aria-label={t('answer.evidence-edit-of', { name })}
                    onClick={() => onEdit(entry)}
                  >
                    {t('answer.evidence-edit')}
                  </Button>
                  {itemIds.length === 0 && (
                    <Button
                      look="quiet"
                      aria-label={t('answer.evidence-remove-of', { name })}
                      onClick={() => onRemove(evidence)}
                    >
                      {t('answer.evidence-remove')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
