// npm test: types, lint, architecture, build, then unit, integration and end-to-end tests; one closing line for all.
import './require-node24.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installHint } from './browser.mjs';

/** Runs a tool of node_modules by its script, which works alike on Windows and elsewhere. */
function run(name, command, args) {
  const folder = join('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = join(folder, typeof bin === 'string' ? bin : bin[command]);
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0;
}

if (!findBrowser()) {
  console.error(installHint());
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const steps = [
  ['types', 'typescript', 'tsc', ['-b']],
  ['lint', 'eslint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']],
  [
    'format',
    'prettier',
    'prettier',
    ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  ],
  [
    'architecture',
    'dependency-cruiser',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src'],
  ],
  ['build', 'electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']],
];

let passed = 0;
let failed = 0;
for (const [title, name, command, args] of steps) {
  const started = Date.now();
  const ok = run(name, command, args);
  console.log(`${ok ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) passed += 1;
  else failed += 1;
}

const report = '.cache/vitest.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });
const vitestOk = run('vitest', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--reporter=./scripts/second-tries.mjs',
  `--outputFile.json=${report}`,
]);
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
