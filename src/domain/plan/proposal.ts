/** The plan that is shown before anything has been stored: target and reporting as they most likely will be. */
import type { Questionnaire } from '../questionnaire/types.ts';
import { targetFor } from '../scoring/summary.ts';
import { CUTOFF_DAY, EMPTY_PLAN, type Plan } from './plan.ts';

/**
 * Aims at the questionnaire's own target if it lies above the present level, otherwise at the next level, and until the
 * end of the target's year, or of this year.
 * @param year of the assessed period
 * @param level the present one
 * @param today YYYY-MM-DD
 */
export function proposedPlan(questionnaire: Questionnaire, year: number, level: number | null, today: string): Plan {
  const target = targetFor(questionnaire, year);
  const levels = questionnaire.levels.map((entry) => entry.value).sort((a, b) => a - b);
  const judged = questionnaire.scoring.overall.kind !== 'none';
  const official = target && target.level > (level ?? -1) ? target : null;
  const next = levels.find((value) => level === null || value > level) ?? null;
  const thisYear = Number(today.slice(0, 4));
  const until = official && official.year >= thisYear ? official.year : Math.max(thisYear, year);
  return {
    ...EMPTY_PLAN,
    target: { level: judged ? (official?.level ?? next) : null, due: `${until}-12-31` },
    reporting: { kinds: ['quarter', 'half', 'year'], cutoffDay: CUTOFF_DAY, start: today, deadlines: [] },
  };
}
