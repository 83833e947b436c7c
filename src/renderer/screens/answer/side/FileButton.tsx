import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceFile } from '../../../../domain/assessment/evidence-file.ts';
import { call } from '../../../api/client.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { handOver } from '../../result/use-export.ts';
import { sizeText } from './file-text.ts';

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Hands the file of a document out: saved where the person says, never opened by the program. */
export function FileButton({
  assessmentId,
  evidenceId,
  file,
}: {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly file: EvidenceFile;
}) {
  const t = useT();
  const language = useLanguage();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const open = async (): Promise<void> => {
    setState({ kind: 'busy' });
    try {
      const delivered = await handOver(await call('evidence.file', { assessmentId, evidenceId }));
      setState(delivered.kind === 'saved' ? delivered : { kind: 'idle' });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  const shown = `${file.name} (${sizeText(file.size, language)})`;
  return (
    <div className="file">
      <Button
        look="quiet"
        busy={state.kind === 'busy'}
        aria-label={t('side.file-open-of', { name: shown })}
        onClick={() => void open()}
      >
        <Icon of={Paperclip} />
        <span className="file__name">{shown}</span>
      </Button>
      {state.kind === 'saved' && (
        <p className="small muted" role="status">
          {t('side.file-saved', { path: state.path })}
        </p>
      )}
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
    </div>
  );
}
