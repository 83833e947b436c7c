import { PenLine, Trash2, TrendingDown, TrendingUp } from 'lucide-react';
import { useMemo } from 'react';
import { compare, exact, ZERO, type Exact } from '../../../domain/exact/exact.ts';
import { ledgerLines, type IndexEntry, type LedgerLine } from '../../../domain/plan/ledger.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** Published values may have many digits; they are shown as they were published. */
const DECIMALS = 6;

export function EntryTable({
  entries,
  onEdit,
  onRemove,
}: {
  readonly entries: readonly IndexEntry[];
  readonly onEdit: (entry: IndexEntry) => void;
  readonly onRemove: (entry: IndexEntry) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const lines = useMemo(() => ledgerLines(entries, new Intl.Collator('vi', { numeric: true })), [entries]);
  return (
    <div className="scroll">
      <table className="mid ledger">
        <caption className="visually-hidden">{t('ledger.outside')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.name')}</th>
            <th scope="col">{t('ledger.organisation')}</th>
            <th scope="col" className="num">
              {t('ledger.year')}
            </th>
            <th scope="col" className="num">
              {t('ledger.value')}
            </th>
            <th scope="col" className="num">
              {t('ledger.rank')}
            </th>
            <th scope="col">{t('ledger.change')}</th>
            <th scope="col">{t('ledger.source')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('ledger.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { entry } = line;
            const names = { name: entry.name, year: entry.year };
            return (
              <tr key={entry.id}>
                <th scope="row">
                  {entry.name} {entry.sample && <Tag kind="plain">{t('ledger.sample')}</Tag>}
                </th>
                <td>{entry.organisation}</td>
                <td className="num">{entry.year}</td>
                <td className="num">
                  {entry.value === '' ? '–' : formatNumber(exact(entry.value), language, DECIMALS)}
                </td>
                <td className="num">
                  {entry.rank === null ? '–' : entry.of === null ? entry.rank : `${entry.rank}/${entry.of}`}
                </td>
                <td>
                  <Change line={line} />
                </td>
                <td className="ledger__source small">
                  {entry.source}
                  {entry.remark !== '' && <span className="muted"> {entry.remark}</span>}
                </td>
                <td className="ledger__acts">
                  <Button look="quiet" aria-label={t('ledger.edit', names)} onClick={() => onEdit(entry)}>
                    <Icon of={PenLine} />
                  </Button>
                  <Button look="quiet" aria-label={t('ledger.remove', names)} onClick={() => onRemove(entry)}>
                    <Icon of={Trash2} />
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const signed = (value: Exact, text: string): string => (compare(value, ZERO) > 0 ? `+${text}` : text);

/** "Tăng 8 bậc so với 2018" */
function Change({ line: { change } }: { readonly line: LedgerLine }) {
  const t = useT();
  const language = useLanguage();
  if (!change) return null;
  const { places, value, year } = change;
  const points = value === null ? null : signed(value, formatNumber(value, language, DECIMALS));
  if (places === null && points === null) return null;
  const up = places !== null ? places > 0 : value !== null && compare(value, ZERO) > 0;
  const down = places !== null ? places < 0 : value !== null && compare(value, ZERO) < 0;
  const words = [
    ...(places === null
      ? []
      : [
          places === 0
            ? t('ledger.same', { year })
            : t(places > 0 ? 'ledger.up' : 'ledger.down', { count: Math.abs(places), year }),
        ]),
    ...(points === null ? [] : [t('ledger.points-change', pointsCount(points))]),
  ];
  return (
    <span className="ledger__change">
      {up && <Icon of={TrendingUp} />}
      {down && <Icon of={TrendingDown} />}
      {words.join(', ')}
    </span>
  );
}
