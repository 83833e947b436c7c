/** Lays a definition out in pages: rows that belong together stay together, and every line knows its text. */
import layoutLibrary from 'pdfmake/js/LayoutBuilder.js';
import tableLibrary from 'pdfmake/js/TableProcessor.js';
import type { LaidNode, LaidPage, Line } from 'pdfmake-parts';
import { QuickInlines } from './inlines.ts';
import { exported } from './library.ts';

const TableProcessor = exported(tableLibrary);

export class Layout extends exported(layoutLibrary) {
  override tryLayoutDocument(content: object, document: object, ...rest: unknown[]): { pages: LaidPage[] } {
    this.docMeasure.textInlines = new QuickInlines(document);
    return super.tryLayoutDocument(content, document, ...rest);
  }

  override buildNextLine(node: LaidNode): Line | null {
    const line = super.buildNextLine(node);
    if (line) line.source = node;
    return line;
  }

  override processSVG(node: LaidNode): void {
    // What is placed as a whole is placed as a copy.
    node.source = node;
    super.processSVG(node);
  }

  /**
   * As the library does it, with one rule more: a row whose first cell says `keepWithNext` opens a block that only the
   * next row closes, so that no page break comes between them. Row spans and columns that wrap are not used here.
   */
  override processTable(node: LaidNode): void {
    const { table } = node;
    if (!table) return;
    this.nestedLevel += 1;
    const { headerRows: heads = 0 } = table;
    if (heads > 0) {
      // The block of the head ends with the first row that need not stay with the next one.
      const loose = table.body.findIndex((cells, row) => row >= heads && cells[0]?.keepWithNext !== true);
      if (loose >= heads) table.keepWithHeaderRows = loose - heads + 1;
    }
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    let open = 0;
    table.body.forEach((cells, row) => {
      const keep = cells[0]?.keepWithNext === true && row >= processor.rowsWithoutPageBreak;
      if (keep) this.writer.beginUnbreakableBlock();
      processor.beginRow(row, this.writer);
      const result = this.processRow({
        marginX: node._margin ? [node._margin[0], node._margin[2]] : [0, 0],
        dontBreakRows: processor.dontBreakRows,
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells,
        widths: table.widths,
        gaps: node._offsets?.offsets,
        tableBody: table.body,
        tableNode: node,
        rowIndex: row,
        height: heightOf(table.heights, row),
      });
      for (const position of result.positions) node.positions.push(position);
      processor.endRow(row, this.writer, result.pageBreaks ?? []);
      if (keep) open += 1;
      else for (; open > 0; open -= 1) this.writer.commitUnbreakableBlock();
    });
    for (; open > 0; open -= 1) this.writer.commitUnbreakableBlock();
    processor.endTable(this.writer);
    this.nestedLevel -= 1;
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent();
  }
}

function heightOf(heights: unknown, row: number): unknown {
  const own: unknown = Array.isArray(heights)
    ? heights[row]
    : typeof heights === 'function'
      ? (heights as (row: number) => unknown)(row)
      : heights;
  return own === 'auto' ? undefined : own;
}
