import { MAX_RECEIVED_BYTES, PIECE_BYTES, type BackupSource } from '../../../contract/views/data.ts';
import type { Delivered, ExportTicket } from '../../../contract/views.ts';
import { toBase64 } from '../../../domain/text/base64.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';
import type { Words } from '../../i18n/index.ts';

/** A size for people: "812 kB", "3,4 MB". */
export function sizeText(t: Words, language: Language, bytes: number): string {
  const small = bytes < 1024 * 1024;
  const figure = small ? String(Math.max(1, Math.round(bytes / 1024))) : (bytes / 1024 / 1024).toFixed(1);
  const size = language === 'vi' ? figure.replace('.', ',') : figure;
  return small ? t('data.size-kb', { size }) : t('data.size-mb', { size });
}

/** A file of the page as the backend's own temporary file. @returns null when it is too large to be a backup */
export async function sendBackup(file: Blob): Promise<BackupSource | null> {
  if (file.size > MAX_RECEIVED_BYTES) return null;
  const id = crypto.randomUUID();
  // An empty file is sent too, so that the refusal can say what it is.
  for (let offset = 0; offset === 0 || offset < file.size; offset += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    await call('backups.receive', { id, offset, base64: toBase64(bytes) });
  }
  return { kind: 'received', id };
}

/** Lets the browser save what the host offers as a download. */
function download(delivered: Delivered, fileName: string): Delivered {
  if (delivered.kind !== 'download') return delivered;
  const link = document.createElement('a');
  link.href = delivered.url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  return delivered;
}

export const deliverBackup = async (name: string): Promise<Delivered> =>
  download(await call('backups.deliver', { name, to: 'person' }), name);

export async function deliverTicket({ ticket, fileName }: ExportTicket): Promise<Delivered> {
  return download(await call('files.deliver', { ticket }), fileName);
}

/** Where a delivered file went, as a sentence. */
export function deliveredText(
  t: Words,
  delivered: Delivered,
  fileName: string,
  saved: 'data.delivered' | 'data.saved',
) {
  if (delivered.kind === 'saved') return t(saved, { path: delivered.path });
  return delivered.kind === 'download' ? t('data.downloaded', { file: fileName }) : t('data.cancelled');
}
