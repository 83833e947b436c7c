/** Earlier rounds of an assessment: own ones, those of another version, and those of the units it was formed from. */
import type { AssessmentView } from '../contract/views.ts';
import type { DerivedPrevious, VersionBreak } from '../contract/views/rounds.ts';
import { answersOf, type AnswerRecord } from '../domain/assessment/answer.ts';
import { comparePeriods } from '../domain/assessment/period.ts';
import { toFraction } from '../domain/exact/exact.ts';
import { comparableItems } from '../domain/questionnaire/versions.ts';
import { derivedPrevious } from '../domain/scoring/derived.ts';
import { score } from '../domain/scoring/score.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';

type StoragePort = Pick<Ports, 'storage'>;

/** The last finished round before this one of an organisation and questionnaire, in whatever version. */
function lastRound({ storage }: StoragePort, row: AssessmentRow, organisationId: string): AssessmentRow | null {
  return (
    storage.assessments
      .list()
      .filter(
        (other) =>
          other.id !== row.id &&
          other.state === 'finished' &&
          other.organisationId === organisationId &&
          other.questionnaireId === row.questionnaireId &&
          comparePeriods(other.period, row.period) < 0,
      )
      .sort((a, b) => comparePeriods(b.period, a.period))[0] ?? null
  );
}

export interface PreviousRound {
  readonly row: AssessmentRow;
  /** Null when it was made with the same version, so that its scores may be set beside the new ones. */
  readonly break: VersionBreak | null;
  /** Its answers under the ids of the newer version; across versions only those of comparable items. */
  readonly records: readonly AnswerRecord[];
}

/**
 * The last finished round of the same organisation and questionnaire. Across versions only items of the same identity,
 * meaning and scale are carried over; scores of two versions are never mixed.
 */
export function previousRound(ports: StoragePort, library: Library, row: AssessmentRow): PreviousRound | null {
  const found = lastRound(ports, row, row.organisationId);
  if (!found) return null;
  const records = ports.storage.answers.list(found.id);
  if (found.questionnaireVersion === row.questionnaireVersion) return { row: found, break: null, records };
  const now = library.getStored(row.questionnaireId, row.questionnaireVersion);
  const before = library.getStored(found.questionnaireId, found.questionnaireVersion);
  const pairs = comparableItems(before.questionnaire, now.questionnaire);
  const newIds = new Map([...pairs].map(([newer, older]) => [older, newer]));
  return {
    row: found,
    break: {
      version: found.questionnaireVersion,
      comparable: pairs.size,
      added: now.items.size - pairs.size,
      dropped: before.items.size - pairs.size,
    },
    records: records.flatMap((record) => {
      const itemId = newIds.get(record.itemId);
      return itemId === undefined ? [] : [{ ...record, itemId }];
    }),
  };
}

/** The earlier round as the answer screen shows it beside a question. */
export function previousView(ports: StoragePort, library: Library, row: AssessmentRow): AssessmentView['previous'] {
  const previous = previousRound(ports, library, row);
  return previous && { period: previous.row.period, records: previous.records, break: previous.break };
}

/**
 * Figures derived from the units that the organisation was formed from; null when it has an earlier round of its own,
 * names no former units, or none of them has a finished round of this questionnaire version.
 */
export function derivedView(ports: StoragePort, library: Library, row: AssessmentRow): DerivedPrevious | null {
  const { storage } = ports;
  const predecessors = storage.organisations.find(row.organisationId)?.predecessors ?? [];
  if (predecessors.length === 0 || lastRound(ports, row, row.organisationId)) return null;
  const rounds = predecessors.flatMap((organisationId) => {
    const found = lastRound(ports, row, organisationId);
    return found?.questionnaireVersion === row.questionnaireVersion ? [found] : [];
  });
  if (rounds.length === 0) return null;
  const scores = rounds.map((round) =>
    score(readyFor(ports, library, round).prepared, answersOf(storage.answers.list(round.id))),
  );
  return {
    sources: rounds.map(({ organisationId, period }) => ({
      organisationId,
      name: storage.organisations.find(organisationId)?.name ?? '',
      period,
    })),
    missing: predecessors.length - rounds.length,
    figures: [...derivedPrevious(scores)].map(([id, { value, max, percent, of }]) => ({
      id,
      value: toFraction(value),
      max: toFraction(max),
      percent: percent && toFraction(percent),
      of,
    })),
  };
}
