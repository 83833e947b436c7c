import { UNANSWERED, type Answer } from '../assessment/answer.ts';
import { exact } from '../exact/exact.ts';
import { explainValue } from '../items/registry.ts';
import { evidenceOf } from './item-score.ts';
import type { PreparedGroup, PreparedItem } from './prepared.ts';
import type { NodeScore } from './result.ts';
import { codeOf, say, show, type Traced, type TraceLine } from './trace-parts.ts';
import { standsBelow } from './walk-items.ts';

/** How an answer became its points, by the question type's own words. */
function valueLines(traced: Traced, item: PreparedItem, scored: NodeScore): TraceLine[] {
  const answer = traced.answers.get(item.id) ?? UNANSWERED;
  if (answer.state !== 'answered') return [];
  const { key, params } = explainValue(item.item, answer.value, traced.prepared.context, traced.language);
  const lines = [say(`item.${key}`, params)];
  if (item.evidence === null || scored.value === null || scored.state !== 'answered') return lines;
  const state = evidenceOf(item, traced.facts);
  const figures = { factor: show(traced, item.evidence[state]), value: show(traced, scored.value) };
  return [...lines, say(`evidence.${state}`, figures)];
}

function notApplicableLines(traced: Traced, group: PreparedGroup, item: PreparedItem, scored: NodeScore): TraceLine[] {
  const { notApplicable: effect } = item;
  const max = show(traced, item.scorer.max);
  const answer = traced.answers.get(item.id) as Answer;
  const reason = answer.state === 'not-applicable' ? [say('na.reason', { reason: answer.reason })] : [];
  if (typeof effect !== 'object') return [say(`na.${effect}`, { max }), ...reason];
  const code = codeOf(group.children[effect.copy] as PreparedItem);
  const copied =
    scored.value === null
      ? say('na.copy-none', { code })
      : say('na.copy', { code, value: show(traced, scored.value), max });
  return [copied, ...reason];
}

function openLine(traced: Traced, item: PreparedItem, scored: NodeScore): TraceLine {
  const { unanswered } = traced.prepared;
  const max = show(traced, item.scorer.max);
  if (item.role !== null) return say('open.role');
  if (typeof unanswered === 'string') return say(`open.${unanswered}`, { max });
  return scored.value === null ? say('open.few') : say('open.mean', { value: show(traced, scored.value), max });
}

function knockOutLines(traced: Traced, { knockOut }: PreparedItem, scored: NodeScore): TraceLine[] {
  if (knockOut === null || !standsBelow(scored, knockOut.below)) return [];
  const below = show(traced, knockOut.below);
  return [
    ...(knockOut.zeroGroup ? [say('knock-out.group', { below })] : []),
    ...(knockOut.capLevel === null ? [] : [say('knock-out.level', { below, level: knockOut.capLevel })]),
  ];
}

/** How one item came to its points. */
export function itemLines(traced: Traced, group: PreparedGroup, item: PreparedItem, scored: NodeScore): TraceLine[] {
  const lines = valueLines(traced, item, scored);
  switch (scored.state) {
    case 'none':
      lines.push(say('none'));
      break;
    case 'not-applicable':
      lines.push(...notApplicableLines(traced, group, item, scored));
      break;
    case 'unanswered':
      lines.push(openLine(traced, item, scored));
      break;
    case 'hidden':
      // The answer is kept, but nobody looks at it.
      return [say(scored.value === null ? 'hidden.exclude' : 'hidden.count', { max: show(traced, item.scorer.max) })];
    default:
      break;
  }
  if (item.role !== null) lines.push(say(item.role, { value: show(traced, scored.value ?? exact(0)) }));
  if (!item.scored) lines.push(say('unscored'));
  return [...lines, ...knockOutLines(traced, item, scored)];
}
