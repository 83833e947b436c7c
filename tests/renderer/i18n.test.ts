import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vi as shared } from '../../src/domain/wording/vi.ts';
import { loadSpeech } from '../../src/renderer/i18n/index.ts';
import { en } from '../../src/renderer/i18n/en/index.ts';
import { vi } from '../../src/renderer/i18n/vi/index.ts';

type Texts = Readonly<Record<string, string>>;

const FOLDER = resolve(import.meta.dirname, '../../src/renderer/i18n');
const areasOf = (language: 'vi' | 'en'): string[] =>
  readdirSync(resolve(FOLDER, language))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((area) => area !== 'index')
    .sort();
const areas = areasOf('vi');

async function read(language: 'vi' | 'en', area: string): Promise<Texts> {
  const module = (await import(resolve(FOLDER, language, `${area}.ts`))) as Readonly<Record<string, Texts>>;
  const texts = module[area];
  if (!texts) throw new Error(`${language}/${area}.ts does not export ${area}`);
  return texts;
}

/** English may add a singular to a key that counts. */
const isSingular = (key: string, source: Texts): boolean =>
  key.endsWith('_one') && key.replace(/_one$/, '_other') in source;
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string))].sort();

describe('the areas of the page', () => {
  it('are the same in both languages', () => {
    expect(areas).not.toHaveLength(0);
    expect(areasOf('en')).toEqual(areas);
  });

  it('are all part of the whole, and take no key from each other', async () => {
    for (const [language, whole] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const parts = await Promise.all(areas.map((area) => read(language, area)));
      const keys = parts.flatMap((part) => Object.keys(part));
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key in shared, key).toBe(false);
      for (const part of parts) expect(whole).toMatchObject(part);
    }
  });
});

describe.each(areas)('the texts of %s', (area) => {
  it('have the same keys in both languages', async () => {
    const source = await read('vi', area);
    const keys = Object.keys(await read('en', area)).filter((key) => !isSingular(key, source));
    expect(keys.sort()).toEqual(Object.keys(source).sort());
  });

  it('name the same figures in both languages', async () => {
    const source = await read('vi', area);
    for (const [key, text] of Object.entries(await read('en', area))) {
      const singular = isSingular(key, source);
      const wanted = placeholders(source[singular ? key.replace(/_one$/, '_other') : key] ?? '');
      const named = placeholders(text);
      // "one question" need not repeat the figure.
      if (singular) expect(wanted, key).toEqual(expect.arrayContaining(named));
      else expect([key, named]).toEqual([key, wanted]);
    }
  });

  it.each(['vi', 'en'] as const)('are not empty, composed and well formed in %s', async (language) => {
    for (const [key, text] of Object.entries(await read(language, area))) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.normalize('NFC'));
      expect(text.replace(/\{\{\w+\}\}/g, 'x'), key).not.toMatch(/[{}]|\$t\(| {2}/);
    }
  });
});

describe('speech', () => {
  it('comes in the language asked for, with its plural forms', async () => {
    const [vietnamese, english] = await Promise.all([loadSpeech('vi'), loadSpeech('en')]);
    expect([vietnamese.language, english.language]).toEqual(['vi', 'en']);
    expect(vietnamese.t('answer.jump-found', { count: 1 })).toBe('1 câu');
    expect(english.t('answer.jump-found', { count: 1 })).toBe(
      (en['answer.jump-found_one'] ?? '').replace('{{count}}', '1'),
    );
    expect(english.t('answer.jump-found', { count: 2 })).toBe(en['answer.jump-found_other'].replace('{{count}}', '2'));
  });
});
