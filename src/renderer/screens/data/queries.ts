import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

const DATA = ['data'];

export function useData() {
  return useQuery({ queryKey: DATA, queryFn: () => call('backups.list', {}) });
}

/** After anything that made, moved or removed a backup. */
export function useForgetData(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: DATA });
    void client.invalidateQueries({ queryKey: keys.appInfo });
  };
}
