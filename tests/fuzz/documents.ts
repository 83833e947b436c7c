/** Real documents of every kind that the program reads, and damage that fits each of them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePackage } from '../../src/adapters/files/package/container.ts';
import { parseResultFile } from '../../src/domain/result-file/read.ts';
import { contentHash } from '../../src/domain/result-file/identity.ts';
import type { ResultFile } from '../../src/domain/result-file/schema.ts';
import { canonicalJson } from '../../src/domain/text/canonical-json.ts';
import type { Random } from '../durability/random.ts';
import { ROOT } from '../e2e/support/project.ts';
import type { Input } from './area.ts';
import { damageBytes } from './mutate/bytes.ts';
import { damageJson } from './mutate/json.ts';
import { damageText } from './mutate/text.ts';
import { archiveOf, changeEntry, contentOf, damageZip, entriesOf, entry } from './mutate/zip.ts';
import { ALL_TEXTS } from './tokens.ts';

const fixture = (name: string): Buffer => readFileSync(join(ROOT, 'tests/fixtures', name));
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function resultOf(text: string): ResultFile {
  const reading = parseResultFile(text, null, sha256);
  if (reading.kind !== 'ok') throw new Error(`not a result: ${reading.kind}`);
  return reading.file;
}

const FIRST = fixture('result/result-1.json').toString('utf8');
const SECOND = fixture('result/result-2.json').toString('utf8');
const WORKBOOKS = [fixture('result/result-1.xlsx'), fixture('result/result-2.xlsx')];
const SUBMISSION = fixture('package/submission-1.thuocso');

/** A collection of the two results, as another copy of the program hands it on. */
function collection(): Buffer {
  const results = [FIRST, SECOND].map((text) => {
    const file = resultOf(text);
    const { format: _format, program, exportedAt, definition: _definition, ...content } = file;
    return { hash: contentHash(file, sha256), program, exportedAt, text: canonicalJson(content), file };
  });
  results.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const { questionnaire, period } = results[0]?.file ?? resultOf(FIRST);
  const main = canonicalJson({
    format: 'thuoc-so/collection/1',
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Đợt 1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: questionnaire.hash },
    period,
    notes: '',
    units: [],
    results: results.map(({ hash, program, exportedAt }) => ({
      contentHash: hash,
      file: `${hash}.json`,
      program,
      exportedAt,
      unit: null,
    })),
    tombstones: [],
    choices: [],
  });
  const entries = [
    { name: 'collection.json', bytes: Buffer.from(main, 'utf8') },
    ...results.map(({ hash, text }) => ({ name: `results/${hash}.json`, bytes: Buffer.from(text, 'utf8') })),
  ];
  return Buffer.from(writePackage({ kind: 'collection', program: '0.1.0', entries, code: null }));
}

const COLLECTION = collection();
const PILE = archiveOf([
  entry('a/một.xlsx', WORKBOOKS[0] as Buffer, true),
  entry('a/hai.json', Buffer.from(SECOND, 'utf8')),
  entry('b/ba.thuocso', SUBMISSION, true),
]);
const SAMPLE = readFileSync(join(ROOT, 'questionnaires/sme-quick/1.0.0/samples/ho-mau.yaml'), 'utf8');
const SAMPLE_ALL = readFileSync(
  join(ROOT, 'questionnaires/sample-all-types/1.0.0/samples/xa-mau-all-types.yaml'),
  'utf8',
);

const RESULT = /(<(?:\w+:)?result\b)([^>]*)(>)([^<]*)(<)/;
const PART = /^customXml\/item1\.xml$/;

/** Content hashes of every result in the documents; nothing else may be accepted from a file whose seal was not renewed. */
export const ORIGINALS: ReadonlySet<string> = new Set(
  [
    ...[FIRST, SECOND].map(resultOf),
    resultOf(
      entriesOf(SUBMISSION)
        .filter(({ name }) => name === 'result.json')
        .map((found) => contentOf(found).toString('utf8'))[0] ?? '',
    ),
    ...WORKBOOKS.map((book) => resultOf(machineJson(book))),
  ].map((file) => contentHash(file, sha256)),
);

function machineJson(book: Buffer): string {
  const [part] = entriesOf(book).filter(({ name }) => PART.test(name));
  const content = RESULT.exec(part ? contentOf(part).toString('utf8') : '')?.[4] ?? '';
  return Buffer.from(content, 'base64').toString('utf8');
}

/** The data part with other JSON in it, with or without a hash that agrees. */
function withMachineJson(book: Buffer, json: string, sealed: boolean): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  return changeEntry(book, PART, (xml) =>
    Buffer.from(
      xml.toString('utf8').replace(RESULT, (_, open: string, attributes: string, close: string, _old, end: string) => {
        const stated = sealed ? attributes.replace(/sha256="[0-9a-f]*"/, `sha256="${sha256(bytes)}"`) : attributes;
        return `${open}${stated}${close}${bytes.toString('base64')}${end}`;
      }),
      'utf8',
    ),
  );
}

const GRID = 'A1:XFD1048576';
/** Elements that make other readers build millions of cells. */
const SHEET_PIECES = [
  `<mergeCells count="1"><mergeCell ref="${GRID}"/></mergeCells>`,
  `<dataValidations count="1"><dataValidation type="list" sqref="${GRID}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
  `<conditionalFormatting sqref="${GRID}"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>`,
  `<definedNames><definedName name="a">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>`,
  '<row r="1048576"><c r="XFD1048576" t="s"><v>99999999</v></c></row>',
  '<row r="-1"><c r="A-1"><v>1e999</v></c></row>',
  '<c r="A1"><f>SUM(A1:XFD1048576)</f><v>1</v></c>',
  '<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
  '<dimension ref="A1:XFD1048576"/>',
  '<cols><col min="1" max="16384" width="1e999"/></cols>',
  '<hyperlinks><hyperlink ref="A1" location="file:///etc/passwd"/></hyperlinks>',
  '<!-- -->'.repeat(2000),
  '<a>'.repeat(5000),
  '<si><t>x</t></si>'.repeat(3000),
] as const;
const DOCTYPES = [
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd">',
] as const;

/** Puts something into the text of one part, at the border of an element or in the middle of a text. */
function damageXml(random: Random, xml: string): string {
  switch (random.below(5)) {
    case 0:
      return xml.replace(/(<\?xml[^>]*\?>)?/, (head) => `${head}${random.pick(DOCTYPES)}`);
    case 1: {
      const borders = [...xml.matchAll(/></g)].map(({ index }) => index + 1);
      const at = borders.length === 0 ? 0 : random.pick(borders);
      return `${xml.slice(0, at)}${random.pick(SHEET_PIECES)}${xml.slice(at)}`;
    }
    case 2: {
      const texts = [...xml.matchAll(/>([^<]+)</g)];
      if (texts.length === 0) return xml;
      const { index, 1: text = '' } = random.pick(texts);
      return `${xml.slice(0, index + 1)}${random.pick(ALL_TEXTS)}${xml.slice(index + 1 + text.length)}`;
    }
    case 3: {
      const values = [...xml.matchAll(/="([^"]*)"/g)];
      if (values.length === 0) return xml;
      const { index, 1: text = '' } = random.pick(values);
      return `${xml.slice(0, index + 2)}${random.pick([...ALL_TEXTS, GRID, '1048576'])}${xml.slice(index + 2 + text.length)}`;
    }
    default:
      return Buffer.from(damageBytes(random, Buffer.from(xml, 'utf8'))).toString('utf8');
  }
}

type Made = Pick<Input, 'label' | 'bytes'> & { readonly sealed?: boolean };

export function damageWorkbook(random: Random, book: Buffer, parts: RegExp): Buffer {
  const names = entriesOf(book)
    .map(({ name }) => name)
    .filter((name) => parts.test(name));
  return changeEntry(book, random.pick(names), (xml) => Buffer.from(damageXml(random, xml.toString('utf8')), 'utf8'));
}

function workbook(random: Random): Made {
  const book = random.pick(WORKBOOKS);
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
      return { label: 'workbook, bytes', bytes: damageBytes(random, book) };
    case 3:
    case 4:
      return { label: 'workbook, archive', bytes: damageZip(random, book) };
    case 5:
      return { label: 'workbook, sheets', bytes: damageWorkbook(random, book, /\.(xml|rels)$/) };
    case 6:
      // Attributes of the data part may be forged too, so only its content is touched here.
      return {
        label: 'workbook, data part',
        bytes: changeEntry(book, PART, (xml) => {
          const text = xml.toString('utf8');
          return Buffer.from(random.below(2) === 0 ? damageXml(random, text) : damageText(random, text), 'utf8');
        }),
      };
    case 7:
      return { label: 'workbook, content', bytes: withMachineJson(book, damageJson(random, machineJson(book)), false) };
    default:
      return {
        label: 'workbook, content and hash',
        bytes: withMachineJson(book, damageJson(random, machineJson(book)), true),
        sealed: true,
      };
  }
}

/** A container with other JSON in one entry, its manifest made anew over it. */
function resealed(archive: Buffer, name: string, change: (json: string) => string): Buffer {
  const entries = entriesOf(archive).map((given) => ({ name: given.name, bytes: contentOf(given) }));
  const changed = entries.map((given) =>
    given.name === name ? { name, bytes: Buffer.from(change(given.bytes.toString('utf8')), 'utf8') } : given,
  );
  const manifest = JSON.parse(entries[0]?.bytes.toString('utf8') ?? '{}') as { entries: object[] };
  const front = {
    ...manifest,
    entries: changed.slice(1).map(({ name: own, bytes }) => ({ name: own, size: bytes.length, sha256: sha256(bytes) })),
  };
  return archiveOf([
    entry('manifest.json', Buffer.from(canonicalJson(front), 'utf8')),
    ...changed.slice(1).map((given) => entry(given.name, given.bytes)),
  ]);
}

function container(random: Random, label: string, archive: Buffer): Made {
  const names = entriesOf(archive).map(({ name }) => name);
  switch (random.below(7)) {
    case 0:
    case 1:
      return { label: `${label}, bytes`, bytes: damageBytes(random, archive) };
    case 2:
    case 3:
      return { label: `${label}, archive`, bytes: damageZip(random, archive) };
    case 4:
      return {
        label: `${label}, manifest`,
        bytes: changeEntry(archive, 'manifest.json', (json) =>
          Buffer.from(damageJson(random, json.toString('utf8')), 'utf8'),
        ),
      };
    case 5: {
      const name = random.pick(names.slice(1));
      return {
        label: `${label}, content`,
        bytes: changeEntry(archive, name, (json) => Buffer.from(damageJson(random, json.toString('utf8')), 'utf8')),
      };
    }
    default:
      return {
        label: `${label}, content and hashes`,
        bytes: resealed(archive, random.pick(names.slice(1)), (json) => damageJson(random, json)),
        sealed: true,
      };
  }
}

function bare(random: Random): Made {
  const text = random.below(2) === 0 ? FIRST : SECOND;
  // A bare result states no hash of itself: whoever changes it makes another result of it.
  if (random.below(3) === 0)
    return { label: 'bare result, bytes', bytes: damageBytes(random, Buffer.from(text, 'utf8')), sealed: true };
  return { label: 'bare result, structure', bytes: Buffer.from(damageJson(random, text), 'utf8'), sealed: true };
}

function answers(random: Random): Made {
  const text = random.below(2) === 0 ? SAMPLE : SAMPLE_ALL;
  if (random.below(3) === 0)
    return { label: 'answers, bytes', bytes: damageBytes(random, Buffer.from(text, 'utf8')), sealed: true };
  return { label: 'answers, lines', bytes: Buffer.from(damageText(random, text), 'utf8'), sealed: true };
}

const LOCKED = fixture('package/locked-1.thuocso');
const APPRAISAL = fixture('package/appraisal-1.thuocso');
const QUESTIONNAIRE = fixture('package/questionnaire-1.thuocso');
const named = (made: Made, name: string): Input => ({ sealed: false, ...made, name });

/** A result file of any kind, damaged. */
export function damagedResult(random: Random): Input {
  const turn = random.below(20);
  if (turn < 8) return named(workbook(random), 'a.xlsx');
  if (turn < 11) return named(bare(random), 'a.json');
  if (turn < 15) return named(container(random, 'submission', SUBMISSION), 'a.thuocso');
  if (turn < 18) return named(container(random, 'collection', COLLECTION), 'a.thuocso');
  const bytes = random.below(2) === 0 ? damageZip(random, PILE) : damageBytes(random, PILE);
  return named({ label: 'archive of results', bytes }, 'a.zip');
}

/** A file of any kind that can be opened, damaged. */
export function damagedFile(random: Random): Input {
  const turn = random.below(20);
  if (turn < 5) return named(workbook(random), 'a.xlsx');
  if (turn < 8) return named(bare(random), 'a.json');
  if (turn < 11) return named(container(random, 'submission', SUBMISSION), 'a.thuocso');
  if (turn < 13) return named(container(random, 'appraisal', APPRAISAL), 'a.thuocso');
  if (turn < 14) return named(container(random, 'questionnaire', QUESTIONNAIRE), 'a.thuocso');
  if (turn < 15) return named({ label: 'locked, bytes', bytes: damageBytes(random, LOCKED) }, 'a.thuocso');
  return named(answers(random), 'a.yaml');
}

/** The containers and workbooks as they are, for those who make their own damage. */
export const SOUND = {
  'a.xlsx': WORKBOOKS[0] as Buffer,
  'b.xlsx': WORKBOOKS[1] as Buffer,
  'a.json': Buffer.from(FIRST, 'utf8'),
  'b.json': Buffer.from(SECOND, 'utf8'),
  'a.thuocso': SUBMISSION,
  'b.thuocso': COLLECTION,
  'a.zip': PILE,
  'a.yaml': Buffer.from(SAMPLE, 'utf8'),
} as const;
export { QUESTIONNAIRE };
