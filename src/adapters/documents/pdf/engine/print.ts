/** Turns a definition of pdfmake's kind into a PDF file: layout, drawing and structure in one go. */
import svgLibrary from 'pdfmake/js/SVGMeasure.js';
import type { LaidNode } from 'pdfmake-parts';
import type { Content, ContentSection, DynamicContent, Node, NodeQueries, Style } from 'pdfmake/interfaces';
import { fontFiles, type FontPaths } from '../../fonts.ts';
import { Draw } from './draw.ts';
import { MemoryDocument, type Properties } from './document.ts';
import { Layout } from './layout.ts';
import { structureOf } from './structure.ts';
import { exported } from './library.ts';

const SvgMeasure = exported(svgLibrary);

/** A4 in points. */
const A4 = { portrait: { width: 595.28, height: 841.89 }, landscape: { width: 841.89, height: 595.28 } } as const;

export interface Definition {
  readonly properties: Properties;
  readonly defaultStyle: Style;
  /** Sections bring their own page; other content stands on pages of the kind below. */
  readonly content: readonly ContentSection[] | Content[];
  readonly orientation?: 'portrait' | 'landscape';
  /** Left, top, right, bottom in points. */
  readonly margins?: readonly [number, number, number, number];
  readonly header?: DynamicContent;
  readonly footer?: DynamicContent;
  /** Names that nodes may carry as their style. */
  readonly styles?: Readonly<Record<string, Style>>;
  readonly pageBreakBefore?: (node: Node, queries: NodeQueries) => boolean;
}

/** All texts composed, so that a mark is never drawn beside its letter. Functions and drawings pass through. */
function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map(composed) as T;
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, composed(entry)])) as T;
  return value;
}

/**
 * Lays a definition out as tagged PDF 1.7 with embedded fonts. Nothing is fetched, and of local files only the fonts are
 * read. The definition is used up: the layout writes into it.
 * @returns the bytes; the same definition gives the same bytes
 */
export function printPdf(definition: Definition, fonts: FontPaths): Uint8Array {
  const { properties, defaultStyle, styles = {}, orientation = 'portrait', margins = [40, 40, 40, 40] } = definition;
  const document = new MemoryDocument(fonts, new Set(fontFiles(fonts)), properties);
  const [left, top, right, bottom] = margins;
  const layout = new Layout(A4[orientation], { left, top, right, bottom }, new SvgMeasure());
  const root = { stack: composed(definition.content) } as unknown as LaidNode;
  const pages = layout.layoutDocument(
    root,
    document,
    styles,
    defaultStyle,
    undefined,
    definition.header,
    definition.footer,
    undefined,
    definition.pageBreakBefore,
  );
  new Draw(document, structureOf(root, pages)).renderPages(pages);
  return document.finish();
}
