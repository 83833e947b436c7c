import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { MachinePort } from '../../core/ports/submissions.ts';
import { machineCodeText } from '../../domain/package/machine-code.ts';

const FILE = 'ma-may.key';

const rawKey = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url').toString('base64');

const publicFrom = (key: string): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'base64').toString('base64url') },
    format: 'jwk',
  });

/** Which computer it is; a data folder that was copied to another one gets a key of its own there. */
const mark = (): string => createHash('sha256').update(`thuoc-so ${hostname()}`).digest('hex').slice(0, 16);

/** The key in the file; null when there is none, it belongs to another computer, or it cannot be read as one. */
function stored(file: string): KeyObject | null {
  try {
    const [of, ...lines] = readFileSync(file, 'utf8').split('\n');
    return of === mark() ? createPrivateKey(lines.join('\n')) : null;
  } catch {
    return null;
  }
}

function made(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const text = `${mark()}\n${privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()}`;
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { mode: 0o600, flush: true, flag: 'wx' });
  renameSync(fresh, file);
  return privateKey;
}

/**
 * The code of this installation: a key pair made on first use, kept beside the database and never in it, so that
 * neither a backup nor a restore takes it along.
 * @param folder the data folder; null keeps none, and nothing is vouched for
 */
export function createMachineKey(folder: string | null): MachinePort {
  let own: { readonly secret: KeyObject; readonly key: string } | null = null;

  function pair(): NonNullable<typeof own> | null {
    if (own || folder === null) return own;
    const file = join(folder, FILE);
    try {
      const secret = stored(file) ?? made(file);
      own = { secret, key: rawKey(createPublicKey(secret)) };
    } catch {
      // A folder that takes no file takes no key either; the files are handed in without the code.
      return null;
    }
    return own;
  }

  return {
    key: () => pair()?.key ?? null,
    vouch(contentHash) {
      const keys = pair();
      if (!keys) return null;
      const text = Buffer.from(machineCodeText(contentHash));
      return { key: keys.key, signature: sign(null, text, keys.secret).toString('base64') };
    },
    holds(contentHash, { key, signature }) {
      try {
        const text = Buffer.from(machineCodeText(contentHash));
        return verify(null, text, publicFrom(key), Buffer.from(signature, 'base64'));
      } catch {
        return false;
      }
    },
  };
}
