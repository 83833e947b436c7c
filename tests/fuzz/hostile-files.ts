/** Files that are known to hurt programs of this kind, made from sound ones. */
import { deflateRawSync } from 'node:zlib';
import { SOUND } from './documents.ts';
import { archiveOf, bomb, changeEntry, entriesOf, entry, type Entry } from './mutate/zip.ts';
import { PATHS, PROTOTYPES, SCRIPTS } from './tokens.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** The content of the original is in it, whole: it may be accepted, as what it was. */
  readonly whole?: true;
}

const BOOK = SOUND['b.xlsx'];
const JSON_TEXT = SOUND['a.json'].toString('utf8');
const BOX = SOUND['a.thuocso'];
const GRID = 'A1:XFD1048576';
const SHEET = 'xl/worksheets/sheet2.xml';
const DATA = /^customXml\/item1\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';

const edited = (archive: Buffer, name: RegExp | string, change: (text: string) => string): Buffer =>
  changeEntry(archive, name, (content) => Buffer.from(change(content.toString('utf8')), 'utf8'));
const before = (mark: string, piece: string) => (xml: string) => xml.replace(mark, () => `${piece}${mark}`);
const mapped = (archive: Buffer, name: RegExp, change: (given: Entry) => Entry): Buffer =>
  archiveOf(entriesOf(archive).map((given) => (name.test(given.name) ? change(given) : given)));
const result = (change: (file: Record<string, unknown>) => void): Buffer => {
  const file = JSON.parse(JSON_TEXT) as Record<string, unknown>;
  change(file);
  return Buffer.from(JSON.stringify(file), 'utf8');
};
const json = (change: (text: string) => string): Buffer => Buffer.from(change(JSON_TEXT), 'utf8');

const entities = (levels: number): string =>
  `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: levels }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;
const doctype = (text: string) => (xml: string) => xml.replace(/\?>\s*/, (end) => `${end}${text}`);

/** Many names for the same packed bytes: small, and without end when unpacked. */
function overlapping(count: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(18_000_000, 32), { level: 9 });
  const one = archiveOf([
    { ...entry('00000.json', Buffer.alloc(0)), packed: packed.length, size: 18_000_000, data: packed },
  ]);
  const end = one.length - 22;
  const start = one.readUInt32LE(end + 16);
  const directory = one.subarray(start, end);
  const copies = Array.from({ length: count }, (_, number) => {
    const copy = Buffer.from(directory);
    copy.write(String(number).padStart(5, '0'), 46, 'latin1');
    return copy;
  });
  const close = Buffer.from(one.subarray(end));
  close.writeUInt16LE(count, 8);
  close.writeUInt16LE(count, 10);
  close.writeUInt32LE(copies.length * directory.length, 12);
  return Buffer.concat([one.subarray(0, start), ...copies, close]);
}

const grids: readonly (readonly [string, Buffer])[] = [
  [
    'merge',
    edited(BOOK, SHEET, before('</worksheet>', `<mergeCells count="1"><mergeCell ref="${GRID}"/></mergeCells>`)),
  ],
  [
    'validation',
    edited(
      BOOK,
      SHEET,
      before('</worksheet>', `<dataValidations count="1"><dataValidation sqref="${GRID}"/></dataValidations>`),
    ),
  ],
  [
    'name',
    edited(
      BOOK,
      'xl/workbook.xml',
      before('</workbook>', '<definedNames><definedName name="a">A!$A$1:$XFD$1048576</definedName></definedNames>'),
    ),
  ],
  ['dimension', edited(BOOK, SHEET, (xml) => xml.replace(/<dimension[^>]*>/, `<dimension ref="${GRID}"/>`))],
  ['format', edited(BOOK, SHEET, before('</worksheet>', `<conditionalFormatting sqref="${GRID}"/>`))],
  ['last row', edited(BOOK, SHEET, before('</sheetData>', '<row r="1048576"><c r="XFD1048576"/></row>'))],
];

const lies: readonly (readonly [string, Buffer])[] = (
  [
    ['size of 0', { size: 0 }],
    ['size of 1 GB', { size: 1024 ** 3 }],
    ['size of 4 GB', { size: 0xffffffff }],
    ['packed size of 4 GB', { packed: 0xffffffff }],
    ['wrong sum', { crc: 0 }],
    ['method 99', { method: 99 }],
    ['encrypted', { flags: 0x801 }],
  ] satisfies [string, Partial<Entry>][]
).flatMap(([name, lie]): [string, Buffer][] => [
  [`${name}.xlsx`, mapped(BOOK, DATA, (given) => ({ ...given, ...lie }))],
  [`${name}.thuocso`, mapped(BOX, /^result\.json$/, (given) => ({ ...given, ...lie }))],
]);

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...grids.map(([name, bytes]): HostileFile => ({ name: `grid ${name}.xlsx`, bytes, whole: true })),
  {
    name: 'grid cell.xlsx',
    bytes: edited(BOOK, SHEET, before('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  },
  // What a lying size costs is nothing; the content behind it is still the original one.
  ...lies.map(([name, bytes]): HostileFile => ({ name: `lie, ${name}`, bytes, whole: true })),
  {
    name: 'strings.xlsx',
    bytes: edited(BOOK, STRINGS, before('</sst>', `<si><t>${'x'.repeat(90)}</t></si>`.repeat(190_000))),
    whole: true,
  },
  {
    name: 'string bomb.xlsx',
    bytes: edited(BOOK, STRINGS, (xml) => xml.replace(/<t[^>]*>[^<]*/g, () => `<t>${'x'.repeat(100_000)}`)),
  },
  { name: 'entities in data.xlsx', bytes: edited(BOOK, DATA, doctype(entities(9))), whole: true },
  { name: 'entities in strings.xlsx', bytes: edited(BOOK, STRINGS, doctype(entities(9))), whole: true },
  {
    name: 'outer entity.xlsx',
    bytes: edited(BOOK, 'xl/workbook.xml', doctype('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    whole: true,
  },
  { name: 'bomb beside.xlsx', bytes: archiveOf([...entriesOf(BOOK), bomb('xl/media/image1.png')]), whole: true },
  { name: 'bomb as data.xlsx', bytes: mapped(BOOK, DATA, ({ name }) => bomb(name)) },
  { name: 'bomb as types.xlsx', bytes: mapped(BOOK, /^\[Content_Types\]/, ({ name }) => bomb(name)), whole: true },
  { name: 'bomb.thuocso', bytes: mapped(BOX, /^result\.json$/, ({ name }) => bomb(name)) },
  { name: 'bomb as manifest.thuocso', bytes: mapped(BOX, /^manifest\.json$/, ({ name }) => bomb(name)) },
  { name: 'overlapping.zip', bytes: overlapping(15_000) },
  { name: 'twice.xlsx', bytes: archiveOf([...entriesOf(BOOK), entry('customXml/ITEM1.xml', Buffer.from('<other/>'))]) },
  { name: 'twice.thuocso', bytes: archiveOf([...entriesOf(BOX), entry('Result.json', Buffer.from('{}'))]) },
  ...PATHS.map((path, number): HostileFile => ({
    name: `way out ${number}.thuocso`,
    bytes: archiveOf([...entriesOf(BOX), entry(path, Buffer.from('x'))]),
  })),
  ...PATHS.map((path, number): HostileFile => ({
    name: `way out ${number}.xlsx`,
    bytes: archiveOf([...entriesOf(BOOK), entry(path, Buffer.from('x'))]),
    whole: true,
  })),
  { name: 'archive in archive.zip', bytes: archiveOf([entry('a.zip', archiveOf([entry('a.xlsx', BOOK)]))]) },
  { name: 'archive as workbook.xlsx', bytes: archiveOf([entry('a.zip', BOOK)]) },
  {
    name: 'letter.xlsx',
    bytes: archiveOf([
      entry('[Content_Types].xml', Buffer.from('<Types>wordprocessingml</Types>')),
      entry('word/document.xml', Buffer.from('<w/>')),
    ]),
  },
  { name: 'old.xlsx', bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]) },
  {
    name: 'protected.xlsx',
    bytes: Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  },
  { name: 'paper.xlsx', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1') },
  { name: 'picture.json', bytes: Buffer.from('89504e470d0a1a0a0000', 'hex') },
  { name: 'program.thuocso', bytes: Buffer.concat([Buffer.from('MZ'), BOX]) },
  { name: 'more behind.thuocso', bytes: Buffer.concat([BOX, Buffer.from('MZ')]) },
  { name: 'database.json', bytes: Buffer.from('SQLite format 3\u0000', 'latin1') },
  { name: 'empty.json', bytes: Buffer.alloc(0) },
  { name: 'empty.zip', bytes: Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]) },
  { name: 'head.xlsx', bytes: Buffer.from('PK\u0003\u0004', 'latin1') },
  { name: 'half.xlsx', bytes: BOOK.subarray(0, BOOK.length >> 1) },
  { name: 'half.json', bytes: Buffer.from(JSON_TEXT).subarray(0, JSON_TEXT.length >> 1) },
  { name: 'wide text.json', bytes: Buffer.from(JSON_TEXT, 'utf16le') },
  { name: 'deep.json', bytes: Buffer.from(`{"format":"thuoc-so/result/2","a":${'['.repeat(300_000)}`) },
  {
    name: 'deep and closed.json',
    bytes: json((text) => text.replace('"records":', `"x":${'['.repeat(9000)}${']'.repeat(9000)},"records":`)),
  },
  {
    name: 'wide.json',
    bytes: json((text) => text.replace('"records":[', `"records":[${'{"itemId":"a"},'.repeat(400_000)}`)),
  },
  { name: 'long text.json', bytes: result((file) => (file.program = 'x'.repeat(14_000_000))) },
  { name: 'no number.json', bytes: json((text) => text.replace(/"year":\d+/, '"year":NaN')) },
  { name: 'infinite.json', bytes: json((text) => text.replace(/"year":\d+/, '"year":1e999')) },
  { name: 'half a letter.json', bytes: result((file) => (file.format = 'thuoc-so/result/2\ud800')) },
  {
    name: 'a member twice.json',
    bytes: json((text) => text.replace('"organisation":{', '"organisation":{"name":"UBND xã Khác",')),
  },
  ...PROTOTYPES.map((name): HostileFile => ({
    name: `member ${name}.json`,
    bytes: json((text) => text.replace('{', `{"${name}":{"polluted":1},`)),
  })),
  ...PROTOTYPES.map((name): HostileFile => ({
    name: `item ${name}.json`,
    bytes: json((text) => text.replace(/"itemId":"[^"]+"/, `"itemId":"${name}"`)),
  })),
  ...SCRIPTS.map((script, number): HostileFile => ({
    name: `script ${number}.json`,
    bytes: result((file) => (file.questionnaire = { id: script, version: '1.0.0', hash: 'a'.repeat(64) })),
  })),
];
