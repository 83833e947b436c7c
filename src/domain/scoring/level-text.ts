import { bandIndex, type Bands } from '../exact/bands.ts';
import { compare, divide, exact, multiply, smaller, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Language } from '../text/localized.ts';
import { conditionsFor, type Condition } from './conditions.ts';
import { figureOf, levelFacts, ruleLevel } from './level.ts';
import type { Prepared, PreparedGroup } from './prepared.ts';
import { nextLevel } from './reasons.ts';
import type { NodeScore, Score } from './result.ts';

const HALF: Exact = { n: 1n, d: 2n };
const NINE_TENTHS: Exact = { n: 9n, d: 10n };
const ONE: Exact = { n: 1n, d: 1n };

/** Where a figure stands inside its band, 0 to 1; 0 in an open band. */
function placeInBand(table: Bands<number>, x: Exact): Exact {
  const index = bandIndex(table, x);
  const low = table.bands[index - 1]?.to ?? table.from;
  const { to: high } = table.bands[index] as Bands<number>['bands'][number];
  if (high === null || compare(high, low) <= 0 || compare(x, low) <= 0) return ZERO;
  return divide(subtract(x, low), subtract(high, low));
}

/** How much of a condition of the next level is there, 0 to 1. */
function shareMet(condition: Condition): Exact {
  if (condition.met) return ONE;
  switch (condition.kind) {
    case 'total': {
      const { have, bound } = condition;
      return have === null || have.n <= 0n || bound.value.n <= 0n ? ZERO : smaller(ONE, divide(have, bound.value));
    }
    case 'cap':
      return ZERO;
    default:
      return divide(exact(condition.have), exact(Math.max(1, condition.need)));
  }
}

/**
 * How much of the way from its level to the next one a node has done, 0 to 1: for bands the place inside the band, for
 * all other rules what is there of the condition of the next level that is furthest from being met. 0 at the top and
 * while a cap holds the level down.
 */
export function wayToNext(prepared: Prepared, group: PreparedGroup, node: NodeScore): Exact {
  const next = nextLevel(prepared, group, node.level);
  const facts = levelFacts(group, node);
  if (next === null || ruleLevel(prepared.levels, group.level, facts) !== node.level) return ZERO;
  if (group.level.kind === 'bands') {
    // There is a level, so there is a figure.
    return smaller(ONE, placeInBand(group.level.table, figureOf(facts, group.level.on) as Exact));
  }
  return conditionsFor(prepared, group, node, next).map(shareMet).reduce(smaller, ONE);
}

/**
 * A level as the questionnaire writes it (`levelForm`): "2"; as a fraction "2,4", the tenths of the way to the next
 * level cut off, so that 2,9 is never rounded up to a level that is not reached; or "2+" from half of the way on.
 * @returns null where there is no level
 */
export function levelText(
  prepared: Prepared,
  scored: Score,
  language: Language,
  group: PreparedGroup = prepared.root,
): string | null {
  const node = scored.byId.get(group.id) as NodeScore;
  if (node.level === null) return null;
  const form = prepared.questionnaire.scoring.levelForm ?? 'integer';
  if (form === 'integer') return String(node.level);
  const way = wayToNext(prepared, group, node);
  if (form === 'plus') return `${node.level}${compare(way, HALF) >= 0 ? '+' : ''}`;
  const tenths = multiply(smaller(way, NINE_TENTHS), exact(10));
  return `${node.level}${language === 'vi' ? ',' : '.'}${tenths.n / tenths.d}`;
}
