import { wrap } from '../../domain/charts/measure.ts';
import { PRINT_PALETTE, type ChartStyle } from '../../domain/charts/style.ts';
import type { ChartNode } from '../../domain/charts/tree.ts';
import { paint } from './paint.ts';

/** A chart on its way out of the program: with what it shows and whose it is. */
export interface Picture {
  readonly draw: (style: ChartStyle) => ChartNode;
  readonly title: string;
  /** Unit or meaning, under the title; empty for none. */
  readonly note: string;
  /** Organisation, period, program: at the foot. */
  readonly source: string;
  /** Widest useful width of the drawing in units. */
  readonly most: number;
}

const MARGIN = 32;
const WIDTH = 920;
/** Sharp in a document and on a telephone. */
const SCALE = 2;

/** The picture as PNG, on white in print colours whatever the theme. */
export async function toPng({ draw, title, note, source, most }: Picture): Promise<Blob> {
  const family = getComputedStyle(document.body).fontFamily;
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px ${family}`, 'Thước Số')));
  const room = WIDTH - 2 * MARGIN;
  const chart = draw({ palette: PRINT_PALETTE, width: Math.min(room, most), id: 'picture', font: family });
  const titles = wrap(title, room, 22, { bold: true, most: 3 });
  const notes = note === '' ? [] : wrap(note, room, 15, { most: 4 });
  const chartTop = MARGIN + titles.length * 30 + notes.length * 22 + 16;
  const height = chartTop + Number(chart.attrs.height) + 40 + MARGIN / 2;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = Math.ceil(height) * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = PRINT_PALETTE.ground;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = PRINT_PALETTE.ink;
  context.font = `600 22px ${family}`;
  titles.forEach((text, line) => context.fillText(text, MARGIN, MARGIN + 22 + line * 30));
  context.fillStyle = PRINT_PALETTE.quiet;
  context.font = `400 15px ${family}`;
  notes.forEach((text, line) => context.fillText(text, MARGIN, MARGIN + titles.length * 30 + 16 + line * 22));
  context.fillText(source, MARGIN, height - MARGIN / 2 - 8);
  context.translate(MARGIN, chartTop);
  paint(context, chart, family);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/**
 * Puts the picture on the clipboard; where the browser refuses, it is downloaded instead.
 * @param fileName without folder, ".png" included
 */
export async function copyPicture(picture: Picture, fileName: string): Promise<'copied' | 'downloaded'> {
  const png = toPng(picture);
  try {
    // The promise goes in, not the picture: the clipboard must be asked while the click still counts.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch {
    const url = URL.createObjectURL(await png);
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return 'downloaded';
  }
}
