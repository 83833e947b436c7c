import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AnswerRecord } from '../../../domain/assessment/answer.ts';
import { ANY_CONTEXT, type AssessmentContext } from '../../../domain/assessment/context.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { prepareItem } from '../../../domain/items/registry.ts';
import type { Scorer } from '../../../domain/items/kind.ts';
import { useHeldText, type TypedText } from '../../ui/typed-text.ts';
import type { AnswerSession } from './answer-session.ts';
import { outlineOf, type Outline } from './outline.ts';
import type { SaveState } from './save-queue.ts';
import { ShownItems } from './shown.ts';

export const SessionContext = createContext<AnswerSession | null>(null);

export function useSession(): AnswerSession {
  const session = use(SessionContext);
  if (!session) throw new Error('used outside of an answering session');
  return session;
}

/** One record; redraws only when this record changes. */
export function useRecord(itemId: string): AnswerRecord {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.record(itemId));
}

/** Redraws with every committed change, for sums over all records. */
export function useEveryChange(): AnswerSession {
  const session = useSession();
  useSyncExternalStore(session.subscribe, () => session.version);
  return session;
}

export function useRewrites(): number {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.rewrites);
}

/** The questions that are asked with the answers so far; the same outline while none appears or goes. */
export function useOutline(questionnaire: Questionnaire): Outline {
  const session = useSession();
  const items = useMemo(() => new ShownItems(questionnaire, session.context), [questionnaire, session]);
  const shown = useSyncExternalStore(session.subscribe, () => items.at((id) => session.record(id)));
  return useMemo(() => outlineOf(questionnaire, (id) => shown.has(id)), [questionnaire, shown]);
}

/** Quick saves are not announced as under way: the state stays "saved" unless saving takes this long. */
const PATIENCE = 700;

export function useSaveState(session: AnswerSession): SaveState {
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

const scorers = new WeakMap<Item, { readonly context: AssessmentContext; readonly scorer: Scorer }>();

/** The scorer of an item, prepared once for the organisation that is being assessed. */
export function scorerOf(item: Item, context: AssessmentContext = ANY_CONTEXT): Scorer {
  const known = scorers.get(item);
  if (known && known.context.kind === context.kind && known.context.year === context.year) return known.scorer;
  const scorer = prepareItem(item, context);
  scorers.set(item, { context, scorer });
  return scorer;
}

/** A text field of the question that is shown. @param commit takes the whole text of the field @param of see useHeldText */
export function useTypedText(commit: (text: string) => void, of?: string): TypedText {
  return useHeldText(useSession(), commit, of);
}
