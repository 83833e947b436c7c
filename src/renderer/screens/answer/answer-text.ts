import type { Answer } from '../../../domain/assessment/answer.ts';
import { printValue } from '../../../domain/items/registry.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import type { Language } from '../../../domain/text/localized.ts';
import type { Words } from '../../i18n/index.ts';
import { levelOfStep } from './outline.ts';

/** The level that a ladder answer stands at; null for everything else. */
export function levelOfAnswer(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer,
): Questionnaire['levels'][number] | null {
  if (item.type !== 'ladder' || answer.state !== 'answered' || answer.value.kind !== 'option') return null;
  const { option } = answer.value;
  const step = item.steps.find(({ id }) => id === option);
  return (step && levelOfStep(questionnaire, step.value)) ?? null;
}

/** An answer in a few words: the level, the chosen option, the figures, or the state. */
export function answerText(
  t: Words,
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer,
  language: Language,
): string {
  if (answer.state !== 'answered') return t(`state.${answer.state}`);
  const level = levelOfAnswer(questionnaire, item, answer);
  if (level) return `${t('assessment.level', { level: level.value })}: ${level.name[language]}`;
  return printValue(item, answer.value, language).replaceAll('**', '');
}

const SHORT = 60;

/** The same, cut at a word for a button. */
export function shortAnswerText(...args: Parameters<typeof answerText>): string {
  const text = answerText(...args);
  return text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))}…`;
}
