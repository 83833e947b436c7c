import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Lower-case SHA-256 of a file, read piece by piece: installers are large. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Files that are delivered; what lies beside them is work of the packing tools. */
const DELIVERED = /^ThuocSo-.*\.(exe|zip|AppImage|deb)$/;

/** Writes SHA256SUMS over everything in the folder that is delivered, as `sha256sum -c` reads it. @returns names of the files */
export async function writeChecksums(folder: string): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => DELIVERED.test(name))
    .sort();
  const lines: string[] = [];
  for (const name of files) lines.push(`${await sha256(join(folder, name))}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
  return files;
}
