import { createContext, use, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SaveState } from '../answer/save-queue.ts';
import type { ReportSession } from './report-session.ts';

export const ReportContext = createContext<ReportSession | null>(null);

/** The report that is being written; redraws with every change that has been handed over. */
export function useReport(): ReportSession {
  const session = use(ReportContext);
  if (!session) throw new Error('used outside of a report');
  useSyncExternalStore(session.subscribe, () => session.version);
  return session;
}

/** Quick saves are not announced as under way: the state stays "saved" unless saving takes this long. */
const PATIENCE = 700;

export function useReportSaving(session: ReportSession): SaveState {
  const state = useSyncExternalStore(session.saving.subscribe, () => session.saving.state);
  const saving = state.kind === 'saving';
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!saving) return undefined;
    const timer = window.setTimeout(() => setSlow(true), PATIENCE);
    return () => {
      window.clearTimeout(timer);
      setSlow(false);
    };
  }, [saving]);
  return saving && !slow ? session.saving.calmState : state;
}

const IDLE = 500;

/**
 * A text field that keeps its own text while someone types and hands it over after a pause, on leaving the field, when
 * the screen changes and when the window goes away. The text itself is never touched, so input methods work.
 */
export function useTyped(
  session: ReportSession,
  commit: (text: string) => void,
): {
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
} {
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

  return {
    onInput: (event) => {
      waiting.current = event.currentTarget.value;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, IDLE);
    },
    onBlur: flush,
  };
}
