import { useMemo, useState } from 'react';
import type { UnitDetail } from '../../../contract/views/collections.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { itemIndex } from '../../../domain/questionnaire/walk.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { answerText } from '../answer/answer-text.ts';
import { figure, NONE } from './figures.ts';
import { Scroll } from '../../ui/Scroll.tsx';

/** Every answer of the unit with its points, notes and documents. */
export function UnitItems({
  unit,
  questionnaire,
}: {
  readonly unit: UnitDetail;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const [differing, setDiffering] = useState(false);
  const items = useMemo(() => itemIndex(questionnaire), [questionnaire]);
  const both = unit.items.some(({ appraised }) => appraised !== null);
  const number = (text: string | null | undefined): string =>
    text === null || text === undefined ? NONE : formatNumber(figure(text), language, 2);
  const shown = differing
    ? unit.items.filter(({ value, appraised }) => appraised !== null && appraised.value !== value)
    : unit.items;
  return (
    <section className="stack-1" aria-labelledby="answers">
      <div className="row collections__bar">
        <h2 id="answers">{t('dash.answers')}</h2>
        {both && (
          <label className="pick">
            <input
              type="checkbox"
              checked={differing}
              onChange={(event) => setDiffering(event.currentTarget.checked)}
            />
            <span>{t('dash.only-differing')}</span>
          </label>
        )}
      </div>
      <Scroll label={t('dash.answers')}>
        <table className="dash__answers">
          <caption className="visually-hidden">{t('dash.answers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dash.item')}</th>
              <th scope="col">{t('dash.answer')}</th>
              <th scope="col" className="num">
                {t('dash.self')}
              </th>
              {both && (
                <th scope="col" className="num">
                  {t('dash.appraised')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => {
              const item = items.get(entry.id);
              return (
                <tr key={entry.id}>
                  <th scope="row">
                    <span className="heat__code">{entry.code}</span> {say(entry.title)}
                  </th>
                  <td>
                    {item && entry.answer
                      ? answerText(t, questionnaire, item, entry.answer, language)
                      : t('state.unanswered')}
                    {[entry.explanation, entry.note, ...entry.evidence]
                      .filter((text) => text !== '')
                      .map((text, index) => (
                        <span key={index} className="collections__detail">
                          {text}
                        </span>
                      ))}
                  </td>
                  <td className="num">{number(entry.value)}</td>
                  {both && <td className="num">{number(entry.appraised?.value)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
