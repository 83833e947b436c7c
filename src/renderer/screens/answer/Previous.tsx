import { Equal, History, PencilLine } from 'lucide-react';
import type { Answer } from '../../../domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { shortAnswerText } from './answer-text.ts';
import { sameAnswer } from './previous.ts';

/** What was answered last round, and whether it stays: a suggestion, never an answer by itself. */
export function Previous({
  questionnaire,
  item,
  previous,
  answer,
}: {
  readonly questionnaire: Questionnaire;
  readonly item: Item;
  readonly previous: Answer;
  readonly answer: Answer;
}) {
  const t = useT();
  const language = useLanguage();
  const same = sameAnswer(previous, answer);
  return (
    <p className="question__before small">
      <span>
        <Icon of={History} />
        {t('answer.previous-was', { answer: shortAnswerText(t, questionnaire, item, previous, language) })}
      </span>
      {answer.state !== 'unanswered' && (
        <Tag kind={same ? 'plain' : 'strong'} icon={same ? Equal : PencilLine}>
          {t(same ? 'answer.unchanged' : 'answer.changed')}
        </Tag>
      )}
    </p>
  );
}
