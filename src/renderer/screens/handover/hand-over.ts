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

/** What is to be handed in. */
export interface Wanted {
  readonly formats: readonly HandOverFormat[];
  readonly deidentified: boolean;
  readonly attached: boolean;
  /** Empty: none. */
  readonly passphrase: string;
}

interface Asked extends Wanted {
  readonly id: string;
  readonly assessmentId: string;
  readonly language: Language;
  readonly place: Place;
  /** Where a name is taken, the next free one is used. */
  readonly otherName: boolean;
}

/** A file of that name is there with other content; it is never replaced. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
  readonly file: string;

  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

/** Makes the files, brings them to their place, checks and records. @returns null when no folder was chosen */
export async function handOver(asked: Asked): Promise<HandOver | null> {
  const { id, assessmentId, language, place, otherName, formats, deidentified, attached } = asked;
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
  const { files } = await call('handover.make', {
    assessmentId,
    formats,
    language,
    deidentified,
    attached,
    passphrase: asked.passphrase === '' ? null : asked.passphrase,
  });
  if (place === 'host') {
    const tickets = files.map(({ ticket }) => ticket);
    const outcome = await call('handover.write', { id, assessmentId, tickets, otherName });
    return outcome.kind === 'recorded' ? outcome.handOver : null;
  }
  const written = [];
  for (const file of files) written.push({ ticket: file.ticket, ...(await bring(file, folder, otherName)) });
  return call('handover.record', {
    id,
    assessmentId,
    place: folder ? 'folder' : 'download',
    folder: folder?.name ?? '',
    files: written,
  });
}

/** Names that are tried when one is taken. */
const OTHER_NAMES = 50;

/** Is there a file of that name, with other content? */
async function isTaken(folder: FolderHandle, name: string, sha256: string): Promise<boolean> {
  try {
    const there = await (await folder.getFileHandle(name, { create: false })).getFile();
    return hexOf(await crypto.subtle.digest('SHA-256', await there.arrayBuffer())) !== sha256;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    throw error;
  }
}

/** @throws NameTaken */
async function freeName(folder: FolderHandle, name: string, sha256: string, otherName: boolean): Promise<string> {
  for (let number = 1; number <= (otherName ? OTHER_NAMES : 1); number += 1) {
    const tried = number === 1 ? name : name.replace(/(\.[a-z]+)$/, `-${number}$1`);
    if (!(await isTaken(folder, tried, sha256))) return tried;
  }
  throw new NameTaken(name);
}

/** @returns SHA-256 of what was read back, null where nothing can be read back, and the name where it is another one */
async function bring(
  { ticket, fileName, sha256 }: HandOverDraft['files'][number],
  folder: FolderHandle | undefined,
  otherName: boolean,
): Promise<{ sha256: string | null; fileName?: string }> {
  if (!folder) {
    const delivered = await call('files.deliver', { ticket });
    if (delivered.kind === 'download') download(delivered.url, fileName);
    return { sha256: null };
  }
  const name = await freeName(folder, fileName, sha256, otherName);
  const { base64 } = await call('files.open', { ticket });
  const handle = await folder.getFileHandle(name, { create: true });
  const out = await handle.createWritable();
  await out.write(new Uint8Array(fromBase64(base64) ?? []));
  await out.close();
  const read = hexOf(await crypto.subtle.digest('SHA-256', await (await handle.getFile()).arrayBuffer()));
  return { sha256: read, ...(name === fileName ? {} : { fileName: name }) };
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
