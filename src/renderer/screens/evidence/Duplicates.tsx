import type { EvidenceLibrary } from '../../../contract/views/evidence.ts';
import type { Evidence } from '../../../domain/assessment/answer.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { evidenceDetail, evidenceName } from '../answer/evidence-text.ts';

/** Documents that look like one entered more than once; the person says which entry stays. */
export function Duplicates({
  library: { entries, duplicates },
  onMerge,
}: {
  readonly library: Pick<EvidenceLibrary, 'entries' | 'duplicates'>;
  readonly onMerge: (keep: Evidence, ids: readonly string[]) => void;
}) {
  const t = useT();
  if (duplicates.length === 0) return null;
  const byId = new Map(entries.map(({ evidence }) => [evidence.id, evidence]));
  return (
    <section className="stack-1" aria-labelledby="duplicates">
      <h2 id="duplicates">{t('evidence.duplicates')}</h2>
      <p className="muted">{t('evidence.duplicates-text')}</p>
      {duplicates.map((ids) => (
        <ul className="other-documents" key={ids.join()}>
          {ids.map((id) => {
            const entry = byId.get(id);
            if (!entry) return null;
            const name = evidenceName(entry);
            return (
              <li key={id}>
                <div>
                  <p>
                    <strong>{name}</strong>
                  </p>
                  <p className="small muted">{evidenceDetail(t, entry)}</p>
                </div>
                <Button aria-label={t('evidence.merge-of', { name })} onClick={() => onMerge(entry, ids)}>
                  {t('evidence.merge')}
                </Button>
              </li>
            );
          })}
        </ul>
      ))}
    </section>
  );
}
