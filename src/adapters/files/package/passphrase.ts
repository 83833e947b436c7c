/**
 * A container under a passphrase: header, then AES-256-GCM. scrypt makes two keys of it: one for the content, one for a
 * check value over the header, so that a wrong passphrase can be told from damage.
 *
 * "THUOCSO1" · parameters (logN, r, p: one byte each) · salt 16 · nonce 12 · SHA-256 of all that (first 8 bytes) ·
 * check 16 · ciphertext · tag 16
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { freemem } from 'node:os';

const MAGIC = Buffer.from('THUOCSO1', 'latin1');
const SALT = 16;
const NONCE = 12;
const SUM = 8;
const CHECK = 16;
const TAG = 16;
const PARAMETERS = MAGIC.length + 3;
const HEAD = PARAMETERS + SALT + NONCE;
const FRONT = HEAD + SUM + CHECK;

/** scrypt needs 128·N·r bytes: 128 MB at 17; a computer with little free memory takes 32 MB, at a quarter of the cost. */
const STRONG = 17;
const LIGHT = 15;
const ENOUGH_MEMORY = 400 * 1024 * 1024;
const R = 8;
const P = 1;

export const isLocked = (bytes: Uint8Array): boolean => MAGIC.equals(bytes.subarray(0, MAGIC.length));

function keysOf(passphrase: string, salt: Uint8Array, logN: number): Promise<{ content: Buffer; check: Buffer }> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    // One text however it was typed: composed, and without spaces around it.
    scrypt(passphrase.normalize('NFKC').trim(), salt, 64, { N, r: R, p: P, maxmem: 130 * N * R }, (error, made) => {
      if (error) reject(error);
      else resolve({ content: made.subarray(0, 32), check: made.subarray(32) });
    });
  });
}

const sumOf = (head: Uint8Array): Buffer => createHash('sha256').update(head).digest().subarray(0, SUM);
const checkOf = (key: Buffer, head: Uint8Array): Buffer =>
  createHmac('sha256', key).update(head).digest().subarray(0, CHECK);

/** Puts bytes under a passphrase; each time with its own salt and nonce. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const logN = freemem() > ENOUGH_MEMORY ? STRONG : LIGHT;
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const head = Buffer.concat([MAGIC, Buffer.from([logN, R, P]), salt, nonce]);
  const keys = await keysOf(passphrase, salt, logN);
  const front = Buffer.concat([head, sumOf(head), checkOf(keys.check, head)]);
  const cipher = createCipheriv('aes-256-gcm', keys.content, nonce);
  cipher.setAAD(front);
  return Buffer.concat([front, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

export type Unlocking =
  | { readonly kind: 'ok'; readonly bytes: Uint8Array }
  /** The passphrase is not the one it was locked with. */
  | { readonly kind: 'wrong' }
  /** Cut off or changed after it was written. */
  | { readonly kind: 'damaged' };

/** Takes bytes out again. */
export async function unlock(locked: Uint8Array, passphrase: string): Promise<Unlocking> {
  const bytes = Buffer.from(locked.buffer, locked.byteOffset, locked.length);
  if (bytes.length < FRONT + TAG) return { kind: 'damaged' };
  const head = bytes.subarray(0, HEAD);
  const [logN = 0, r, p] = bytes.subarray(MAGIC.length, PARAMETERS);
  // Parameters come from a stranger: only those that this program itself writes cost what it is ready to pay.
  const known = (logN === STRONG || logN === LIGHT) && r === R && p === P;
  if (!known || !sumOf(head).equals(bytes.subarray(HEAD, HEAD + SUM))) return { kind: 'damaged' };
  const keys = await keysOf(passphrase, head.subarray(PARAMETERS, PARAMETERS + SALT), logN);
  if (!timingSafeEqual(checkOf(keys.check, head), bytes.subarray(HEAD + SUM, FRONT))) return { kind: 'wrong' };
  const decipher = createDecipheriv('aes-256-gcm', keys.content, head.subarray(PARAMETERS + SALT));
  decipher.setAAD(bytes.subarray(0, FRONT));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return { kind: 'ok', bytes: Buffer.concat([decipher.update(bytes.subarray(FRONT, -TAG)), decipher.final()]) };
  } catch {
    return { kind: 'damaged' };
  }
}
