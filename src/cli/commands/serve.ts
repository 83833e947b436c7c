import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findPlace } from '../../adapters/system/find-place.ts';
import { systemCode } from '../../adapters/files/errors.ts';
import { serve } from '../../server/serve.ts';
import { EXIT_CODES, ROOT, VERSION, type Context } from '../context.ts';

export interface ServeCommand {
  readonly port: number;
  readonly data: string | undefined;
  readonly open: boolean;
}

/** Opens the address in the default browser; a computer without a display only gets the address printed. */
function openBrowser(url: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, args]: [string, string[]] =
    platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
      : platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** Runs the browser host until Ctrl+C. */
export async function runServer(context: Context, { port, data, open }: ServeCommand): Promise<number> {
  const renderer = resolve(ROOT, 'out/renderer');
  if (!existsSync(resolve(renderer, 'index.html'))) {
    process.stderr.write(`${context.say('serve.no-page', { folder: renderer })}\n`);
    return EXIT_CODES.missing;
  }
  const place = findPlace(ROOT, data === undefined ? null : resolve(data));
  const dataFolder = resolve(place.dataFolder);
  try {
    const server = await serve({
      dataFolder,
      place: { kind: place.kind, stick: place.stick },
      resources: ROOT,
      renderer,
      version: VERSION,
      port,
    });
    context.printJson({ url: server.url, port: server.port, dataFolder });
    context.print(context.say('serve.ready', { url: server.url }));
    if (open) openBrowser(server.url);
    await new Promise<void>((done) => {
      process.once('SIGINT', done);
      process.once('SIGTERM', done);
    });
    await server.close();
    return 0;
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    process.stderr.write(`${context.say('serve.port', { port })}\n`);
    return EXIT_CODES.conflict;
  }
}
