/**
 * A drawing as plain data: SVG elements with attributes and children. The same tree becomes React elements on screen
 * and SVG text in documents, so a chart looks alike wherever it is printed.
 */
export interface ChartNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (ChartNode | string)[];
}

type AttrValue = string | number | undefined;

/** Length or coordinate as attribute text: at most two decimals, never "-0". */
export function figure(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Makes an element. Undefined attributes are left out, numbers are rounded to two decimals. */
export function el(
  tag: string,
  attrs: Readonly<Record<string, AttrValue>>,
  children: readonly (ChartNode | string)[] = [],
): ChartNode {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attrs))
    if (value !== undefined) kept[name] = typeof value === 'number' ? figure(value) : value;
  return { tag, attrs: kept, children };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe between tags and inside quotes: NFC, entities, no character that XML forbids. */
export function escapeXml(text: string): string {
  return (
    text
      .normalize('NFC')
      // eslint-disable-next-line no-control-regex -- XML 1.0 forbids exactly these
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
  );
}

/** SVG text of a tree. Attributes keep their order, so equal trees give equal text. */
export function toSvg(tree: ChartNode): string {
  const attrs = Object.entries(tree.attrs).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const inside = tree.children.map((child) => (typeof child === 'string' ? escapeXml(child) : toSvg(child)));
  return inside.length === 0
    ? `<${tree.tag}${attrs.join('')}/>`
    : `<${tree.tag}${attrs.join('')}>${inside.join('')}</${tree.tag}>`;
}
