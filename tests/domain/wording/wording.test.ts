import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../src/contract/errors.ts';
import { exact } from '../../../src/domain/exact/exact.ts';
import { formatPath, PROBLEM_CODES } from '../../../src/domain/problem.ts';
import type { Condition } from '../../../src/domain/scoring/reasons.ts';
import { createTranslator } from '../../../src/domain/wording/catalogue.ts';
import { en } from '../../../src/domain/wording/en.ts';
import { conditionText, problemText } from '../../../src/domain/wording/sentences.ts';
import { vi } from '../../../src/domain/wording/vi.ts';

const sayVi = createTranslator('vi', vi);
const sayEn = createTranslator('en', en);
const catalogues: [string, Readonly<Record<string, string>>][] = [
  ['vi', vi],
  ['en', en],
];
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string);

describe('shared sentences', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('name the same figures in both languages', () => {
    const alike = new Map([['roman', 'number']]);
    const names = (text: string): string[] =>
      [...new Set(placeholders(text).map((name) => alike.get(name) ?? name))].sort();
    for (const [key, text] of Object.entries(vi))
      expect([key, names(en[key as keyof typeof en])]).toEqual([key, names(text)]);
  });

  it.each(catalogues)('%s has a sentence for every error and every kind of problem', (_language, catalogue) => {
    for (const code of ERROR_CODES) expect(catalogue[`error.${code}`], code).toMatch(/\S.*\.$/);
    for (const code of PROBLEM_CODES) expect(catalogue[`problem.${code}`], code).toMatch(/^\{\{path\}\}: \S/);
    const known = new Set<string>([
      ...ERROR_CODES.map((code) => `error.${code}`),
      ...PROBLEM_CODES.map((code) => `problem.${code}`),
    ]);
    for (const key of Object.keys(catalogue))
      if (/^(error|problem)\./.test(key)) expect(known.has(key), key).toBe(true);
  });

  it.each(catalogues)('%s is NFC, trimmed and well formed', (_language, catalogue) => {
    for (const [key, text] of Object.entries(catalogue)) {
      expect(text, key).toBe(text.normalize('NFC').trim());
      expect(text.replace(/\{\{\w+\}\}/g, 'x'), key).not.toMatch(/[{}]|\$t\(| {2}/);
    }
  });

  it('fill in figures as they are', () => {
    expect(sayVi('state.none')).toBe('Không có mục nào');
    expect(sayVi('error.item.unknown', { item: '<b>&"\'' })).toBe('Bộ câu hỏi không có mục “<b>&"\'”.');
    expect(sayEn('problem.too-many', { path: 'groups', count: 6000, max: 5000 })).toBe(
      'groups: 6000 entries, at most 5000',
    );
  });

  it('never take data for markup', () => {
    const hostile = '{{id}} $t(error.internal)';
    expect(sayVi('problem.unknown-item', { path: hostile, id: '{{path}} $t(error.forbidden)' })).toBe(
      `${hostile}: không có mục “{{path}} $t(error.forbidden)” trong bộ câu hỏi`,
    );
  });
});

describe('sentences with paths and conditions', () => {
  it('write paths for people', () => {
    expect(formatPath(['groups', 0, 'children', 3, 'steps'])).toBe('groups[0].children[3].steps');
    expect(formatPath([])).toBe('');
    expect(formatPath([2, 'id'])).toBe('[2].id');
    const problem = { path: ['levels', 1, 'value'], code: 'level-order' as const, params: { level: 2 } };
    expect(problemText(sayVi, problem)).toBe('levels[1].value: mức 2 phải cao hơn mức đứng trước');
    expect(problemText(sayEn, problem)).toBe('levels[1].value: level 2 must be higher than the one before it');
  });

  it('say what a condition asks for and what there is', () => {
    const gate: Condition = {
      kind: 'gate',
      level: 2,
      ofLevel: null,
      bound: exact(2),
      share: exact(80),
      need: 25,
      have: 23,
      applicable: 31,
      below: [],
      met: false,
    };
    const total = (strict: boolean, on: 'percent' | 'value', have: string | null): Condition => ({
      kind: 'total',
      on,
      bound: { value: exact('64.5'), strict },
      have: have === null ? null : exact(have),
      met: false,
    });
    const groups: Condition = { kind: 'groups', level: 3, need: 4, have: 3, below: ['a'], met: false };
    expect([
      conditionText(sayVi, gate, 'vi'),
      conditionText(sayVi, total(true, 'value', '1234.5'), 'vi'),
      conditionText(sayVi, total(false, 'value', null), 'vi'),
      conditionText(sayVi, total(true, 'percent', '129/3'), 'vi'),
      conditionText(sayEn, total(false, 'percent', '1/3'), 'en'),
      conditionText(sayVi, groups, 'vi'),
    ]).toEqual([
      'Ít nhất 80% tiêu chí áp dụng đạt mức 2 trở lên: cần 25/31, hiện có 23.',
      'Tổng điểm trên 64,5: hiện có 1.234,5.',
      'Tổng điểm từ 64,5: hiện có 0.',
      'Trên 64,5% điểm tối đa: hiện đạt 43%.',
      'At least 64.5% of the maximum: 0.33% now.',
      'Ít nhất 4 trụ cột đạt mức 3 trở lên: hiện có 3.',
    ]);
  });
});
