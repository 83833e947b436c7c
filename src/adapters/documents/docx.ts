import { Document, Packer } from 'docx';
import JSZip from 'jszip';
import { pillarChart } from '../../domain/charts/pillars.ts';
import { PRINT_PALETTE } from '../../domain/charts/style.ts';
import type { ReportModel } from '../../domain/report/model.ts';
import { agencySections } from './docx/agency.ts';
import { firmSections } from './docx/firm.ts';
import type { FontPaths } from './fonts.ts';
import type { Measure } from './measure.ts';
import { chartPng, FONT_NAMES } from './png.ts';
import { zipFiles } from './zip-write.ts';

/** Width of the drawing in its units; text of 14 units then prints at ten points on 165 mm. */
const UNITS = 664;

/**
 * Writes the report as a Word document from the same model as PDF and workbook, to go on editing in an office program.
 * @returns the bytes; the same model gives the same bytes
 */
export async function writeDocx(model: ReportModel, fonts: FontPaths, measure: Measure): Promise<Uint8Array> {
  const { labels } = model;
  const sections = model.agency
    ? agencySections(
        model,
        model.agency,
        measure,
        chartPng(
          pillarChart(model.charts.profile, {
            palette: PRINT_PALETTE,
            width: UNITS,
            id: 'profile',
            font: FONT_NAMES.Tinos,
          }),
          fonts,
          { scale: 2 },
        ),
      )
    : firmSections(model);
  const document = new Document({
    title: model.title.normalize('NFC'),
    subject: model.subject.normalize('NFC'),
    // The program, never a person or a computer.
    creator: labels.program,
    lastModifiedBy: labels.program,
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: 28,
            language: { value: model.language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
        },
        // Headings look as their runs say; the styles only give the outline.
        ...Object.fromEntries(
          (['title', 'heading1', 'heading2'] as const).map((name) => [
            name,
            { run: { font: 'Times New Roman', color: '000000' } },
          ]),
        ),
      },
    },
    sections,
  });
  return settled(await Packer.toBuffer(document), new Date(`${model.issued}T00:00:00Z`));
}

/** The same archive with the day of the report in place of the moment of writing. */
async function settled(bytes: Uint8Array, date: Date): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    if (entry.name !== 'docProps/core.xml') {
      files.set(entry.name, await entry.async('uint8array'));
      continue;
    }
    const text = await entry.async('string');
    const instant = `${date.toISOString().slice(0, 19)}Z`;
    const fixed = text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`);
    files.set(entry.name, Buffer.from(fixed, 'utf8'));
  }
  return zipFiles(files, date);
}
