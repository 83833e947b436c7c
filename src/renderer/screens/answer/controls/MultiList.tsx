import { UNANSWERED, type Answer } from '../../../../domain/assessment/answer.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { pointText, ticksOf } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { TickRows } from './TickRows.tsx';

/**
 * Any number of options. One that excludes the others takes them back; where there is none of that kind, "none of
 * these" is an answer of its own.
 */
export function MultiList({ item, scored, answer, previous, onAnswer, ...rest }: ControlProps<'multi'>) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const chosen = new Set(ticksOf(answer));
  const before = new Set(ticksOf(previous));
  const offersNone = answer.state === 'none' || !item.options.some(({ exclusive }) => exclusive);

  const toggle = (option: (typeof item.options)[number], on: boolean): void => {
    // Kept in the order of the questionnaire, so that equal choices are equal answers.
    const options = item.options.flatMap(({ id, exclusive }) => {
      const stays = chosen.has(id) && !(on && (option.exclusive || exclusive));
      return (id === option.id ? on : stays) ? [id] : [];
    });
    onAnswer(options.length === 0 ? UNANSWERED : { state: 'answered', value: { kind: 'options', options } });
  };
  const none = (on: boolean): Answer => (on ? { state: 'none' } : UNANSWERED);

  const rows = item.options.map((option) => ({
    id: option.id,
    text: say(option.text),
    points: scored && (!item.byCount || option.exclusive) ? pointText(option.points, language) : null,
    checked: chosen.has(option.id),
    before: before.has(option.id),
    onToggle: (on: boolean) => toggle(option, on),
  }));
  const noneRow = {
    id: ' none',
    text: t('answer.none-of-these'),
    hint: t('answer.none-of-these-hint'),
    checked: answer.state === 'none',
    before: previous?.state === 'none',
    onToggle: (on: boolean) => onAnswer(none(on)),
  };
  return (
    <TickRows {...rest} parts={[{ key: 'options', heading: null, rows: offersNone ? [...rows, noneRow] : rows }]} />
  );
}
