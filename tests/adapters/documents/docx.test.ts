import JSZip from 'jszip';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportModel } from '../../../src/domain/report/model.ts';
import { sample, type Made } from '../../domain/report/support.ts';
import { inFolder, render, run } from './tools.ts';

const flat = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
/** Without spaces: line breaks inside narrow cells fall anywhere. */
const tight = (text: string): string => flat(text).replace(/ /g, '');

/** What LibreOffice makes of the document: the text of its pages. */
function opened(bytes: Uint8Array): { readonly text: string; readonly info: string; readonly sizes: string[] } {
  return inFolder((folder) => {
    const file = join(folder, 'report.docx');
    writeFileSync(file, bytes);
    run(
      'soffice',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    );
    const pdf = join(folder, 'report.pdf');
    expect(readFileSync(pdf).length).toBeGreaterThan(1000);
    const info = run('pdfinfo', '-l', '99', pdf);
    return {
      text: run('pdftotext', '-layout', pdf, '-'),
      info,
      sizes: [...info.matchAll(/Page\s+\d+ size:\s+(\d+)[\d.]* x (\d+)/g)].map(([, w, h]) => `${w}x${h}`),
    };
  });
}

async function xmlOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
}

/** The words of a document as they are stored, whole paragraphs together. */
function wordsOf(xml: string): string {
  const decoded = xml
    .replace(/<w:br\/>|<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
  return tight(decoded);
}

/** Everything that the document must say. */
function promised(model: ReportModel): string[] {
  const { agency } = model;
  if (!agency) throw new Error('not an agency');
  return [
    ...agency.issuer,
    ...agency.signing,
    ...agency.copies,
    agency.number,
    agency.placeAndDate,
    agency.attached,
    model.title,
    ...agency.body.flatMap((block) => ('text' in block ? [block.text] : [])),
    ...model.pillars.map(({ title }) => title),
    ...model.detail.flatMap((line) =>
      line.kind === 'item' ? [line.title, line.rule, line.answer, line.explanation, line.evidence] : [line.title],
    ),
    ...model.evidence.flatMap((line) => [line.number, line.subject]),
    ...model.steps.lines.flatMap((line) => [line.title, line.answer, line.advice]),
    model.source.rule,
    model.source.notice,
  ].filter((text) => text !== '');
}

describe('the agency report as a Word document', () => {
  let made: Made;
  let bytes: Uint8Array;
  let parts: Map<string, string>;
  beforeAll(async () => {
    made = await sample('gov-maturity-5');
    bytes = await render('docx', made.model, made.machine);
    parts = await xmlOf(bytes);
  });

  it('holds every text of the report, opened by LibreOffice', () => {
    const words = wordsOf(parts.get('word/document.xml') ?? '');
    const missing = promised(made.model).filter((text) => !words.toLowerCase().includes(tight(text).toLowerCase()));
    expect(missing).toEqual([]);
    const { text, sizes } = opened(bytes);
    const shown = tight(text);
    expect(text).not.toContain('\ufffd');
    const { agency } = made.model;
    const lines = agency?.body.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])) ?? [];
    for (const line of [...lines, made.model.title, 'Độc lập - Tự do - Hạnh phúc', './.'])
      expect(shown).toContain(tight(line));
    // Text on portrait pages, the form on landscape ones, the method on a portrait page again; all A4.
    expect(sizes[0]).toBe('595x841');
    expect(sizes).toContain('841x595');
    expect(sizes.at(-1)).toBe('595x841');
  });

  it('is set in Times New Roman with the margins of the decree, heads repeated and rows whole', () => {
    const xml = parts.get('word/document.xml') ?? '';
    expect(parts.get('word/styles.xml')).toContain('Times New Roman');
    expect(xml).toMatch(/w:left="1701"/);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(4);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(made.model.detail.length);
    expect(xml.match(/w:orient="landscape"/g)?.length).toBeGreaterThan(1);
    expect(xml.match(/<w:pgNumType w:start="1"/g)?.length).toBe(xml.match(/<w:sectPr/g)?.length);
  });

  it('is the same file for the same report and names neither person nor computer', async () => {
    expect(Buffer.compare(await render('docx', made.model, made.machine), bytes)).toBe(0);
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>Thước Số</dc:creator>');
    expect(core).toContain(`${made.model.issued}T00:00:00Z`);
    expect([...parts.values()].join('')).not.toMatch(/\/home\/|\/root\/|[A-Z]:\\\\|TargetMode="External"/);
  });

  it('gives the picture of the profile its words', () => {
    const { title, summary } = made.model.charts.profile;
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain(`title="${title}"`);
    expect(wordsOf(xml.replace(/descr="([^"]*)"/g, '>$1<'))).toContain(tight(summary));
  });

  it('takes hostile texts as text', async () => {
    const model: ReportModel = {
      ...made.model,
      organisation: 'UBND <w:p/> & "xã" \u0000',
      title: '=HYPERLINK("http://x") </w:t>',
    };
    const xml = (await xmlOf(await render('docx', model, made.machine))).get('word/document.xml') ?? '';
    expect(xml).toContain('=HYPERLINK(&quot;http://x&quot;) &lt;/w:t&gt;');
    expect(xml).not.toContain('\u0000');
    expect(xml).not.toMatch(/w:hyperlink|w:instrText[^>]*>\s*HYPERLINK/);
  });
});

describe('the result of a firm as a Word document', () => {
  it('has level, pillars and every question', async () => {
    const made = await sample('sme-readiness', 'en');
    const words = wordsOf((await xmlOf(await render('docx', made.model, made.machine))).get('word/document.xml') ?? '');
    const { model } = made;
    for (const text of [model.result.headline, ...model.pillars.map(({ title }) => title)])
      expect(words).toContain(tight(text));
    for (const line of model.detail) expect(words.toLowerCase()).toContain(tight(line.title).toLowerCase());
  });
});
