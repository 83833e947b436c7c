import type { ReportDetailsView } from '../../../contract/views/report-details.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call, ConnectionError } from '../../api/client.ts';
import { SaveQueue } from '../answer/save-queue.ts';
import { ReportSession } from './report-session.ts';

const sessions = new Map<string, ReportSession>();

/** Storing must not be cut off unseen: the window asks before it closes while something is unsaved. */
window.addEventListener('beforeunload', (event) => {
  for (const session of sessions.values()) session.commitDrafts();
  if ([...sessions.values()].some((session) => session.saving.unsaved > 0)) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const session of sessions.values()) session.commitDrafts();
});

/**
 * The session of a report as just loaded; one per assessment for the life of the page.
 * @param language that of the texts in the view
 */
export function openReport(view: ReportDetailsView, language: Language): ReportSession {
  const { id } = view.assessment;
  const known = sessions.get(id);
  if (known) {
    known.merge(view, language);
    return known;
  }
  const session: ReportSession = new ReportSession(
    view,
    language,
    new SaveQueue({
      async send(_key, seq, job) {
        if (job.kind === 'passage') {
          const { language: own, id: passage, text, seen } = job;
          return call('passages.save', { assessmentId: id, language: own, passage, seq, text, seen });
        }
        const saved = await call('details.save', {
          assessmentId: id,
          seq,
          language: session.language,
          details: job.details,
        });
        session.setPrinted(saved.printed);
        return saved;
      },
      isPassing: (error) => error instanceof ConnectionError,
      later: (act, milliseconds) => {
        const timer = window.setTimeout(act, milliseconds);
        return () => window.clearTimeout(timer);
      },
    }),
  );
  sessions.set(id, session);
  return session;
}

/** Waits until what was written for a report is stored. @returns false when something could not be */
export async function settleReport(assessmentId: string): Promise<boolean> {
  const session = sessions.get(assessmentId);
  if (!session) return true;
  session.commitDrafts();
  if (session.saving.state.kind === 'failed') session.saving.retry();
  return session.saving.settled();
}
