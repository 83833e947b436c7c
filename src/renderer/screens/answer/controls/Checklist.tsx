import { UNANSWERED } from '../../../../domain/assessment/answer.ts';
import { stepsReached } from '../../../../domain/items/checklist.ts';
import { useLocalized, useT } from '../../../i18n/index.ts';
import { levelOfStep } from '../outline.ts';
import { ticksOf } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { TickRows } from './TickRows.tsx';

/** Steps with elements to tick; the step that is reached shows at once. */
export function Checklist({ item, questionnaire, answer, previous, onAnswer, ...rest }: ControlProps<'checklist'>) {
  const t = useT();
  const say = useLocalized();
  const ticks = ticksOf(answer);
  const ticked = new Set(ticks);
  const before = new Set(ticksOf(previous));
  const reached = stepsReached(item, ticked);
  const top = item.steps[reached - 1];

  const put = (options: readonly string[]): void =>
    onAnswer({ state: 'answered', value: { kind: 'options', options } });
  const toggle = (element: string, on: boolean): void => {
    const options = item.steps.flatMap(({ elements }) =>
      elements.flatMap(({ id }) => ((id === element ? on : ticked.has(id)) ? [id] : [])),
    );
    if (options.length === 0) onAnswer(UNANSWERED);
    else put(options);
  };

  const parts = item.steps.map((step, index) => ({
    key: step.id,
    heading: {
      text: say(step.text),
      level: levelOfStep(questionnaire, step.value)?.value ?? null,
      reached: ticks !== null && index < reached && step.elements.length > 0,
    },
    rows: step.elements.map(({ id, text }) => ({
      id,
      text: say(text),
      checked: ticked.has(id),
      before: before.has(id),
      onToggle: (on: boolean) => toggle(id, on),
    })),
  }));
  const none = {
    key: ' none',
    heading: null,
    rows: [
      {
        id: ' none',
        text: t('answer.none-of-these'),
        hint: t('answer.none-of-these-hint'),
        checked: ticks?.length === 0,
        before: ticksOf(previous)?.length === 0,
        onToggle: (on: boolean) => (on ? put([]) : onAnswer(UNANSWERED)),
      },
    ],
  };
  return (
    <>
      <TickRows {...rest} parts={[...parts, none]} />
      <p className="reached" role="status">
        {ticks !== null && (top ? t('answer.step-reached', { step: say(top.text) }) : t('answer.step-none'))}
      </p>
    </>
  );
}
