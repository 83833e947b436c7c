import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createRender } from '../../../src/adapters/documents/render.ts';
import { ITEM_TYPES } from '../../../src/domain/items/registry.ts';
import { itemsOf } from '../../../src/domain/questionnaire/walk.ts';
import { buildBlank, type BlankLine } from '../../../src/domain/report/handout/blank.ts';
import { shipped } from '../../domain/report/support.ts';
import { onFile, run } from './tools.ts';

const { blank: render } = createRender(installedFonts());
const tight = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

const textsOf = (line: BlankLine): string[] => {
  switch (line.kind) {
    case 'tick':
    case 'heading':
      return [line.text];
    case 'write':
      return [line.label, line.unit];
    case 'table':
      return [...line.columns, ...line.rows];
  }
};

describe.each([
  ['sample-all-types', 'vi'],
  ['sample-all-types', 'en'],
  ['commune-dti', 'vi'],
] as const)('the blank form of %s in %s', (id, language) => {
  it('prints every question with its boxes, lines and room for evidence', async () => {
    const source = await shipped(id);
    const { questionnaire } = source;
    if (id === 'sample-all-types')
      expect(new Set([...itemsOf(questionnaire.groups)].map(({ type }) => type))).toEqual(new Set(ITEM_TYPES));
    const form = buildBlank({ questionnaire, hash: source.hash, language, today: '2026-02-05' });
    const bytes = await render(form);
    const [text, fonts, info, boxes] = onFile<[string, string, string, string]>('blank.pdf', bytes, (file) => [
      run('pdftotext', '-layout', file, '-'),
      run('pdffonts', file),
      run('pdfinfo', file),
      run('pdftotext', '-bbox', file, '-'),
    ]);
    const said = tight(text);
    const flow = tight(onFile('blank.pdf', bytes, (file) => run('pdftotext', '-raw', file, '-')));
    for (const part of form.body) {
      const title = tight(part.title);
      expect(
        said.toLowerCase().includes(title.toLowerCase()) || flow.toLowerCase().includes(title.toLowerCase()),
        part.title,
      ).toBe(true);
      if (part.kind === 'group') continue;
      for (const line of part.lines.filter(({ kind }) => kind !== 'table').flatMap(textsOf))
        expect(flow, `${part.title}: ${line}`).toContain(tight(line));
      for (const label of [part.evidence, part.notApplicable, part.explanation]) expect(flow).toContain(tight(label));
    }
    expect(text).toBe(text.normalize('NFC'));
    expect(info).toMatch(/A4/);
    for (const line of fonts.trim().split('\n').slice(2)) expect(line).toMatch(/yes yes yes/);
    // Nothing beyond the margins.
    for (const [, right] of boxes.matchAll(/xMax="([\d.]+)"/g)) expect(Number(right)).toBeLessThan(595.28 - 42 + 1);
    expect(Buffer.compare(await render(form), bytes)).toBe(0);
  });
});

describe('figures on the form', () => {
  it('are those that are typed when the form is entered', async () => {
    const { questionnaire, hash } = await shipped('sample-all-types');
    const form = buildBlank({ questionnaire, hash, language: 'vi', today: '2026-02-05' });
    const ticks = form.body.flatMap((part) =>
      part.kind === 'item' ? [part.lines.filter(({ kind }) => kind === 'tick')] : [],
    );
    for (const lines of ticks.filter((entry) => entry.length > 0)) {
      const figures = lines.map((line) => (line.kind === 'tick' ? line.figure : ''));
      expect(new Set(figures).size).toBe(figures.length);
      expect(figures.every((figure) => /^\d+$/.test(figure))).toBe(true);
    }
  });
});
