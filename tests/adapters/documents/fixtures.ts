/** Reports of a stated size, for tests of long content and for the measurements of speed. */
import type { AnswerSheet } from '../../../src/domain/assessment/sheet.ts';
import { AGENCY, make, shipped, type Made } from '../../domain/report/support.ts';

type Sheet = Pick<AnswerSheet, 'organisation' | 'period' | 'sample' | 'records' | 'evidence'>;

/** As many evidence rows as wanted, the first ones as in the sample; every further one cited by one criterion. */
export function withEvidence(sheet: Sheet, count: number): Sheet {
  const { evidence, records } = sheet;
  const more = Array.from({ length: Math.max(0, count - evidence.length) }, (_, index) => {
    const like = evidence[index % evidence.length];
    if (!like) throw new Error('the sample cites nothing');
    return { ...like, id: `them-${index}`, number: `${index + 100}/BC-UBND` };
  });
  return {
    ...sheet,
    evidence: [...evidence, ...more],
    records: records.map((record, at) => ({
      ...record,
      evidence: [...record.evidence, ...more.flatMap(({ id }, index) => (index % records.length === at ? [id] : []))],
    })),
  };
}

/** The full report of a commune: 47 criteria, 40 evidence rows, an earlier round to compare with, charts as drawings. */
export async function communeReport(options: Partial<Parameters<typeof make>[2]> = {}): Promise<Made> {
  const source = await shipped('commune-dti');
  const [sheet] = source.sheets;
  if (!sheet) throw new Error('the questionnaire has no sample');
  const previous = { period: { ...sheet.period, year: sheet.period.year - 1 }, records: sheet.records.slice(5) };
  return make(source, withEvidence(sheet, 40), { kind: AGENCY, previous, ...options });
}
