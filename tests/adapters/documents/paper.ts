/** A finished PDF as outside programs (poppler) see it: words with their places, fonts, drawn lines, structure. */
import type { ReportModel } from '../../../src/domain/report/model.ts';
import type { Made } from '../../domain/report/support.ts';
import { onFile, render, run } from './tools.ts';

export const mm = (points: number): number => (points / 72) * 25.4;
/** Texts are compared without blanks, because lines break anywhere. */
export const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const unescape = (text: string): string =>
  text.replace(
    /&(lt|gt|amp|quot|#39);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name] ?? '',
  );

/** Every word of every page with its place in millimetres. */
export function pagesOf(file: string): Page[] {
  const html = run('pdftotext', '-bbox', file, '-');
  return html
    .split('<page ')
    .slice(1)
    .map((part) => {
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(part);
      const words = [
        ...part.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g),
      ].map(([, left, top, right, bottom, text]) => ({
        left: mm(Number(left)),
        top: mm(Number(top)),
        right: mm(Number(right)),
        bottom: mm(Number(bottom)),
        text: unescape(text ?? ''),
      }));
      return { width: mm(Number(size?.[1])), height: mm(Number(size?.[2])), words };
    });
}

/** The place of a run of words on a page. */
export function phrase(page: Page | undefined, text: string): Word {
  const wanted = text.split(' ');
  const words = page?.words ?? [];
  const start = words.findIndex((_, at) => wanted.every((word, offset) => words[at + offset]?.text === word));
  const [first, last] = [words[start], words[start + wanted.length - 1]];
  if (!first || !last) throw new Error(`not on the page: ${text}`);
  return { ...first, right: last.right, text };
}

export const centre = ({ left, right }: Word): number => (left + right) / 2;

/** Drawn horizontal lines of the first page in millimetres. */
function linesOf(file: string): { left: number; right: number; y: number }[] {
  const svg = run('pdftocairo', '-svg', '-f', '1', '-l', '1', file, '-');
  return [...svg.matchAll(/ d="M ([-\d.]+) ([-\d.]+) L ([-\d.]+) ([-\d.]+) "/g)]
    .map(([, x, y, right, bottom]) => ({
      left: mm(Number(x)),
      right: mm(Number(right)),
      y: mm(Number(y)),
      end: mm(Number(bottom)),
    }))
    .filter((line) => Math.abs(line.y - line.end) < 0.01);
}

export interface Looked {
  readonly made: Made;
  readonly model: ReportModel;
  readonly bytes: Uint8Array;
  readonly pages: Page[];
  readonly text: string;
  readonly fonts: string[][];
  readonly info: string;
  readonly lines: ReturnType<typeof linesOf>;
}

export async function look(made: Made): Promise<Looked> {
  const bytes = await render('pdf', made.model, made.machine);
  return onFile('report.pdf', bytes, (file) => ({
    made,
    model: made.model,
    bytes,
    pages: pagesOf(file),
    // Raw order keeps the lines of one table cell together.
    text: run('pdftotext', '-raw', file, '-'),
    fonts: run('pdffonts', file)
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.trim().split(/\s+/)),
    info: run('pdfinfo', file),
    lines: linesOf(file),
  }));
}

/** A piece of text in one font, as it is set. */
export interface Piece {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: string;
}

/** Pixels of poppler's own output for each point, at this zoom, the largest it has. */
const ZOOM = 3;

/** Every piece of text with size, weight and slope. */
export function piecesOf(file: string): Piece[] {
  const xml = run('pdftohtml', '-xml', '-i', '-fontfullname', '-zoom', String(ZOOM), '-stdout', file);
  const fonts = new Map<string, { size: number; family: string; colour: string }>();
  for (const [, id = '', size, family = '', colour = ''] of xml.matchAll(
    /<fontspec id="(\d+)" size="(\d+)" family="([^"]*)" color="([^"]*)"/g,
  ))
    fonts.set(id, { size: Number(size) / ZOOM, family, colour });
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((part, page) =>
      [...part.matchAll(/<text top="(-?\d+)" left="(-?\d+)" width="\d+" height="\d+" font="(\d+)">(.*?)<\/text>/g)].map(
        ([, top, left, font = '', text = '']) => {
          const { size = 0, family = '', colour = '' } = fonts.get(font) ?? {};
          return {
            page: page + 1,
            text: unescape(text.replace(/<[^>]*>/g, '')).trim(),
            left: mm(Number(left) / ZOOM),
            top: mm(Number(top) / ZOOM),
            size,
            bold: /Bold/.test(family),
            italic: /Italic/.test(family),
            colour,
          };
        },
      ),
    );
}
