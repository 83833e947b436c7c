/** What every end-to-end test starts from: the browser host as a process, a real Chromium, a client for set-up. */
export { BROWSER_FLAGS, openBrowser, type TestBrowser } from './browser.ts';
export { openClient, type Client } from './client.ts';
export { CLI, makeFolder, removeFolder, ROOT } from './project.ts';
export { startServer, type ServerOptions, type ServerProcess } from './server.ts';
