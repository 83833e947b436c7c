import { useSettings } from '../../../api/queries.ts';
import { useTypedText } from '../hooks.ts';

/** A text area beside the question: keeps its own text while someone types, hands it over in pauses. */
export function TypedArea({
  id,
  text,
  rows,
  readOnly,
  label,
  describedBy,
  onText,
}: {
  readonly id: string;
  readonly text: string;
  readonly rows: number;
  readonly readOnly: boolean;
  /** Set when no label element names the field. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
}) {
  const typed = useTypedText(onText);
  const { spellCheck } = useSettings();
  return (
    <textarea
      id={id}
      rows={rows}
      defaultValue={text}
      readOnly={readOnly}
      maxLength={5000}
      autoComplete="off"
      spellCheck={spellCheck}
      aria-label={label}
      aria-describedby={describedBy}
      onInput={typed.onInput}
      onBlur={typed.onBlur}
    />
  );
}
