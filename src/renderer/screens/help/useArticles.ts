import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/index.ts';
import type { Articles } from './articles/list.ts';

const LOAD = {
  vi: (): Promise<{ articles: Articles }> => import('./articles/vi/index.ts'),
  en: (): Promise<{ articles: Articles }> => import('./articles/en/index.ts'),
};

/** The articles in the shown language: a chunk of their own, loaded when the help is first opened. */
export function useArticles() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['help', language],
    queryFn: async () => (await LOAD[language]()).articles,
    staleTime: Infinity,
    gcTime: Infinity,
  });
}
