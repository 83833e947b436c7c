import { useId, useRef, type KeyboardEvent } from 'react';
import { UNANSWERED } from '../../../../domain/assessment/answer.ts';
import { useLocalized, useT } from '../../../i18n/index.ts';
import { optionDigits } from '../outline.ts';
import type { Answer } from '../../../../domain/assessment/answer.ts';
import type { ControlProps } from './control.ts';
import { goesOn, isBare, pickedAt } from './digits.ts';
import { focusCell, placeOf, STEPS } from './table-keys.ts';

const rowsOf = (answer: Answer | null): ReadonlyMap<string, string> =>
  new Map(
    answer?.state === 'answered' && answer.value.kind === 'rows'
      ? answer.value.rows.map(({ row, option }) => [row, option])
      : [],
  );

/**
 * Rows on one scale: a table of radios, stacked where it has no room. A digit answers the row and goes to the next
 * one; up and down change the row, left and right the option.
 */
export function Matrix({
  item,
  answer,
  previous,
  digitKeys,
  disabled,
  onAnswer,
  onPicked,
  onEnter,
}: ControlProps<'matrix'>) {
  const t = useT();
  const say = useLocalized();
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const chosen = rowsOf(answer);
  const before = rowsOf(previous);
  const digits = optionDigits(item.options.map((option) => option.points));

  const put = (row: string, option: string): void => {
    const rows = item.rows.flatMap((other) => {
      const value = other.id === row ? option : chosen.get(other.id);
      return value === undefined ? [] : [{ row: other.id, option: value }];
    });
    onAnswer(rows.length === 0 ? UNANSWERED : { state: 'answered', value: { kind: 'rows', rows } });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBare(event)) return;
    if (goesOn(event, onEnter)) return;
    const place = placeOf(event.target);
    if (!place) return;
    const down = STEPS[event.key]?.row ?? 0;
    if (down !== 0) {
      event.preventDefault();
      focusCell(table.current, place.row + down, place.column);
      return;
    }
    const at = digitKeys && !disabled ? pickedAt(event, digits) : -1;
    const row = item.rows[place.row];
    const option = item.options[at];
    if (!row || !option) return;
    event.preventDefault();
    put(row.id, option.id);
    if (place.row + 1 < item.rows.length) focusCell(table.current, place.row + 1, null);
    else {
      focusCell(table.current, place.row, at);
      onPicked();
    }
  };

  return (
    <table className="matrix" ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td />
          {item.options.map((option, index) => (
            <th scope="col" key={option.id} id={`${id}-c-${option.id}`}>
              <span className="lvl lvl--key" aria-hidden="true">
                {digits[index]}
              </span>
              <span className="matrix__head">{say(option.title ?? option.text)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {item.rows.map((row, rowAt) => (
          <tr key={row.id}>
            <th scope="row" id={`${id}-r-${row.id}`}>
              {say(row.text)}
            </th>
            {item.options.map((option, columnAt) => (
              <td key={option.id}>
                <label className="matrix__cell">
                  <input
                    type="radio"
                    name={`${item.id} ${row.id}`}
                    checked={chosen.get(row.id) === option.id}
                    disabled={disabled}
                    data-row={rowAt}
                    data-column={columnAt}
                    aria-labelledby={`${id}-r-${row.id} ${id}-t-${row.id}-${option.id}`}
                    onChange={() => put(row.id, option.id)}
                  />
                  <span className="matrix__text" id={`${id}-t-${row.id}-${option.id}`}>
                    {say(option.title ?? option.text)}
                    {before.get(row.id) === option.id && (
                      <span className="matrix__before"> · {t('answer.mark-previous')}</span>
                    )}
                  </span>
                  {before.get(row.id) === option.id && (
                    <span className="matrix__mark small muted" aria-hidden="true">
                      {t('answer.mark-previous')}
                    </span>
                  )}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
