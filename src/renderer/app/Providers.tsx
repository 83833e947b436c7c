import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ApiError } from '../api/client.ts';
import { onConnection, reportConnection } from '../api/connection.ts';
import { connectEvents, useAppEvent } from '../api/events.ts';
import { createQueryClient, forgetAssessment, keys, useAppInfoQuery } from '../api/queries.ts';
import { SpeechContext, loadSpeech, type Speech } from '../i18n/index.ts';
import { applyLook } from './appearance.ts';
import { StartFailure } from './StartFailure.tsx';

// Only a start that failed needs it.
const RecoveryScreen = lazy(() => import('../screens/recovery/RecoveryScreen.tsx'));

/** Is it a matter of the data, which the recovery screen leads out of? */
const ofTheData = (error: unknown): boolean => error instanceof ApiError && error.code.startsWith('storage.');

/**
 * Everything that screens stand on: data, address, language. Screens appear when the settings are known and their
 * language is loaded.
 * @param props.speech the language of last time, for the moment before and for failures
 */
export function Providers({ speech, children }: { readonly speech: Speech; readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <Freshness />
        <StartGate first={speech}>{children}</StartGate>
      </Router>
    </QueryClientProvider>
  );
}

/** Keeps what is shown in step with what the application says has changed. */
function Freshness() {
  const client = useQueryClient();
  useAppEvent((event) => {
    if (event.type === 'assessment.changed') forgetAssessment(client, event.id);
    // Names of organisations stand in the list of assessments and in every header.
    if (event.type === 'organisation.changed') {
      void client.invalidateQueries({ queryKey: keys.organisations });
      forgetAssessment(client);
    }
    if (event.type === 'plan.changed') void client.invalidateQueries({ queryKey: keys.plan(event.id) });
    if (event.type === 'ledger.changed') void client.invalidateQueries({ queryKey: keys.ledger });
    if (event.type === 'library.changed') {
      void client.invalidateQueries({ queryKey: keys.library });
      void client.invalidateQueries({ queryKey: keys.questionnaires });
    }
    if (event.type === 'data.restored' && location.hash !== '#/data') {
      // Nothing that this window holds, drafts included, belongs to what is stored now.
      location.hash = '#/';
      location.reload();
    }
    if (event.type === 'settings.changed') void client.invalidateQueries({ queryKey: keys.appInfo });
  });
  useEffect(() => {
    const close = connectEvents();
    const end = onConnection((connection) => {
      // Whatever happened while the line was cut has not been told.
      if (connection === 'up') void client.invalidateQueries();
    });
    return () => {
      end();
      close();
    };
  }, [client]);
  return null;
}

function StartGate({ first, children }: { readonly first: Speech; readonly children: ReactNode }) {
  const { data, error, refetch } = useAppInfoQuery();
  const [speech, setSpeech] = useState(first);
  const settings = data?.settings;

  useEffect(() => {
    if (settings) return applyLook(settings);
  }, [settings]);

  useEffect(() => {
    let wanted = true;
    if (settings)
      loadSpeech(settings.language).then(
        (loaded) => {
          if (wanted) setSpeech(loaded);
        },
        () => reportConnection('down'),
      );
    return () => {
      wanted = false;
    };
  }, [settings]);

  // What recovery brought is read before the program goes on, so it stays after the failure is gone.
  const [failure, setFailure] = useState<unknown>(null);
  if (data === undefined && failure === null && ofTheData(error)) setFailure(error);

  if (failure !== null)
    return (
      <SpeechContext value={speech}>
        <Suspense fallback={null}>
          <RecoveryScreen
            error={failure}
            onOpen={() => {
              void refetch().then(() => setFailure(null));
            }}
          />
        </Suspense>
      </SpeechContext>
    );

  const ready = data !== undefined;
  return (
    <SpeechContext value={speech}>
      {ready ? children : error ? <StartFailure error={error} onRetry={() => void refetch()} /> : null}
    </SpeechContext>
  );
}
