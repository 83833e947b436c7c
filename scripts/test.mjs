// npm test: types, lint, architecture, build, then unit, integration and end-to-end tests; one closing line for all.
import './require-node24.mjs';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { findBrowser, installHint } from './browser.mjs';

const bin = (name) => `node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`;
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

if (!findBrowser()) {
  console.error(installHint());
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const steps = [
  ['types', bin('tsc'), ['-b']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']],
  [
    'format',
    bin('prettier'),
    ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  ],
  ['architecture', bin('depcruise'), ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src']],
  ['build', bin('electron-vite'), ['build', '--logLevel', 'warn']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of steps) {
  const started = Date.now();
  const ok = run(command, args);
  console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) passed += 1;
  else failed += 1;
}

const report = '.cache/vitest.json';
rmSync(report, { force: true });
const vitestOk = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
let skipped = 0;
try {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  skipped = numPendingTests + numTodoTests;
  // A suite that could not even be read counts, although it has no tests.
  if (!vitestOk && numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
