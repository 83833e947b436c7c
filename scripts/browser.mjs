// Finds a Chromium-family browser for the end-to-end tests.
import { existsSync } from 'node:fs';

const CANDIDATES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Path of the browser, or null. THUOC_SO_CHROMIUM names another one. */
export function findBrowser() {
  const named = process.env.THUOC_SO_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return (CANDIDATES[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

/** The one command that installs a browser on this system. */
export function installHint() {
  const command = {
    linux: 'sudo apt-get install -y chromium',
    darwin: 'brew install --cask chromium',
    win32: 'winget install Google.Chrome',
  }[process.platform];
  return `Chưa có trình duyệt để chạy kiểm thử / no browser for the end-to-end tests. Cài bằng / install with: ${command}\n(hoặc đặt / or set THUOC_SO_CHROMIUM)`;
}
