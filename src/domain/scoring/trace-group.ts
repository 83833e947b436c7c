import { percent, toFraction } from '../exact/exact.ts';
import { formatPercent } from '../text/numbers.ts';
import { partsOf, type Joined } from './aggregate.ts';
import { capStates } from './caps.ts';
import { toLimits, toRound, toScale, valueSteps, type ValueSteps } from './group-value.ts';
import { levelFacts, ruleLevel } from './level.ts';
import type { Prepared, PreparedGroup, PreparedItem, PreparedNode } from './prepared.ts';
import { explainLevel } from './reasons.ts';
import type { NodeScore } from './result.ts';
import { codeOf, say, show, type Traced, type TraceLine } from './trace-parts.ts';
import { isEmpty, standsBelow } from './walk-items.ts';

/** Why a child takes no part in its group; null when it does. */
function reasonOut(node: PreparedNode, scored: NodeScore): string | null {
  if (!node.scored) return 'unscored';
  if (!node.ordinary || scored.value !== null) return null;
  if (scored.state === 'hidden') return 'hidden';
  if (scored.state === 'not-applicable' || scored.state === 'excluded') return 'not-applicable';
  if (node.kind === 'group' && isEmpty(node, scored, scored.children)) return 'not-applicable';
  return scored.state === 'unanswered' ? 'open' : 'figure';
}

const REASONS = ['unscored', 'not-applicable', 'open', 'hidden', 'figure'] as const;

/** Which children are left out, and why. */
function leftOut({ prepared }: Traced, group: PreparedGroup, scored: NodeScore): TraceLine[] {
  const reasons = group.children.map((node, place) => reasonOut(node, scored.children[place] as NodeScore));
  const lines = REASONS.flatMap((reason) => {
    const codes = group.children.filter((_node, place) => reasons[place] === reason).map(codeOf);
    return codes.length === 0 ? [] : [say(`out.${reason}`, { codes: codes.join(', ') })];
  });
  const there = new Set(group.children.map(({ id }) => id));
  const written = group.group?.children ?? prepared.questionnaire.groups;
  const others = written.filter(({ id }) => !there.has(id)).map(({ code }) => code);
  return others.length === 0 ? lines : [...lines, say('out.kind', { codes: others.join(', ') })];
}

/** The rule by which the children join, with what came out of it. */
function joinLine(traced: Traced, group: PreparedGroup, scored: NodeScore, joined: Joined | null): TraceLine {
  const { join } = group;
  if (join.kind === 'none') return say('join.none');
  if (joined === null) return say('join.nothing');
  const parts = partsOf(group, scored.children);
  const figures = { parts: parts.length, value: show(traced, joined.value), max: show(traced, joined.max) };
  switch (join.kind) {
    case 'weighted': {
      const weights = group.children
        .filter((node, place) => node.ordinary && scored.children[place]?.value !== null)
        .map((node) => `${codeOf(node)} × ${show(traced, node.weight)}`);
      return say('join.weighted', { ...figures, weights: weights.join('; ') });
    }
    case 'lowest':
      return join.k === 1 ? say('join.lowest', figures) : say('join.lowest-k', { ...figures, k: join.k });
    case 'count': {
      const bound = show(traced, join.atLeast);
      return say('join.count', { ...figures, bound: join.on === 'percent' ? `${bound}%` : bound });
    }
    default:
      return say(`join.${join.kind}`, figures);
  }
}

/** What was done to the joined value, one line for each step that did something. */
function ruleLines(traced: Traced, { values }: PreparedGroup, { raw }: ValueSteps): TraceLine[] {
  if (values === null || raw === null) return [];
  const lines: TraceLine[] = [];
  let now: Joined | null = raw;
  if (values.scale) {
    now = toScale(now, values.scale);
    if (now === null) return lines;
    const { from, to } = values.scale;
    lines.push(say('scale', { from: show(traced, from), to: show(traced, to), value: show(traced, now.value) }));
  }
  if (values.limits) {
    const limited = toLimits(now, values.limits);
    if (toFraction(limited.value) !== toFraction(now.value))
      lines.push(say('limits', { value: show(traced, limited.value), max: show(traced, limited.max) }));
    now = limited;
  }
  if (values.round) {
    const { decimals } = values.round;
    lines.push(say('round', { decimals, value: show(traced, toRound(now, values.round).value) }));
  }
  return lines;
}

/** How a group came to its value. */
function valueLines(traced: Traced, group: PreparedGroup, scored: NodeScore): TraceLine[] {
  const { total, unanswered } = scored.tally;
  if (scored.insufficient) return [say('insufficient', { settled: total - unanswered, total })];
  const steps = valueSteps(group, scored, scored.children);
  const lines: TraceLine[] = [];
  if (steps.empty)
    lines.push(steps.raw ? say('empty.zero', { max: show(traced, steps.raw.max) }) : say('empty.exclude'));
  else lines.push(joinLine(traced, group, scored, steps.joined), ...leftOut(traced, group, scored));
  if (steps.extra.n !== 0n && steps.raw !== null && !steps.knockedOut)
    lines.push(say('extra', { extra: show(traced, steps.extra), value: show(traced, steps.raw.value) }));
  if (steps.knockedOut) {
    const codes = group.zeroers
      .filter((place) => {
        const item = group.children[place] as PreparedItem;
        return item.knockOut !== null && standsBelow(scored.children[place] as NodeScore, item.knockOut.below);
      })
      .map((place) => codeOf(group.children[place] as PreparedItem));
    lines.push(say('zeroed', { codes: codes.join(', ') }));
  }
  lines.push(...ruleLines(traced, group, steps));
  if (steps.result) {
    const { value, max } = steps.result;
    const figures = { value: show(traced, value), max: show(traced, max) };
    const share = percent(value, max);
    lines.push(
      share === null
        ? say('value.plain', figures)
        : say('value', { ...figures, percent: formatPercent(share, traced.language, 2) }),
    );
  }
  return lines;
}

/** The code by which people know a node. */
function codesOf(prepared: Prepared, group: PreparedGroup, ids: readonly string[]): string {
  const groups = new Map(group.children.map((node) => [node.id, codeOf(node)]));
  return ids.map((id) => prepared.items.get(id)?.item.code ?? (groups.get(id) as string)).join(', ');
}

/** Why the level is not the one that the rule gives. */
function cappedLines({ prepared }: Traced, group: PreparedGroup, scored: NodeScore): TraceLine[] {
  if (scored.insufficient || scored.tally.answered === 0) return [];
  const given = ruleLevel(prepared.levels, group.level, levelFacts(group, scored));
  if (given === null || given === scored.level) return [];
  return capStates(prepared, group, scored.children)
    .filter(({ level }) => level < given)
    .map(({ level, by }) => say('level.capped', { given, most: level, codes: codesOf(prepared, group, by) }));
}

/** How a group came to its level, what held it there and what the next one asks. */
function levelLines(traced: Traced, group: PreparedGroup, scored: NodeScore): TraceLine[] {
  const { prepared, language } = traced;
  const rule = group.level;
  if (rule.kind === 'none') return [];
  const name = prepared.questionnaire.levels.find(({ value }) => value === scored.level)?.name[language] ?? '';
  const { held, next } = explainLevel(prepared, group, traced.scored);
  return [
    say(`level.${rule.kind === 'bands' && rule.on === 'percent' ? 'bands-percent' : rule.kind}`),
    scored.level === null ? say('level.null') : say('level', { level: scored.level, name }),
    ...cappedLines(traced, group, scored),
    ...(held.length === 0 ? [] : [say('level.held', { level: scored.level as number })]),
    ...held.map((condition) => ({ condition })),
    ...(next === null || next.conditions.length === 0 ? [] : [say('level.next', { level: next.level })]),
    ...(next?.conditions ?? []).map((condition) => ({ condition })),
  ];
}

/** How one group, or the whole, came to its value and its level. */
export function groupLines(traced: Traced, group: PreparedGroup, scored: NodeScore): TraceLine[] {
  return [
    ...valueLines(traced, group, scored),
    ...levelLines(traced, group, scored),
    ...(group.scored ? [] : [say('unscored')]),
  ];
}
