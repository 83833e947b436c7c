import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MethodOutput } from '../../../contract/surface.ts';
import type { PlanView } from '../../../contract/views/plan.ts';
import { applyChange, changeBetween, type PlanChange } from '../../../domain/plan/change.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { announce } from '../../ui/announce.ts';

/** Steps that can be taken back, as everywhere in the program. */
const MOST_STEPS = 100;

interface History {
  undo: PlanChange[];
  redo: PlanChange[];
  /** Changes are sent one after the other, each made from the plan that the one before has led to. */
  queue: Promise<unknown>;
}

/** Kept while the program runs, so that going to another screen and back forgets nothing. */
const histories = new Map<string, History>();

function historyOf(assessmentId: string): History {
  const known = histories.get(assessmentId) ?? { undo: [], redo: [], queue: Promise.resolve() };
  histories.set(assessmentId, known);
  return known;
}

export function usePlan(assessmentId: string) {
  return useQuery({
    queryKey: keys.plan(assessmentId),
    queryFn: (): Promise<MethodOutput<'plans.get'>> => call('plans.get', { assessmentId }),
  });
}

export interface PlanWork {
  /**
   * Makes a change from the plan as it then is, and stores it.
   * @param said what screen readers are told when it is done
   */
  readonly change: (make: (plan: Plan) => PlanChange | null, said?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the last change was not stored; null when it was. */
  readonly failure: unknown;
}

/** Changes of one plan with undo and redo. */
export function usePlanWork(assessmentId: string): PlanWork {
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const [, redraw] = useState(0);
  const history = historyOf(assessmentId);

  /** @returns the change that takes this one back; null when nothing was done */
  async function perform(make: (plan: Plan) => PlanChange | null): Promise<PlanChange | null> {
    const before = await planNow(client, assessmentId);
    const change = make(before.plan);
    if (change === null) return null;
    const back = changeBetween(applyChange(before.plan, change), before.plan);
    client.setQueryData(keys.plan(assessmentId), await call('plans.change', { assessmentId, change }));
    return back;
  }

  function run(make: (plan: Plan) => PlanChange | null, store: (back: PlanChange) => void, said?: string): void {
    history.queue = history.queue.then(async () => {
      try {
        const back = await perform(make);
        setFailure(null);
        if (back === null) return;
        store(back);
        if (said !== undefined) announce(said);
      } catch (error) {
        setFailure(error);
      } finally {
        redraw((count) => count + 1);
      }
    });
  }

  /** Takes the newest step of one list and puts what reverses it on the other. */
  function travel(from: 'undo' | 'redo', to: 'undo' | 'redo'): void {
    run(
      () => history[from].at(-1) ?? null,
      (back) => {
        history[from].pop();
        history[to].push(back);
      },
    );
  }

  return {
    change: (make, said) =>
      run(
        make,
        (back) => {
          history.undo = [...history.undo, back].slice(-MOST_STEPS);
          history.redo = [];
        },
        said,
      ),
    undo: () => travel('undo', 'redo'),
    redo: () => travel('redo', 'undo'),
    canUndo: history.undo.length > 0,
    canRedo: history.redo.length > 0,
    failure,
  };
}

async function planNow(client: QueryClient, assessmentId: string): Promise<PlanView> {
  return client.getQueryData<PlanView>(keys.plan(assessmentId)) ?? (await call('plans.get', { assessmentId }));
}
