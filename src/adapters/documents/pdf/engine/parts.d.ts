/**
 * The parts of pdfmake and of pdfkit below it that the engine extends; neither package declares them. Only what is used
 * here is written down. pdfmake is pinned to one version: docs/pdf.md lists what to look at before raising it.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  import type { FontRun, PdfFont, PdfPage, StructureContent, StructureElement } from 'pdfkit-parts';

  class PdfDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    );
    _font: PdfFont;
    _fontCount: number;
    _fontFamilies: Record<string, PdfFont>;
    page: PdfPage;
    font(source: unknown, family?: unknown, size?: unknown): this;
    fillColor(colour: string): this;
    push(chunk: Buffer | null): boolean;
    end(): void;
    addContent(operators: string): this;
    addPage(options: { size: [number, number] }): this;
    markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): this;
    struct(type: string, options?: { alt?: string }): StructureElement;
    addStructure(element: StructureElement): this;
    resolveColor(colour: string | undefined, otherwise: string): string;
  }
  export default PdfDocument;
  export type { FontRun, PdfDocument };
}

declare module 'pdfkit-parts' {
  /** A shaped word: glyphs with their places in thousandths of an em. */
  export interface FontRun {
    readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number; readonly codePoints: number[] }[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
      readonly advanceWidth: number;
    }[];
    readonly advanceWidth: number;
  }

  export interface FontProgram {
    createSubset(): Subset;
  }

  interface Subset {
    includeGlyph(id: number): number;
  }

  /** A font inside one document. */
  export interface PdfFont {
    readonly id: string;
    readonly name: string;
    readonly font: FontProgram;
    readonly scale: number;
    readonly ascender: number;
    subset: Subset;
    unicode: number[][];
    widths: number[];
    layoutCache: Record<string, FontRun>;
    layout(text: string, features?: unknown): FontRun;
    encode(text: string, features?: unknown): [string[], FontRun['positions']];
    ref(): object;
  }

  export type PdfFontClass = new (document: object, font: FontProgram, id: string) => PdfFont;

  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, object>;
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  export interface StructureContent {
    readonly refs: readonly object[];
  }

  export interface StructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
    add(child: StructureElement | StructureContent): this;
    end(): void;
  }
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { LaidNode, LaidPage, Line, Measuring, Writer } from 'pdfmake-parts';

  class LayoutBuilder {
    constructor(size: { width: number; height: number }, margins: object, svgMeasure: object);
    writer: Writer;
    nestedLevel: number;
    docMeasure: { textInlines: Measuring };
    layoutDocument(
      content: object,
      document: object,
      styles: object,
      defaultStyle: object,
      background: unknown,
      header: unknown,
      footer: unknown,
      watermark: unknown,
      pageBreakBefore: unknown,
    ): LaidPage[];
    tryLayoutDocument(content: object, document: object, ...rest: unknown[]): { pages: LaidPage[] };
    processTable(node: LaidNode): void;
    processSVG(node: LaidNode): void;
    processRow(row: object): { positions: object[]; pageBreaks?: object[] };
    buildNextLine(node: LaidNode): Line | null;
  }
  export default LayoutBuilder;
}

declare module 'pdfmake-parts' {
  import type { PdfFont } from 'pdfkit-parts';

  export interface Inline {
    readonly text: string;
    readonly font: PdfFont;
    readonly fontSize: number;
    readonly color: string;
    readonly x: number;
    readonly width: number;
    readonly opacity: number;
    readonly [other: string]: unknown;
  }

  export interface Line {
    readonly inlines: readonly Inline[];
    readonly x: number;
    readonly y: number;
    getHeight(): number;
    getAscenderHeight(): number;
    /** The node whose text this is; set by our layout. */
    source?: LaidNode;
  }

  /** A node of the definition after its layout. */
  export interface LaidNode {
    text?: unknown;
    stack?: LaidNode[];
    section?: LaidNode;
    columns?: LaidNode[];
    svg?: string;
    x?: number;
    y?: number;
    _width?: number;
    _height?: number;
    table?: {
      body: LaidNode[][];
      widths: unknown[];
      headerRows?: number;
      keepWithHeaderRows?: number;
      heights?: unknown;
    };
    colSpan?: number;
    headlineLevel?: number;
    _span?: boolean;
    _margin?: number[] | null;
    _offsets?: { offsets: unknown };
    positions: object[];
    /** Ours: see structure.ts and layout.ts. */
    tag?: string;
    alt?: string;
    keepWithNext?: boolean;
    source?: LaidNode;
  }

  export type PageItem =
    | { readonly type: 'line'; readonly item: Line }
    | { readonly type: 'svg'; readonly item: LaidNode }
    | { readonly type: 'vector'; readonly item: object }
    | { readonly type: 'other'; readonly item: object };

  export interface LaidPage {
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly items: readonly PageItem[];
  }

  export interface Writer {
    context(): { resetMarginXTopParent(): void };
    beginUnbreakableBlock(): void;
    commitUnbreakableBlock(): void;
  }

  export interface Measuring {
    measure(items: MeasuredItem[], styles: unknown): MeasuredItem[];
  }

  export interface MeasuredItem {
    text: string;
    width?: number;
    [other: string]: unknown;
  }
}

declare module 'pdfmake/js/TableProcessor.js' {
  import type { LaidNode, Writer } from 'pdfmake-parts';

  class TableProcessor {
    constructor(node: LaidNode);
    readonly dontBreakRows: boolean;
    readonly rowsWithoutPageBreak: number;
    beginTable(writer: Writer): void;
    beginRow(row: number, writer: Writer): void;
    endRow(row: number, writer: Writer, pageBreaks: object[]): void;
    endTable(writer: Writer): void;
  }
  export default TableProcessor;
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { MeasuredItem } from 'pdfmake-parts';

  class TextInlines {
    constructor(document: object);
    measure(items: MeasuredItem[], styles: unknown): MeasuredItem[];
    widthOfText(text: string, item: MeasuredItem): number;
  }
  export default TextInlines;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { LaidNode, LaidPage, Line } from 'pdfmake-parts';

  class Renderer {
    constructor(document: object, progress?: (share: number) => void);
    renderPages(pages: LaidPage[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderSVG(node: LaidNode): void;
    renderVector(vector: object): void;
  }
  export default Renderer;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  class SvgMeasure {}
  export default SvgMeasure;
}
