/**
 * The owner's page in a real browser, while a page of somebody else in the same browser, with the same cookies, and a
 * program on the same computer try everything at once. The owner notices nothing, and nobody else gets anything.
 */
import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTRACT_VERSION } from '../../src/contract/surface.ts';
import { hostileHosts } from '../fuzz/hosts.ts';
import { chooseLevel, declareOrganisation, nextQuestion, startAssessment, allSaved } from './support/journey.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

const SILENT = 200;
const STRANGE = JSON.stringify({ zoom: 150, theme: 'dark', person: 'kẻ lạ' });

let server: ServerProcess;
let browser: TestBrowser;
let client: Client;
let evil: Server;
const complaints: string[] = [];
const sockets: Socket[] = [];

/** What a page elsewhere can do with an address; each attempt says what it could read. */
const attempts = (target: string): string => `<!doctype html><title>elsewhere</title><body><script>
  const target = ${JSON.stringify(target)};
  const body = ${JSON.stringify(STRANGE)};
  const call = target + '/api/settings.update';
  const out = {};
  const note = (name, work) => Promise.resolve().then(work).then(
    (value) => { out[name] = value ?? 'nothing'; },
    () => { out[name] = 'refused'; },
  );
  const soon = (ms) => new Promise((done) => setTimeout(done, ms));
  const post = (options) => fetch(call, { method: 'POST', body, credentials: 'include', ...options });
  function form(holder, enctype) {
    const form = holder.createElement('form');
    form.method = 'post'; form.action = call; form.enctype = enctype; form.target = 'sink';
    const field = holder.createElement('input');
    field.name = body.slice(0, -1) + ',"x":"'; field.value = '"}';
    form.append(field); holder.body.append(form); form.submit();
  }
  const loaded = (element, key, address) => new Promise((done) => {
    element.onload = () => done('loaded'); element.onerror = () => done('refused');
    element[key] = address; document.body.append(element); setTimeout(() => done('refused'), 1500);
  });
  globalThis.finished = (async () => {
    const sink = document.createElement('iframe'); sink.name = 'sink'; document.body.append(sink);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      await note('form ' + type, () => form(document, type));
    await note('fetch as text', async () => (await post({ headers: { 'content-type': 'text/plain' } })).text());
    await note('fetch unseen', async () => (await post({ mode: 'no-cors' })).type);
    await note('fetch JSON', async () => (await post({ headers: { 'content-type': 'application/json', 'x-contract': '${CONTRACT_VERSION}' } })).text());
    await note('fetch the page', async () => (await fetch(target + '/', { credentials: 'include' })).text());
    await note('fetch with the method by address', async () => (await fetch(call + '?input=' + encodeURIComponent(body), { credentials: 'include' })).text());
    await note('beacon', () => String(navigator.sendBeacon(call, new Blob([body], { type: 'text/plain' }))));
    await note('image', () => loaded(new Image(), 'src', call + '?' + body));
    await note('script', () => loaded(document.createElement('script'), 'src', target + '/'));
    await note('style', () => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet' }), 'href', target + '/'));
    await note('events', () => new Promise((done) => {
      const source = new EventSource(target + '/events', { withCredentials: true });
      source.onopen = () => done('opened'); source.onerror = () => { source.close(); done('refused'); };
    }));
    await note('web socket', () => new Promise((done) => {
      const socket = new WebSocket(target.replace('http', 'ws') + '/events');
      socket.onopen = () => done('opened'); socket.onerror = () => done('refused');
    }));
    await note('frame', async () => {
      const frame = document.createElement('iframe'); frame.src = target + '/'; document.body.append(frame);
      await soon(500);
      return frame.contentDocument === null ? 'refused' : frame.contentDocument.title || 'refused';
    });
    await note('frame without an origin', async () => {
      const frame = document.createElement('iframe'); frame.setAttribute('sandbox', 'allow-scripts allow-forms');
      frame.srcdoc = '<script>fetch(' + JSON.stringify(call) + ', {method:"POST",mode:"no-cors",credentials:"include",body:' + JSON.stringify(body) + '})<\\/script>';
      document.body.append(frame); await soon(300);
    });
    return out;
  })();
</script>`;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const { page } = browser;
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(server.url);
  client = await openClient(server.url);
  evil = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(attempts(server.origin));
  });
  await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  evil.close();
  await browser.close();
  await server.close();
});

/** Connections that say half a request and wait; whenever one is closed, another takes its place. */
function flood(stopped: () => boolean): void {
  const open = (): void => {
    if (stopped()) return;
    const socket = connect({ host: '127.0.0.1', port: server.port });
    sockets.push(socket);
    socket.on('connect', () => socket.write('GET / HTTP/1.1\r\nX-a: '));
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(open, 20));
  };
  for (let each = 0; each < SILENT; each += 1) open();
}

/** Wrong secrets and foreign names, one after the other, until it is over. @returns the answers, by status */
async function knock(stopped: () => boolean): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const names = hostileHosts(server.port).map((name) => Buffer.from(name, 'utf8').toString('latin1'));
  const ask = (headers: Record<string, string>, path: string): Promise<number> =>
    new Promise((done) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path, headers, agent: false }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      // Closed without a word counts too.
      sent.on('error', () => done(0)).end();
    });
  for (let count = 0; !stopped(); count += 1) {
    const host = names[count % names.length] ?? '';
    const status =
      count % 2 === 0 ? await ask({}, `/?token=${count}`) : await ask({ host, cookie: client.cookie }, '/');
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return statuses;
}

test('the owner goes on answering while everybody else is refused', { timeout: 120_000 }, async () => {
  const { page, context } = browser;
  const before = await client.ask('app.info', {});
  let over = false;
  flood(() => over);
  const knocking = knock(() => over);

  const elsewhere = [
    `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`,
    `http://localhost:${(evil.address() as AddressInfo).port}/`,
  ];
  const reading = elsewhere.map(async (address) => {
    const tab = await context.newPage();
    await tab.goto(address);
    const read = await tab.evaluate<Record<string, string>>('globalThis.finished');
    await tab.close();
    return read;
  });

  await declareOrganisation(page, 'UBND xã Đường Hòa');
  await startAssessment(page);
  for (let question = 1; question <= 6; question += 1) {
    await chooseLevel(page, 3);
    await allSaved(page);
    await nextQuestion(page);
  }
  const reads = await Promise.all(reading);
  over = true;
  const statuses = await knocking;

  for (const read of reads) {
    // What is sent without being read says nothing about whether it was let in: the settings below do.
    const blind = [
      'form text/plain',
      'form application/x-www-form-urlencoded',
      'form multipart/form-data',
      'fetch unseen',
      'beacon',
      'frame without an origin',
    ];
    const seen = Object.entries(read).filter(([name, value]) => !blind.includes(name) && value !== 'refused');
    expect(seen).toEqual([]);
    expect(Object.keys(read)).toHaveLength(16);
  }
  expect([...statuses.keys()].filter((status) => ![0, 400, 401, 421, 429].includes(status))).toEqual([]);
  expect(statuses.get(421)).toBeGreaterThan(20);

  const after = await client.ask('app.info', {});
  // The unit that was declared is the one at work now; nothing else has changed.
  expect(after.settings).toEqual({ ...before.settings, organisationId: after.settings.organisationId });
  const [round] = await client.ask('assessments.list', {});
  const { records } = await client.ask('assessments.open', { id: round?.id ?? '' });
  expect(records.filter(({ answer }) => answer.state === 'answered')).toHaveLength(6);
  expect(complaints).toEqual([]);
});
