import { describe, expect, it } from 'vitest';
import { buildCollectionReport } from '../../../src/domain/collection/report/build.ts';
import { createReportContext, type CollectionReportInput } from '../../../src/domain/collection/report/context.ts';
import { collectionCsv, collectionJson, DICTIONARY } from '../../../src/domain/collection/report/data.ts';
import type { CollectionReport, ReportTable } from '../../../src/domain/collection/report/model.ts';
import { collectionEn } from '../../../src/domain/wording/collection-en.ts';
import { collectionVi } from '../../../src/domain/wording/collection-vi.ts';
import { COMMUNES } from './communes.ts';
import { LAYOUT, reportInput, resultsOf } from './report-input.ts';
import { figure, figuresWith, unit } from './units.ts';

const build = (count: number, more: Partial<CollectionReportInput> = {}): CollectionReport =>
  buildCollectionReport(reportInput(count, more));
const tablesOf = (report: CollectionReport): ReportTable[] => report.sheets.flatMap(({ tables }) => [...tables]);
const tableOf = (report: CollectionReport, id: string): ReportTable => {
  const found = tablesOf(report).find((table) => table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const bodyText = ({ body }: CollectionReport): string => body.map(({ text }) => text).join('\n');
const FORMER = { kind: 'quarter', year: 2026, number: 2 } as const;

describe('report', () => {
  const report = build(90);

  it('has five sheets whose rows are as wide as their heads', () => {
    expect(report.sheets.map(({ id }) => id)).toEqual(['overview', 'units', 'items', 'matrix', 'quality']);
    for (const { columns, rows } of tablesOf(report)) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('says scope, result, pillars and quality in sentences', () => {
    expect(bodyText(report)).toContain('90 đơn vị có kết quả đưa vào tổng hợp trên 122 đơn vị trong danh sách');
    expect(bodyText(report)).toContain('trung vị 53,5%');
    expect(bodyText(report)).toContain('Mức có nhiều đơn vị nhất là 3 – Tích hợp, với 45 đơn vị (50,0%).');
    expect(bodyText(report)).not.toMatch(/\{\{|undefined|NaN/);
  });

  it('lists units by rank with real numbers, and those who are missing', () => {
    const units = tableOf(report, 'units');
    expect(units.rows).toHaveLength(90);
    expect(units.rows[0]?.map(({ text }) => text).slice(0, 5)).toEqual([
      '1',
      'UBND phường Ninh Sơn',
      '01506',
      'thành phố Tây Ninh',
      '1',
    ]);
    expect(units.rows[0]?.[7]?.number).toBe(94);
    expect(tableOf(report, 'missing').rows).toHaveLength(32);
  });

  it('tints the heat table and prints the number in it', () => {
    const [, , total] = tableOf(report, 'matrix').rows[0] ?? [];
    expect(total).toMatchObject({ text: '94', number: 94, shade: 5 });
  });

  it('is in English without a Vietnamese word of its own', () => {
    const english = build(90, { language: 'en' });
    expect(english.title).toMatch(/^Results of Digital maturity of communes, /);
    const own = [
      english.subject,
      ...english.sheets.map(({ title }) => title),
      ...tablesOf(english).map(({ title }) => title),
    ];
    expect(own.join(' ')).not.toMatch(/[ăâđêôơư]/i);
    expect(bodyText(english)).toContain('The mean is 52.0% of the maximum');
  });

  it('compares with the round before and sets appraised figures beside the own ones', () => {
    const results = resultsOf(90, 7, (place) =>
      place < 10
        ? {
            appraised: figuresWith(
              figure(40, 100, 2),
              LAYOUT.nodes.map(() => figure(8, 20, 2)),
            ),
          }
        : {},
    );
    const former = resultsOf(80, 11, () => ({ period: FORMER }));
    const both = build(90, { results, former, formerPeriod: FORMER });
    expect(bodyText(both)).toContain('trong 80 đơn vị có kết quả ở cả hai kỳ');
    expect(tableOf(both, 'changes').rows).toHaveLength(6);
    expect(tableOf(both, 'appraisals').rows.at(-1)?.[2]?.number).toBe(10);
  });

  it('says why results are not counted', () => {
    const results = [...resultsOf(20), unit(50, { period: FORMER }), unit(60, { sample: true })];
    const breaks = tableOf(build(20, { results }), 'breaks');
    expect(breaks.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', 'Khác kỳ của đợt tổng hợp', '1'],
      ['2', 'Dữ liệu mẫu lẫn với dữ liệu thật', '1'],
    ]);
  });

  it('can be made of nothing', () => {
    const empty = build(0, { results: [], expected: [], missing: [] });
    expect(tableOf(empty, 'units').empty).toBe('Chưa có kết quả nào trong kỳ này.');
    expect(empty.charts).toEqual({ levels: null, dots: null });
    expect(bodyText(empty)).not.toMatch(/\{\{|undefined|NaN/);
  });

  it('does not depend on the order of the results', () => {
    expect(build(90, { results: resultsOf(90).reverse() }).sheets).toEqual(report.sheets);
  });

  it('has every sentence in both languages with the same figures', () => {
    expect(Object.keys(collectionEn)).toEqual(Object.keys(collectionVi));
    const params = (text: string): string[] =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
    for (const [key, text] of Object.entries(collectionVi))
      expect(params(collectionEn[key as keyof typeof collectionVi]), key).toEqual(params(text));
  });
});

describe('without names', () => {
  const everything = (report: CollectionReport): string =>
    JSON.stringify([report.body, report.sheets, report.charts, report.caption]);

  it('no name or code of a unit is anywhere, in any form of output', () => {
    const input = reportInput(90, { hideNames: true });
    const context = createReportContext(input);
    const outputs = [
      everything(buildCollectionReport(input)),
      collectionJson(context),
      ...collectionCsv(context).map(({ text }) => text),
    ].join('\n');
    for (const { name, code } of COMMUNES) {
      // "phường 1" would be found in a longer name.
      expect(outputs.includes(`UBND ${name}`), name).toBe(false);
      expect(outputs.includes(code), code).toBe(false);
    }
    for (const { resultId, contentHash } of input.results)
      expect(outputs.includes(resultId ?? '') || outputs.includes(`"${contentHash}"`)).toBe(false);
    expect(outputs).toContain('Đơn vị 01');
  });

  it('numbers say nothing about the order of names or ranks', () => {
    const context = createReportContext(reportInput(90, { hideNames: true }));
    const ranks = context.units.map(({ rank }) => rank ?? 0);
    expect(ranks).not.toEqual([...ranks].sort((a, b) => a - b));
    const names = context.units.map(({ unit: { result } }) => result.name);
    expect(names).not.toEqual([...names].sort((a, b) => a.localeCompare(b, 'vi')));
  });

  it('small groups are not shown, nor their name in the list of units', () => {
    const report = build(90, { hideNames: true });
    const groups = tableOf(report, 'groups').rows.map(([, name]) => name?.text);
    expect(groups).not.toContain('huyện Tân Trụ');
    expect(groups).toContain('huyện Tân Châu');
    expect(everything(report)).not.toContain('Tân Trụ');
  });

  it('groups stand beside single units only when all of them may be shown', () => {
    const heads = (report: CollectionReport): string[] => tableOf(report, 'units').columns.map(({ head }) => head);
    expect(heads(build(90, { hideNames: true }))).not.toContain('Nhóm');
    const two = resultsOf(20, 7, (place) => ({ group: place % 2 === 0 ? 'Cụm A' : 'Cụm B' }));
    expect(heads(build(20, { hideNames: true, results: two }))).toContain('Nhóm');
  });

  it('four units show nothing at all', () => {
    const input = reportInput(4, { hideNames: true });
    const report = buildCollectionReport(input);
    expect(report.charts).toEqual({ levels: null, dots: null });
    expect(tableOf(report, 'units').rows).toEqual([]);
    expect(tableOf(report, 'items').rows).toEqual([]);
    expect(bodyText(report)).toContain('Có dưới 5 đơn vị');
    expect(bodyText(report)).not.toMatch(/\d,\d%/);
    expect(collectionCsv(createReportContext(input))[0]?.text.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('data for other programs', () => {
  const context = createReportContext(reportInput(90));

  it('describes every column that it has', () => {
    const files = collectionCsv(context);
    expect(files.map(({ name }) => name)).toEqual([
      'units.csv',
      'nodes.csv',
      'items.csv',
      'levels.csv',
      'dictionary.csv',
    ]);
    for (const { name, text } of files.slice(0, -1)) {
      const heads = text.slice(1).split('\r\n')[0]?.split(';') ?? [];
      const described = DICTIONARY.filter(({ table }) => `${table}.csv` === name).map(({ column }) => column);
      expect(heads.map((head) => (head.startsWith('node:') ? 'node:<id>' : head))).toEqual(
        expect.arrayContaining(described),
      );
      expect(described).toEqual(expect.arrayContaining(heads.filter((head) => !head.startsWith('node:'))));
    }
  });

  it('keeps texts that look like formulas as texts', () => {
    const results = [unit(50, { name: '=HYPERLINK("http://x")', group: '+1;2' })];
    const [units] = collectionCsv(createReportContext(reportInput(1, { results })));
    expect(units?.text).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(units?.text).toContain('"\'+1;2"');
  });

  it('gives numbers in JSON with what they belong to', () => {
    const read = JSON.parse(collectionJson(context)) as Record<string, unknown> & { units: Record<string, unknown>[] };
    expect(read).toMatchObject({ format: 'thuoc-so/collection-data/1', n: 90, expected: 122, missing: 32 });
    expect(read.units).toHaveLength(90);
    expect(read.units[0]).toMatchObject({ unit: 'UBND phường 1', percent: 57, 'node:p1': 50 });
  });
});
