import { compare, type Exact } from '../exact/exact.ts';
import type { Group } from '../questionnaire/types.ts';
import type { PreparedGroup } from '../scoring/prepare.ts';
import type { NodeScore } from '../scoring/result.ts';
import { groupTitle, levelLabel, percentText, scoreOf, topGroups, type Context } from './context.ts';
import { changeColumn, changeFigure, changeOf, changeUnit, figureOrNull, type Change } from './figures.ts';
import { shareOf } from '../scoring/summary.ts';
import type { Before, PillarLine } from './model.ts';

/** Top groups that count; groups of questions for information stand in the detail table only. */
const scoredTops = (context: Context): ReturnType<typeof topGroups> =>
  topGroups(context).filter(({ node }) => node.scored);

/** The unit of all changes of this report; one for the whole column. */
export function commonChangeUnit(context: Context): Change['unit'] {
  const ids = [context.prepared.root.id, ...scoredTops(context).map(({ group }) => group.id)];
  return changeUnit(ids.map((id) => [scoreOf(context, id), context.before?.byId.get(id) ?? null]));
}

function beforeOf(context: Context, scored: NodeScore | null): Before | null {
  const { precision, language } = context;
  return (
    scored && {
      value: figureOrNull(scored.value, precision.groups, language),
      percent: figureOrNull(shareOf(scored), precision.percent, language),
      level: levelLabel(context, scored.level),
    }
  );
}

function pillarLine(
  context: Context,
  node: PreparedGroup,
  unit: Change['unit'],
  rowOf: ReadonlyMap<string, number>,
): PillarLine {
  const { precision, language } = context;
  const scored = scoreOf(context, node.id);
  const before = context.before?.byId.get(node.id) ?? null;
  const change = changeOf(scored, before, unit);
  return {
    id: node.id,
    code: node.group?.code ?? '',
    title: node.group ? groupTitle(context, node) : context.words(`total.${context.totalKind}`),
    value: figureOrNull(scored.value, precision.groups, language),
    max: figureOrNull(scored.max, precision.groups, language),
    percent: figureOrNull(shareOf(scored), precision.percent, language),
    level: levelLabel(context, scored.level),
    before: beforeOf(context, before),
    change: changeColumn(change, precision),
    changeFigure: changeFigure(change, precision),
    detailRow: rowOf.get(node.id) ?? 0,
  };
}

/** The top groups and the total, beside the round before. */
export function buildPillars(
  context: Context,
  rowOf: ReadonlyMap<string, number>,
): { readonly pillars: PillarLine[]; readonly total: PillarLine } {
  const unit = commonChangeUnit(context);
  return {
    pillars: scoredTops(context).map(({ node }) => pillarLine(context, node, unit, rowOf)),
    total: pillarLine(context, context.prepared.root, unit, rowOf),
  };
}

/** The scored top groups in falling order of their share of the maximum; equal ones in the order of the questionnaire. */
export function byShare(context: Context): { readonly group: Group; readonly share: Exact }[] {
  return scoredTops(context)
    .flatMap(({ group }) => {
      const share = shareOf(scoreOf(context, group.id));
      return share === null ? [] : [{ group, share }];
    })
    .sort((a, b) => compare(b.share, a.share));
}

/** The figure that stands for a group in sentences: its percentage where points add up, else its value. */
export function valueOf(context: Context, id: string): string {
  const { language, precision } = context;
  const scored = scoreOf(context, id);
  return context.usesPercent
    ? percentText(context, shareOf(scored))
    : (figureOrNull(scored.value, precision.groups, language)?.text ?? '');
}
