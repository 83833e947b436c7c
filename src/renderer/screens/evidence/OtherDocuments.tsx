import type { LibraryEvidence } from '../../../contract/views/evidence.ts';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { evidenceDetail, evidenceName } from '../answer/evidence-text.ts';
import { usePlaces } from './places.ts';

/** Documents of the unit's other assessments, to be used again. */
export function OtherDocuments({
  entries,
  readOnly,
  onTake,
}: {
  readonly entries: readonly LibraryEvidence[];
  readonly readOnly: boolean;
  readonly onTake: (entry: Evidence) => void;
}) {
  const t = useT();
  const placesText = usePlaces();
  return (
    <section className="stack-1" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('evidence.elsewhere', { count: entries.length })}</h2>
      {!readOnly && <p className="muted">{t('evidence.elsewhere-text')}</p>}
      <ul className="other-documents">
        {entries.map(({ evidence, elsewhere }) => {
          const name = evidenceName(evidence);
          return (
            <li key={evidence.id}>
              <div>
                <p>
                  <strong>{name}</strong> <span className="small muted">· {placesText(elsewhere)}</span>
                </p>
                <p className="small muted">{evidenceDetail(t, evidence)}</p>
              </div>
              {!readOnly && (
                <Button aria-label={t('evidence.take-of', { name })} onClick={() => onTake(evidence)}>
                  {t('evidence.take')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
