import { MODES, type Mode } from '../../contract/views/settings.ts';
import { useSettings, useUpdateSettings } from '../api/queries.ts';
import { useT } from '../i18n/index.ts';
import { useChoice } from './useChoice.ts';

/**
 * The working mode as radio rows; a choice holds at once.
 * @param props.short names only, for the menu
 */
export function ModeChoice({ legend, short = false }: { readonly legend: string; readonly short?: boolean }) {
  const t = useT();
  const { mode } = useSettings();
  const { mutate } = useUpdateSettings();
  const [chosen, choose] = useChoice(mode, (value) => mutate({ mode: value }));
  const row = (value: Mode) => (
    <label key={value} className="pick">
      <input
        type="radio"
        name={short ? 'menu-mode' : 'mode'}
        value={value}
        checked={value === chosen}
        onChange={() => choose(value)}
      />
      <span>
        {t(`mode.${value}`)}
        {!short && <small>{t(`mode.${value}-more`)}</small>}
      </span>
    </label>
  );
  return (
    <fieldset className={short ? undefined : 'modes'}>
      <legend className="label">{legend}</legend>
      {short ? MODES.map(row) : <div className="modes__rows">{MODES.map(row)}</div>}
    </fieldset>
  );
}
