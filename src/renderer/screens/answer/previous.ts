import { UNANSWERED, type Answer, type AnswerRecord } from '../../../domain/assessment/answer.ts';
import { checkAnswer } from '../../../domain/assessment/check-answer.ts';
import type { Item } from '../../../domain/questionnaire/types.ts';

export const sameAnswer = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was answered last round, where it still fits the question; null otherwise. */
export function previousAnswer(item: Item, record: AnswerRecord | undefined): Answer | null {
  const answer = record?.answer ?? UNANSWERED;
  return answer.state === 'unanswered' || checkAnswer(item, answer).length > 0 ? null : answer;
}
