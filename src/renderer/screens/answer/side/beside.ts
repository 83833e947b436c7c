import { createContext, use, useSyncExternalStore } from 'react';
import type { AssessmentView } from '../../../../contract/views.ts';
import type { AnswerValue } from '../../../../domain/assessment/answer.ts';
import { ConnectionError, call } from '../../../api/client.ts';
import { BesideSession, type ShownAppraisal } from './beside-session.ts';

/** They outlive their screen, so that a change of screen never cuts off a save. */
const sessions = new Map<string, BesideSession>();

window.addEventListener('beforeunload', (event) => {
  if ([...sessions.values()].some((session) => session.unsaved > 0)) event.preventDefault();
});

const common = {
  isPassing: (error: unknown): boolean => error instanceof ConnectionError,
  later: (act: () => void, milliseconds: number) => {
    const timer = window.setTimeout(act, milliseconds);
    return () => window.clearTimeout(timer);
  },
};

/** What stands beside the answers of an assessment as just loaded; one per assessment for the life of the page. */
export function openBeside(view: AssessmentView): BesideSession {
  const assessmentId = view.summary.id;
  let session = sessions.get(assessmentId);
  if (!session) {
    session = new BesideSession({
      appraisal: {
        ...common,
        send: (itemId, seq, { answer, reason, evidence }) =>
          call('appraisals.save', { assessmentId, itemId, seq, answer, reason, evidence }),
      },
      target: { ...common, send: (itemId, seq, value) => call('targets.save', { assessmentId, itemId, seq, value }) },
    });
    sessions.set(assessmentId, session);
  }
  session.merge(view);
  return session;
}

export const BesideContext = createContext<BesideSession | null>(null);

export function useBeside(): BesideSession {
  const session = use(BesideContext);
  if (!session) throw new Error('used outside of an opened assessment');
  return session;
}

/** What was found for one item; redraws only when that changes. */
export function useAppraisal(itemId: string): ShownAppraisal {
  const session = useBeside();
  return useSyncExternalStore(session.subscribe, () => session.appraisal(itemId));
}

export function useTarget(itemId: string): AnswerValue | null {
  const session = useBeside();
  return useSyncExternalStore(session.subscribe, () => session.target(itemId));
}
