/** Pictures from chart trees and other SVG, drawn with our own fonts only: the same bytes on every computer. */
import { Resvg } from '@resvg/resvg-js';
import { toSvg, type ChartNode } from '../../domain/charts/tree.ts';
import type { FontFamily, FontPaths } from './fonts.ts';

/** Names under which the font files present themselves. */
export const FONT_NAMES: Readonly<Record<FontFamily, string>> = {
  Tinos: 'Tinos',
  BeVietnamPro: 'Be Vietnam Pro',
};

export interface PngOptions {
  /** Width of the picture in its own units; the height follows. The tree's own width when left out. */
  readonly width?: number;
  /** Pixels for each unit: 2 is sharp in a document that is printed. */
  readonly scale?: number;
  /** Ground colour; white when left out. */
  readonly ground?: string;
}

export interface Png {
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Charts have neither italics nor a second family; fewer files to open for each picture. */
function filesOf(fonts: FontPaths, svg: string): string[] {
  const used = (Object.keys(FONT_NAMES) as FontFamily[]).filter((family) => svg.includes(FONT_NAMES[family]));
  const families = used.length > 0 ? used : (['BeVietnamPro'] as const);
  return families.flatMap((family) => [fonts[family].normal, fonts[family].bold]);
}

/**
 * Draws SVG text as PNG. Nothing is fetched, and of local files only the fonts are read; text in a family that is not
 * bundled is drawn in Be Vietnam Pro.
 * @param svg width and height in its root element, in units
 * @throws Error when the text is no SVG
 */
export function svgPng(svg: string, fonts: FontPaths, options: PngOptions = {}): Png {
  const { scale = 1, ground = '#ffffff' } = options;
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: filesOf(fonts, svg),
      defaultFontFamily: FONT_NAMES.BeVietnamPro,
    },
    background: ground,
    fitTo:
      options.width === undefined
        ? { mode: 'zoom', value: scale }
        : { mode: 'width', value: Math.round(options.width * scale) },
    logLevel: 'off',
  }).render();
  return { bytes: new Uint8Array(image.asPng()), width: image.width, height: image.height };
}

/**
 * A chart as PNG. Build the tree with `font: FONT_NAMES.BeVietnamPro` (or Tinos) and PRINT_PALETTE; its `title` and
 * `desc` children are the text for those who do not see it.
 */
export function chartPng(tree: ChartNode, fonts: FontPaths, options: PngOptions = {}): Png {
  return svgPng(toSvg(tree), fonts, options);
}
