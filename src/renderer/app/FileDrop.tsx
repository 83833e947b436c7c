import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/client.ts';
import { useAppEvent } from '../api/events.ts';
import { useT } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { handleFiles, useFileOpener } from './open-file.ts';
import { takeFiles, takeUpload } from './opened-file.ts';
import './file-drop.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files come from anywhere: chosen, dropped into the window, opened with the program. All of them lead to one screen. */
export function FileDrop() {
  const t = useT();
  const [, navigate] = useLocation();
  const [over, setOver] = useState(false);

  useFileOpener((files) => {
    takeFiles(files);
    navigate('/open');
  });

  async function claim(): Promise<void> {
    const files = await call('opening.claim', {});
    const [first] = files;
    if (!first) return;
    takeUpload(first, files.length - 1);
    navigate('/open');
  }
  useAppEvent((event) => {
    if (event.type === 'files.waiting') void claim().catch(() => undefined);
  });
  useEffect(() => {
    // The program may have been started with a file. A failure here shows itself with the next call.
    void claim().catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once, at the start
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      window.addEventListener(
        type,
        (event) => {
          if (carriesFiles(event)) act(event);
        },
        { signal: stop.signal },
      );
    on('dragover', (event) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    });
    on('dragleave', (event) => {
      // Without a next element the pointer has left the window.
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      // A field of the page that takes files itself has said so.
      if (!event.defaultPrevented) handleFiles([...(event.dataTransfer?.files ?? [])]);
      event.preventDefault();
      setOver(false);
    });
    return () => stop.abort();
  }, []);

  if (!over) return null;
  return (
    <div className="file-drop" aria-hidden="true">
      <p>
        <Icon of={FileDown} /> {t('files.drop')}
      </p>
    </div>
  );
}
