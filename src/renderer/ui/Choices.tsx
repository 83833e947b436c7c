import { useChoice } from './useChoice.ts';

/** One choice of several; it holds at once. */
export function Radios<T extends string>({
  legend,
  name,
  value,
  choices,
  onChoose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}) {
  const [chosen, choose] = useChoice(value, onChoose);
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      <div className="radios">
        {choices.map((choice) => (
          <label key={choice.value} className="pick" lang={choice.lang}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => choose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Something that is on or off. */
export function Check({
  label,
  more,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly more: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const [chosen, choose] = useChoice(checked, onChange);
  return (
    <label className="pick">
      <input type="checkbox" checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />
      <span>
        {label}
        <small>{more}</small>
      </span>
    </label>
  );
}
