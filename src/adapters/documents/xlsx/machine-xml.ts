/**
 * The text of the data part: one root element with our namespace and simple children, each with attributes and base64
 * content. Programs may write the XML anew (prefixes, broken lines, another declaration); the children survive that.
 */
import { createHash } from 'node:crypto';

export const MACHINE_NAMESPACE = 'urn:thuoc-so:result:1';
const FAMILY = MACHINE_NAMESPACE.replace(/\d+$/, '');
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface MachineElement {
  readonly name: string;
  /** Plain words and figures; they are written as they are. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** An element that carries bytes with their hash. */
export function bytesElement(
  name: string,
  bytes: Uint8Array,
  attributes: Readonly<Record<string, string>> = {},
): MachineElement {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return { name, attributes: { ...attributes, sha256: sha256(bytes), encoding: 'base64' }, content };
}

/** The bytes of an element. @returns null when they are not those that its hash was taken over */
export function bytesOf(element: MachineElement): Buffer | null {
  const bytes = Buffer.from(element.content, 'base64');
  return sha256(bytes) === element.attributes.sha256 ? bytes : null;
}

export function machineXml(elements: readonly MachineElement[]): string {
  const children = elements.map(({ name, attributes, content }) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    return `<${name}${written.join('')}>${content}</${name}>`;
  });
  return `${DECLARATION}\n<workbook xmlns="${MACHINE_NAMESPACE}">${children.join('')}</workbook>`;
}

const ELEMENT = /<(?:\w+:)?([a-z]+)\b([^<>]*?)(?:\/>|>([^<>]*)<\/(?:\w+:)?\1>)/g;
const ATTRIBUTE = /([\w:]+)\s*=\s*"([^"]*)"/g;

/** The children by name; null when the text is not one of our data parts. The first of several with one name counts. */
export function readMachineXml(text: string): Map<string, MachineElement> | null {
  if (!text.slice(0, 2000).includes(`"${FAMILY}`)) return null;
  const found = new Map<string, MachineElement>();
  for (const [, name = '', written = '', content = ''] of text.matchAll(ELEMENT)) {
    if (found.has(name)) continue;
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [, key = '', value = ''] of written.matchAll(ATTRIBUTE)) attributes[key] = value;
    found.set(name, { name, attributes, content });
  }
  return found;
}
