const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as Base64 text (RFC 4648, with padding), for places that carry text only. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const joined = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      ALPHABET.charAt(joined >> 18) +
        ALPHABET.charAt((joined >> 12) & 63) +
        (b === undefined ? '=' : ALPHABET.charAt((joined >> 6) & 63)) +
        (c === undefined ? '=' : ALPHABET.charAt(joined & 63)),
    );
  }
  return parts.join('');
}

const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** Bytes of Base64 text with padding; null when it is none. */
export function fromBase64(text: string): Uint8Array | null {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) return null;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = text.length - padding;
  let [buffer, bits, at] = [0, 0, 0];
  for (let index = 0; index < letters; index += 1) {
    const value = VALUES.get(text.charAt(index));
    if (value === undefined) return null;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (buffer >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
