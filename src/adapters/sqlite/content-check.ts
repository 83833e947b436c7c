/**
 * Is what was answered still what was answered? For a database that was not closed in good order, and for diagnostics.
 * A changed letter in a cell is invisible to SQLite; four things of our own see it: the hash of every finished
 * assessment, the seal of every answer, the history that holds each answer a second time, and the hash of every stored
 * questionnaire.
 */
import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentHash } from '../../core/assessments.ts';
import type { Storage } from '../../core/ports.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { answerSealOf, type SealedAnswer } from './answer-seal.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Changed {
  /** Ids of finished assessments whose content is not the one that was finished. */
  readonly finished: readonly string[];
  /** Answers that differ from their seal, or from their own line in the history. */
  readonly answers: readonly { readonly assessmentId: string; readonly itemId: string; readonly seq: number }[];
  /** Stored questionnaires, `id version`, whose text is not the one of their hash. */
  readonly questionnaires: readonly string[];
}

type Repositories = Pick<Storage, 'assessments' | 'answers' | 'evidence'>;

/** Reads everything that was answered. What cannot even be read counts as changed. */
export function changedContent(db: Database.Database, storage: Repositories): Changed {
  const finished = storage.assessments.list().filter(({ contentHash: stated }) => stated !== null);
  return {
    finished: finished
      .filter((row) => !holds(() => contentHash({ storage: storage as Storage, sha256 }, row) === row.contentHash))
      .map(({ id }) => id),
    answers: db
      .prepare<[], SealedAnswer & { readonly seal: string; readonly known: string | null }>(
        `SELECT a.assessment_id AS assessmentId, a.item_id AS itemId, a.seq, a.answer, a.note, a.explanation, a.flagged,
           a.seal, h.answer AS known
         FROM answer a LEFT JOIN answer_history h USING (assessment_id, item_id, seq)`,
      )
      .all()
      .filter((row) => (row.seal !== '' && answerSealOf(row) !== row.seal) || (row.known ?? row.answer) !== row.answer)
      .map(({ assessmentId, itemId, seq }) => ({ assessmentId, itemId, seq })),
    questionnaires: db
      .prepare<[], { id: string; version: string; hash: string; definition: string }>('SELECT * FROM questionnaire')
      .all()
      .filter(({ hash, definition }) => !holds(() => sha256(canonicalJson(JSON.parse(definition))) === hash))
      .map(({ id, version }) => `${id} ${version}`),
  };
}

export const nothingChanged = ({ finished, answers, questionnaires }: Changed): boolean =>
  finished.length + answers.length + questionnaires.length === 0;

function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
