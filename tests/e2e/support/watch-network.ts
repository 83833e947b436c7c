/**
 * Loaded into a program before its first module (`node --import`): writes a line for everything that reaches out of the
 * process, in the main thread and in worker threads. Accepting a connection is not reaching out, nor is "resolving" an
 * address that is a number already.
 */
import { subscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

function note(what: string): void {
  appendFileSync(process.env.THUOC_SO_WATCH as string, `${what}\n${new Error().stack}\n\n`);
}

subscribe('net.client.socket', () => note('a TCP connection'));
subscribe('udp.socket', () => note('a UDP socket'));
subscribe('undici:request:create', (message) =>
  note(`a request to ${(message as { request: { origin: string } }).request.origin}`),
);

type Lookup = (name: string, ...rest: unknown[]) => unknown;

for (const owner of [dns, dns.promises] as unknown as Record<string, Lookup>[])
  for (const method of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const real = owner[method] as Lookup;
    owner[method] = (name, ...rest) => {
      if (isIP(name) === 0) note(`a name: ${name}`);
      return real.call(owner, name, ...rest);
    };
  }
syncBuiltinESMExports();
