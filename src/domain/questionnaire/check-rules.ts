/** Problems of the rules by themselves: bounds out of order, levels that do not exist, figures outside their range. */
import { compare, exact, HUNDRED, ZERO } from '../exact/exact.ts';
import { checkBands } from '../items/number-score.ts';
import type { Problem } from '../problem.ts';
import type { Aggregate, Group, Item, LevelCap, LevelRule } from './types.ts';

export type Path = readonly (string | number)[];
export type Levels = ReadonlySet<number>;

export const within = (problems: readonly Problem[], path: Path): Problem[] =>
  problems.map((found) => ({ ...found, path: [...path, ...found.path] }));

export function unknownLevel(levels: Levels, level: number, path: Path): Problem[] {
  return levels.has(level) ? [] : [{ path, code: 'unknown-level', params: { level } }];
}

/** A percentage above 0 and at most 100. */
export function checkShare(share: string | undefined, path: Path): Problem[] {
  if (share === undefined) return [];
  const value = exact(share);
  return compare(value, ZERO) > 0 && compare(value, HUNDRED) <= 0
    ? []
    : [{ path, code: 'share-range', params: { share } }];
}

function checkPositive(value: string, path: Path): Problem[] {
  return compare(exact(value), ZERO) > 0 ? [] : [{ path, code: 'not-positive', params: { value } }];
}

/** Each entry of a list must be for a higher level than the one before. */
function checkRising(values: readonly number[], at: (index: number) => Path): Problem[] {
  return values.flatMap((level, index): Problem[] => {
    const before = values[index - 1];
    return before !== undefined && before >= level ? [{ path: at(index), code: 'level-order', params: { level } }] : [];
  });
}

export function checkAggregate(rule: Aggregate, path: Path): Problem[] {
  switch (rule.kind) {
    case 'pooled':
    case 'percent-mean':
      return checkPositive(rule.to, [...path, 'to']);
    case 'penalties':
      return checkPositive(rule.start, [...path, 'start']);
    default:
      return [];
  }
}

export function checkLevelRule(rule: LevelRule, levels: Levels, path: Path): Problem[] {
  switch (rule.kind) {
    case 'none':
    case 'lowest':
      return [];
    case 'gate':
      return checkShare(rule.share, [...path, 'share']);
    case 'attributes':
      return compare(exact(rule.fully), exact(rule.largely)) < 0
        ? [{ path: [...path, 'fully'], code: 'bands-order', params: { to: rule.fully } }]
        : [];
    case 'bands': {
      const at = (index: number): Path => [...path, 'table', 'bands', index, 'value'];
      const values = rule.table.bands.map(({ value }) => value);
      return [
        ...within(checkBands(rule.table, ['table']), path),
        ...values.flatMap((level, index) => unknownLevel(levels, level, at(index))),
        ...checkRising(values, at),
      ];
    }
    case 'conditions': {
      const at = (index: number): Path => [...path, 'levels', index, 'level'];
      return [
        ...rule.levels.flatMap(({ level, groups }, index) => [
          ...unknownLevel(levels, level, at(index)),
          ...(groups ? unknownLevel(levels, groups.level, [...path, 'levels', index, 'groups', 'level']) : []),
        ]),
        ...checkRising(
          rule.levels.map(({ level }) => level),
          at,
        ),
      ];
    }
    case 'profiles': {
      const at = (index: number): Path => [...path, 'profiles', index];
      return [
        ...rule.profiles.flatMap(({ level, groups }, index) => [
          ...unknownLevel(levels, level, [...at(index), 'level']),
          ...groups.flatMap((entry, place) =>
            unknownLevel(levels, entry.level, [...at(index), 'groups', place, 'level']),
          ),
        ]),
        ...checkRising(
          rule.profiles.map(({ level }) => level),
          (index) => [...at(index), 'level'],
        ),
      ];
    }
  }
}

export function checkCaps(caps: readonly LevelCap[] | undefined, levels: Levels, path: Path): Problem[] {
  return (caps ?? []).flatMap((cap, index) =>
    cap.kind === 'items' ? unknownLevel(levels, cap.level, [...path, 'caps', index, 'level']) : [],
  );
}

/** Scale and limits must rise. */
export function checkValues({ scale, limits }: Pick<Group, 'scale' | 'limits'>, path: Path): Problem[] {
  const problems: Problem[] = [];
  const rise = (low: string | undefined, high: string | undefined, at: Path): void => {
    if (low !== undefined && high !== undefined && compare(exact(low), exact(high)) >= 0)
      problems.push({ path: [...path, ...at], code: 'bands-order', params: { to: high } });
  };
  rise(scale?.from, scale?.to, ['scale', 'to']);
  rise(limits?.min, limits?.max, ['limits', 'max']);
  return problems;
}

/** What only the engine uses of an item; its question type checks the rest. */
export function checkItemRules(item: Item, levels: Levels): Problem[] {
  const problems: Problem[] = [];
  for (const [state, factor] of Object.entries(item.evidenceFactor ?? {})) {
    const value = exact(factor);
    if (compare(value, ZERO) < 0 || compare(value, exact(1)) > 0)
      problems.push({
        path: ['evidenceFactor', state],
        code: 'out-of-range',
        params: { value: factor, min: 0, max: 1 },
      });
  }
  if (item.knockOut?.capLevel !== undefined)
    problems.push(...unknownLevel(levels, item.knockOut.capLevel, ['knockOut', 'capLevel']));
  if (item.atLevel !== undefined) problems.push(...unknownLevel(levels, item.atLevel, ['atLevel']));
  if (item.type === 'ladder' || item.type === 'checklist')
    item.steps.forEach((step, index) => {
      if (!levels.has(Number(step.value)))
        problems.push({ path: ['steps', index, 'value'], code: 'unknown-level', params: { level: step.value } });
    });
  return problems;
}
