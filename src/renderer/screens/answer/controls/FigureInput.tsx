import type { ControlProps } from '../../../ui/Field.tsx';
import type { TypedText } from '../../../ui/typed-text.ts';
import { goesOn } from './digits.ts';

/** The box of a figure or a day: its text is never touched while someone types, and Enter hands it over and goes on. */
export function FigureInput({
  control,
  kind,
  start,
  disabled,
  typed,
  onText,
  onEnter,
}: {
  readonly control: ControlProps;
  readonly kind: 'decimal' | 'numeric';
  readonly start: string;
  readonly disabled: boolean;
  readonly typed: TypedText;
  /** Takes every state of the text, for what is shown while it is typed. */
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}) {
  return (
    <input
      {...control}
      className="figure"
      type="text"
      inputMode={kind}
      autoComplete="off"
      spellCheck={false}
      defaultValue={start}
      readOnly={disabled}
      onInput={(event) => {
        onText(event.currentTarget.value);
        typed.onInput(event);
      }}
      onBlur={typed.onBlur}
      onKeyDown={(event) =>
        goesOn(event, () => {
          typed.onBlur();
          onEnter();
        })
      }
    />
  );
}
