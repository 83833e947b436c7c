import { QueryClient, useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MethodInput, MethodOutput } from '../../contract/surface.ts';
import type { AppInfo, Settings } from '../../contract/views.ts';
import type { Language } from '../../domain/text/localized.ts';
import { call } from './client.ts';

/** Names under which answers are kept; a shorter key stands for everything below it. */
export const keys = {
  appInfo: ['app.info'],
  settings: ['settings'],
  questionnaires: ['questionnaires'],
  questionnaire: (id: string, version: string) => ['questionnaire', id, version],
  organisations: ['organisations'],
  assessments: ['assessments'],
  assessment: (id: string) => ['assessment', id],
  result: (id: string) => ['result', id],
  plan: (id: string) => ['plan', id],
  templates: ['templates'],
  ledger: ['ledger'],
  library: ['library'],
  recent: ['recent'],
  opened: (upload: string) => ['opened', upload],
  handOvers: (assessmentId: string) => ['handover', assessmentId],
  handedIn: ['handed-in'],
  class: ['class'],
} as const;

/** The application is on this computer: being offline never pauses a call, and repeating a refused one is useless. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** For the start gate and the failure screen; everything else uses `useAppInfo`. */
export function useAppInfoQuery() {
  return useQuery({
    queryKey: keys.appInfo,
    queryFn: async ({ client }) => {
      const info = await call('app.info', {});
      return { ...info, settings: { ...info.settings, ...beingStored(client) } };
    },
    staleTime: Infinity,
  });
}

/** Changes of settings that are under way: an answer that was made before them must not undo them on the screen. */
function beingStored(client: QueryClient): Partial<Settings> {
  const changes = client.getMutationCache().findAll({ mutationKey: keys.settings, status: 'pending' });
  return Object.assign({}, ...changes.map(({ state }) => state.variables)) as Partial<Settings>;
}

/** What is known about the program; the start gate has loaded it before any screen is shown. */
export function useAppInfo(): AppInfo {
  const { data } = useAppInfoQuery();
  if (!data) throw new Error('app.info is read before the start gate has opened');
  return data;
}

export function useSettings(): Settings {
  return useAppInfo().settings;
}

/** Reads the settings at the moment of asking: keys come faster than the screen is drawn. */
export function useSettingsNow(): () => Settings {
  const client = useQueryClient();
  const drawn = useSettings();
  return () => client.getQueryData<AppInfo>(keys.appInfo)?.settings ?? drawn;
}

/** Changes settings: shown at once, stored behind it, taken back when storing fails. */
export function useUpdateSettings() {
  const client = useQueryClient();
  const put = (settings: Partial<Settings>): void => {
    client.setQueryData<AppInfo>(
      keys.appInfo,
      (info) => info && { ...info, settings: { ...info.settings, ...settings } },
    );
  };
  return useMutation({
    mutationKey: keys.settings,
    mutationFn: (input: MethodInput<'settings.update'>) => call('settings.update', input),
    onMutate: (input) => {
      const before = client.getQueryData<AppInfo>(keys.appInfo)?.settings;
      put(input);
      return { before };
    },
    onError: (_error, _input, context) => {
      if (context?.before) put(context.before);
    },
  });
}

/** Why the last change of settings was not stored; null when it was. */
export function useSettingsError(): Error | null {
  const changes = useMutationState({
    filters: { mutationKey: keys.settings },
    select: (mutation) => mutation.state.error,
  });
  return changes.at(-1) ?? null;
}

export function useQuestionnaires() {
  return useQuery({ queryKey: keys.questionnaires, queryFn: () => call('questionnaires.list', {}) });
}

/** One released version never changes, so it is read once. */
export function questionnaireQuery(id: string, version: string) {
  return {
    queryKey: keys.questionnaire(id, version),
    queryFn: () => call('questionnaires.get', { id, version }),
    staleTime: Infinity,
    gcTime: Infinity,
  };
}

/** @param ref null while it is not known which one is wanted */
export function useQuestionnaire(id: string | undefined, version: string | undefined) {
  return useQuery({
    ...questionnaireQuery(id ?? '', version ?? ''),
    enabled: id !== undefined && version !== undefined,
  });
}

export function useOrganisations() {
  return useQuery({ queryKey: keys.organisations, queryFn: () => call('organisations.list', {}) });
}

export function useAssessments() {
  return useQuery({ queryKey: keys.assessments, queryFn: () => call('assessments.list', {}) });
}

/** @param id undefined while it is not known which one is wanted */
export function useAssessment(id: string | undefined) {
  return useQuery({
    queryKey: keys.assessment(id ?? ''),
    queryFn: (): Promise<MethodOutput<'assessments.open'>> => call('assessments.open', { id: id ?? '' }),
    enabled: id !== undefined,
  });
}

/** The result of one assessment, also where several are read at once. */
export function resultQuery(assessmentId: string) {
  return {
    queryKey: keys.result(assessmentId),
    queryFn: () => call('results.get', { assessmentId }),
  };
}

export function useResult(assessmentId: string) {
  return useQuery(resultQuery(assessmentId));
}

/** How a score came about. @param wanted false while nobody has asked for it */
export function useTrace(assessmentId: string, language: Language, wanted: boolean) {
  return useQuery({
    queryKey: [...keys.result(assessmentId), 'trace', language],
    queryFn: () => call('results.trace', { assessmentId, language }),
    enabled: wanted,
  });
}

/** @param before null = the former units of the organisation; undefined while it is not known which one is wanted */
export function useComparison(now: string | undefined, before: string | null | undefined) {
  return useQuery({
    queryKey: ['result', now ?? '', 'compare', before ?? ''],
    queryFn: () => call('results.compare', { now: now ?? '', before: before ?? null }),
    enabled: now !== undefined && before !== undefined,
  });
}

/** Forgets everything that follows from the answers of an assessment (all of them without an id). */
export function forgetAssessment(client: QueryClient, id?: string): void {
  void client.invalidateQueries({ queryKey: keys.assessments });
  void client.invalidateQueries({ queryKey: id === undefined ? ['assessment'] : keys.assessment(id) });
  void client.invalidateQueries({ queryKey: id === undefined ? ['result'] : keys.result(id) });
  void client.invalidateQueries({ queryKey: id === undefined ? ['plan'] : keys.plan(id) });
  void client.invalidateQueries({ queryKey: keys.ledger });
}
