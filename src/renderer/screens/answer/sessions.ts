import type { AssessmentView } from '../../../contract/views.ts';
import { ConnectionError, call } from '../../api/client.ts';
import { AnswerSession } from './answer-session.ts';
import { SaveQueue } from './save-queue.ts';

/** Sessions outlive their screen, so that a change of screen never cuts off a save. */
const sessions = new Map<string, AnswerSession>();

/** Storing must not be cut off unseen: the window asks before it closes while something is unsaved. */
window.addEventListener('beforeunload', (event) => {
  for (const session of sessions.values()) session.commitDrafts();
  if ([...sessions.values()].some((session) => session.saving.unsaved > 0)) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const session of sessions.values()) session.commitDrafts();
});

/**
 * The session of an assessment as just loaded. There is one per assessment for the life of the page: what it has not
 * saved yet, and what can be undone, is still there when one comes back.
 */
export function openSession(view: AssessmentView): AnswerSession {
  const { id } = view.summary;
  const known = sessions.get(id);
  if (known) {
    known.merge(view);
    return known;
  }
  const session = new AnswerSession(
    view,
    new SaveQueue({
      send: (itemId, seq, { itemId: _same, ...record }) =>
        call('answers.save', { assessmentId: id, itemId, seq, ...record, evidence: [...record.evidence] }),
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

/**
 * Waits until the changes of an assessment are stored.
 * @returns false when something could not be saved
 */
export async function settleSession(assessmentId: string): Promise<boolean> {
  const session = sessions.get(assessmentId);
  if (!session) return true;
  session.commitDrafts();
  if (session.saving.state.kind === 'failed') session.saving.retry();
  return session.saving.settled();
}
