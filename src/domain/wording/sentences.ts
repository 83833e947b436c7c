/** Sentences that screens, reports and the command line share. */
import type { Period } from '../assessment/period.ts';
import { formatPath, type Problem } from '../problem.ts';
import type { Condition } from '../scoring/reasons.ts';
import { exact } from '../exact/exact.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import type { Params, Translate } from './catalogue.ts';
import type { vi } from './vi.ts';

export type Words = Translate<typeof vi>;

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

/** "Quý III/2026", "Năm 2025" */
export function periodText(words: Words, { kind, year, number }: Period): string {
  const params = { year, number, roman: ROMAN[number] ?? String(number) };
  if (kind === 'half') return words(number === 1 ? 'period.half.1' : 'period.half.2', params);
  return words(`period.${kind}`, params);
}

export function problemText(words: Words, problem: Problem): string {
  return words(`problem.${problem.code}`, { path: formatPath(problem.path), ...problem.params });
}

/** What a level condition asks for and what there is. */
export function conditionText(words: Words, condition: Condition, language: Language): string {
  switch (condition.kind) {
    case 'gate': {
      const { share, ofLevel, bound, level, need, have, applicable } = condition;
      const params: Params = {
        share: share === null ? '' : formatPercent(share, language),
        level: ofLevel ?? level,
        bound: formatNumber(bound, language, 2),
        need,
        have,
        applicable,
      };
      if (ofLevel !== null) return words(share === null ? 'condition.gate.own-count' : 'condition.gate.own', params);
      return words(share === null ? 'condition.gate.count' : 'condition.gate', params);
    }
    case 'total': {
      const side = condition.bound.strict ? 'more' : 'least';
      const show = condition.on === 'percent' ? formatPercent : formatNumber;
      const params: Params = {
        bound: show(condition.bound.value, language, 2),
        have: show(condition.have ?? exact(0), language, 2),
      };
      return words(condition.on === 'percent' ? `condition.percent.${side}` : `condition.total.${side}`, params);
    }
    case 'groups':
      return words('condition.groups', { need: condition.need, level: condition.level, have: condition.have });
    case 'profile':
      return words('condition.profile', { need: condition.need, level: condition.level, have: condition.have });
    case 'cap':
      return words(`condition.cap.${condition.source}`, {
        level: condition.level,
        bound: formatNumber(condition.bound, language, 2),
        have: condition.below.length,
      });
    case 'settled':
      return words('condition.settled', {
        share: formatPercent(condition.share, language),
        need: condition.need,
        have: condition.have,
        applicable: condition.applicable,
      });
  }
}
