import { Suspense, lazy } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { useAppEvent } from '../api/events.ts';
import { keys } from '../api/queries.ts';

const ClassBar = lazy(() => import('../screens/class/ClassBar.tsx'));

export function useClassState() {
  return useQuery({ queryKey: keys.class, queryFn: () => call('class.info', {}), staleTime: Infinity });
}

/** While a class runs: its bar above every screen, and its own page in place of home, whose lists are not for participants. */
export function ClassFlow() {
  const [place] = useLocation();
  const client = useQueryClient();
  const state = useClassState().data?.state ?? null;
  useAppEvent((event) => {
    if (event.type === 'class.changed') void client.invalidateQueries({ queryKey: keys.class });
  });
  if (!state) return null;
  if (place === '/') return <Redirect to="/class" replace />;
  if (place === '/class') return null;
  return (
    <Suspense fallback={null}>
      <ClassBar state={state} />
    </Suspense>
  );
}
