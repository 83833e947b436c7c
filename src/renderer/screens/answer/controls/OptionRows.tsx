import { Circle, Flag } from 'lucide-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useT } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';
import { levelClass } from '../../../ui/LevelChip.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { Rich } from '../Rich.tsx';
import { goesOn, isBare, pickedAt } from './digits.ts';

export interface OptionRow {
  readonly id: string;
  /** The key that chooses it, printed in its chip. */
  readonly digit: string;
  /** Chip in the colour of a level; null where the option is no level. */
  readonly level: number | null;
  readonly name: string | null;
  readonly text: string;
  readonly sign: string | null;
  readonly points: string | null;
}

/**
 * Options of which one is chosen, stacked: native radios, the whole row is the label. A digit chooses where the setting
 * allows it, Enter goes on; arrows and space do what radios always do.
 */
export function OptionRows({
  name,
  rows,
  chosen,
  previous,
  target = null,
  digitKeys,
  disabled,
  onChoose,
  onPicked,
  onEnter,
}: {
  /** Of the radio group. */
  readonly name: string;
  readonly rows: readonly OptionRow[];
  readonly chosen: string | null;
  /** What was chosen last round. */
  readonly previous: string | null;
  readonly target?: { readonly year: number; readonly level: number } | null;
  readonly digitKeys: boolean;
  readonly disabled: boolean;
  readonly onChoose: (option: string) => void;
  readonly onPicked: () => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBare(event)) return;
    if (goesOn(event, onEnter)) return;
    const at = digitKeys
      ? pickedAt(
          event,
          rows.map(({ digit }) => digit),
        )
      : -1;
    const row = rows[at];
    if (!row || disabled) return;
    event.preventDefault();
    list.current?.querySelectorAll('input')[at]?.focus();
    onChoose(row.id);
    onPicked();
  };

  return (
    <div className="ladder" ref={list} onKeyDown={onKeyDown}>
      {/* By place: the rows of the next question take over those of this one, which is quicker than new ones. */}
      {rows.map((row, index) => {
        const wasChosen = row.id === previous;
        const isTarget = target !== null && row.level === target.level;
        const nameId = `${prefix}-n-${row.id}`;
        const textId = `${prefix}-t-${row.id}`;
        return (
          <label className="ladder__row" key={index}>
            <input
              type="radio"
              name={name}
              value={row.id}
              checked={row.id === chosen}
              disabled={disabled}
              onChange={() => onChoose(row.id)}
              aria-labelledby={nameId}
              aria-describedby={row.name === null ? undefined : textId}
            />
            <span className={row.level === null ? 'lvl lvl--key' : `lvl ${levelClass(row.level)}`} aria-hidden="true">
              {row.digit}
            </span>
            <span className="ladder__head">
              <span className={row.name === null ? undefined : 'ladder__name'} id={nameId}>
                {row.level !== null && (
                  <span className="visually-hidden">{t('answer.level', { level: row.level })}</span>
                )}
                {row.name ?? <Rich text={row.text} />}
                {row.points !== null && (
                  <span className="visually-hidden">. {t('answer.points', pointsCount(row.points))}</span>
                )}
                {wasChosen && <span className="visually-hidden">{t('answer.mark-previous-spoken')}</span>}
                {isTarget && (
                  <span className="visually-hidden">{t('answer.mark-target-spoken', { year: target.year })}</span>
                )}
              </span>
              <span className="ladder__marks" aria-hidden="true">
                {wasChosen && (
                  <Tag kind="plain" icon={Circle}>
                    {t('answer.mark-previous')}
                  </Tag>
                )}
                {isTarget && <Tag icon={Flag}>{t('answer.mark-target', { year: target.year })}</Tag>}
                {row.points !== null && (
                  <span className="small muted nowrap">{t('answer.points', pointsCount(row.points))}</span>
                )}
              </span>
            </span>
            {row.name !== null && (
              <span className="ladder__desc" id={textId}>
                <Rich text={row.text} />
                {row.sign !== null && <span className="ladder__sign">{t('answer.sign', { sign: row.sign })}</span>}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
