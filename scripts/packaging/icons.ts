/** The program's icon in the forms that systems ask for, drawn from one SVG. */
import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './paths.ts';

export const ICON_SOURCE = resolve(ROOT, 'build/icon.svg');

const draw = (svg: string, size: number): Buffer =>
  Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());

/** Windows: directory of 6 + 16 bytes an image, then the images as PNG (read since Windows Vista). */
export function writeIco(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, at) => {
    const entry = 6 + 16 * at;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** macOS: blocks of type, length and PNG. */
export function writeIcns(images: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const block = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(images.map(({ type, png }) => block(type, png))));
}

const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const ICNS_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];

/** All files by their name below `build`. The same drawing gives the same bytes. */
export function drawIcons(): Map<string, Buffer> {
  const svg = readFileSync(ICON_SOURCE, 'utf8');
  const linux = LINUX_SIZES.map((size) => [`icons/${size}x${size}.png`, draw(svg, size)] as const);
  return new Map([
    ['icon.ico', writeIco(ICO_SIZES.map((size) => ({ size, png: draw(svg, size) })))],
    ['icon.icns', writeIcns(Object.entries(ICNS_TYPES).map(([type, size]) => ({ type, png: draw(svg, size) })))],
    ...linux,
  ]);
}
