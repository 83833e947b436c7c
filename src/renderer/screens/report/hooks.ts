import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
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
