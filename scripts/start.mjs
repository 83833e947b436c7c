// npm start: the desktop program where Electron is installed, otherwise the same program in the default browser.
// npm start -- --retry tries once more to fetch Electron; other arguments go to the program.
import './require-node24.mjs';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build-if-needed.mjs';
import { fetchElectron, findElectron } from './electron-binary.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2).filter((argument) => argument !== '--retry');
const retry = args.length < process.argv.length - 2;

if (!buildIfNeeded()) process.exit(1);

const binary =
  findElectron(root) ??
  fetchElectron(root, {
    memory: join(root, '.cache', 'electron-fetch-failed.json'),
    retry,
    announce: (version) =>
      console.log(
        `Đang tải Electron ${version}, tối đa 60 giây (mạng có máy chủ trung gian: đặt HTTPS_PROXY hoặc ELECTRON_MIRROR) / ` +
          `fetching Electron ${version}, 60 s at most (behind a proxy: set HTTPS_PROXY or ELECTRON_MIRROR)`,
      ),
  });

if (binary === null)
  console.log(
    'Chưa có Electron, mở chương trình bằng trình duyệt. Thử tải lại: npm start -- --retry\n' +
      'Electron is not installed, opening in the browser. To try the download again: npm start -- --retry',
  );

const [command, commandArgs] =
  binary === null
    ? [process.execPath, [join(root, 'src', 'cli', 'index.ts'), 'serve', '--open', ...args]]
    : [binary, [root, ...args]];
// Editors built on Electron set this for their terminals; it would turn the program into a bare Node.
const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
const child = spawn(command, commandArgs, { cwd: root, env, stdio: 'inherit' });
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
// Ctrl+C reaches the program too, which needs a moment to close its data.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
