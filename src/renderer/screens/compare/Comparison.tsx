import { useMemo } from 'react';
import type { ComparedNode, CompareSide, CompareView } from '../../../contract/views/compare.ts';
import { slopeOf } from '../../../domain/charts/detail-charts.ts';
import { signed } from '../../../domain/charts/scale.ts';
import { slopeChart } from '../../../domain/charts/slope.ts';
import { compare as compareExact, exact, ZERO } from '../../../domain/exact/exact.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { Figure, SourceLine, type ChartChoice } from '../../charts/Figure.tsx';
import { useLanguage, useLocalized, useT, type Words } from '../../i18n/index.ts';
import { periodInText } from '../../i18n/when.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useGroupWords } from '../result/group-words.ts';
import { Items } from './Items.tsx';
import { periodText } from '../../../domain/wording/sentences.ts';

/** What the two sides say together: the levels, the groups as a slope chart, every item. */
export function Comparison({
  view,
  questionnaire,
}: {
  readonly view: CompareView;
  readonly questionnaire: Questionnaire;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = useGroupWords(questionnaire);
  const heads = useHeads(view);
  const { groups, basis } = view;
  const charts = useMemo((): [ChartChoice] => {
    const chart = slopeOf(groups, heads, basis !== 'derived', language);
    return [{ key: 'slope', label: t('chart.slope'), draw: (style) => slopeChart(chart, style), most: 900 }];
  }, [groups, heads, basis, language, t]);
  const risen = groups
    .filter(({ change }) => change !== null && compareExact(exact(change), ZERO) > 0)
    .sort((a, b) => compareExact(exact(b.change ?? '0'), exact(a.change ?? '0')));
  const [most] = risen;
  const finding = most
    ? t('compare.groups-up', { count: risen.length, title: say(most.title), ...words })
    : t('compare.groups-none', words);
  const period = t('common.period-of', { period: periodInText(t, language, view.now.assessment.period) });
  return (
    <div className="stack-3">
      <div className="stack-1">
        <PageHeading className="compare__title">{useHeadline(view, heads)}</PageHeading>
        {view.items.length > 0 && <p>{summary(view, t)}</p>}
      </div>
      <Warnings view={view} />
      <SourceLine value={`${view.now.assessment.organisationName} · ${period}`}>
        <Figure
          title={finding}
          note={t(basis === 'items' ? 'compare.groups-items' : 'compare.groups', words)}
          charts={charts}
          file={t('compare.file')}
          table={<GroupTable view={view} heads={heads} name={words.Group} />}
        />
      </SourceLine>
      {view.items.length > 0 && <Items view={view} heads={heads} decimals={questionnaire.scoring.decimals} />}
    </div>
  );
}

type Heads = { readonly before: string; readonly now: string };

/** What the two columns are called: the periods, or the organisations where these differ. */
function useHeads(view: CompareView): Heads {
  const t = useT();
  return useMemo(() => {
    const name = ({ assessment }: CompareSide): string =>
      view.sameOrganisation
        ? periodText(t, assessment.period)
        : t('compare.period-unit', { name: assessment.organisationName, period: periodText(t, assessment.period) });
    return {
      before: view.before
        ? name(view.before)
        : t('compare.choice-derived', { count: view.derived?.sources.length ?? 0 }),
      now: name(view.now),
    };
  }, [view, t]);
}

function useHeadline({ before, now, basis, sameOrganisation }: CompareView, heads: Heads): string {
  const t = useT();
  const say = useLocalized();
  if (basis !== 'scores' || !before?.levelText || !now.levelText || before.level === null || now.level === null)
    return t('compare.no-level', heads);
  const levels = { before: say(before.levelText), now: say(now.levelText) };
  if (now.level === before.level) return t('compare.same', levels);
  if (now.level > before.level) return t(sameOrganisation ? 'compare.up' : 'compare.higher', levels);
  return t(sameOrganisation ? 'compare.down' : 'compare.lower', levels);
}

function summary({ items }: CompareView, t: Words): string {
  const count = (...moves: readonly string[]): number => items.filter(({ move }) => moves.includes(move)).length;
  return t('compare.summary', {
    up: count('up'),
    down: count('down'),
    other: count('other', 'answered', 'gone'),
    same: count('same'),
  });
}

function Warnings({ view }: { readonly view: CompareView }) {
  const t = useT();
  const { break: broken, derived, questionnaire, sameOrganisation } = view;
  if (!broken && !derived && sameOrganisation) return null;
  return (
    <Notice>
      {!sameOrganisation && <p>{t('compare.other-organisation')}</p>}
      {broken && (
        <p>
          {t('compare.break', {
            before: broken.version,
            now: questionnaire.version,
            count: broken.comparable,
            added: broken.added,
            dropped: broken.dropped,
          })}
        </p>
      )}
      {derived && (
        <p>
          {t('compare.derived', {
            count: derived.sources.length,
            names: derived.sources.map(({ name, period }) => `${name} (${periodText(t, period)})`).join('; '),
          })}{' '}
          {derived.missing > 0 && t('compare.derived-missing', { count: derived.missing })}
        </p>
      )}
    </Notice>
  );
}

function GroupTable({
  view,
  heads,
  name,
}: {
  readonly view: CompareView;
  readonly heads: Heads;
  readonly name: string;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const share = (text: string | null | undefined): string =>
    text === null || text === undefined ? '—' : formatNumber(exact(text), language, 1, { fixed: true });
  const side = (figures: ComparedNode['now']): string => {
    const value = share(figures?.percent);
    return figures === null || figures.level === null ? value : t('result.with-level', { value, level: figures.level });
  };
  const rows = [{ ...view.root, whole: true }, ...view.groups.map((group) => ({ ...group, whole: false }))];
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{t('compare.groups', { group: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className="num">
              {heads.before}
            </th>
            <th scope="col" className="num">
              {heads.now}
            </th>
            <th scope="col" className="num">
              {t('compare.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.whole ? 'beside__whole' : undefined}>
              <th scope="row">{row.whole ? t('result.whole') : `${row.code}. ${say(row.title)}`}</th>
              <td className="num">{side(row.before)}</td>
              <td className="num">{side(row.now)}</td>
              <td className="num">{row.change === null ? '—' : signed(exact(row.change), language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
