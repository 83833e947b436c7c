import { useCallback, useEffect, useRef } from 'react';

/** What keeps a screen's work: it calls `commit` when the screen changes and when the window goes away. */
export interface DraftHolder {
  /** @returns a function that ends the holding */
  readonly holdDraft: (commit: () => void) => () => void;
}

/** What a text field needs to hand its text over. */
export interface TypedText {
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
}

const IDLE = 500;

/**
 * A text field that keeps its own text while someone types and hands it over after a pause, on leaving the field, when
 * the place changes and when the window goes away. The text itself is never touched, so input methods work.
 * @param commit takes the whole text of the field
 * @param of what the text is about, where one field serves several things in turn: what was typed goes to the one before
 */
export function useHeldText(session: DraftHolder, commit: (text: string) => void, of = ''): TypedText {
  const waiting = useRef<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });

  const flush = useCallback((): void => {
    window.clearTimeout(timer.current);
    const text = waiting.current;
    waiting.current = null;
    if (text !== null) latest.current(text);
  }, []);

  useEffect(() => {
    const release = session.holdDraft(flush);
    return () => {
      flush();
      release();
    };
  }, [session, flush]);
  // Runs with the old commit: React ends old effects before it starts new ones.
  useEffect(() => flush, [of, flush]);

  return {
    onInput: (event) => {
      waiting.current = event.currentTarget.value;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, IDLE);
    },
    onBlur: flush,
  };
}
