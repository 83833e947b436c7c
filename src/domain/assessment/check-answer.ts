import { checkValue } from '../items/registry.ts';
import type { Problem } from '../problem.ts';
import type { Item } from '../questionnaire/types.ts';
import type { Answer } from './answer.ts';

/** Problems of one answer for its item: unknown option, number out of range, not applicable where that is not allowed. */
export function checkAnswer(item: Item, answer: Answer): Problem[] {
  switch (answer.state) {
    case 'answered':
      return checkValue(item, answer.value).map((found) => ({ ...found, path: ['value', ...found.path] }));
    case 'not-applicable':
      if (!item.notApplicable) return [{ path: ['na'], code: 'not-applicable-refused' }];
      return answer.reason.trim() === '' ? [{ path: ['na'], code: 'reason-missing' }] : [];
    case 'none':
      return item.type === 'multi' ? [] : [{ path: ['none'], code: 'wrong-value-kind' }];
    case 'unanswered':
      return [];
  }
}
