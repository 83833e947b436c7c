import { ChevronRight } from 'lucide-react';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Which questionnaire this is, what it stands on and whether that is in force: always shown, never folded away. */
export function Source({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const t = useT();
  const say = useLocalized();
  const { provenance, title, version, scoring } = questionnaire;
  return (
    <section className="source" aria-labelledby="source">
      <h2 className="h3" id="source">
        {t('result.source')}
      </h2>
      <p>
        {t('result.source-line', { title: say(title), version })}{' '}
        <strong>
          {t(`basis.${provenance.basis}`)} · {t(`provenance.${provenance.status}`)}.
        </strong>{' '}
        {say(provenance.notice)}
      </p>
      <details>
        <summary>
          <Icon of={ChevronRight} /> {t('result.rule')}
        </summary>
        <p className="source__rule">{say(scoring.explanation)}</p>
      </details>
    </section>
  );
}
