/**
 * The logical structure of a document (tagged PDF), for readers who listen to it and for programs that take the text
 * out again: headings, paragraphs, tables with heads, pictures with their text. It follows the definition, not the page:
 * what stands in the definition is content, in that order; running heads, drawn lines and repeated table heads are marked
 * as artifacts.
 */
import type { LaidNode, LaidPage } from 'pdfmake-parts';
import type { StructureContent, StructureElement } from 'pdfkit-parts';
import type { MemoryDocument } from './document.ts';

/** A text or picture with the pieces of it that were drawn, in page order. */
export interface Leaf {
  readonly tag: string;
  /** Where it is repeated on later pages only the first one counts. */
  readonly isHead: boolean;
  firstPage: number | null;
  readonly pieces: StructureContent[];
  /** Place on its page, from the lower left corner; pictures only. */
  box: readonly [number, number, number, number] | null;
}

interface Branch {
  readonly tag: string;
  readonly attributes: Record<string, unknown> | null;
  readonly alt: string;
  readonly children: (Branch | Leaf)[];
}

export interface Structure {
  /** The leaf that a text or picture belongs to; undefined for running heads. */
  readonly leaves: ReadonlyMap<LaidNode, Leaf>;
  /** Writes the tree; call it when everything has been drawn. */
  readonly write: (document: MemoryDocument) => void;
}

/** Reads the structure off a definition that has been laid out. */
export function structureOf(root: LaidNode, pages: readonly LaidPage[]): Structure {
  const drawn = new Set<LaidNode>();
  for (const { items } of pages)
    for (const { type, item } of items) {
      if ((type === 'line' || type === 'svg') && item.source) drawn.add(item.source);
    }
  const leaves = new Map<LaidNode, Leaf>();

  function leaf(node: LaidNode, tag: string, isHead: boolean): (Branch | Leaf)[] {
    if (!drawn.has(node)) return [];
    const made: Leaf = { tag, isHead, firstPage: null, pieces: [], box: null };
    leaves.set(node, made);
    return [made];
  }

  /** @param inline the text belongs to the element around it and gets none of its own */
  function walk(node: LaidNode, isHead: boolean, inline: boolean): (Branch | Leaf)[] {
    if (node.section) return [branch('Sect', walk(node.section, false, false))];
    const many = node.stack ?? node.columns;
    if (many) {
      const own = node.tag !== undefined;
      const children = many.flatMap((child) => walk(child, isHead, inline || own));
      return own && children.length > 0 ? [branch(node.tag ?? 'Div', children)] : children;
    }
    if (node.table) return tableOf(node, inline);
    if (node.svg !== undefined) {
      const children = leaf(node, 'Figure', false);
      return children.length === 0 ? [] : [{ ...branch('Figure', children), alt: node.alt ?? '' }];
    }
    if (node.text === undefined || node._span) return [];
    const tag = node.tag ?? (node.headlineLevel ? `H${node.headlineLevel + 1}` : 'P');
    const children = leaf(node, inline ? 'Span' : tag, isHead);
    return inline || children.length === 0 ? children : [branch(tag, children)];
  }

  function tableOf({ table, tag }: LaidNode, inline: boolean): (Branch | Leaf)[] {
    if (!table) return [];
    const heads = table.headerRows ?? 0;
    // A table without a head only places things beside each other.
    if (heads === 0) return table.body.flatMap((row) => row.flatMap((cell) => walk(cell, false, inline)));
    const rows = table.body.map((row, index) =>
      branch(
        'TR',
        row.flatMap((cell) => {
          if (cell._span) return [];
          const isHead = index < heads;
          const content = walk(cell, isHead, cell.text !== undefined);
          return [
            {
              ...branch(isHead ? 'TH' : 'TD', content),
              attributes: cellAttributes(isHead, cell.colSpan),
            },
          ];
        }),
      ),
    );
    return [branch(tag ?? 'Table', rows)];
  }

  const children = walk(root, false, false);
  return { leaves, write: (document) => write(document, branch('Document', children)) };
}

const branch = (tag: string, children: (Branch | Leaf)[]): Branch => ({ tag, attributes: null, alt: '', children });

function cellAttributes(isHead: boolean, span = 1): Record<string, unknown> | null {
  if (!isHead && span === 1) return null;
  return { O: 'Table', ...(isHead ? { Scope: 'Column' } : {}), ...(span > 1 ? { ColSpan: span } : {}) };
}

function write(document: MemoryDocument, root: Branch): void {
  const element = ({ tag, alt, attributes, children }: Branch): StructureElement => {
    const made = document.struct(tag, alt === '' ? {} : { alt });
    const box = children.flatMap((child) => ('box' in child && child.box ? [child.box] : []))[0];
    if (attributes) made.dictionary.data.A = attributes;
    if (box) made.dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox: box };
    for (const child of children) {
      if ('pieces' in child) for (const piece of child.pieces) made.add(piece);
      else made.add(element(child));
    }
    made.end();
    return made;
  };
  document.addStructure(element(root));
}
