import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from '../adapters/files/atomic-write.ts';
import { LANGUAGES } from '../domain/text/localized.ts';

/** A value that cannot be used is forgotten alone, never all of them. */
const schema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable().catch(null),
  maximized: z.boolean().catch(false),
  exportFolder: z.string().nullable().catch(null),
  /** Data folder that was chosen when the usual one did not open; null for the usual one. */
  dataFolder: z.string().nullable().catch(null),
  /** The last language in use, for the case that the settings cannot be read. */
  language: z.enum(LANGUAGES).catch('vi'),
});

export type Remembered = Readonly<z.infer<typeof schema>>;

export interface Memory {
  readonly current: () => Remembered;
  readonly update: (change: Partial<Remembered>) => void;
  /** Waits until everything is on disk. */
  readonly settled: () => Promise<void>;
}

export function parseMemory(text: string): Remembered {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return schema.parse({});
  }
}

/**
 * Small conveniences of the desktop window in one JSON file.
 * @param file its path; a missing or damaged file counts as empty
 */
export async function openMemory(file: string): Promise<Memory> {
  let current = parseMemory(await readFile(file, 'utf8').catch(() => ''));
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    try {
      await mkdir(dirname(file), { recursive: true });
      await atomicWrite(file, Buffer.from(`${JSON.stringify(current, null, 2)}\n`));
    } catch {
      // Window size and last folder are conveniences: failing to keep them must not disturb anybody.
    }
  };
  return {
    current: () => current,
    update(change) {
      current = { ...current, ...change };
      writing = writing.then(write);
    },
    settled: () => writing,
  };
}
