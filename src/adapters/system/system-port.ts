import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import type { PlaceView } from '../../contract/views/data.ts';
import type { SystemPort } from '../../core/ports/backup.ts';
import { LOG_FILES } from './log.ts';

/** @param logFolder null while nothing is kept */
export function createSystemPort(logFolder: string | null, place: PlaceView): SystemPort {
  return {
    place,
    versions: {
      platform: process.platform,
      arch: process.arch,
      system: release(),
      node: process.versions.node,
      ...(process.versions['electron'] === undefined ? {} : { electron: process.versions['electron'] }),
    },
    async logLines() {
      if (logFolder === null) return [];
      const texts = await Promise.all(LOG_FILES.map((name) => readFile(join(logFolder, name), 'utf8').catch(() => '')));
      return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
    },
    async zip(files, at) {
      // Seldom needed; the start of the program does not wait for it.
      const { zipTexts } = await import('../documents/zip-write.ts');
      return zipTexts(files, at);
    },
  };
}
