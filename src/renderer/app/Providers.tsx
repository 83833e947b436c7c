import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { onConnection, reportConnection } from '../api/connection.ts';
import { connectEvents, useAppEvent } from '../api/events.ts';
import { createQueryClient, forgetAssessment, keys, useAppInfoQuery } from '../api/queries.ts';
import { SpeechContext, loadSpeech, type Speech } from '../i18n/index.ts';
import { applyLook } from './appearance.ts';
import { StartFailure } from './StartFailure.tsx';

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

  const ready = data !== undefined;
  return (
    <SpeechContext value={speech}>
      {ready ? children : error ? <StartFailure error={error} onRetry={() => void refetch()} /> : null}
    </SpeechContext>
  );
}
