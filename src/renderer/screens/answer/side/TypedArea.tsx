import { useLayoutEffect, useRef } from 'react';
import { useSettings } from '../../../api/queries.ts';
import { useTypedText } from '../hooks.ts';

/**
 * A text area beside the question: keeps its own text while someone types, hands it over in pauses. It stays from one
 * question to the next, since making a new one is what costs an old PC most.
 */
export function TypedArea({
  id,
  of,
  text,
  rows,
  readOnly,
  label,
  describedBy,
  onText,
}: {
  readonly id: string;
  /** Id of the item that the text is about. */
  readonly of: string;
  readonly text: string;
  readonly rows: number;
  readonly readOnly: boolean;
  /** Set when no label element names the field. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
}) {
  const typed = useTypedText(onText, of);
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(of);
  useLayoutEffect(() => {
    // Only another question brings another text: what is being typed is never touched.
    if (shown.current === of) return;
    shown.current = of;
    if (area.current) area.current.value = text;
  }, [of, text]);
  const { spellCheck } = useSettings();
  return (
    <textarea
      ref={area}
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
