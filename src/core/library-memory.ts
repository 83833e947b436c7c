/** What reading and checking a shipped folder gave, kept in the database so that the next start needs neither. */
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import type { Ports } from './ports.ts';
import type { RememberedFolder } from './ports/library.ts';

type MemoryPorts = Pick<Ports, 'storage' | 'sha256' | 'about'>;

export interface Recalled {
  readonly definition: Questionnaire;
  /** Content hash of the definition. */
  readonly hash: string;
  readonly samples: () => readonly unknown[];
  readonly vectors: number;
}

const sealOf = ({ sha256 }: Pick<Ports, 'sha256'>, row: Omit<RememberedFolder, 'seal'>): string =>
  sha256(JSON.stringify([row.folder, row.digest, row.program, row.definition, row.samples, row.vectors]));

/**
 * @param digest of the files as they are now
 * @returns null when nothing is kept for these files and this version of the program, or when the row is not as it was
 *   written
 */
export function recall(ports: MemoryPorts, folder: string, digest: string): Recalled | null {
  const row = ports.storage.library.remembered(folder);
  if (row?.digest !== digest || row.program !== ports.about.version || row.seal !== sealOf(ports, row)) return null;
  return {
    definition: JSON.parse(row.definition) as Questionnaire,
    hash: ports.sha256(row.definition),
    samples: () => JSON.parse(row.samples) as unknown[],
    vectors: row.vectors,
  };
}

/** @param checked canonical JSON of the definition, and what else the folder held */
export function remember(
  ports: MemoryPorts,
  checked: Pick<RememberedFolder, 'folder' | 'digest' | 'definition' | 'vectors'> & {
    readonly samples: readonly unknown[];
  },
): void {
  const row = { ...checked, program: ports.about.version, samples: JSON.stringify(checked.samples) };
  ports.storage.library.remember({ ...row, seal: sealOf(ports, row) });
}
