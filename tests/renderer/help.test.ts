import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chordTexts, SHORTCUT_PLACES, SHORTCUTS } from '../../src/renderer/app/shortcuts.ts';
import { articles as en } from '../../src/renderer/screens/help/articles/en/index.ts';
import { ARTICLES, isArticle } from '../../src/renderer/screens/help/articles/list.ts';
import { articles as vi } from '../../src/renderer/screens/help/articles/vi/index.ts';
import { blocksOf, plainText, runsOf } from '../../src/renderer/screens/help/parse.ts';
import { articleFor } from '../../src/renderer/screens/help/places.ts';
import { searchArticles } from '../../src/renderer/screens/help/search.ts';

const LANGUAGES = [
  ['vi', vi],
  ['en', en],
] as const;

const runsOfArticle = (text: string) =>
  blocksOf(text).flatMap((block) => ('items' in block ? block.items : [block.text]).flatMap(runsOf));

describe('an article', () => {
  it('is made of blocks', () => {
    const text = `
Đoạn một
dòng hai.

## Đầu mục

- một
- hai

1. bước
1. bước nữa

! Chú ý.
`;
    expect(blocksOf(text)).toEqual([
      { kind: 'paragraph', text: 'Đoạn một dòng hai.' },
      { kind: 'heading', text: 'Đầu mục' },
      { kind: 'bullets', items: ['một', 'hai'] },
      { kind: 'steps', items: ['bước', 'bước nữa'] },
      { kind: 'note', text: 'Chú ý.' },
    ]);
  });

  it('has bold words, keys and ways to screens in its lines, and nothing else', () => {
    expect(runsOf('Bấm **Lưu** hay [[Ctrl+S]], xem [Cài đặt](/settings) nhé')).toEqual([
      { kind: 'text', text: 'Bấm ' },
      { kind: 'bold', text: 'Lưu' },
      { kind: 'text', text: ' hay ' },
      { kind: 'key', text: 'Ctrl+S' },
      { kind: 'text', text: ', xem ' },
      { kind: 'link', text: 'Cài đặt', to: '/settings' },
      { kind: 'text', text: ' nhé' },
    ]);
    expect(runsOf('[x](https://example.com)')).toEqual([{ kind: 'text', text: '[x](https://example.com)' }]);
    expect(runsOf('')).toEqual([]);
  });
});

describe.each(LANGUAGES)('the articles in %s', (_, articles) => {
  const routes = readFileSync(resolve(import.meta.dirname, '../../src/renderer/app/App.tsx'), 'utf8');
  const patterns = [...routes.matchAll(/<Route path="([^"]+)"/g)].map(
    ([, path]) => new RegExp(`^${path?.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
  );
  const keys = new Set(SHORTCUT_PLACES.flatMap((place) => SHORTCUTS[place].flatMap(chordTexts)));
  /** Keys of the keyboard, of the digits, and of other programs. */
  const others = new Set(['1', '5', '+', '−', 'Ctrl', 'Fn', 'Ctrl+Shift', 'Alt+Z', 'Ctrl+Shift+F6']);

  it.each(ARTICLES)('%s is whole', (id) => {
    const { title, summary, text } = articles[id];
    expect(title.length).toBeLessThan(50);
    expect(summary).not.toBe('');
    expect(text.normalize('NFC')).toBe(text);
    expect(plainText(text).length).toBeGreaterThan(300);
    expect(plainText(text)).not.toMatch(/\*\*|\[\[|\]\(/);
    for (const run of runsOfArticle(text)) {
      if (run.kind === 'link')
        expect(
          patterns.some((pattern) => pattern.test(run.to)),
          run.to,
        ).toBe(true);
      if (run.kind === 'key') expect(keys.has(run.text) || others.has(run.text), run.text).toBe(true);
    }
    for (const run of runsOfArticle(text))
      if (run.kind === 'link' && run.to.startsWith('/help/')) expect(isArticle(run.to.slice(6)), run.to).toBe(true);
  });
});

it('both languages have the same parts and the same ways', () => {
  for (const id of ARTICLES) {
    const shape = (text: string) => blocksOf(text).map(({ kind }) => kind);
    const ways = (text: string) =>
      runsOfArticle(text)
        .flatMap((run) => (run.kind === 'link' ? [run.to] : []))
        .sort();
    expect([id, shape(en[id].text)]).toEqual([id, shape(vi[id].text)]);
    expect([id, ways(en[id].text)]).toEqual([id, ways(vi[id].text)]);
  }
});

describe('search', () => {
  const found = (query: string) => searchArticles(vi, query).map(({ id }) => id);

  it('finds everything without a query, in the order of the list', () => {
    expect(found('')).toEqual([...ARTICLES]);
    expect(found('  ')).toEqual([...ARTICLES]);
  });

  it('takes words with or without accents, in any order and composition', () => {
    expect(found('minh chung')[0]).toBe('evidence');
    expect(found('chứng minh')[0]).toBe('evidence');
    expect(found('Minh Chứng'.normalize('NFD'))).toEqual(found('minh chung'));
    expect(found('mat dien')[0]).toBe('backup');
    expect(found('đơn vị')).toEqual(found('don vi'));
    expect(found('unikey')).toContain('vietnamese');
  });

  it('shows where the words are', () => {
    const [hit] = searchArticles(vi, 'BitLocker');
    expect(hit?.id).toBe('privacy');
    expect(hit?.snippet).toContain('BitLocker');
    expect(hit?.snippet?.length).toBeLessThan(200);
    expect(searchArticles(vi, 'bắt đầu')[0]).toEqual({ id: 'getting-started', snippet: null });
  });

  it('finds nothing for words that no article has together', () => {
    expect(found('xyzzy')).toEqual([]);
    expect(found('minh chung xyzzy')).toEqual([]);
  });
});

describe('F1', () => {
  it.each([
    ['/', 'getting-started'],
    ['/start', 'getting-started'],
    ['/assessments/1/answer', 'answering'],
    ['/assessments/1/answer/citizen-effort', 'answering'],
    ['/assessments/1/check', 'evidence'],
    ['/assessments/1/result', 'result'],
    ['/assessments/1/plan', 'plan'],
    ['/assessments/1/report', 'reports'],
    ['/compare', 'compare'],
    ['/library/abc', 'questionnaires'],
    ['/class', 'class-flow'],
    ['/settings/data', 'backup'],
    ['/settings', 'appraisal'],
    ['/about', 'privacy'],
  ])('on %s opens %s', (place, id) => expect(articleFor(place)).toBe(id));
});
