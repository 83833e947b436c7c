import { ClipboardCopy } from 'lucide-react';
import { createContext, use, useId, useState, type ReactNode } from 'react';
import type { ChartStyle } from '../../domain/charts/style.ts';
import type { ChartNode } from '../../domain/charts/tree.ts';
import { useT } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { ChartView } from './ChartView.tsx';
import { copyPicture } from './picture.ts';

/** One way to look at a figure. Keep `draw` the same between renderings. */
export interface ChartChoice {
  readonly key: string;
  readonly label: string;
  readonly draw: (style: ChartStyle) => ChartNode;
  readonly most: number;
}

/** Whose figures these are, at the foot of copied pictures: "UBND xã A · Kỳ năm 2025". */
export const SourceLine = createContext('');

const TABLE = 'table';

/**
 * A chart under a title that says what it shows, with the same figures as a table, other drawings where there are some,
 * and a picture to take along.
 */
export function Figure({
  title,
  note = '',
  heading = true,
  charts,
  table,
  file,
  className,
}: {
  readonly title: string;
  readonly note?: string;
  /** False where the screen's own heading already says the title. */
  readonly heading?: boolean;
  readonly charts: readonly [ChartChoice, ...ChartChoice[]];
  readonly table: ReactNode | null;
  /** Name of the picture file without its ending. */
  readonly file: string;
  readonly className?: string;
}) {
  const t = useT();
  const titleId = useId();
  const [chosen, setChosen] = useState(charts[0].key);
  const chart = charts.find(({ key }) => key === chosen) ?? charts[0];
  const ways = [...charts.map(({ key, label }) => ({ key, label })), { key: TABLE, label: t('chart.table') }];
  const asTable = chosen === TABLE && table !== null;
  return (
    <figure
      className={['chart-figure', className].filter(Boolean).join(' ')}
      aria-labelledby={heading ? titleId : undefined}
    >
      {heading && (
        <figcaption>
          <h2 id={titleId}>{title}</h2>
          {note !== '' && <p className="small muted">{note}</p>}
        </figcaption>
      )}
      {asTable ? table : <ChartView draw={chart.draw} most={chart.most} />}
      {table !== null && !asTable && <div className="chart-figure__printed">{table}</div>}
      <div className="chart-figure__tools">
        {table !== null && (
          <div className="segments" role="group" aria-label={t('chart.ways')}>
            {ways.map(({ key, label }) => (
              <button
                key={key}
                type="button"
                aria-pressed={key === (asTable ? TABLE : chart.key)}
                onClick={() => setChosen(key)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
        {!asTable && <CopyButton title={title} note={note} chart={chart} file={file} />}
      </div>
    </figure>
  );
}

function CopyButton({
  title,
  note,
  chart,
  file,
}: {
  readonly title: string;
  readonly note: string;
  readonly chart: ChartChoice;
  readonly file: string;
}) {
  const t = useT();
  const source = [use(SourceLine), t('common.app')].filter(Boolean).join(' · ');
  const [outcome, setOutcome] = useState<'copied' | 'downloaded' | 'failed' | null>(null);
  const copy = (): void => {
    setOutcome(null);
    copyPicture({ draw: chart.draw, most: chart.most, title, note, source }, `${file}.png`).then(setOutcome, () =>
      setOutcome('failed'),
    );
  };
  return (
    <>
      <button
        type="button"
        className="tool chart-figure__copy"
        onClick={copy}
        aria-label={t('chart.copy-of', { title })}
      >
        <Icon of={ClipboardCopy} /> <span>{t('chart.copy')}</span>
      </button>
      <span className="small muted" role="status">
        {outcome && t(`chart.${outcome}`)}
      </span>
    </>
  );
}
