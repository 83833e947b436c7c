import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Lower-case SHA-256 of a file, read piece by piece: installers are large. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes SHA256SUMS in the form that `sha256sum -c` and `certutil` users can compare. */
export async function writeChecksums(folder: string, files: readonly string[]): Promise<void> {
  const lines: string[] = [];
  for (const file of [...files].sort()) lines.push(`${await sha256(file)}  ${basename(file)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}
