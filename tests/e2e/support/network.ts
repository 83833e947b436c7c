/** What a process does with the network, from the inside (everywhere) and from the outside (Linux). */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface NetworkWatch {
  /** Environment under which a Node program notes everything that reaches out of it. */
  readonly env: Readonly<Record<string, string>>;
  /** What was noted so far, with the place in the code. */
  readonly noted: () => string;
}

/** @param folder where the notes are kept */
export function watchNetwork(folder: string): NetworkWatch {
  const file = join(folder, 'network.txt');
  const hook = pathToFileURL(join(import.meta.dirname, 'watch-network.ts')).href;
  return {
    env: { THUOC_SO_WATCH: file, NODE_OPTIONS: `--import ${hook}` },
    noted: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
  };
}

export interface Socket {
  readonly protocol: string;
  readonly local: string;
  readonly remote: string;
  readonly listening: boolean;
}

const LISTENING = '0A';

/**
 * The internet sockets of a process and its descendants at this moment, as the Linux kernel lists them.
 * @returns null on other systems, which have no such list
 */
export function socketsOf(pid: number): Socket[] | null {
  if (process.platform !== 'linux') return null;
  return familyOf(pid).flatMap((member) => {
    const own = new Set(inodesOf(member));
    return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
      tableOf(member, protocol)
        .filter(({ inode }) => own.has(inode))
        .map(({ local, remote, state }) => ({
          protocol,
          local: readableAddress(local),
          remote: readableAddress(remote),
          listening: state === LISTENING,
        })),
    );
  });
}

/** Nothing of a process is there any more once it has ended; that is an answer too. */
function orNothing<T>(look: () => T[]): T[] {
  try {
    return look();
  } catch {
    return [];
  }
}

function familyOf(pid: number): number[] {
  const children = orNothing(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    ),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function inodesOf(pid: number): string[] {
  return orNothing(() => readdirSync(`/proc/${pid}/fd`)).flatMap((fd) =>
    orNothing(() => [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? '']),
  );
}

function tableOf(pid: number, protocol: string): { local: string; remote: string; state: string; inode: string }[] {
  const lines = orNothing(() => readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8').split('\n').slice(1));
  return lines.filter(Boolean).map((line) => {
    const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
    return { local, remote, state, inode };
  });
}

/** "0100007F:1F90" → "127.0.0.1:8080"; addresses of version 6 stay in hexadecimal. */
function readableAddress(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const bytes = (address.match(/../g) ?? []).map((byte) => parseInt(byte, 16)).reverse();
  return `${address.length === 8 ? bytes.join('.') : address}:${parseInt(port, 16)}`;
}
