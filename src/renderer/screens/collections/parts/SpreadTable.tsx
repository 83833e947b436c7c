import type { Wire } from '../../../../contract/views/collections.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import type { Spread } from '../../../../domain/collection/spread.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { difference, share } from '../figures.ts';
import { Scroll } from '../../../ui/Scroll.tsx';

export interface SpreadLine {
  readonly label: string;
  readonly spread: Wire<Spread> | null;
  /** A further figure with its sign: against the others, or as appraised. */
  readonly change?: string | null;
}

/** The figures of charts of many units: number, mean, median, quartiles, ends. */
export function SpreadTable({
  caption,
  head,
  rows,
  change,
}: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly SpreadLine[];
  /** Head of the column of changes; without it there is none. */
  readonly change?: string;
}) {
  const language = useLanguage();
  const words = collectionWords(language);
  const columns = ['mean', 'median', 'q1', 'q3', 'min', 'max'] as const;
  return (
    <Scroll label={caption}>
      <table className="mid dash__table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="num">
              n
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {words(column === 'max' ? 'most' : column)}
              </th>
            ))}
            {change !== undefined && (
              <th scope="col" className="num">
                {change}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, spread, change: own }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{spread?.n ?? 0}</td>
              {columns.map((column) => (
                <td key={column} className="num">
                  {share(spread?.[column], language)}
                </td>
              ))}
              {change !== undefined && <td className="num">{difference(own, language)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
