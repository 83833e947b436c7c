// npm run bundle:browser: the program for a browser as one zip in dist, with its checksum.
import './require-node24.mjs';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { buildIfNeeded } from './build-if-needed.mjs';
import { BUNDLE_NAME, makeBrowserBundle } from './packaging/browser-bundle.ts';
import { writeChecksums } from './packaging/checksums.ts';
import { filesBelow } from './packaging/inspect.ts';
import { DIST, WORK } from './packaging/paths.ts';

if (!buildIfNeeded()) process.exit(1);
const folder = join(WORK, BUNDLE_NAME);
await makeBrowserBundle(folder);
const zip = new JSZip();
// One moment for all files: the same sources give the same bytes.
const date = new Date('2026-01-01T00:00:00Z');
for (const file of filesBelow(folder)) {
  const unixPermissions = /^start\.sh$/.test(file) ? 0o100755 : 0o100644;
  zip.file(`${BUNDLE_NAME}/${file}`, readFileSync(join(folder, file)), { date, unixPermissions, createFolders: false });
}
const bytes = await zip.generateAsync({
  type: 'nodebuffer',
  compression: 'DEFLATE',
  compressionOptions: { level: 9 },
  platform: 'UNIX',
});
mkdirSync(DIST, { recursive: true });
const file = join(DIST, `${BUNDLE_NAME}.zip`);
writeFileSync(file, bytes);
rmSync(folder, { recursive: true, force: true });
await writeChecksums(DIST);
console.log(`✓ ${file} (${(statSync(file).size / 1024 / 1024).toFixed(1)} MB)`);
