import { Suspense, lazy, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useMenuActions } from '../api/events.ts';
import { useSettings, useUpdateSettings } from '../api/queries.ts';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { Loading, Page } from '../ui/Page.tsx';
import { useAnnouncement } from '../ui/announce.ts';
import { ConnectionBar } from './ConnectionBar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { closeHelp, openHelp, useHelpOpen } from './help.ts';
import { useGlobalKeys, useZoom } from './useGlobalKeys.ts';

// The home screen is part of the first bundle; every other one is fetched when it is first opened, or when there is time.
const LATER = {
  organisation: () => import('../screens/organisation/OrganisationScreen.tsx'),
  start: () => import('../screens/start/StartScreen.tsx'),
  settings: () => import('../screens/settings/SettingsScreen.tsx'),
  answer: () => import('../screens/answer/AnswerScreen.tsx'),
  check: () => import('../screens/check/CheckScreen.tsx'),
  result: () => import('../screens/result/ResultScreen.tsx'),
  help: () => import('./HelpDialog.tsx'),
};
const OrganisationScreen = lazy(LATER.organisation);
const StartScreen = lazy(LATER.start);
const SettingsScreen = lazy(LATER.settings);
const AnswerScreen = lazy(LATER.answer);
const CheckScreen = lazy(LATER.check);
const ResultScreen = lazy(LATER.result);
const HelpDialog = lazy(LATER.help);

export function App() {
  const [place] = useLocation();
  useGlobalKeys();
  useNativeMenu();
  useFetchAhead();
  return (
    <>
      <ConnectionBar />
      <ErrorBoundary place={place}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={HomeScreen} />
            <Route path="/organisations/new">
              <OrganisationScreen />
            </Route>
            <Route path="/organisations/:id">{({ id }) => <OrganisationScreen key={id} id={id} />}</Route>
            <Route path="/start" component={StartScreen} />
            <Route path="/settings/:section?">{({ section }) => <SettingsScreen section={section} />}</Route>
            <Route path="/assessments/:id/answer/:itemId?" component={AnswerScreen} />
            <Route path="/assessments/:id/check" component={CheckScreen} />
            <Route path="/assessments/:id/result" component={ResultScreen} />
            <Route component={NotFoundScreen} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <Help />
      <Announcer />
    </>
  );
}

/** Fetches the other screens while nothing else happens: they open at once, and also after the program was closed. */
function useFetchAhead(): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      for (const fetchScreen of Object.values(LATER)) fetchScreen().catch(() => undefined);
    });
    return () => cancelIdleCallback(handle);
  }, []);
}

/** Entries of the native menu do what the controls of the page do. */
function useNativeMenu(): void {
  const [, navigate] = useLocation();
  const { language } = useSettings();
  const update = useUpdateSettings();
  const zoom = useZoom();
  useMenuActions({
    home: () => navigate('/'),
    new: () => navigate('/start'),
    'zoom-in': zoom.larger,
    'zoom-out': zoom.smaller,
    'zoom-reset': zoom.reset,
    language: () => update.mutate({ language: language === 'vi' ? 'en' : 'vi' }),
    help: openHelp,
    about: () => navigate('/settings/about'),
  });
}

function Waiting() {
  return (
    <Page title={[]}>
      <Loading />
    </Page>
  );
}

function Help() {
  const open = useHelpOpen();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <HelpDialog onClose={closeHelp} />
    </Suspense>
  );
}

function Announcer() {
  return (
    <p className="visually-hidden" role="status">
      {useAnnouncement()}
    </p>
  );
}
