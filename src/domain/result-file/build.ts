import type { Appraisal, ItemTarget } from '../assessment/appraisal.ts';
import type { AnswerRecord, Evidence } from '../assessment/answer.ts';
import type { Organisation } from '../assessment/organisation.ts';
import type { Period } from '../assessment/period.ts';
import { toFraction } from '../exact/exact.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { NodeScore, Score } from '../scoring/result.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { RESULT_FORMAT, type PackedDefinition, type ResultFile, type StatedScore } from './schema.ts';

/** What a result is made of. */
export interface ResultFileInput {
  readonly program: string;
  /** ISO instant in UTC. */
  readonly exportedAt: string;
  readonly questionnaire: Pick<Questionnaire, 'id' | 'version'>;
  readonly hash: string;
  readonly assessment: Pick<ResultFile['assessment'], 'id' | 'state' | 'sample'> & { readonly deidentified?: boolean };
  /** Left out: 1 for a finished assessment, 0 for a draft. */
  readonly revision?: number;
  readonly replaces?: string | null;
  readonly organisation: Organisation;
  readonly period: Period;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  readonly score: Score;
  readonly appraised?: {
    readonly appraisals: readonly (Appraisal & { readonly person: string; readonly at: string })[];
    readonly score: Score;
  } | null;
  readonly targets?: readonly ItemTarget[];
  readonly definition?: PackedDefinition | null;
}

type Answer = ResultFile['records'][number]['answer'];
type Value = NonNullable<ResultFile['targets']>[number]['value'];

function summarise({ id, value, max, level, tally }: NodeScore): StatedScore['total'] {
  const { answered, notApplicable, unanswered } = tally;
  return {
    id,
    value: value === null ? null : toFraction(value),
    max: max === null ? null : toFraction(max),
    level,
    answered,
    notApplicable,
    unanswered,
  };
}

const stated = (score: Score): StatedScore => ({
  total: summarise(score),
  groups: score.children.map(summarise),
});

/** A copy with plain arrays, as the schema has them. */
function plainAnswer(given: AnswerRecord['answer']): Answer {
  if (given.state !== 'answered' || given.value.kind !== 'options') return given as Answer;
  return { state: 'answered', value: { kind: 'options', options: [...given.value.options] } };
}

/** The order of items is that of their ids, so that the same answers always give the same text. */
const byItem = <T extends { readonly itemId: string }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0));

/**
 * Makes the content. Members are picked one by one, so nothing that happens to hang on a stored record leaves the
 * program by accident.
 */
export function buildResultFile(input: ResultFileInput): ResultFile {
  const { assessment, organisation, questionnaire, appraised, targets, definition } = input;
  return {
    format: RESULT_FORMAT,
    program: input.program,
    exportedAt: input.exportedAt,
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: input.hash },
    assessment: {
      id: assessment.id,
      state: assessment.state,
      sample: assessment.sample,
      deidentified: assessment.deidentified ?? false,
    },
    revision: input.revision ?? (assessment.state === 'finished' ? 1 : 0),
    replaces: input.replaces ?? null,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      code: organisation.code,
      province: organisation.province,
      address: organisation.address,
      contact: organisation.contact,
      predecessors: [...organisation.predecessors],
    },
    period: { kind: input.period.kind, year: input.period.year, number: input.period.number },
    records: byItem(input.records).map(({ itemId, answer, note, explanation, flagged, evidence }) => ({
      itemId,
      answer: plainAnswer(answer),
      note,
      explanation,
      flagged,
      evidence: [...evidence],
    })),
    evidence: input.evidence.map(({ id, type, number, date, issuer, subject, page, file }) => ({
      id,
      type,
      number,
      date,
      issuer,
      subject,
      page,
      ...(file ? { attached: { name: file.name, size: file.size, sha256: file.sha256 } } : {}),
    })),
    score: stated(input.score),
    ...(appraised
      ? {
          appraisals: byItem(appraised.appraisals).map(({ itemId, answer, reason, evidence, person, at }) => ({
            itemId,
            answer: answer && plainAnswer(answer),
            reason,
            evidence,
            person,
            at,
          })),
          appraisedScore: stated(appraised.score),
        }
      : {}),
    ...(targets && targets.length > 0
      ? { targets: byItem(targets).map(({ itemId, value }) => ({ itemId, value: value as Value })) }
      : {}),
    ...(definition ? { definition: { ...definition } } : {}),
  };
}

/** The text that is stored and hashed. */
export function writeResultFile(file: ResultFile): string {
  return canonicalJson(file);
}
