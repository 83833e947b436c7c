import { ANY_CONTEXT, type AssessmentContext } from '../assessment/context.ts';
import { exact, ZERO } from '../exact/exact.ts';
import { targetFor } from '../items/indicator-target.ts';
import type { Scorer } from '../items/kind.ts';
import { prepareItem as prepareScorer } from '../items/registry.ts';
import { conditionParts, prepareCondition } from '../questionnaire/condition.ts';
import type { Group, Item, Node, Questionnaire } from '../questionnaire/types.ts';
import { groupsOf, isGroup, itemsOf } from '../questionnaire/walk.ts';
import { itemNode } from './item-score.ts';
import { valueSteps } from './group-value.ts';
import { prepareAggregate, prepareCap, prepareLevelRule, prepareValues } from './prepare-rules.ts';
import {
  ROOT_ID,
  type Prepared,
  type PreparedCap,
  type PreparedGroup,
  type PreparedItem,
  type PreparedNode,
} from './prepared.ts';
import type { NodeScore } from './result.ts';

export { ROOT_ID } from './prepared.ts';
export type { Bound, Prepared, PreparedGroup, PreparedItem, PreparedLevelRule, PreparedNode } from './prepared.ts';

/** Types whose null is an option outside the score; for the others something did not occur. */
const WITH_OPTIONS: ReadonlySet<Item['type']> = new Set(['choice', 'likert', 'matrix']);

/** Does a node concern this kind of organisation? An indicator without a target for it does not. */
export function inScope(node: Node, context: AssessmentContext): boolean {
  if (context.kind !== '' && node.kinds && !node.kinds.includes(context.kind)) return false;
  return node.type !== 'indicator' || targetFor(node, context) !== null;
}

/** Places of the items that copy a sibling, each after the one that it copies (circles are refused when it is read). */
function copyOrder(children: readonly PreparedNode[]): number[] {
  const order: number[] = [];
  const visit = (place: number): void => {
    const node = children[place];
    if (node?.kind !== 'item' || typeof node.notApplicable !== 'object' || order.includes(place)) return;
    visit(node.notApplicable.copy);
    order.push(place);
  };
  children.forEach((_node, place) => visit(place));
  return order;
}

const placesOf = (children: readonly PreparedNode[], pick: (item: PreparedItem) => boolean): number[] =>
  children.flatMap((node, place) => (node.kind === 'item' && pick(node) ? [place] : []));

/**
 * Everything applicable and at its best: what a group can be worth at most. Deductions are then not taken off.
 * @param best the points that each item is given
 */
export function extremeOf(group: Omit<PreparedGroup, 'full'>, pick: (node: PreparedNode) => NodeScore): NodeScore {
  const children = group.children.map(pick);
  const tally = { total: children.length, answered: children.length, none: 0, notApplicable: 0, unanswered: 0 };
  const { result } = valueSteps(group, { tally }, children);
  const [value, max] = [result?.value ?? null, result?.max ?? null];
  return { id: group.id, value, max, level: null, tally, children, state: null, insufficient: false };
}

const atBest = (node: PreparedNode): NodeScore =>
  node.kind === 'group' ? node.full : itemNode(node, 'answered', node.role === 'deduction' ? ZERO : node.scorer.max);

interface Rules extends Pick<Group, 'scale' | 'limits' | 'round' | 'caps'> {
  readonly aggregate: NonNullable<Group['aggregate']>;
  readonly level: NonNullable<Group['level']>;
  readonly completeness: string | undefined;
  readonly emptyCounts: boolean;
  readonly further?: readonly PreparedCap[];
}

/**
 * Resolves defaults and parses every number of a checked questionnaire, and leaves out what is not for this kind of
 * organisation. Do this once per questionnaire version and context; scoring itself then touches no text.
 * @param context who is assessed; without a kind every item is in scope
 */
export function prepare(questionnaire: Questionnaire, context: AssessmentContext = ANY_CONTEXT): Prepared {
  const { scoring } = questionnaire;
  const items = new Map<string, PreparedItem>();
  const paths = new Map<string, readonly number[]>();
  const scorers = new Map<string, Scorer>();

  const shown = (node: Node) => (node.showIf ? prepareCondition(node.showIf, scorers, context) : null);

  function prepareItem(node: Item, siblings: readonly Node[], path: readonly number[]): PreparedItem {
    const scorer = prepareScorer(node, context);
    // A bonus or deduction that does not apply brings nothing.
    const effect = node.role ? 'exclude' : (node.notApplicableAs ?? scoring.notApplicable);
    const copied = typeof effect === 'object' ? siblings.findIndex(({ id }) => id === effect.copy) : -1;
    const { evidenceFactor: factor, knockOut } = node;
    const item: PreparedItem = {
      kind: 'item',
      id: node.id,
      item: node,
      scored: node.scored,
      ordinary: node.scored && node.role === undefined,
      weight: exact(node.weight),
      showIf: shown(node),
      scorer,
      role: node.scored ? (node.role ?? null) : null,
      // A sibling that is out of scope cannot be copied.
      notApplicable: typeof effect === 'string' ? effect : copied < 0 ? 'exclude' : { copy: copied },
      excludes: WITH_OPTIONS.has(node.type),
      evidence: factor
        ? {
            none: exact(factor.none),
            offered: exact(factor.offered),
            approved: exact(factor.approved),
            rejected: exact(factor.rejected),
          }
        : null,
      hiddenCounts: node.whenHidden === 'count',
      knockOut: knockOut
        ? {
            below: exact(knockOut.below),
            capLevel: knockOut.capLevel ?? null,
            zeroGroup: knockOut.zeroGroup ?? false,
          }
        : null,
      atLevel: node.atLevel ?? null,
    };
    items.set(node.id, item);
    paths.set(node.id, path);
    scorers.set(node.id, scorer);
    return item;
  }

  function prepareGroup(
    id: string,
    group: Group | null,
    nodes: readonly Node[],
    path: readonly number[],
    rules: Rules,
  ): PreparedGroup {
    const own = nodes.filter((node) => inScope(node, context));
    const showIf = group ? shown(group) : null;
    const children = own.map((node, place): PreparedNode => {
      const at = [...path, place];
      return isGroup(node)
        ? prepareGroup(node.id, node, node.children, at, {
            ...node,
            aggregate: node.aggregate ?? scoring.group,
            level: node.level ?? scoring.groupLevel,
            completeness: node.completeness,
            emptyCounts: (node.whenEmpty ?? scoring.emptyGroup) === 'zero',
          })
        : prepareItem(node, own, at);
    });
    const prepared: Omit<PreparedGroup, 'full'> = {
      kind: 'group',
      id,
      group,
      depth: path.length,
      scored: group?.scored ?? true,
      ordinary: group?.scored ?? true,
      weight: exact(group?.weight ?? 1),
      showIf,
      aggregate: rules.aggregate.kind,
      join: prepareAggregate(rules.aggregate),
      values: prepareValues(rules),
      level: prepareLevelRule(rules.level),
      caps: [...(rules.caps ?? []).map(prepareCap), ...(group ? [] : knockOutCaps(items))],
      completeness: rules.completeness === undefined ? null : exact(rules.completeness),
      emptyCounts: rules.emptyCounts,
      children,
      copies: copyOrder(children),
      roles: placesOf(children, ({ role }) => role !== null),
      zeroers: placesOf(children, ({ knockOut }) => knockOut?.zeroGroup === true),
    };
    return { ...prepared, full: extremeOf(prepared, atBest) };
  }

  const root = prepareGroup(ROOT_ID, null, questionnaire.groups, [], {
    ...scoring,
    aggregate: scoring.total,
    level: scoring.overall,
    completeness: scoring.completeness?.atLeast,
    emptyCounts: false,
  });
  const conditions = [...groupsOf(questionnaire.groups), ...itemsOf(questionnaire.groups)].flatMap(({ showIf }) =>
    showIf ? conditionParts(showIf) : [],
  );
  return {
    questionnaire,
    context,
    levels: questionnaire.levels.map((level) => level.value).sort((a, b) => a - b),
    root,
    items,
    paths,
    conditional: conditions.length > 0,
    watched: new Set(conditions.flatMap(({ test }) => ('item' in test ? [test.item] : []))),
    unanswered:
      typeof scoring.unanswered === 'string' ? scoring.unanswered : { meanFrom: exact(scoring.unanswered.meanFrom) },
  };
}

/** Knock-out items that bound the overall level, wherever they stand. */
function knockOutCaps(items: ReadonlyMap<string, PreparedItem>): PreparedCap[] {
  return [...items.values()].flatMap(({ id, knockOut }): PreparedCap[] => {
    if (knockOut === null || knockOut.capLevel === null) return [];
    return [{ kind: 'knock-out', items: [id], below: knockOut.below, level: knockOut.capLevel }];
  });
}
