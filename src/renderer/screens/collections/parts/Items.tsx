import { useMemo } from 'react';
import type { ItemsView, Wire } from '../../../../contract/views/collections.ts';
import { MINIMUM_GROUP } from '../../../../domain/collection/disclosure.ts';
import { ALPHA_MINIMUM, type Alpha } from '../../../../domain/collection/items.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import { shadeOf } from '../../../../domain/charts/shade.ts';
import { toNumber } from '../../../../domain/exact/exact.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { HeatTable } from '../../../charts/HeatTable.tsx';
import type { HeatTableCell, HeatTableRow } from '../../../charts/sort-rows.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Loading } from '../../../ui/Page.tsx';
import { figure, NONE, share } from '../figures.ts';
import { useItems, type OverviewInput } from '../queries.ts';

/** Items that are named as strongest and as weakest. */
const NAMED = 5;

/** Which items are easy and which are hard, and whether they measure one thing. */
export function Items({
  id,
  filter,
  hideNames,
}: {
  readonly id: string;
  readonly filter: NonNullable<OverviewInput['filter']>;
  readonly hideNames: boolean;
}) {
  const items = useItems({ id, filter });
  if (items.error) return <ErrorNotice error={items.error} onRetry={() => void items.refetch()} />;
  if (!items.data) return <Loading />;
  return (
    <>
      <Ends view={items.data} />
      <AllItems view={items.data} hideNames={hideNames} />
      <Reliability view={items.data} />
    </>
  );
}

function Ends({ view }: { readonly view: ItemsView }) {
  const t = useT();
  const { byStrength } = view;
  if (byStrength.length < 2) return <p className="muted">{t('dash.few-items', { minimum: MINIMUM_GROUP })}</p>;
  const count = Math.min(NAMED, Math.floor(byStrength.length / 2));
  return (
    <div className="dash__pair" data-slide>
      <End title={t('dash.strongest')} places={byStrength.slice(0, count)} view={view} />
      <End title={t('dash.weakest')} places={byStrength.slice(-count).reverse()} view={view} />
    </div>
  );
}

function End({
  title,
  places,
  view,
}: {
  readonly title: string;
  readonly places: readonly number[];
  readonly view: ItemsView;
}) {
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  return (
    <section className="stack-1">
      <h2>{title}</h2>
      <table className="mid">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words('item')}</th>
            <th scope="col" className="num">
              {words('mean')} (%)
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => {
            const item = view.layout.items[place];
            return (
              <tr key={place}>
                <th scope="row">
                  <span className="heat__code">{item?.code}</span> {item && say(item.title)}
                </th>
                <td className="num">{share(view.items[place]?.percent?.mean, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function AllItems({ view, hideNames }: { readonly view: ItemsView; readonly hideNames: boolean }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  const columns = useMemo(() => {
    const say = collectionWords(language);
    return [`${say('mean')} (%)`, `${say('median')} (%)`, say('answered'), say('notApplicable'), say('unanswered')];
  }, [language]);
  const rows = useMemo((): readonly HeatTableRow[] => {
    const none: HeatTableCell = { text: NONE, sort: null, shade: null };
    const shaded = (text: string | undefined): HeatTableCell =>
      text === undefined
        ? none
        : {
            text: formatNumber(figure(text), language, 0),
            sort: toNumber(figure(text)),
            shade: shadeOf(figure(text)),
          };
    const count = (n: number): HeatTableCell => ({ text: String(n), sort: n, shade: null });
    return view.layout.items.flatMap((item, place) => {
      const own = view.items[place];
      if (!own) return [];
      // Without names, figures of a few units would be theirs.
      const percent = hideNames && (own.percent?.n ?? 0) < MINIMUM_GROUP ? null : own.percent;
      const { answered, none: noneOf, excluded, unanswered } = own.states;
      return [
        {
          id: item.id,
          label: say(item.title),
          code: item.code,
          cells: [
            shaded(percent?.mean),
            shaded(percent?.median),
            count(answered + noneOf),
            count(own.states['not-applicable'] + excluded),
            count(unanswered),
          ],
        },
      ];
    });
  }, [view, hideNames, language, say]);
  return (
    <section className="stack-1" data-slide>
      <h2>{words('items.title')}</h2>
      <p className="small muted">{words('note.items')}</p>
      <HeatTable caption={words('items.title')} rowHead={t('dash.item')} columns={columns} rows={rows} />
    </section>
  );
}

function Reliability({ view }: { readonly view: ItemsView }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const words = collectionWords(language);
  const text = (alpha: Wire<Alpha>): string =>
    alpha.kind === 'alpha'
      ? formatNumber(figure(alpha.value), language, 2, { fixed: true })
      : words(`alpha.${alpha.reason}`, { minimum: ALPHA_MINIMUM, n: alpha.n });
  const rows = [
    { label: words('total'), alpha: view.alpha },
    ...view.pillarAlpha.flatMap(({ pillarId, alpha }) => {
      const node = view.layout.nodes.find(({ id }) => id === pillarId);
      return node ? [{ label: `${node.code}. ${say(node.title)}`, alpha }] : [];
    }),
  ];
  return (
    <section className="stack-1" aria-labelledby="alpha">
      <h2 id="alpha">{words('alpha.title')}</h2>
      <p className="small muted">{words('note.alpha', { minimum: ALPHA_MINIMUM })}</p>
      <table className="mid dash__alpha">
        <caption className="visually-hidden">{words('alpha.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('what')}</th>
            <th scope="col" className="num">
              {words('alpha.items')}
            </th>
            <th scope="col" className="num">
              {t('dash.units')}
            </th>
            <th scope="col">alpha</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, alpha }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{alpha.items}</td>
              <td className="num">{alpha.n}</td>
              <td>{text(alpha)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
