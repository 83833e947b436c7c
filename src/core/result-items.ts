/** Figures of single items and of a level for views; exact numbers become text here. */
import type { ItemFigures, SideFigures } from '../contract/views/compare.ts';
import { toFraction, type Exact } from '../domain/exact/exact.ts';
import { topGroupOf } from '../domain/questionnaire/walk.ts';
import { levelText } from '../domain/scoring/level-text.ts';
import type { Prepared } from '../domain/scoring/prepared.ts';
import type { NodeScore, Score } from '../domain/scoring/result.ts';
import { shareOf } from '../domain/scoring/summary.ts';
import type { LocalizedText } from '../domain/text/localized.ts';

export const exactText = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

export function sideFigures(scored: Pick<NodeScore, 'value' | 'max' | 'level'>): SideFigures {
  return {
    value: exactText(scored.value),
    max: exactText(scored.max),
    percent: exactText(shareOf(scored)),
    level: scored.level,
  };
}

/** The overall level as the questionnaire writes it, in both languages; null where there is none. */
export function levelInWords(prepared: Prepared, scored: Score): LocalizedText | null {
  const vi = levelText(prepared, scored, 'vi');
  const en = levelText(prepared, scored, 'en');
  return vi === null || en === null ? null : { vi, en };
}

/** The scored items that are asked, in reading order, with the points of an earlier score of the same version. */
export function itemFigures(prepared: Prepared, scored: Score, before: Score | null): ItemFigures[] {
  const owner = topGroupOf(prepared.questionnaire);
  return [...prepared.items.values()].flatMap(({ item, scored: counts }) => {
    const own = scored.byId.get(item.id);
    const group = owner.get(item.id);
    if (!counts || !own || !group?.scored || own.state === null || own.state === 'hidden') return [];
    const former = before?.byId.get(item.id);
    return [
      {
        itemId: item.id,
        code: item.code,
        title: item.title,
        groupId: group.id,
        state: own.state,
        value: exactText(own.value),
        max: exactText(own.max),
        percent: exactText(shareOf(own)),
        previous: former ? { value: exactText(former.value), percent: exactText(shareOf(former)) } : null,
      },
    ];
  });
}
