/** The stream of events, and files on their way to the person. */
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AssessmentSummary, Delivered, ExportTicket } from '../../src/contract/views.ts';
import { SECURITY_HEADERS } from '../../src/adapters/files/static-site.ts';
import { createHttpEndpoint } from '../../src/server/http-endpoint.ts';
import { createStrangers } from '../../src/server/strangers.ts';
import { ask, startTestServer, value, type Answer, type TestServer } from './support.ts';

/** Opens the stream and gives what has come so far. */
function listen(server: TestServer): Promise<{ response: IncomingMessage; received: () => string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path: '/events', agent: false };
    get({ ...options, headers: { cookie: server.cookie } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('error', () => undefined);
      resolve({ response, received: () => text });
    }).on('error', reject);
  });
}

describe('events', () => {
  it('reach every open page, one JSON object per message', async () => {
    const server = await startTestServer();
    const [one, two] = [await listen(server), await listen(server)];
    expect(one.response.headers).toMatchObject({ ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
    await value(server, 'settings.update', { zoom: 110 });
    for (const { received } of [one, two])
      await vi.waitFor(() => expect(received()).toContain('data: {"type":"settings.changed"}\n\n'));
  });

  it('stop with the page: the server forgets the listener and goes on', async () => {
    const server = await startTestServer();
    const gone = await listen(server);
    const stays = await listen(server);
    gone.response.destroy();
    for (const zoom of [90, 100, 110]) await value(server, 'settings.update', { zoom });
    await vi.waitFor(() => expect(stays.received().match(/settings\.changed/g)).toHaveLength(3));
    expect(gone.received()).not.toContain('settings.changed');
  });

  it('end with the server, which does not wait for open pages', async () => {
    const server = await startTestServer();
    const { response } = await listen(server);
    const ended = new Promise((resolve) => response.once('close', resolve));
    await server.end();
    await ended;
  });

  it('release their listener exactly once', async () => {
    const stop = vi.fn();
    const closed: (() => void)[] = [];
    const endpoint = createHttpEndpoint({
      application: { dispatch: () => Promise.reject(new Error('no call')), outbox: { get: () => null } },
      site: () => Promise.reject(new Error('no page')),
      subscribe: () => stop,
      token: 'secret',
      hosts: () => new Set(['127.0.0.1:1']),
      cookieName: () => 'name',
      strangers: createStrangers(),
    });
    const response = {
      writeHead: vi.fn(),
      write: vi.fn(),
      on: (_: string, listener: () => void) => closed.push(listener),
    };
    const headers = { host: '127.0.0.1:1', cookie: 'name=secret' };
    const headersDistinct = { host: [headers.host] };
    endpoint({ method: 'GET', url: '/events', headers, headersDistinct } as never, response as never);
    await vi.waitFor(() => expect(closed).toHaveLength(1));
    expect(stop).not.toHaveBeenCalled();
    closed[0]?.();
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('files', () => {
  it('that nobody made are unknown', async () => {
    const { port, cookie } = await startTestServer();
    for (const ticket of ['', 'x', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd', 'a'.repeat(2000)])
      expect((await ask(port, { path: `/files/${ticket}`, headers: { cookie } })).status, ticket).toBe(404);
  });

  it('are downloaded whole, under their Vietnamese name, as often as needed', async () => {
    const server = await startTestServer();
    const [sample] = await value<AssessmentSummary[]>(server, 'samples.add', {});
    for (const [format, start, type] of [
      ['xlsx', 'PK', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['pdf', '%PDF-', 'application/pdf'],
    ] as const) {
      const input = { assessmentId: sample?.id, format, language: 'vi' };
      const ticket = await value<ExportTicket>(server, 'reports.export', input);
      const delivered = await value<Delivered>(server, 'files.deliver', { ticket: ticket.ticket });
      const path = `/files/${encodeURIComponent(ticket.ticket)}`;
      expect(delivered).toEqual({ kind: 'download', url: path });
      for (const attempt of [1, 2]) {
        const file = await ask(server.port, { path, headers: { cookie: server.cookie } });
        expect(file.status, `${format} ${attempt}`).toBe(200);
        expect(file.headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-store' });
        expect(file.bytes).toHaveLength(ticket.bytes);
        expect(file.bytes.subarray(0, start.length).toString()).toBe(start);
        expect(nameOf(file)).toBe(ticket.fileName);
      }
      expect((await ask(server.port, { path })).status).toBe(401);
    }
  });

  it.each(['Báo cáo quý 3.pdf', `UBND xã "Tân An" (bản 1) 100%*.pdf`, "Xã Đ'Ran.xlsx", 'tệp; filename=x.exe'])(
    'keep the name %s',
    async (fileName) => {
      const endpoint = createHttpEndpoint({
        application: {
          dispatch: () => Promise.reject(new Error('no call')),
          outbox: { get: (ticket) => (ticket === 'vé' ? { ticket, fileName, bytes: Buffer.from('nội dung') } : null) },
        },
        site: () => Promise.reject(new Error('no page')),
        subscribe: () => () => undefined,
        token: 'secret',
        hosts: () => new Set(['host']),
        cookieName: () => 'name',
        strangers: createStrangers(),
      });
      const server = createServer(endpoint);
      onTestFinished(() => void server.close());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const headers = { host: 'host', cookie: 'name=secret' };
      const file = await ask((server.address() as AddressInfo).port, { path: '/files/v%C3%A9', headers });
      expect(file.text).toBe('nội dung');
      expect(nameOf(file)).toBe(fileName);
    },
  );
});

/** The file name as RFC 8187 carries it; every mark outside its alphabet must be encoded. */
function nameOf(answer: Answer): string {
  const header = answer.headers['content-disposition'] ?? '';
  const encoded = /^attachment; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(header)?.[1];
  return encoded === undefined ? header : decodeURIComponent(encoded);
}
