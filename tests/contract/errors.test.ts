import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CLASSES, ERROR_CODES } from '../../src/contract/errors.ts';
import { PROBLEM_CODES } from '../../src/domain/problem.ts';
import { createTranslator } from '../../src/domain/wording/catalogue.ts';
import { en } from '../../src/domain/wording/en.ts';
import { vi } from '../../src/domain/wording/vi.ts';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { vi, en };
const figures = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe.each(Object.entries(CATALOGUES))('in %s', (language, words) => {
  it.each([...ERROR_CODES.map((code) => `error.${code}`), ...PROBLEM_CODES.map((code) => `problem.${code}`)])(
    '%s has a sentence',
    (key) => {
      const text = words[key] ?? '';
      expect(text.length).toBeGreaterThan(5);
      expect(text.trim()).toBe(text);
      expect(text).toBe(text.normalize('NFC'));
      // Nothing is left of the placeholders once the figures are there.
      const given = Object.fromEntries(figures(text).map((name) => [name, name]));
      const say = createTranslator(language as 'vi' | 'en', words);
      expect(say(key, given)).not.toMatch(/[{}]/);
    },
  );

  it('no sentence is left over from an error that is gone', () => {
    const known = new Set<string>([
      ...ERROR_CODES.map((code) => `error.${code}`),
      ...PROBLEM_CODES.map((code) => `problem.${code}`),
    ]);
    expect(Object.keys(words).filter((key) => /^(error|problem)\./.test(key) && !known.has(key))).toEqual([]);
  });
});

describe('error codes', () => {
  it('need the same figures in both languages', () => {
    for (const code of ERROR_CODES) expect(figures(en[`error.${code}`])).toEqual(figures(vi[`error.${code}`]));
    for (const code of PROBLEM_CODES) expect(figures(en[`problem.${code}`])).toEqual(figures(vi[`problem.${code}`]));
  });

  it('have a class each', () => {
    const classes = ['input', 'missing', 'conflict', 'storage', 'internal'];
    for (const code of ERROR_CODES) expect(classes).toContain(ERROR_CLASSES[code]);
  });

  it('say in the log what happened, with its cause', () => {
    const cause = new Error('disk');
    const error = new AppError('storage.full', { folder: 'data' }, [], { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe('storage.full {"folder":"data"}');
    expect(error.cause).toBe(cause);
    expect(error.problems).toEqual([]);
  });
});
