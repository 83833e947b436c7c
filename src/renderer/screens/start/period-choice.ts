import type { AssessmentSummary } from '../../../contract/views.ts';
import { PERIODS_PER_YEAR, type Period, type PeriodKind } from '../../../domain/assessment/period.ts';

/** One-off rounds that can be chosen within a year. */
const MOST_ROUNDS = 12;

/** The numbers that a kind of period has within a year. */
export function numbersOf(kind: PeriodKind): number[] {
  return Array.from({ length: PERIODS_PER_YEAR[kind] ?? MOST_ROUNDS }, (_, index) => index + 1);
}

/**
 * The period of a kind that contains a day.
 * @param month 1 to 12
 */
export function periodAt(kind: PeriodKind, year: number, month: number): Period {
  const number = { month, quarter: Math.ceil(month / 3), half: month <= 6 ? 1 : 2, 'nine-months': 1, year: 1, once: 1 }[
    kind
  ];
  return { kind, year, number };
}

/** The period that follows one of the same kind. */
export function periodAfter({ kind, year, number }: Period): Period {
  const most = PERIODS_PER_YEAR[kind] ?? MOST_ROUNDS;
  return number < most ? { kind, year, number: number + 1 } : { kind, year: year + 1, number: 1 };
}

function same(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.year === b.year && a.number === b.number;
}

/** The round of a questionnaire and period that is there already. */
export function roundAt(
  rounds: readonly AssessmentSummary[],
  questionnaireId: string,
  period: Period,
): AssessmentSummary | undefined {
  return rounds.find((round) => round.questionnaireId === questionnaireId && same(round.period, period));
}

/**
 * A sensible period to begin with: of the kind used last with this questionnaire (else a year), the present one, or the
 * first free one after it.
 * @param rounds the organisation's rounds, the latest period first
 */
export function suggestPeriod(
  rounds: readonly AssessmentSummary[],
  questionnaireId: string,
  year: number,
  month: number,
): Period {
  const kind = rounds.find((round) => round.questionnaireId === questionnaireId)?.period.kind ?? 'year';
  let period = periodAt(kind, year, month);
  while (roundAt(rounds, questionnaireId, period)) period = periodAfter(period);
  return period;
}
