import { Suspense, lazy, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { Loading, Page } from '../ui/Page.tsx';
import { useAnnouncement } from '../ui/announce.ts';
import { ClassFlow } from './ClassFlow.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { Projector } from './Projector.tsx';
import { closeHelp, useHelpOpen } from './help.ts';
import { useGlobalKeys } from './useGlobalKeys.ts';
import { useProgramActions } from './useProgramActions.ts';

// The home screen is part of the first bundle; every other one is fetched when it is first opened, or when there is time.
const LATER = {
  organisation: () => import('../screens/organisation/OrganisationScreen.tsx'),
  start: () => import('../screens/start/StartScreen.tsx'),
  settings: () => import('../screens/settings/SettingsScreen.tsx'),
  answer: () => import('../screens/answer/AnswerScreen.tsx'),
  entry: () => import('../screens/entry/EntryScreen.tsx'),
  check: () => import('../screens/check/CheckScreen.tsx'),
  evidence: () => import('../screens/evidence/EvidenceScreen.tsx'),
  result: () => import('../screens/result/ResultScreen.tsx'),
  compare: () => import('../screens/compare/CompareScreen.tsx'),
  report: () => import('../screens/report/ReportScreen.tsx'),
  preview: () => import('../screens/preview/PreviewScreen.tsx'),
  plan: () => import('../screens/plan/PlanScreen.tsx'),
  ledger: () => import('../screens/ledger/LedgerScreen.tsx'),
  library: () => import('../screens/library/LibraryScreen.tsx'),
  libraryDetail: () => import('../screens/library/DetailScreen.tsx'),
  data: () => import('../screens/data/DataScreen.tsx'),
  open: () => import('../screens/open/OpenScreen.tsx'),
  collections: () => import('../screens/collections/CollectionsScreen.tsx'),
  collectionImport: () => import('../screens/collections/ImportScreen.tsx'),
  collectionUnit: () => import('../screens/collections/UnitScreen.tsx'),
  dashboard: () => import('../screens/collections/Dashboard.tsx'),
  class: () => import('../screens/class/ClassScreen.tsx'),
  help: () => import('../screens/help/HelpScreen.tsx'),
  helpDialog: () => import('../screens/help/HelpDialog.tsx'),
  shortcuts: () => import('../screens/shortcuts/ShortcutsScreen.tsx'),
  about: () => import('../screens/about/AboutScreen.tsx'),
  privacy: () => import('../screens/privacy/PrivacyScreen.tsx'),
};
const OrganisationScreen = lazy(LATER.organisation);
const StartScreen = lazy(LATER.start);
const SettingsScreen = lazy(LATER.settings);
const AnswerScreen = lazy(LATER.answer);
const EntryScreen = lazy(LATER.entry);
const CheckScreen = lazy(LATER.check);
const EvidenceScreen = lazy(LATER.evidence);
const ResultScreen = lazy(LATER.result);
const CompareScreen = lazy(LATER.compare);
const ReportScreen = lazy(LATER.report);
const PreviewScreen = lazy(LATER.preview);
const PlanScreen = lazy(LATER.plan);
const LedgerScreen = lazy(LATER.ledger);
const LibraryScreen = lazy(LATER.library);
const LibraryDetailScreen = lazy(LATER.libraryDetail);
const DataScreen = lazy(LATER.data);
const OpenScreen = lazy(LATER.open);
const CollectionsScreen = lazy(LATER.collections);
const CollectionImportScreen = lazy(LATER.collectionImport);
const CollectionUnitScreen = lazy(LATER.collectionUnit);
const Dashboard = lazy(LATER.dashboard);
const ClassScreen = lazy(LATER.class);
const HelpScreen = lazy(LATER.help);
const HelpDialog = lazy(LATER.helpDialog);
const ShortcutsScreen = lazy(LATER.shortcuts);
const AboutScreen = lazy(LATER.about);
const PrivacyScreen = lazy(LATER.privacy);

export function App() {
  const [place] = useLocation();
  useGlobalKeys();
  useProgramActions();
  useFetchAhead();
  return (
    <>
      <ConnectionBar />
      <ClassFlow />
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
            <Route path="/assessments/:id/entry" component={EntryScreen} />
            <Route path="/assessments/:id/check" component={CheckScreen} />
            <Route path="/assessments/:id/evidence" component={EvidenceScreen} />
            <Route path="/assessments/:id/result" component={ResultScreen} />
            <Route path="/compare">
              <CompareScreen />
            </Route>
            <Route path="/assessments/:id/compare/:before?">
              {({ id, before }) => <CompareScreen key={id} id={id} before={before} />}
            </Route>
            <Route path="/assessments/:id/report" component={ReportScreen} />
            <Route path="/assessments/:id/preview" component={PreviewScreen} />
            <Route path="/assessments/:id/plan/:part?" component={PlanScreen} />
            <Route path="/ledger" component={LedgerScreen} />
            <Route path="/library" component={LibraryScreen} />
            <Route path="/library/:id/:version">
              {({ id, version }) => <LibraryDetailScreen key={`${id}/${version}`} id={id} version={version} />}
            </Route>
            <Route path="/data" component={DataScreen} />
            <Route path="/open" component={OpenScreen} />
            <Route path="/collections" component={CollectionsScreen} />
            <Route path="/collections/import/:run?">
              <CollectionImportScreen />
            </Route>
            <Route path="/collections/:id/import/:run?">
              {({ id }) => <CollectionImportScreen key={id} id={id} />}
            </Route>
            <Route path="/collections/:id/units/:result">
              {({ id, result }) => <CollectionUnitScreen key={`${id}/${result}`} id={id} result={Number(result)} />}
            </Route>
            <Route path="/collections/:id/:part?">{({ id }) => <Dashboard key={id} id={id} />}</Route>
            <Route path="/class" component={ClassScreen} />
            <Route path="/help/:article?">{({ article }) => <HelpScreen article={article} />}</Route>
            <Route path="/shortcuts" component={ShortcutsScreen} />
            <Route path="/about" component={AboutScreen} />
            <Route path="/privacy" component={PrivacyScreen} />
            <Route component={NotFoundScreen} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <Help />
      <FileDrop />
      <Projector />
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
