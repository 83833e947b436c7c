import { describe, expect, it } from 'vitest';
import { en } from '../../../src/domain/report/words/en.ts';
import { labelsOf, reportWords } from '../../../src/domain/report/words/index.ts';
import { vi } from '../../../src/domain/report/words/vi.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('wording of reports', () => {
  it('has every sentence in both languages, composed, with the same figures', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) {
      for (const text of [vi[key], en[key]]) {
        expect(text.trim(), key).not.toBe('');
        expect(text, key).toBe(text.normalize('NFC'));
        expect(text, key).not.toMatch(/\u00a0| {2}/);
      }
      expect(placeholders(en[key]), key).toEqual(placeholders(vi[key]));
    }
  });

  it('gives all fixed texts under their short names', () => {
    const labels = labelsOf(reportWords('vi'));
    expect(labels['sheet.detail']).toBe('Bảng tự đánh giá');
    expect(labels['agency.motto']).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(Object.keys(labels)).toHaveLength(Object.keys(vi).filter((key) => key.startsWith('label.')).length);
  });

  it('calls the top groups by the word of the questionnaire, and pillars without one', () => {
    const groupWord = { vi: 'nhóm chỉ số', en: 'group of indicators' };
    expect(reportWords('vi', { groupWord })('body.1.groups')).toBe('Kết quả theo nhóm chỉ số');
    expect(reportWords('vi', { groupWord })('label.pillar')).toBe('Nhóm chỉ số');
    expect(reportWords('en', { groupWord })('beside.mean')).toBe('Mean of the groups of indicators');
    expect(reportWords('vi')('label.pillar')).toBe('Trụ cột');
    const labels = [reportWords('vi'), reportWords('en')].flatMap((words) => Object.values(labelsOf(words)));
    expect(labels.filter((text) => text.includes('[') || text.includes(']'))).toEqual([]);
  });

  it('never reads figures as wording', () => {
    const words = reportWords('vi');
    expect(words('body.named', { title: '$t(label.no) {{value}}', value: '1' })).toBe('$t(label.no) {{value}} (1)');
  });
});
