import type { AnswerValue } from '../assessment/answer.ts';
import { compare, exact, ZERO, type Exact } from '../exact/exact.ts';
import type { Problem } from '../problem.ts';
import type { ItemOf } from '../questionnaire/types.ts';
import { formatNumber } from '../text/numbers.ts';
import { markCells, tickCell, tickedCells, tickLine } from './cells.ts';
import { UNFIT, type ItemKind, type PaperLine } from './kind.ts';
import { checkTicked, disorder, ranksAmong, readOptionIds } from './options.ts';

const elementsOf = (item: ItemOf<'checklist'>) => item.steps.flatMap((step) => step.elements);
const idsOf = (item: ItemOf<'checklist'>): string[] => elementsOf(item).map(({ id }) => id);

/** How many steps from the first one on are complete. */
function completeSteps(steps: readonly (readonly string[])[], ticked: ReadonlySet<string>): number {
  const open = steps.findIndex((elements) => !elements.every((id) => ticked.has(id)));
  return open < 0 ? steps.length : open;
}

const stepIds = (item: ItemOf<'checklist'>): string[][] => item.steps.map((step) => step.elements.map(({ id }) => id));

/** How many steps from the first one on are complete with these elements; a step that asks for none is there already. */
export function stepsReached(item: ItemOf<'checklist'>, ticked: ReadonlySet<string>): number {
  return completeSteps(stepIds(item), ticked);
}

/**
 * A ladder whose steps are lists of things to tick: worth the highest step that is complete together with all steps
 * below it. While the first step has open elements the item is worth nothing.
 */
export const checklist: ItemKind<'checklist'> = {
  type: 'checklist',
  prepare(item) {
    const steps = stepIds(item);
    const [first, ...others] = item.steps.map((step) => exact(step.value)) as [Exact, ...Exact[]];
    const worth = [ZERO, first, ...others];
    return {
      min: steps[0]?.length === 0 ? first : ZERO,
      max: [first, ...others].at(-1) as Exact,
      score: (value) =>
        value.kind === 'options' ? (worth[completeSteps(steps, new Set(value.options))] as Exact) : 'unanswered',
    };
  },
  checkItem(item) {
    const problems: Problem[] = disorder(item.steps);
    const steps = new Set<string>();
    const elements = new Set<string>();
    item.steps.forEach((step, index) => {
      if (steps.has(step.id))
        problems.push({ path: ['steps', index], code: 'duplicate-option', params: { option: step.id } });
      steps.add(step.id);
      if (index > 0 && step.elements.length === 0)
        problems.push({ path: ['steps', index, 'elements'], code: 'elements-missing' });
      step.elements.forEach(({ id }, at) => {
        if (elements.has(id))
          problems.push({ path: ['steps', index, 'elements', at], code: 'duplicate-option', params: { option: id } });
        elements.add(id);
      });
    });
    const [first] = item.steps;
    if (first && first.elements.length > 0 && compare(exact(first.value), ZERO) < 0)
      problems.push({ path: ['steps', 0, 'value'], code: 'negative', params: { value: first.value } });
    return problems;
  },
  checkValue: (item, value) =>
    value.kind === 'options' ? checkTicked(elementsOf(item), value.options) : [{ path: [], code: 'wrong-value-kind' }],
  filled: (_item, value) => ({ done: value.kind === 'options' ? 1 : 0, of: 1 }),
  readShort(_item, raw) {
    const options = readOptionIds(raw);
    return options === null ? null : { kind: 'options', options };
  },
  ranks(item, context) {
    const steps = stepIds(item);
    const upTo = [[], ...steps.map((_, index) => steps.slice(0, index + 1).flat())];
    return ranksAmong(
      checklist.prepare(item, context),
      upTo.map((options): AnswerValue => ({ kind: 'options', options })),
    );
  },
  print(item, value, language) {
    if (value.kind !== 'options') return '';
    const ticked = new Set(value.options);
    const ids = idsOf(item);
    const count = `${ids.filter((id) => ticked.has(id)).length}/${ids.length}`;
    const reached = item.steps[completeSteps(stepIds(item), ticked) - 1];
    return reached ? `${reached.text[language]} (${count})` : count;
  },
  explain(item, value, _context, language) {
    if (value.kind !== 'options') return UNFIT;
    const ticked = new Set(value.options);
    const steps = stepIds(item);
    const complete = completeSteps(steps, ticked);
    const show = (index: number): string =>
      formatNumber(exact((item.steps[index] as ItemOf<'checklist'>['steps'][number]).value), language);
    const missing = String((steps[complete] ?? []).filter((id) => !ticked.has(id)).length);
    if (complete === steps.length) return { key: 'checklist-top', params: { step: show(complete - 1) } };
    if (complete === 0) return { key: 'checklist-below', params: { step: show(0), missing } };
    return { key: 'checklist', params: { step: show(complete - 1), next: show(complete), missing } };
  },
  paper: (item) =>
    item.steps.flatMap((step): PaperLine[] => [
      { kind: 'heading', label: step.text },
      ...step.elements.map((element) => tickLine('many', element.text, null)),
    ]),
  cells: (item) => elementsOf(item).map((element) => tickCell(element.id, element.text)),
  fromCells(item, values) {
    const options = tickedCells(values, idsOf(item));
    return options === null ? null : { kind: 'options', options };
  },
  toCells(item, value) {
    const cells = new Map<string, string>();
    if (value.kind === 'options') markCells(cells, idsOf(item), new Set(value.options));
    return cells;
  },
};
