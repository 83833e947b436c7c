// npm run package:check: verifies everything about packages that needs no Electron, and says what it could not.
import './require-node24.mjs';
import { buildIfNeeded } from './build-if-needed.mjs';
import { inTemporary, judgePackage, judgeParts, packAround } from './packaging/checks.ts';
import { FUSE_NAMES } from './packaging/fuses.ts';
import { prepare } from './packaging/prepare.ts';
import { targetOf } from './packaging/targets.ts';

if (!buildIfNeeded()) process.exit(1);
let failed = 0;
const tell = (what, problems) => {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${what}`);
  for (const problem of problems) console.log(`    ${problem}`);
  failed += problems.length;
};

tell('icons are those of build/icon.svg, licences are known of every part', judgeParts());
for (const platform of ['linux', 'win32']) {
  const target = targetOf(platform, 'x64');
  const what = `${platform}: configuration, contents by allow-list, ${FUSE_NAMES.length} fuses read back, archive hash, size`;
  try {
    prepare([target]);
    tell(what, await inTemporary(async (folder) => judgePackage(await packAround(folder, target), target)));
  } catch (error) {
    tell(what, [error instanceof Error ? error.message : String(error)]);
  }
}
console.log(
  [
    '',
    'Không kiểm tra được ở đây / not verified here:',
    '  – Electron itself: a start of the packed program, sandbox, fuses at work, refusal of a changed archive',
    '  – the installer for Windows and its texts (makensis), AppImage and deb (their tools), macOS and its signatures',
    '  – signatures, SmartScreen, association of .thuocso, update over an installed version',
    '  These stand in docs/release-checklist.md.',
  ].join('\n'),
);
process.exit(failed === 0 ? 0 : 1);
