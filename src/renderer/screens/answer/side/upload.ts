import { CHUNK_BYTES } from '../../../../domain/assessment/evidence-file.ts';
import { toBase64 } from '../../../../domain/text/base64.ts';
import { call } from '../../../api/client.ts';

/**
 * Sends a file to the application part by part. Nothing is stored yet: saving the document names the upload, and what
 * was sent before stopping is dropped.
 * @param onProgress takes the share that has arrived, 0 to 1
 * @param signal stops between two parts
 * @returns what saving the document wants to know
 * @throws DOMException AbortError when it was stopped
 */
export async function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ readonly upload: string; readonly name: string }> {
  const upload = crypto.randomUUID();
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    signal.throwIfAborted();
    const part = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    const { received } = await call('evidence.upload', { upload, at, base64: toBase64(part) });
    onProgress(received / file.size);
  }
  signal.throwIfAborted();
  return { upload, name: file.name };
}
