import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MethodInput } from '../../../contract/surface.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export function useLibrary() {
  return useQuery({ queryKey: keys.library, queryFn: () => call('library.list', {}) });
}

export function useLibraryDetail(id: string, version: string) {
  return useQuery({
    queryKey: [...keys.library, id, version],
    queryFn: () => call('library.get', { id, version }),
  });
}

/** What is offered for new assessments follows from the library. */
export function useForgetLibrary(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keys.library });
    void client.invalidateQueries({ queryKey: keys.questionnaires });
  };
}

export function useShow() {
  const forget = useForgetLibrary();
  return useMutation({
    mutationFn: (input: MethodInput<'library.show'>) => call('library.show', input),
    onSettled: forget,
  });
}

export function useRemove() {
  const forget = useForgetLibrary();
  return useMutation({
    mutationFn: (input: MethodInput<'library.remove'>) => call('library.remove', input),
    onSettled: forget,
  });
}
