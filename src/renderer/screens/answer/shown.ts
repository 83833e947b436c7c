import type { AnswerRecord, Answers } from '../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../domain/assessment/context.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { prepare } from '../../../domain/scoring/prepare.ts';
import type { Prepared } from '../../../domain/scoring/prepared.ts';
import { hiddenItems } from '../../../domain/scoring/visibility.ts';

/** Ids of the items that are asked with these answers: in scope, and no hidden follow-up. */
export function shownItems(prepared: Prepared, answers: Answers): ReadonlySet<string> {
  const hidden = hiddenItems(prepared, answers);
  return new Set([...prepared.items.keys()].filter((id) => !hidden.has(id)));
}

/**
 * Which questions are asked, followed from answer to answer. It works anew only when an answer that decides about
 * others has changed, and gives the same set again while nothing appears or goes.
 */
export class ShownItems {
  readonly #prepared: Prepared;
  #decisive: readonly AnswerRecord[] | null = null;
  #shown: ReadonlySet<string> = new Set();

  constructor(questionnaire: Questionnaire, context: AssessmentContext) {
    this.#prepared = prepare(questionnaire, context);
  }

  /** @param recordOf gives the same object while a record is unchanged */
  at(recordOf: (itemId: string) => AnswerRecord): ReadonlySet<string> {
    const decisive = [...this.#prepared.watched].map(recordOf);
    const before = this.#decisive;
    if (before?.every((record, index) => record === decisive[index])) return this.#shown;
    this.#decisive = decisive;
    const answers = new Map([...this.#prepared.items.keys()].map((id) => [id, recordOf(id).answer]));
    const shown = shownItems(this.#prepared, answers);
    const same = shown.size === this.#shown.size && [...shown].every((id) => this.#shown.has(id));
    if (!same || before === null) this.#shown = shown;
    return this.#shown;
  }
}
