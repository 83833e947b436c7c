// npm test: types, lint, architecture, build, then unit, integration and end-to-end tests; one closing line for all.
import './require-node24.mjs';
import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installHint } from './browser.mjs';

/** The script of a tool of node_modules, which works alike on Windows and elsewhere. */
function scriptOf(name, command) {
  const folder = join('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a tool to its end. @returns whether it succeeded */
function run(name, command, args) {
  return spawnSync(process.execPath, [scriptOf(name, command), ...args], { stdio: 'inherit' }).status === 0;
}

/** Runs a tool beside others; what it says is printed at its end, under one line with its title. */
function check([title, name, command, args]) {
  const started = Date.now();
  const child = spawn(process.execPath, [scriptOf(name, command), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stdout.on('data', (part) => said.push(part));
  child.stderr.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

if (!findBrowser()) {
  console.error(installHint());
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const steps = [
  ['lint', 'eslint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']],
  ['types', 'typescript', 'tsc', ['-b']],
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

// Lint takes longest; the others fit beside it on a second core.
const [lint, ...others] = steps;
const besides = async () => {
  const results = [];
  for (const step of others) results.push(await check(step));
  return results;
};
const [linted, rest] = await Promise.all([check(lint), besides()]);
const results = [linted, ...rest];
let passed = results.filter((ok) => ok).length;
let failed = results.length - passed;

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
