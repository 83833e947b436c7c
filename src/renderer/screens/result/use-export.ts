import { useCallback, useState } from 'react';
import type { ExportTicket } from '../../../contract/views.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';

export type ExportFormat = 'xlsx' | 'pdf';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly format: ExportFormat }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'downloaded'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly format: ExportFormat };

interface Export {
  readonly state: ExportState;
  readonly make: (format: ExportFormat) => void;
}

/** Makes a report and hands it over: the host saves it where the person says, or the browser downloads it. */
export function useExport(assessmentId: string, language: Language): Export {
  return useFileExport(
    useCallback((format) => call('reports.export', { assessmentId, format, language }), [assessmentId, language]),
  );
}

/** @param ask makes the file; keep it the same between renderings */
export function useFileExport(ask: (format: ExportFormat) => Promise<ExportTicket>): Export {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const making = state.kind === 'making';
  const make = useCallback(
    (format: ExportFormat): void => {
      if (making) return;
      setState({ kind: 'making', format });
      ask(format)
        .then(handOver)
        .then(setState, (error: unknown) => setState({ kind: 'failed', error, format }));
    },
    [ask, making],
  );
  return { state, make };
}

/** Hands a finished file over. */
export async function handOver({ ticket, fileName }: ExportTicket): Promise<ExportState> {
  const delivered = await call('files.deliver', { ticket });
  if (delivered.kind === 'saved') return { kind: 'saved', path: delivered.path };
  if (delivered.kind === 'cancelled') return { kind: 'cancelled' };
  download(delivered.url, fileName);
  return { kind: 'downloaded', file: fileName };
}

function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
