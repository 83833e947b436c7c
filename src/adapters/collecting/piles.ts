import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { SourceFile } from '../../core/ports/collections.ts';
import { MAX_FILE_BYTES } from '../../domain/assessment/evidence-file.ts';
import { asFileError, systemCode } from '../files/errors.ts';

/** Archives may be larger than single files. */
const MAX_BYTES = MAX_FILE_BYTES * 4;

export interface Piles {
  keepPart(source: string, file: number, name: string, at: number, part: Uint8Array): Promise<number>;
  kept(source: string): Promise<SourceFile[]>;
  forget(source: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Files that come in parts wait on the disk until they are imported, so that a pile of thousands needs no memory. They lie
 * under numbers: a name from outside never becomes a path.
 * @param folder made when the first part comes
 */
export function createPiles(folder: string): Piles {
  const names = new Map<string, Map<number, string>>();
  const placeOf = (source: string): string => join(folder, source);
  const pathOf = (source: string, file: number): string => join(placeOf(source), String(file).padStart(6, '0'));

  return {
    async keepPart(source, file, name, at, part) {
      const path = pathOf(source, file);
      try {
        await mkdir(placeOf(source), { recursive: true });
        if (at === 0) await rm(path, { force: true });
        const size = await stat(path).then(
          (found) => found.size,
          (error: unknown) => {
            if (systemCode(error) === 'ENOENT') return 0;
            throw error;
          },
        );
        // The same part once more: its acknowledgement got lost.
        if (at + part.length === size) return size;
        if (at !== size) throw new AppError('upload.unknown');
        if (size + part.length > MAX_BYTES)
          throw new AppError('file.too-large', { file: name, limit: `${MAX_BYTES / 1024 / 1024} MB` });
        await appendFile(path, part);
        const known = names.get(source) ?? new Map<number, string>();
        names.set(source, known.set(file, name.replace(/[\\/]+/g, '/').normalize('NFC')));
        return size + part.length;
      } catch (error) {
        throw error instanceof AppError ? error : asFileError(error, name);
      }
    },
    async kept(source) {
      const files = await readdir(placeOf(source)).catch(() => [] as string[]);
      return files.sort().map((file) => ({
        path: join(placeOf(source), file),
        name: names.get(source)?.get(Number(file)) ?? file,
      }));
    },
    async forget(source) {
      names.delete(source);
      await rm(placeOf(source), { recursive: true, force: true });
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
