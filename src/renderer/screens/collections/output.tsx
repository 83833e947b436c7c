import { useState } from 'react';
import type { MethodInput } from '../../../contract/surface.ts';
import type { CollectionExport } from '../../../contract/views/collections.ts';
import { call } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { handOver } from '../result/use-export.ts';

export type OutputState =
  | { readonly kind: 'idle' | 'making' | 'cancelled' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'downloaded'; readonly file: string }
  | { readonly kind: 'failed'; readonly error: unknown };

type Options = Partial<
  Pick<MethodInput<'collections.export'>, 'run' | 'hideNames' | 'filter' | 'basis' | 'since' | 'language'>
>;

/** Makes a file of a collection and hands it over. */
export function useOutput(
  id: string,
  options: Options,
): { readonly state: OutputState; readonly save: (what: CollectionExport) => void } {
  const language = useLanguage();
  const [state, setState] = useState<OutputState>({ kind: 'idle' });
  const save = (what: CollectionExport): void => {
    if (state.kind === 'making') return;
    setState({ kind: 'making' });
    call('collections.export', { id, what, run: null, language, filter: {}, ...options })
      .then(handOver)
      .then(setState, (error: unknown) => setState({ kind: 'failed', error }));
  };
  return { state, save };
}

/** Where the file went. The region is always there, so that it is read out. */
export function OutputNotice({ state }: { readonly state: OutputState }) {
  const t = useT();
  return (
    <div className={state.kind === 'idle' ? 'visually-hidden' : 'collections__output'} role="status">
      {state.kind === 'making' && <p className="muted">{t('collections.making')}</p>}
      {state.kind === 'cancelled' && <p className="muted">{t('result.cancelled')}</p>}
      {state.kind === 'saved' && (
        <Notice>
          <p>{t('result.saved', { path: state.path })}</p>
        </Notice>
      )}
      {state.kind === 'downloaded' && (
        <Notice>
          <p>{t('result.downloaded', { file: state.file })}</p>
        </Notice>
      )}
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
    </div>
  );
}
