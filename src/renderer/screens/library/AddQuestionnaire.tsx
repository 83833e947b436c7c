import { FilePlus, FolderPlus } from 'lucide-react';
import { useRef, useState, type ComponentProps } from 'react';
import { Link } from 'wouter';
import type { AddedView } from '../../../contract/views/library.ts';
import { LIBRARY_LIMITS } from '../../../contract/views/library-limits.ts';
import { call } from '../../api/client.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { readPicked } from './read-files.ts';

type Outcome =
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly added: AddedView }
  | { readonly kind: 'refused'; readonly reason: 'too-big' | 'nothing' }
  | { readonly kind: 'failed'; readonly error: unknown };

const LIMITS = { files: LIBRARY_LIMITS.files, size: LIBRARY_LIMITS.bytes / 1024 / 1024 };

/** Choosing a folder is no standard attribute, but every browser that we run in knows it. */
const FOLDER = { webkitdirectory: '' } as ComponentProps<'input'>;

/** Adds a questionnaire from a file or a folder, and says what came of it. */
export function AddQuestionnaire({ onAdded }: { readonly onAdded: () => void }) {
  const t = useT();
  const say = useLocalized();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const busy = outcome?.kind === 'busy';

  async function add(input: HTMLInputElement): Promise<void> {
    const picked = [...(input.files ?? [])];
    // The same file may be chosen again after it was corrected.
    input.value = '';
    if (picked.length === 0) return;
    setOutcome({ kind: 'busy' });
    try {
      const files = await readPicked(picked);
      if (typeof files === 'string') return setOutcome({ kind: 'refused', reason: files });
      setOutcome({ kind: 'done', added: await call('library.add', { files }) });
      onAdded();
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  }

  return (
    <section aria-labelledby="add" className="stack-1">
      <h2 id="add">{t('library.add')}</h2>
      <p className="muted small measure">{t('library.add-hint', LIMITS)}</p>
      <div className="row">
        <Button busy={busy} onClick={() => folder.current?.click()}>
          <Icon of={FolderPlus} /> {t('library.add-folder')}
        </Button>
        <Button busy={busy} onClick={() => file.current?.click()}>
          <Icon of={FilePlus} /> {t('library.add-file')}
        </Button>
        <input
          ref={folder}
          type="file"
          hidden
          aria-label={t('library.add-folder')}
          {...FOLDER}
          onChange={(event) => void add(event.currentTarget)}
        />
        <input
          ref={file}
          type="file"
          hidden
          multiple
          accept=".xlsx,.thuocso,.yaml,.yml,.json"
          aria-label={t('library.add-file')}
          onChange={(event) => void add(event.currentTarget)}
        />
      </div>
      {busy && (
        <p className="muted" role="status">
          {t('library.adding')}
        </p>
      )}
      {outcome?.kind === 'done' && (
        <Notice role="status">
          <p>
            {t(outcome.added.outcome === 'added' ? 'library.added' : 'library.known', {
              title: say(outcome.added.title),
              version: outcome.added.version,
            })}{' '}
            <Link href={`/library/${outcome.added.id}/${outcome.added.version}`}>{t('library.open-added')}</Link>
          </p>
        </Notice>
      )}
      {outcome?.kind === 'refused' && (
        <Notice kind="error" role="alert">
          <p>{outcome.reason === 'too-big' ? t('library.too-big', LIMITS) : t('library.nothing-chosen')}</p>
        </Notice>
      )}
      {outcome?.kind === 'failed' && <ErrorNotice error={outcome.error} />}
    </section>
  );
}
