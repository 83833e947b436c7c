import { useId, useRef, type KeyboardEvent } from 'react';
import { UNANSWERED, type Answer } from '../../../../domain/assessment/answer.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';
import { pointText } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { digitsByPlace, goesOn, isBare, pickedAt } from './digits.ts';
import { focusCell, placeOf, STEPS } from './table-keys.ts';

const cellsOf = (answer: Answer | null): ReadonlyMap<string, ReadonlySet<string>> | null =>
  answer?.state === 'answered' && answer.value.kind === 'cells'
    ? new Map(answer.value.cells.map(({ row, columns }) => [row, new Set(columns)]))
    : null;

/**
 * Rows with columns to tick: a table of boxes, stacked where it has no room. Arrows move through the cells, a digit
 * ticks the column of that number in the row.
 */
export function Grid({ item, scored, answer, previous, digitKeys, disabled, onAnswer, onEnter }: ControlProps<'grid'>) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const ticked = cellsOf(answer);
  const before = cellsOf(previous);
  const digits = digitsByPlace(item.columns.length);
  const isTicked = (row: string, column: string): boolean => ticked?.get(row)?.has(column) ?? false;
  const nothing = ticked !== null && [...ticked.values()].every((columns) => columns.size === 0);

  const toggle = (row: string, column: string): void => {
    const cells = item.rows.flatMap((other) => {
      const columns = item.columns.flatMap((option) => {
        const was = isTicked(other.id, option.id);
        return (other.id === row && option.id === column ? !was : was) ? [option.id] : [];
      });
      return columns.length > 0 ? [{ row: other.id, columns }] : [];
    });
    onAnswer(cells.length === 0 ? UNANSWERED : { state: 'answered', value: { kind: 'cells', cells } });
  };
  const putNothing = (on: boolean): void =>
    onAnswer(
      on
        ? { state: 'answered', value: { kind: 'cells', cells: item.rows.map((row) => ({ row: row.id, columns: [] })) } }
        : UNANSWERED,
    );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBare(event)) return;
    if (goesOn(event, onEnter)) return;
    const place = placeOf(event.target);
    if (!place) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      focusCell(table.current, place.row + step.row, place.column + step.column);
      return;
    }
    const at = digitKeys && !disabled ? pickedAt(event, digits) : -1;
    const row = item.rows[place.row];
    const column = item.columns[at];
    if (!row || !column) return;
    event.preventDefault();
    focusCell(table.current, place.row, at);
    toggle(row.id, column.id);
  };

  return (
    <div onKeyDown={onKeyDown}>
      <table className="matrix" ref={table}>
        <thead>
          <tr>
            <td />
            {item.columns.map((column, index) => (
              <th scope="col" key={column.id}>
                <span className="lvl lvl--key" aria-hidden="true">
                  {digits[index]}
                </span>
                <span className="matrix__head">{say(column.text)}</span>
                {scored && (
                  <span className="small muted regular">
                    {t('answer.points', pointsCount(pointText(column.points, language)))}
                  </span>
                )}
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
              {item.columns.map((column, columnAt) => (
                <td key={column.id}>
                  <label className="matrix__cell">
                    <input
                      type="checkbox"
                      checked={isTicked(row.id, column.id)}
                      disabled={disabled}
                      data-row={rowAt}
                      data-column={columnAt}
                      aria-labelledby={`${id}-r-${row.id} ${id}-t-${row.id}-${column.id}`}
                      onChange={() => toggle(row.id, column.id)}
                    />
                    <span className="matrix__text" id={`${id}-t-${row.id}-${column.id}`}>
                      {say(column.text)}
                      {before?.get(row.id)?.has(column.id) && (
                        <span className="matrix__before"> · {t('answer.mark-previous')}</span>
                      )}
                    </span>
                    {before?.get(row.id)?.has(column.id) && (
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
      <label className="ladder__row ladder__row--check matrix__none">
        <input
          type="checkbox"
          checked={nothing}
          disabled={disabled}
          onChange={(event) => putNothing(event.currentTarget.checked)}
        />
        <span className="ladder__head">{t('answer.none-of-these')}</span>
      </label>
    </div>
  );
}
