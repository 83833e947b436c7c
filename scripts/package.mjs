// npm run package [-- win|linux|mac …]: builds, packs for the named systems (this one without a name), writes SHA256SUMS.
// Electron comes from the folder that THUOC_SO_ELECTRON names (its own archives, or unpacked), else it is fetched.
import './require-node24.mjs';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { writeChecksums } from './packaging/checksums.ts';
import { ELECTRON_FOLDER } from './packaging/config.ts';
import { inspectContents, wrongFuses } from './packaging/inspect.ts';
import { pack, packedIn } from './packaging/pack.ts';
import { DIST } from './packaging/paths.ts';
import { prepare } from './packaging/prepare.ts';
import { TARGETS } from './packaging/targets.ts';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !TARGETS.some(({ os }) => os === name));
if (unknown.length > 0) {
  console.error(`win, linux, mac: ${unknown.join(' ')}?`);
  process.exit(2);
}
const targets = TARGETS.filter(({ os, platform }) =>
  named.length > 0 ? named.includes(os) : platform === process.platform,
);
if (!buildIfNeeded()) process.exit(1);
prepare(targets);
try {
  for (const target of targets) {
    await pack({ target, only: 'all' });
    const { resources, program } = packedIn(DIST, target);
    const { archive, resources: beside } = inspectContents(resources, target);
    const wrong = [
      ...archive.unexpected.concat(beside.unexpected).map((file) => `does not belong there: ${file}`),
      ...archive.missing.concat(beside.missing).map((file) => `missing: ${file}`),
      ...(await wrongFuses(program)).map((fuse) => `fuse: ${fuse}`),
    ];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }
  for (const name of await writeChecksums(DIST)) console.log(`✓ ${join(DIST, name)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    'Không tải được Electron hoặc công cụ đóng gói? Sao chép bộ nhớ đệm từ máy có mạng, xem docs/packaging.md.\n' +
      `Could Electron or a packing tool not be fetched? Copy their cache from a computer with internet and set ${ELECTRON_FOLDER}: docs/packaging.md.`,
  );
  process.exit(1);
}
