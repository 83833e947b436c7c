import { Circle } from 'lucide-react';
import { Fragment, useRef, type KeyboardEvent } from 'react';
import { useT } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';
import { levelClass } from '../../../ui/LevelChip.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { Rich } from '../Rich.tsx';
import { digitsByPlace, isBare, pickedAt } from './digits.ts';

export interface TickRow {
  readonly id: string;
  readonly text: string;
  /** A second line. */
  readonly hint?: string;
  readonly points?: string | null;
  readonly checked: boolean;
  /** Was ticked last round. */
  readonly before: boolean;
  readonly onToggle: (on: boolean) => void;
}

export interface TickPart {
  readonly key: string;
  /** Stands above the rows. */
  readonly heading: { readonly text: string; readonly level: number | null; readonly reached: boolean } | null;
  readonly rows: readonly TickRow[];
}

/** Boxes to tick, in one list or under headings: a digit ticks the box of that number, arrows move, Enter goes on. */
export function TickRows({
  parts,
  digitKeys,
  disabled,
  onEnter,
}: {
  readonly parts: readonly TickPart[];
  readonly digitKeys: boolean;
  readonly disabled: boolean;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const rows = parts.flatMap((part) => part.rows);
  const digits = digitsByPlace(rows.length);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBare(event)) return;
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else if (step !== undefined) {
      event.preventDefault();
      boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus();
    } else if (digitKeys && !disabled) {
      const at = pickedAt(event, digits);
      const row = rows[at];
      if (!row) return;
      event.preventDefault();
      boxes[at]?.focus();
      row.onToggle(!row.checked);
    }
  };

  return (
    <div className="ladder" ref={list} onKeyDown={onKeyDown}>
      {parts.map(({ key, heading, rows: own }) => (
        <Fragment key={key}>
          {heading && (
            <p className="ladder__step">
              {heading.level !== null && (
                <span className={`lvl ${levelClass(heading.level)}`} aria-hidden="true">
                  {heading.level}
                </span>
              )}
              <span className="ladder__name">
                <Rich text={heading.text} />
              </span>
              {heading.reached && <Tag kind="ok">{t('answer.step-complete')}</Tag>}
            </p>
          )}
          {own.map((row) => {
            return (
              <label className="ladder__row" key={row.id}>
                <input
                  type="checkbox"
                  checked={row.checked}
                  disabled={disabled}
                  onChange={(event) => row.onToggle(event.currentTarget.checked)}
                />
                <span className="lvl lvl--key" aria-hidden="true">
                  {digits[rows.indexOf(row)]}
                </span>
                <span className="ladder__head">
                  <span>
                    <Rich text={row.text} />
                    {row.before && <span className="visually-hidden">{t('answer.mark-previous-ticked')}</span>}
                  </span>
                  <span className="ladder__marks">
                    {row.before && (
                      <span aria-hidden="true">
                        <Tag kind="plain" icon={Circle}>
                          {t('answer.mark-previous')}
                        </Tag>
                      </span>
                    )}
                    {row.points && (
                      <span className="small muted nowrap">{t('answer.points', pointsCount(row.points))}</span>
                    )}
                  </span>
                </span>
                {row.hint && <span className="ladder__desc small muted">{row.hint}</span>}
              </label>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
