import { ChevronRight } from 'lucide-react';
import type { ResultView } from '../../../contract/views.ts';
import type { BesideScore } from '../../../contract/views/appraisal.ts';
import { isPillar } from '../../../domain/charts/result-charts.ts';
import { signed } from '../../../domain/charts/scale.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useGroupWords } from './group-words.ts';

type Own = Pick<BesideScore, 'id' | 'value' | 'level'> & { readonly name: string };

/** Self-assessed, appraised and aimed-at scores side by side; nothing while there is only the first. */
export function Beside({
  result,
  questionnaire,
}: {
  readonly result: ResultView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = useGroupWords(questionnaire);
  const { appraised, targets } = result;
  if (!appraised && !targets) return null;
  const { decimals } = questionnaire.scoring;
  const number = (value: string | null | undefined): string =>
    value === null || value === undefined ? '—' : formatNumber(exact(value), language, decimals);
  const figure = (entry: Pick<BesideScore, 'value' | 'level'> | undefined): string => {
    if (!entry || entry.value === null) return '—';
    const value = number(entry.value);
    return entry.level === null ? value : t('result.with-level', { value, level: entry.level });
  };
  const difference = (entry: BesideScore | undefined): string =>
    entry?.difference ? signed(exact(entry.difference), language, decimals) : '—';
  const title =
    appraised && targets
      ? 'result.beside-title'
      : appraised
        ? 'result.beside-title-appraised'
        : 'result.beside-title-targets';
  const rows: Own[] = [
    { id: result.root.id, name: t('result.whole'), value: result.root.value, level: result.level },
    ...result.groups.filter(isPillar).map(({ id, code, title: name, value, level }) => ({
      id,
      name: `${code}. ${say(name)}`,
      value,
      level,
    })),
  ];
  const of = (side: ResultView['appraised'], own: Own): BesideScore | undefined =>
    own.id === result.root.id
      ? side
        ? { ...side.root, level: side.level }
        : undefined
      : side?.groups.find(({ id }) => id === own.id);
  const lines = appraised?.lines.filter((entry) => entry.difference !== null && entry.difference !== '0') ?? [];
  return (
    <section className="stack-1" data-slide aria-labelledby="beside">
      <h2 id="beside">{t(title)}</h2>
      {appraised && (
        <p className="muted">{t('result.beside-appraised', { count: appraised.items, total: appraised.total })}</p>
      )}
      {targets && <p className="muted">{t('result.beside-targets', { count: targets.items, total: targets.total })}</p>}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.Group}</th>
              <th scope="col" className="num">
                {t('result.own')}
              </th>
              {appraised && (
                <>
                  <th scope="col" className="num">
                    {t('result.appraised')}
                  </th>
                  <th scope="col" className="num">
                    {t('result.difference')}
                  </th>
                </>
              )}
              {targets && (
                <th scope="col" className="num">
                  {t('result.aimed')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((own, index) => (
              <tr key={own.id} className={index === 0 ? 'beside__whole' : undefined}>
                <th scope="row">{own.name}</th>
                <td className="num">{figure(own)}</td>
                {appraised && (
                  <>
                    <td className="num">{figure(of(appraised, own))}</td>
                    <td className="num">{difference(of(appraised, own))}</td>
                  </>
                )}
                {targets && <td className="num">{figure(of(targets, own))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {appraised && lines.length > 0 && (
        <details data-print>
          <summary>
            <Icon of={ChevronRight} /> {t('result.beside-lines')}
          </summary>
          <ul className="beside__lines">
            {lines.map((line) => {
              const item = result.items.find(({ itemId }) => itemId === line.id);
              return (
                <li key={line.id}>
                  <strong>{difference(line)}</strong> {item && `${item.code} ${say(item.title)}`}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}
