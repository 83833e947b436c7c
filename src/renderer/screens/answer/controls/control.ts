import type { ComponentType } from 'react';
import type { Answer } from '../../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../../domain/assessment/context.ts';
import type { ItemOf, ItemType, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import type { Words } from '../../../i18n/index.ts';

/** What every control is given, whatever the type of its question. */
export interface ControlProps<T extends ItemType> {
  readonly item: ItemOf<T>;
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
  /** Points are shown only where they count. */
  readonly scored: boolean;
  readonly answer: Answer;
  /** What was answered last round; null when there is nothing that fits the question. */
  readonly previous: Answer | null;
  /** Digits choose, where the setting allows it. */
  readonly digitKeys: boolean;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
  /** A digit has completed the answer. */
  readonly onPicked: () => void;
  /** Enter: the next question. */
  readonly onEnter: () => void;
}

type Sentence = Parameters<Words>[0];

/** How the questions of one type are answered on the screen. */
export interface ControlKind<T extends ItemType> {
  readonly Component: ComponentType<ControlProps<T>>;
  /** Says what to do, where the question has no sentence of its own. */
  readonly prompt: Sentence;
  /** The way through it by keyboard. */
  readonly keys: Sentence;
  /** The same where digits are switched off. */
  readonly keysWithoutDigits: Sentence;
  /** A digit can complete the answer, and so lead to the next question. */
  readonly advances: boolean;
  /** Its fields keep typed text, and are drawn anew when the record is rewritten from elsewhere. */
  readonly keepsText: boolean;
}
