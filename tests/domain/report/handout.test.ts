import { beforeAll, describe, expect, it } from 'vitest';
import { DETAIL_COLUMNS, detailCsv, detailJson, detailRows } from '../../../src/domain/report/handout/detail-export.ts';
import { highlights } from '../../../src/domain/report/handout/highlights.ts';
import { handoutEn } from '../../../src/domain/report/handout/words-en.ts';
import { handoutVi } from '../../../src/domain/report/handout/words-vi.ts';
import type { ItemLine } from '../../../src/domain/report/model.ts';
import { sample, type Made } from './support.ts';

let made: Made;
beforeAll(async () => {
  made = await sample('sme-readiness');
});

/** Cells of one semicolon table, quotes undone. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

describe('the detail as CSV', () => {
  it('has a byte order mark, semicolons, CRLF, a head and one row for each line of the report', () => {
    const csv = detailCsv(made.model);
    expect(csv.startsWith('\uFEFFMã;Loại dòng;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = cells(csv.slice(1));
    expect(rows).toHaveLength(made.model.detail.length + 1);
    for (const row of rows) expect(row).toHaveLength(DETAIL_COLUMNS.length);
    const [line] = made.model.detail.filter((entry): entry is ItemLine => entry.kind === 'item');
    expect(rows.some((row) => row[3] === line?.title && row[5] === line?.answer)).toBe(true);
  });

  it('writes numbers with the mark of its language', () => {
    const line = made.model.detail.find((entry): entry is ItemLine => entry.kind === 'item' && entry.points !== null);
    if (!line?.points) throw new Error('no points');
    const detail = [{ ...line, points: { ...line.points, number: 1234.5 } }];
    expect(detailCsv({ detail, language: 'vi' })).toContain(';1234,5;');
    expect(detailCsv({ detail, language: 'en' })).toContain(';1234.5;');
  });

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '|cmd'])('keeps %j a text in a spreadsheet', (text) => {
    const line = made.model.detail.find((entry): entry is ItemLine => entry.kind === 'item');
    if (!line) throw new Error('no item');
    const csv = detailCsv({ detail: [{ ...line, explanation: text }], language: 'vi' });
    expect(cells(csv.slice(1))[1]?.[12]).toBe(`'${text}`);
  });

  it('keeps quotes, semicolons and lines inside one cell', () => {
    const line = made.model.detail.find((entry): entry is ItemLine => entry.kind === 'item');
    if (!line) throw new Error('no item');
    const text = 'Số "12"; dòng\nhai';
    const csv = detailCsv({ detail: [{ ...line, note: text }], language: 'en' });
    expect(cells(csv.slice(1))[1]?.[14]).toBe(text);
  });
});

describe('the detail as JSON', () => {
  it('names its format and has the rows as they are', () => {
    const parsed = JSON.parse(detailJson(made.model, made.machine)) as Record<string, unknown>;
    expect(parsed).toMatchObject({
      format: 'thuoc-so/detail/1',
      sample: true,
      questionnaire: { id: 'sme-readiness', version: '1.0.0' },
      level: { value: 2 },
    });
    expect(parsed.rows).toEqual(detailRows(made.model));
    // The contact is no part of a table of points.
    expect(JSON.stringify(parsed.organisation)).not.toContain('contact');
  });
});

describe('highlights', () => {
  it('are the best and the lowest answers, each at most five, never the same one twice', () => {
    const { strong, weak } = highlights(made.model);
    expect(strong.length).toBeLessThanOrEqual(5);
    expect(weak.length).toBeLessThanOrEqual(5);
    expect(strong[0]?.points).toBe('5/5');
    expect(weak[0]?.points).toMatch(/^0\//);
    const codes = [...strong, ...weak].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('wording', () => {
  it('has the same figures in both languages', () => {
    expect(Object.keys(handoutEn).sort()).toEqual(Object.keys(handoutVi).sort());
    for (const [key, text] of Object.entries(handoutVi)) {
      const places = (one: string): string[] => (one.match(/\{\{\w+\}\}/g) ?? []).sort();
      expect(places(handoutEn[key as keyof typeof handoutVi]), key).toEqual(places(text));
      expect(text).toBe(text.normalize('NFC'));
    }
  });
});
