import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { Link } from 'wouter';
import { useT } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { levelClass } from '../ui/LevelChip.tsx';
import './heat-table.css';
import {
  BY_LABEL,
  GIVEN,
  nextSorting,
  searchRows,
  sortRows,
  windowOf,
  type HeatTableRow,
  type Sorting,
} from './sort-rows.ts';

/** Beyond this many rows only those near the view are in the page. */
const DRAWN_AT_ONCE = 120;
const SPARE = 12;
/** Height of a row in rem; rows of a long table have exactly this height. */
const ROW = 2.75;

/**
 * Rows of numbers with their shade: sorts by every column, finds rows without tone marks, keeps head and names in view.
 * However long it is, the page stays quick. Keep `rows` and `columns` the same between renderings.
 */
export function HeatTable({
  caption,
  rowHead,
  columns,
  rows,
  search = true,
}: {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatTableRow[];
  readonly search?: boolean;
}) {
  const t = useT();
  const [sorting, setSorting] = useState<Sorting>(GIVEN);
  const [wanted, setWanted] = useState('');
  const sought = useDeferredValue(wanted);
  const shown = useMemo(() => sortRows(searchRows(rows, sought), sorting), [rows, sought, sorting]);
  const box = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(box, shown.length);
  const searchId = useId();
  const captionId = useId();
  const fixed = rows.length > DRAWN_AT_ONCE;

  const head = (label: string, column: number) => {
    const mine = sorting.column === column;
    const order = mine ? (sorting.descending ? 'descending' : 'ascending') : undefined;
    return (
      <th key={column} scope="col" aria-sort={order} className={column === BY_LABEL ? undefined : 'num'}>
        <button type="button" onClick={() => setSorting((now) => nextSorting(now, column))}>
          <span>{label}</span>
          <Icon of={!mine ? ArrowUpDown : sorting.descending ? ArrowDown : ArrowUp} />
        </button>
      </th>
    );
  };
  return (
    <div className="heat">
      {search && (
        <div className="heat__search">
          <label htmlFor={searchId} className="label">
            {t('chart.find')}
          </label>
          <input
            id={searchId}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <span className="small muted" role="status">
            {t('chart.rows', { count: shown.length })}
          </span>
        </div>
      )}
      <div ref={box} className="heat__box" role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className={fixed ? 'heat__table heat__table--long' : 'heat__table'} aria-rowcount={shown.length + 1}>
          <caption id={captionId} className="visually-hidden">
            {caption}
          </caption>
          <thead>
            <tr aria-rowindex={1}>
              {head(rowHead, BY_LABEL)}
              {columns.map(head)}
            </tr>
          </thead>
          <tbody>
            {from > 0 && <Space rows={from} columns={columns.length + 1} />}
            {shown.slice(from, to).map((row, index) => (
              <Row key={row.id} row={row} at={from + index + 2} />
            ))}
            {to < shown.length && <Space rows={shown.length - to} columns={columns.length + 1} />}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" className="heat__space">
      <td colSpan={columns} style={{ height: `${rows * ROW}rem` }} />
    </tr>
  );
}

const Row = memo(function Row({ row, at }: { readonly row: HeatTableRow; readonly at: number }) {
  const name = (
    <>
      {row.code !== '' && <span className="heat__code">{row.code} </span>}
      {row.label}
    </>
  );
  return (
    <tr aria-rowindex={at}>
      <th scope="row">{row.href === undefined ? <span>{name}</span> : <Link href={row.href}>{name}</Link>}</th>
      {row.cells.map(({ text, shade }, column) => (
        <td key={column} className="num">
          {shade === null ? text : <span className={`heat__cell ${levelClass(shade)}`}>{text}</span>}
        </td>
      ))}
    </tr>
  );
});

/** The part of a long list that is in view; the whole list when it is short, and on paper. */
function useWindow(box: RefObject<HTMLDivElement | null>, count: number): { from: number; to: number } {
  const whole = count <= DRAWN_AT_ONCE;
  const [view, setView] = useState({ from: 0, to: DRAWN_AT_ONCE });
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || whole) return;
    const measure = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const next = windowOf(count, ROW * rem, element.scrollTop, element.clientHeight, SPARE);
      setView((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [box, count, whole]);
  useEffect(() => {
    const before = (): void => setPrinting(true);
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return whole || printing
    ? { from: 0, to: count }
    : { from: Math.min(view.from, count), to: Math.min(view.to, count) };
}
