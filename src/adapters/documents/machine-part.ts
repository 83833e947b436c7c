/**
 * The data part of a result workbook: one custom XML part that spreadsheet programs carry along unseen. The JSON text
 * travels as base64, so no program can change a space or a quote in it by writing the XML anew.
 */
import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { parseResultFile, RESULT_FORMAT, type ResultReading } from '../../domain/report/result-file.ts';
import { readZipEntries, ZipError, type ZipLimits } from './zip-read.ts';

export const MACHINE_NAMESPACE = 'urn:thuoc-so:result:1';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Identity of this kind of part; the same in every file. */
const ITEM_ID = '{5C0D1B52-6A1E-4E0B-9C5F-2F3D7A9E41B6}';

const LIMITS: ZipLimits = { archive: 20_000_000, entries: 500, entry: 24_000_000, total: 32_000_000 };

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function machineXml(json: string): string {
  const content = Buffer.from(json, 'utf8').toString('base64');
  const attributes = `xmlns="${MACHINE_NAMESPACE}" format="${RESULT_FORMAT}" sha256="${sha256(json)}" encoding="base64"`;
  return `${DECLARATION}\n<result ${attributes}>${content}</result>`;
}

/** Changes one place of a file of the package. @throws when the place is not there: exceljs would write otherwise than expected */
async function edit(zip: JSZip, path: string, from: string | RegExp, to: string): Promise<void> {
  const text = (await zip.file(path)?.async('string')) ?? '';
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`nothing to change in ${path}`);
  zip.file(path, changed);
}

/**
 * Adds the data part to a finished workbook and packs it anew: files only, one fixed date, so equal content gives equal
 * bytes.
 * @param date day for the archive entries
 * @param edits further replacements, by path inside the package
 */
export async function addMachinePart(
  workbook: ArrayBuffer | Uint8Array,
  json: string,
  date: Date,
  edits: readonly { readonly path: string; readonly from: string | RegExp; readonly to: string }[] = [],
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(workbook);
  zip.file('customXml/item1.xml', machineXml(json));
  zip.file(
    'customXml/itemProps1.xml',
    `${DECLARATION}\n<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${MACHINE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  zip.file(
    'customXml/_rels/item1.xml.rels',
    `${DECLARATION}\n<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  await edit(
    zip,
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdData1" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>`,
  );
  await edit(
    zip,
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
  );
  for (const { path, from, to } of edits) await edit(zip, path, from, to);
  const packed = new JSZip();
  for (const entry of Object.values(zip.files))
    if (!entry.dir) packed.file(entry.name, await entry.async('uint8array'), { createFolders: false, date });
  return packed.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export type MachineReading = ResultReading | { readonly kind: 'absent' } | { readonly kind: 'unreadable' };

/**
 * Reads the data part of a workbook without opening the sheets. The part is found by its namespace: programs that save
 * the file again move it and its relationship.
 * @returns `absent` for a workbook without such a part, `unreadable` for something that is no workbook or is too large
 */
export function readMachinePart(workbook: Uint8Array): MachineReading {
  let parts: Map<string, Uint8Array>;
  try {
    parts = readZipEntries(workbook, /^customXml\/item\d{1,4}\.xml$/i, LIMITS);
  } catch (error) {
    if (error instanceof ZipError) return { kind: 'unreadable' };
    throw error;
  }
  for (const bytes of parts.values()) {
    const text = new TextDecoder().decode(bytes);
    const root = /<(?:\w+:)?result\b([^>]*)>([^<]*)<\/(?:\w+:)?result>\s*$/.exec(text);
    const [, attributes = '', content = ''] = root ?? [];
    if (!root || !attributes.includes(`"${MACHINE_NAMESPACE.replace(/\d+$/, '')}`)) continue;
    const stated = /\bsha256="([0-9a-f]{64})"/.exec(attributes)?.[1];
    if (stated === undefined) return { kind: 'changed' };
    return parseResultFile(Buffer.from(content, 'base64').toString('utf8'), stated, sha256);
  }
  return { kind: 'absent' };
}
