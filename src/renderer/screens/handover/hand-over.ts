import type { HandOver, HandOverDraft, HandOverFormat } from '../../../contract/views/files.ts';
import { fromBase64 } from '../../../domain/text/base64.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';

/** host: the program asks for a folder and writes. folder: this page does both. download: the browser keeps the files. */
export type Place = 'host' | 'folder' | 'download';

/** What Chromium offers a page for writing into a folder that the person has chosen; not in the standard types. */
interface FolderHandle {
  readonly name: string;
  getFileHandle(name: string, options: { create: boolean }): Promise<FileHandle>;
}
interface FileHandle {
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(data: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> }>;
}
type Picker = (options: { mode: 'readwrite'; id: string }) => Promise<FolderHandle>;

const picker = (): Picker | undefined => (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolder = (): boolean => picker() !== undefined;

const isCancel = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

interface Asked {
  readonly id: string;
  readonly assessmentId: string;
  readonly formats: readonly HandOverFormat[];
  readonly language: Language;
  readonly place: Place;
}

/** Makes the files, brings them to their place, checks and records. @returns null when no folder was chosen */
export async function handOver({ id, assessmentId, formats, language, place }: Asked): Promise<HandOver | null> {
  let folder: FolderHandle | undefined;
  if (place === 'folder') {
    // First of all: a page may ask for a folder only right after a press.
    try {
      folder = await picker()?.call(window, { mode: 'readwrite', id: 'hand-over' });
    } catch (error) {
      if (isCancel(error)) return null;
      throw error;
    }
  }
  const { files } = await call('handover.make', { assessmentId, formats, language });
  if (place === 'host') {
    const outcome = await call('handover.write', { id, assessmentId, tickets: files.map(({ ticket }) => ticket) });
    return outcome.kind === 'recorded' ? outcome.handOver : null;
  }
  const written = [];
  for (const file of files) written.push({ ticket: file.ticket, sha256: await bring(file, folder) });
  return call('handover.record', {
    id,
    assessmentId,
    place: folder ? 'folder' : 'download',
    folder: folder?.name ?? '',
    files: written,
  });
}

/** @returns SHA-256 of what was read back; null where nothing can be read back */
async function bring(
  { ticket, fileName }: HandOverDraft['files'][number],
  folder: FolderHandle | undefined,
): Promise<string | null> {
  if (!folder) {
    const delivered = await call('files.deliver', { ticket });
    if (delivered.kind === 'download') download(delivered.url, fileName);
    return null;
  }
  const { base64 } = await call('files.open', { ticket });
  const handle = await folder.getFileHandle(fileName, { create: true });
  const out = await handle.createWritable();
  await out.write(new Uint8Array(fromBase64(base64) ?? []));
  await out.close();
  return hexOf(await crypto.subtle.digest('SHA-256', await (await handle.getFile()).arrayBuffer()));
}

const hexOf = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Gives a file to the browser's own downloads. */
export function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
