import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS, type StaticSite } from '../adapters/files/static-site.ts';
import type { z } from 'zod';
import type { Method } from '../contract/method.ts';
import { METHODS } from '../contract/methods.ts';
import { CONTRACT_VERSION, type AppEvent, type Envelope } from '../contract/surface.ts';
import type { Application } from '../core/application.ts';
import type { Caller } from '../core/dispatch.ts';
import { isAllowedHost, isForeignFetch, isOwnPage, readCookie, sameSecret } from './guard.ts';
import type { Strangers } from './strangers.ts';

/** Longest body that is read; the dispatcher has a lower limit of its own. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Streams of events at a time; every tab has one. */
const MAX_STREAMS = 40;
const CALLER: Caller = { role: 'operator', via: 'http' };
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

export interface EndpointOptions {
  readonly application: Pick<Application, 'dispatch' | 'outbox'>;
  readonly site: StaticSite;
  /** Subscribes a listener to application events; returns its removal. */
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
  /** Secret that the first address carries and that the session cookie then holds. */
  readonly token: string;
  readonly hosts: () => ReadonlySet<string>;
  readonly cookieName: () => string;
  readonly strangers: Pick<Strangers, 'proven' | 'wrong'>;
}

/**
 * The loopback endpoint: session from the first address, then page, calls, events and downloads.
 * Every refusal says why with a status of its own: 421 foreign host, 401 no session, 403 foreign page, 413 too large,
 * 429 too many wrong secrets or streams.
 */
export function createHttpEndpoint(
  options: EndpointOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { application, site, token, strangers } = options;
  let streams = 0;

  function noSession(response: ServerResponse): void {
    if (strangers.wrong(performance.now())) plain(response, 429, 'Too many attempts.');
    else plain(response, 401, NO_SESSION);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Two names in one request: readers would differ in which of them counts.
    const isOne = request.headersDistinct.host?.length === 1;
    if (!isOne || !isAllowedHost(request.headers, options.hosts())) return plain(response, 421, 'Unknown host.');
    const url = new URL(request.url ?? '/', 'http://loopback');
    if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('token')) {
      if (!sameSecret(url.searchParams.get('token') ?? '', token)) return noSession(response);
      strangers.proven(request.socket);
      response.writeHead(303, {
        ...SECURITY_HEADERS,
        location: '/',
        'cache-control': 'no-store',
        'set-cookie': `${options.cookieName()}=${token}; HttpOnly; SameSite=Strict; Path=/`,
      });
      response.end();
      return;
    }
    const cookie = readCookie(request.headers, options.cookieName());
    if (cookie === null || !sameSecret(cookie, token)) return noSession(response);
    strangers.proven(request.socket);
    if (isForeignFetch(request.headers)) return plain(response, 403, 'Foreign page.');
    if (request.method === 'POST' && url.pathname.startsWith('/api/')) return call(request, response, url);
    if (request.method !== 'GET') return plain(response, 405, 'Method not allowed.');
    if (url.pathname === '/events') return events(response);
    if (url.pathname.startsWith('/files/')) return download(response, decodeURIComponent(url.pathname.slice(7)));
    const answer = await site(url.pathname);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  async function call(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!isOwnPage(request.headers, options.hosts())) return plain(response, 403, 'Foreign page.');
    if (!request.headers['content-type']?.startsWith('application/json')) return plain(response, 415, 'JSON only.');
    if (request.headers['x-contract'] !== String(CONTRACT_VERSION)) return json(response, failure('client.outdated'));
    const method = decodeURIComponent(url.pathname.slice(5));
    const most = bodyLimit(method);
    const body = await readBody(request, most);
    if (body === null)
      return json(response, failure('input.too-large', { limit: `${Math.floor(most / 1024 / 1024)} MB` }), 413);
    let input: unknown;
    try {
      input = JSON.parse(body);
    } catch {
      return json(response, failure('input.invalid'), 400);
    }
    json(response, await application.dispatch(method, input, CALLER));
  }

  function events(response: ServerResponse): void {
    if (streams >= MAX_STREAMS) return plain(response, 429, 'Too many streams.');
    streams += 1;
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    const stop = options.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    response.on('close', () => {
      streams -= 1;
      stop();
    });
  }

  function download(response: ServerResponse, ticket: string): void {
    const file = application.outbox.get(ticket);
    if (!file) return plain(response, 404, 'Unknown file.');
    const extension = file.fileName.slice(file.fileName.lastIndexOf('.') + 1);
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.fileName)}`,
      'cache-control': 'no-store',
    });
    response.end(file.bytes);
  }

  return (request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else plain(response, 400, 'Bad request.');
    });
  };
}

const NO_SESSION =
  'Địa chỉ này cần được mở từ cửa sổ đã khởi động Thước Số. Chép lại đầy đủ địa chỉ in ở đó.\n' +
  'Open the full address that was printed where Thước Số was started.';

function failure(code: 'client.outdated' | 'input.too-large' | 'input.invalid', params = {}): Envelope<never> {
  return { ok: false, error: { code, params, problems: [], ref: '' } };
}

/** A file name as RFC 8187 writes it: UTF-8 in percent signs, also the marks that encodeURIComponent leaves alone. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Refuses, and ends the connection: what else comes on it, such as a body without end, is not waited for. */
function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(text);
}

function json(response: ServerResponse, envelope: Envelope<unknown>, status = 200): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(envelope));
}

/** Bytes that are read of a call's body; more for methods that carry a file, whose text is ASCII. */
function bodyLimit(name: string): number {
  const method = new Map<string, Method<z.ZodType, unknown>>(Object.entries(METHODS)).get(name);
  return Math.max(MAX_BODY_BYTES, method?.maxCharacters ?? 0);
}

/** The body as text, or null when it is too large. */
async function readBody(request: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
