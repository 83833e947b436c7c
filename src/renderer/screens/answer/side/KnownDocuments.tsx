import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '../../../../domain/assessment/answer.ts';
import { matchesEvidence } from '../../../../domain/assessment/evidence-library.ts';
import type { Item } from '../../../../domain/questionnaire/types.ts';
import { call } from '../../../api/client.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { periodInText } from '../../../i18n/when.ts';
import { Button } from '../../../ui/Button.tsx';
import { evidenceDetail, evidenceName } from '../evidence-text.ts';
import { useEveryChange, useRecord } from '../hooks.ts';

/** From so many documents on, searching is quicker than reading. */
const MANY = 5;

interface Known {
  readonly entry: Evidence;
  /** Where it comes from and how much it is used. */
  readonly about: string;
  readonly here: boolean;
  readonly uses: number;
}

/** Documents that this item does not cite yet: of this assessment, then of the organisation's other ones. */
export function KnownDocuments({
  item,
  onUse,
  onClose,
  onFailure,
}: {
  readonly item: Item;
  readonly onUse: (evidenceId: string) => void;
  readonly onClose: () => void;
  readonly onFailure: (error: unknown) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const session = useEveryChange();
  const record = useRecord(item.id);
  const [search, setSearch] = useState('');
  const { assessmentId } = session;
  const library = useQuery({
    queryKey: ['evidence', assessmentId, 'choose'],
    queryFn: () => call('evidence.list', { assessmentId }),
    gcTime: 0,
  });
  const here = new Set(session.evidence.map(({ id }) => id));
  const known: Known[] = [
    ...session.evidence
      .filter(({ id }) => !record.evidence.includes(id))
      .map((entry) => {
        const uses = session.usesOf(entry.id);
        const about = uses === 0 ? t('answer.evidence-unused') : t('answer.evidence-uses', { count: uses });
        return { entry, about, here: true, uses };
      }),
    ...(library.data?.entries ?? []).flatMap(({ evidence: entry, elsewhere: [place] }) => {
      if (!place || here.has(entry.id)) return [];
      const about = t('side.from-round', {
        title: say(place.title),
        period: periodInText(t, language, place.period),
      });
      return [{ entry, about, here: false, uses: place.items }];
    }),
  ];
  if (known.length === 0) return null;
  const shown = known.filter(({ entry }) => matchesEvidence(entry, search));

  const remove = async (entry: Evidence): Promise<void> => {
    try {
      // Answers that have just let go of it must be stored first.
      await session.saving.settled();
      await call('evidence.remove', { assessmentId, evidenceId: entry.id });
      session.dropEvidence(entry.id);
    } catch (error) {
      onFailure(error);
    }
  };
  const use = async ({ entry, here: isHere }: Known): Promise<void> => {
    try {
      if (!isHere) session.addEvidence(await call('evidence.link', { assessmentId, evidenceId: entry.id }));
      onUse(entry.id);
      onClose();
    } catch (error) {
      onFailure(error);
    }
  };

  return (
    <section className="stack-1" aria-labelledby="reuse">
      <h3 id="reuse">{t('answer.evidence-reuse')}</h3>
      <p className="small muted">{t('answer.evidence-reuse-hint')}</p>
      {known.length > MANY && (
        <input
          type="search"
          className="known-search"
          value={search}
          aria-label={t('side.search')}
          placeholder={t('side.search')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? (
        <p className="small muted" role="status">
          {t('side.search-none')}
        </p>
      ) : (
        <ul className="known">
          {shown.map((one) => {
            const { entry } = one;
            const name = evidenceName(entry);
            return (
              <li key={entry.id}>
                <div>
                  <p>
                    <strong>{name}</strong> <span className="small muted">· {one.about}</span>
                  </p>
                  <p className="small muted">{evidenceDetail(t, entry)}</p>
                </div>
                {one.here && one.uses === 0 && (
                  <Button
                    look="quiet"
                    aria-label={t('answer.evidence-remove-of', { name })}
                    onClick={() => void remove(entry)}
                  >
                    {t('answer.evidence-remove')}
                  </Button>
                )}
                <Button aria-label={t('answer.evidence-use-of', { name })} onClick={() => void use(one)}>
                  {t('answer.evidence-use')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
