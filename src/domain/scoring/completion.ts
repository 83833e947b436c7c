/** How far an assessment is, and whether it may be closed. */
import { UNANSWERED, type Answer, type AnswerValue, type Answers } from '../assessment/answer.ts';
import type { Filled } from '../items/kind.ts';
import { filledOf } from '../items/registry.ts';
import type { Item } from '../questionnaire/types.ts';
import type { Prepared, PreparedGroup, PreparedItem } from './prepared.ts';
import { hiddenItems } from './visibility.ts';

/** An entered value with nothing in it, for types that count rows. */
const BLANK: Partial<Readonly<Record<Item['type'], AnswerValue>>> = {
  matrix: { kind: 'rows', rows: [] },
  grid: { kind: 'cells', cells: [] },
};

/** How much of one item is filled in; "none of these" and "not applicable" fill all of it. */
function filled({ item }: PreparedItem, answer: Answer): Filled {
  if (answer.state === 'answered') return filledOf(item, answer.value);
  const blank = BLANK[item.type];
  const { of } = blank ? filledOf(item, blank) : { of: 1 };
  return { done: answer.state === 'unanswered' ? 0 : of, of };
}

/** The items that count towards the score; those of unscored groups, bonuses and deductions do not. */
function countingItems(group: PreparedGroup): PreparedItem[] {
  return group.children.flatMap((node) => {
    if (!node.ordinary) return [];
    return node.kind === 'group' ? countingItems(node) : [node];
  });
}

/**
 * How much of the questionnaire is filled in, counted in rows, so that a table of ten rows is not one step. Counts what
 * is asked and scored: hidden follow-ups, items for other kinds of organisation, bonuses and deductions do not count.
 */
export function completion(prepared: Prepared, answers: Answers): Filled {
  const hidden = hiddenItems(prepared, answers);
  let [done, of] = [0, 0];
  for (const item of countingItems(prepared.root)) {
    if (hidden.has(item.id)) continue;
    const own = filled(item, answers.get(item.id) ?? UNANSWERED);
    done += own.done;
    of += own.of;
  }
  return { done, of };
}

/** May the assessment be closed, and which items stand in the way? */
export interface Submission {
  readonly allowed: boolean;
  /** Ids of the open items that must be settled first, in reading order. */
  readonly open: readonly string[];
}

/**
 * Judges closing by the questionnaire's rule: `always`; `required`, when the required items that are asked are settled;
 * `all`, when every item that is asked and scored is settled as well. Settled means answered in every row, "none of
 * these" or not applicable; "do not know" is an answer here.
 */
export function maySubmit(prepared: Prepared, answers: Answers): Submission {
  const rule = prepared.questionnaire.scoring.completeness?.submit ?? 'always';
  if (rule === 'always') return { allowed: true, open: [] };
  const hidden = hiddenItems(prepared, answers);
  const counting = new Set(rule === 'all' ? countingItems(prepared.root).map(({ id }) => id) : []);
  const open = [...prepared.items.values()]
    .filter(({ id, item }) => !hidden.has(id) && (item.required === true || counting.has(id)))
    .filter((item) => {
      const { done, of } = filled(item, answers.get(item.id) ?? UNANSWERED);
      return done < of;
    })
    .map(({ id }) => id);
  return { allowed: open.length === 0, open };
}
