import type { ChartNode } from '../../domain/charts/tree.ts';

/** Draws the elements that charts are made of; anything else in a tree is text for those who do not see it. */
export function paint(context: CanvasRenderingContext2D, node: ChartNode, family: string): void {
  const { attrs } = node;
  const number = (name: string): number => Number(attrs[name] ?? 0);
  context.save();
  context.lineWidth = number('stroke-width') || 1;
  context.lineJoin = attrs['stroke-linejoin'] === 'round' ? 'round' : 'miter';
  context.setLineDash((attrs['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number));
  switch (node.tag) {
    case 'rect': {
      const path = new Path2D();
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
      draw(context, path, attrs);
      break;
    }
    case 'circle': {
      const path = new Path2D();
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      draw(context, path, attrs);
      break;
    }
    case 'line': {
      const path = new Path2D();
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      draw(context, path, { ...attrs, fill: 'none' });
      break;
    }
    case 'path':
      draw(context, new Path2D(attrs.d), attrs);
      break;
    case 'text':
      context.font = `${attrs['font-weight'] ?? '400'} ${attrs['font-size'] ?? '14'}px ${family}`;
      context.fillStyle = attrs.fill ?? '#000';
      context.textAlign =
        attrs['text-anchor'] === 'end' ? 'right' : attrs['text-anchor'] === 'middle' ? 'center' : 'left';
      for (const text of node.children) if (typeof text === 'string') context.fillText(text, number('x'), number('y'));
      break;
    default:
      for (const child of node.children) if (typeof child !== 'string') paint(context, child, family);
  }
  context.restore();
}

function draw(context: CanvasRenderingContext2D, path: Path2D, attrs: ChartNode['attrs']): void {
  const { fill, stroke } = attrs;
  if (fill !== undefined && fill !== 'none') {
    context.fillStyle = fill;
    context.fill(path);
  }
  // A width of zero means no line; the canvas would draw one.
  if (stroke !== undefined && stroke !== 'none' && attrs['stroke-width'] !== '0') {
    context.strokeStyle = stroke;
    context.stroke(path);
  }
}
