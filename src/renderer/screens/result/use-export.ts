import { useCallback, useState } from 'react';
import type { ExportTicket } from '../../../contract/views.ts';
import type { ReportFormat } from '../../../contract/views/exports.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';

export type ExportFormat = ReportFormat;

export type ExportState<F extends ExportFormat = ExportFormat> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly format: F }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'downloaded'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly format: F };

interface Export<F extends ExportFormat> {
  readonly state: ExportState<F>;
  readonly make: (format: F) => void;
}

/** Makes a report and hands it over: the host saves it where the person says, or the browser downloads it. */
export function useExport(assessmentId: string, language: Language): Export<ExportFormat> {
  return useFileExport(
    useCallback((format) => call('reports.export', { assessmentId, format, language }), [assessmentId, language]),
  );
}

/** @param ask makes the file; keep it the same between renderings */
export function useFileExport<F extends ExportFormat = ExportFormat>(
  ask: (format: F) => Promise<ExportTicket>,
): Export<F> {
  const [state, setState] = useState<ExportState<F>>({ kind: 'idle' });
  const making = state.kind === 'making';
  const make = useCallback(
    (format: F): void => {
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

type Handed = Extract<ExportState, { kind: 'saved' | 'downloaded' | 'cancelled' }>;

/** Hands a finished file over. */
export async function handOver({ ticket, fileName }: ExportTicket): Promise<Handed> {
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
