/**
 * The data part of a result workbook: one custom XML part that spreadsheet programs carry along unseen. The JSON text
 * travels as base64, so no program can change a space or a quote in it by writing the XML anew. Beside it stand digests
 * of the sheets, so that the content is the same in every container.
 */
import { MACHINE_KEY, MACHINE_SIGNATURE, type MachineCode } from '../../domain/package/machine-code.ts';
import { parseResultFile, type ResultReading } from '../../domain/result-file/read.ts';
import { RESULT_FORMAT } from '../../domain/result-file/schema.ts';
import { digestElements, partsOf, type SheetCells } from './xlsx/digests.ts';
import {
  bytesElement,
  machineXml,
  MACHINE_NAMESPACE,
  readMachineXml,
  sha256,
  type MachineElement,
} from './xlsx/machine-xml.ts';
import { readZipEntries, ZipError, type ZipLimits } from './zip-read.ts';
import { zipFiles } from './zip-write.ts';

export { MACHINE_NAMESPACE, sha256 };

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Identity of this kind of part; the same in every file. */
const ITEM_ID = '{5C0D1B52-6A1E-4E0B-9C5F-2F3D7A9E41B6}';

const LIMITS: ZipLimits = { archive: 20_000_000, entries: 500, entry: 24_000_000, total: 32_000_000 };
/** Parts that may be the data part. */
export const MACHINE_PART = /^customXml\/item\d{1,4}\.xml$/i;

/** What the part holds: the content, the code of the installation that wrote it, and what stood in the cells. */
export interface MachineContent {
  readonly json: string;
  readonly code: MachineCode | null;
  readonly cells: SheetCells;
}

export interface PartEdit {
  readonly path: string;
  readonly from: string | RegExp;
  readonly to: (found: string) => string;
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
const bytes = (xml: string): Uint8Array => Buffer.from(xml, 'utf8');

/** Changes one place of a file of the package. @throws when the place is not there: exceljs would write otherwise than expected */
function edit(files: Map<string, Uint8Array>, { path, from, to }: PartEdit): void {
  const before = text(files.get(path));
  const changed = before.replace(from, to);
  if (changed === before) throw new Error(`nothing to change in ${path}`);
  files.set(path, bytes(changed));
}

function contentElement({ json, code }: MachineContent): MachineElement {
  return bytesElement('result', Buffer.from(json, 'utf8'), {
    format: RESULT_FORMAT,
    ...(code ? { key: code.key, signature: code.signature } : {}),
  });
}

/**
 * Adds the data part to a finished workbook and packs it anew: files only, one fixed date, so equal content gives equal
 * bytes.
 * @param files the parts of the workbook by path
 * @param date day for the archive entries
 * @param edits further replacements, by path inside the package
 */
export function addMachinePart(
  files: Map<string, Uint8Array>,
  content: MachineContent,
  date: Date,
  edits: readonly PartEdit[] = [],
): Uint8Array {
  for (const change of edits) edit(files, change);
  files.set(
    'customXml/item1.xml',
    bytes(machineXml([contentElement(content), ...digestElements(partsOf(files), content.cells)])),
  );
  files.set(
    'customXml/itemProps1.xml',
    bytes(
      `${DECLARATION}\n<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${MACHINE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
  );
  files.set(
    'customXml/_rels/item1.xml.rels',
    bytes(
      `${DECLARATION}\n<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ),
  );
  edit(files, {
    path: 'xl/_rels/workbook.xml.rels',
    from: '</Relationships>',
    to: () =>
      `<Relationship Id="rIdData1" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>`,
  });
  edit(files, {
    path: '[Content_Types].xml',
    from: '</Types>',
    to: () =>
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
  });
  return zipFiles(files, date);
}

export type MachineReading =
  | Exclude<ResultReading, { kind: 'ok' }>
  | (Extract<ResultReading, { kind: 'ok' }> & { readonly code: MachineCode | null })
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/** The code as the attributes state it; null where none fits. */
function codeOf({ key = '', signature = '' }: MachineElement['attributes']): MachineCode | null {
  return MACHINE_KEY.test(key) && MACHINE_SIGNATURE.test(signature) ? { key, signature } : null;
}

/**
 * The children of the data part by name, without opening the sheets. The part is found by its namespace: programs that
 * save the file again move it and its relationship.
 * @returns null for a workbook without such a part
 * @throws ZipError for something that is no workbook or is too large
 */
export function machineElements(workbook: Uint8Array): Map<string, MachineElement> | null {
  for (const part of readZipEntries(workbook, MACHINE_PART, LIMITS).values()) {
    const elements = readMachineXml(text(part));
    if (elements) return elements;
  }
  return null;
}

/** The content among the children of the data part. */
export function readContent(elements: ReadonlyMap<string, MachineElement>): MachineReading {
  const element = elements.get('result');
  const stated = element?.attributes.sha256;
  if (!element || stated === undefined || !/^[0-9a-f]{64}$/.test(stated)) return { kind: 'changed' };
  const reading = parseResultFile(Buffer.from(element.content, 'base64').toString('utf8'), stated, sha256);
  return reading.kind === 'ok' ? { ...reading, code: codeOf(element.attributes) } : reading;
}

/**
 * Reads the data part of a workbook.
 * @returns `absent` for a workbook without such a part, `unreadable` for something that is no workbook or is too large
 */
export function readMachinePart(workbook: Uint8Array): MachineReading {
  try {
    const elements = machineElements(workbook);
    return elements ? readContent(elements) : { kind: 'absent' };
  } catch (error) {
    if (error instanceof ZipError) return { kind: 'unreadable' };
    throw error;
  }
}
