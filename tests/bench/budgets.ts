/**
 * What must not get worse. Ratios against a baseline of the same run hold on any machine; the few figures in milliseconds are
 * promises about two cores of a present-day machine and leave room for a busy one.
 */
import type { Answering } from './answering.ts';
import type { Row } from './measure.ts';

interface Budget {
  /** Rows whose name fits. */
  readonly name: RegExp;
  /** Only those with this baseline. */
  readonly baseline?: RegExp;
  readonly ratio?: number;
  readonly ms?: number;
}

export const BUDGETS: readonly Budget[] = [
  // A sixty-item set in 20 microseconds.
  { name: /^score .*\((?:4\d|5\d|6\d) items\)$/, ms: 0.02 },
  { name: /answered items/, baseline: /survey-core/, ratio: 0.05 },
  { name: /^one changed answer of 1,000/, ms: 1, ratio: 0.1 },
  { name: /^save one answer/, ratio: 4 },
  { name: /^full commune report as pdf$/, baseline: /LibreOffice/, ms: 250, ratio: 0.3 },
  { name: /^full commune report as xlsx$/, baseline: /LibreOffice/, ms: 50, ratio: 0.3 },
  { name: /^open and list the questionnaires, remembered$/, ratio: 0.5 },
  { name: /^import .* workbooks/, baseline: /floor/, ratio: 3 },
  { name: /^import .* workbooks/, baseline: /exceljs/, ratio: 0.5 },
  { name: /^aggregate \d+ workbooks from the command line$/, ms: 4000 },
  { name: /^MB after/, ratio: 1.2 },
];

/** Of the page with its processor slowed down four times. */
const ANSWERING = { switchP95: 50, longestTaskTyping: 100, processMb: 150 };

/** Sentences about what is over its budget; empty when all is well. */
export function overBudget(rows: readonly Row[], answering: Answering | null): string[] {
  const over: string[] = [];
  for (const row of rows)
    for (const { name, baseline, ratio, ms } of BUDGETS) {
      if (!name.test(row.name) || (baseline && !baseline.test(row.baseline))) continue;
      if (ratio !== undefined && row.ratio > ratio)
        over.push(`${row.name}: ${row.ratio} times "${row.baseline}", at most ${ratio}`);
      if (ms !== undefined && row.ms > ms) over.push(`${row.name}: ${row.ms} ms, at most ${ms}`);
    }
  if (!answering) return over;
  const { questionSwitch, longestTaskTyping, processMb } = answering;
  if (questionSwitch.p95 > ANSWERING.switchP95)
    over.push(`question switch: ${questionSwitch.p95} ms at the 95th percentile, at most ${ANSWERING.switchP95}`);
  if (longestTaskTyping > ANSWERING.longestTaskTyping)
    over.push(`a task of ${longestTaskTyping} ms while typing, at most ${ANSWERING.longestTaskTyping}`);
  if (processMb !== null && processMb > ANSWERING.processMb)
    over.push(`the page takes ${processMb} MB, at most ${ANSWERING.processMb}`);
  return over;
}
