import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { MethodInput } from '../../../contract/surface.ts';
import type { CollectionView, FileOutcome } from '../../../contract/views/collections.ts';
import { call } from '../../api/client.ts';
import { useAppEvent } from '../../api/events.ts';

const LIST = ['collections'] as const;
const one = (id: string) => ['collection', id] as const;

/** Hears of changes of any collection and reads what is shown anew. Mount it once on every screen of collections. */
export function useFreshCollections(): void {
  const client = useQueryClient();
  useAppEvent((event) => {
    if (event.type === 'collection.changed') forgetCollection(client, event.id);
  });
}

export function forgetCollection(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: LIST });
  void client.invalidateQueries({ queryKey: one(id) });
}

export function useCollections() {
  return useQuery({ queryKey: LIST, queryFn: () => call('collections.list', {}) });
}

/** @param id null while none is meant */
export function useCollection(id: string | null) {
  return useQuery({
    queryKey: one(id ?? ''),
    queryFn: () => call('collections.get', { id: id ?? '' }),
    enabled: id !== null,
  });
}

/** Puts the answer of a change in place, and forgets everything that follows from it. */
export function takeView(client: QueryClient, view: CollectionView): void {
  forgetCollection(client, view.id);
  client.setQueryData(one(view.id), view);
}

export type OverviewInput = MethodInput<'collections.overview'>;

/** What was shown before stays until the answer for another filter is here. */
export function useOverview(input: OverviewInput) {
  return useQuery({
    queryKey: [...one(input.id), 'overview', input],
    queryFn: () => call('collections.overview', input),
    placeholderData: keepPreviousData,
  });
}

export function useItems(input: MethodInput<'collections.items'>) {
  return useQuery({
    queryKey: [...one(input.id), 'items', input],
    queryFn: () => call('collections.items', input),
    placeholderData: keepPreviousData,
  });
}

export function useUnit(id: string, result: number) {
  return useQuery({
    queryKey: [...one(id), 'unit', result],
    queryFn: () => call('collections.unit', { id, result }),
  });
}

export const runKey = (run: string) => ['collection-run', run] as const;

/** @param run null while none is meant */
export function useRun(run: string | null) {
  return useQuery({
    queryKey: runKey(run ?? ''),
    queryFn: () => call('collections.state', { run: run ?? '' }),
    enabled: run !== null,
  });
}

const PAGE = 1000;

/** What became of every file of a run that has ended. */
export function useOutcomes(run: string, ended: boolean) {
  return useQuery({
    queryKey: [...runKey(run), 'outcomes'],
    queryFn: async () => {
      const all: FileOutcome[] = [];
      for (;;) {
        const page = await call('collections.outcomes', { run, from: all.length, count: PAGE });
        all.push(...page.outcomes);
        if (all.length >= page.total || page.outcomes.length === 0) return all;
      }
    },
    enabled: ended,
    staleTime: Infinity,
  });
}
