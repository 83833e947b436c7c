import { AppError } from '../contract/errors.ts';
import { MAX_FILE_BYTES } from '../domain/assessment/evidence-file.ts';

/** Files on their way in, part by part, in memory only: what is not finished leaves nothing behind. */
export interface Uploads {
  /** @returns bytes received so far. @throws AppError upload.unknown when a part is missing, file.too-large */
  take(id: string, at: number, part: Uint8Array): number;
  /** The whole file; it stays until `drop`, so that a failed attempt can be repeated. @throws AppError upload.unknown */
  whole(id: string): Uint8Array;
  /** Puts other bytes in the place of a whole file: what was under a passphrase. */
  replace(id: string, bytes: Uint8Array): void;
  drop(id: string): void;
}

/** So many at once; a new one pushes out the one that was begun first. */
const KEPT = 3;

/** @param most bytes of one file */
export function createUploads(most: number = MAX_FILE_BYTES): Uploads {
  const files = new Map<string, { readonly parts: Uint8Array[]; size: number }>();

  function find(id: string): { readonly parts: Uint8Array[]; size: number } {
    const found = files.get(id);
    if (!found) throw new AppError('upload.unknown');
    return found;
  }

  return {
    take(id, at, part) {
      if (at === 0) {
        files.delete(id);
        files.set(id, { parts: [], size: 0 });
        for (const known of files.keys()) {
          if (files.size <= KEPT) break;
          files.delete(known);
        }
      }
      const file = find(id);
      // The same part once more: its acknowledgement got lost.
      if (at + part.length === file.size) return file.size;
      if (at !== file.size) throw new AppError('upload.unknown');
      if (file.size + part.length > most) {
        files.delete(id);
        throw new AppError('file.too-large', { file: '', limit: `${most / 1024 / 1024} MB` });
      }
      file.parts.push(part);
      file.size += part.length;
      return file.size;
    },
    whole(id) {
      const { parts, size } = find(id);
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
    replace(id, bytes) {
      find(id);
      files.set(id, { parts: [bytes], size: bytes.length });
    },
    drop: (id) => void files.delete(id),
  };
}
