import { useEffect, useEffectEvent } from 'react';

/** Knows one sort of file. */
export interface FileHandler {
  /** File name endings with their dot, in small letters. */
  readonly endings: readonly string[];
  readonly open: (file: File) => void;
}

const handlers = new Set<FileHandler>();
let opener: ((files: readonly File[]) => void) | null = null;

/** What the file picker offers first; the content decides, and anything may be chosen. */
const OFFERED = ['.xlsx', '.thuocso', '.yaml', '.yml', '.json'];

/** Adds a sort of file that can be opened. @returns a function that takes it away again */
export function registerFileHandler(handler: FileHandler): () => void {
  handlers.add(handler);
  return () => void handlers.delete(handler);
}

/** Opens files of a sort while the component is mounted, in place of the program. @param endings must stay the same */
export function useFileHandler(endings: readonly string[], open: (file: File) => void): void {
  const take = useEffectEvent(open);
  const key = endings.join(',');
  useEffect(() => registerFileHandler({ endings: key.split(','), open: (file) => take(file) }), [key]);
}

/** Opens every file that no screen asks for. Mount it once, in the program as a whole. */
export function useFileOpener(open: (files: readonly File[]) => void): void {
  const take = useEffectEvent(open);
  useEffect(() => {
    opener = (files) => take(files);
    return () => void (opener = null);
  }, []);
}

/** Hands files to whoever knows their sort: the picker and dropping come here. */
export function handleFiles(files: readonly File[]): void {
  const [file] = files;
  if (!file) return;
  const name = file.name.toLowerCase();
  // The newest handler first: a dialog that asks for a file wants it before the rest of the program.
  const handler = [...handlers].reverse().find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  if (handler) handler.open(file);
  else opener?.(files);
}

let picker: HTMLInputElement | null = null;

/** One picker for all times, and in the page: one that nothing holds can be gone before the person has chosen. */
function filePicker(): HTMLInputElement {
  if (picker) return picker;
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.addEventListener('change', () => {
    handleFiles([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  });
  document.body.append(input);
  picker = input;
  return input;
}

/** Lets the person choose a file, and opens it. */
export function openFile(): void {
  const input = filePicker();
  input.accept = [...new Set([...OFFERED, ...[...handlers].flatMap(({ endings }) => endings)])].join(',');
  input.click();
}
