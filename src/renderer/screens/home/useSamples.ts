import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys, useUpdateSettings } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../ui/announce.ts';

function refreshLists(client: QueryClient): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: keys.organisations }),
    client.invalidateQueries({ queryKey: keys.assessments }),
    client.invalidateQueries({ queryKey: keys.appInfo }),
  ]);
}

/** Brings the shipped samples and shows the first sample organisation, or takes all samples away. */
export function useSamples() {
  const t = useT();
  const client = useQueryClient();
  const { mutateAsync: updateSettings } = useUpdateSettings();
  const add = useMutation({
    mutationFn: () => call('samples.add', {}),
    onSuccess: async ([first]) => {
      await updateSettings({ welcomed: true, ...(first && { organisationId: first.organisationId }) });
      await refreshLists(client);
    },
  });
  const remove = useMutation({
    mutationFn: () => call('samples.remove', {}),
    onSuccess: async () => {
      await refreshLists(client);
      announce(t('home.samples-removed'));
    },
  });
  return { add, remove };
}
