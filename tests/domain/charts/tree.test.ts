import { describe, expect, it } from 'vitest';
import { el, escapeXml, figure, toSvg } from '../../../src/domain/charts/tree.ts';

describe('chart tree as SVG text', () => {
  it('escapes text and attributes', () => {
    const tree = el('text', { 'data-a': `"<&>'` }, [`a < b && c > "d" 'e'`]);
    expect(toSvg(tree)).toBe(
      '<text data-a="&quot;&lt;&amp;&gt;&#39;">a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;</text>',
    );
  });

  it('writes NFC and drops what XML forbids', () => {
    expect(escapeXml('Tiếng Việt'.normalize('NFD'))).toBe('Tiếng Việt'.normalize('NFC'));
    expect(escapeXml('a\u0000b\u001Fc\tđ\uFFFE')).toBe('abc\tđ');
  });

  it('keeps order, leaves undefined attributes out and closes empty elements', () => {
    expect(toSvg(el('g', {}, [el('line', { y: 2, x: 1, class: undefined }), 'x']))).toBe('<g><line y="2" x="1"/>x</g>');
  });

  it('rounds lengths to two decimals without a negative zero', () => {
    expect([figure(1 / 3), figure(-0.001), figure(12)]).toEqual(['0.33', '0', '12']);
  });
});
