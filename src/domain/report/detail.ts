import { printValue } from '../items/registry.ts';
import { emptyRecord, type Answer } from '../assessment/answer.ts';
import type { PreparedGroup, PreparedItem } from '../scoring/prepare.ts';
import type { NodeScore } from '../scoring/result.ts';
import { groupTitle, itemOf, levelLabel, percentText, plain, scoreOf, type Context } from './context.ts';
import { appraiserForm } from './appraiser-form.ts';
import { evidenceCodes } from './evidence.ts';
import { figure, figureOrNull } from './figures.ts';
import { shareOf } from '../scoring/summary.ts';
import type { DetailLine, GroupLine, ItemLine, Joined } from './model.ts';
import { ruleText, scaleText } from './rules.ts';

/** The detail table with the row of every group, so that other tables can refer to it. */
export interface Detail {
  readonly lines: readonly DetailLine[];
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Every group and item in reading order, the total last. */
export function buildDetail(context: Context): Detail {
  const lines: DetailLine[] = [];
  const rowOf = new Map<string, number>();
  const codes = evidenceCodes(context);

  function add(group: PreparedGroup, depth: number): void {
    for (const child of group.children) {
      rowOf.set(child.id, lines.length);
      if (child.kind === 'item') {
        lines.push(itemLine(context, child, depth, codes));
        continue;
      }
      const row = lines.length;
      const line = groupLine(context, child, depth);
      lines.push(line);
      add(child, depth + 1);
      lines[row] = { ...line, joined: joinedRows(child, rowOf) };
    }
  }
  add(context.prepared.root, 0);
  const { root } = context.prepared;
  const total = groupLine(context, root, 0);
  rowOf.set(root.id, lines.length);
  lines.push({
    ...total,
    kind: 'total',
    title: context.words(`total.${context.totalKind}`),
    joined: joinedRows(root, rowOf),
  });
  return { lines, rowOf };
}

/** Which rows make up the value of a group: its scored children. */
function joinedRows(group: PreparedGroup, rowOf: ReadonlyMap<string, number>): Joined {
  const kind = group.aggregate === 'sum' || group.aggregate === 'mean' ? group.aggregate : 'stated';
  return { kind, rows: group.children.filter((child) => child.scored).map((child) => rowOf.get(child.id) ?? 0) };
}

function groupLine(context: Context, node: PreparedGroup, depth: number): GroupLine {
  const { precision, language, words } = context;
  const scored = scoreOf(context, node.id);
  const level = levelLabel(context, scored.level);
  const percent = shareOf(scored);
  const remarks = [
    context.usesPercent && percent !== null
      ? words('group.remark.percent', { percent: percentText(context, percent) })
      : '',
    level ? words('group.remark.level', { level: level.value, name: level.name }) : '',
  ].filter((part) => part !== '');
  return {
    kind: 'group',
    depth,
    code: node.group?.code ?? '',
    title: groupTitle(context, node),
    value: figureOrNull(scored.value, precision.groups, language),
    appraised: figureOrNull(
      context.input.appraised?.score.byId.get(node.id)?.value ?? null,
      precision.groups,
      language,
    ),
    max: figureOrNull(scored.max, precision.groups, language),
    percent: figureOrNull(percent, precision.percent, language),
    level,
    placeholder: words(
      scored.tally.total > 0 && scored.tally.notApplicable === scored.tally.total ? 'points.na' : 'points.none',
    ),
    remark: remarks.join('; '),
    joined: { kind: 'stated', rows: [] },
  };
}

/** Not applicable as answered, or because the figures say that nothing occurred. */
function isNotApplicable(answer: Answer, scored: NodeScore): boolean {
  return answer.state === 'not-applicable' || (answer.state === 'answered' && scored.tally.notApplicable === 1);
}

function itemLine(context: Context, node: PreparedItem, depth: number, codes: ReadonlyMap<string, string>): ItemLine {
  const { precision, language, words } = context;
  const { item } = itemOf(context, node.id);
  const scored = scoreOf(context, node.id);
  const record = context.records.get(node.id) ?? emptyRecord(node.id);
  const { answer } = record;
  const notApplicable = isNotApplicable(answer, scored);
  const points = item.scored && scored.value !== null ? figure(scored.value, precision.items, language) : null;
  const evidence = record.evidence.flatMap((id) => codes.get(id) ?? []);
  const evidenceMissing = item.evidence === 'required' && answer.state === 'answered' && evidence.length === 0;
  const state = context.shared(`state.${notApplicable ? 'not-applicable' : answer.state}`);
  return {
    kind: 'item',
    id: item.id,
    depth,
    code: item.code,
    title: plain(item.title[language]),
    max: item.scored ? figure(node.scorer.max, precision.items, language) : null,
    points,
    pointsText: !item.scored
      ? words('points.unscored')
      : notApplicable
        ? words('points.na')
        : answer.state === 'unanswered'
          ? words('points.none')
          : (points?.fixed ?? words('points.none')),
    rule: ruleText(context, node),
    scale: scaleText(context, node),
    state: record.flagged ? `${state}. ${words('item.flagged')}` : state,
    answer: answerText(context, node, answer, notApplicable),
    explanation: record.explanation,
    evidence: evidenceMissing ? words('evidence.missing') : evidence.join('; '),
    evidenceMissing,
    note: record.note,
    ...appraisedParts(context, node),
    form: appraiserForm(node, language, words('points.na')),
    adapted: item.adapted ? words('item.adapted', { text: plain(item.adapted[language]) }) : '',
  };
}

/** The appraised points of every item once anything has been appraised, so that they add up; the remark where one was made. */
function appraisedParts(context: Context, { id, item }: PreparedItem): Pick<ItemLine, 'appraised' | 'appraisal'> {
  const { precision, language, input } = context;
  const scored = input.appraised?.score.byId.get(id);
  return {
    appraised: item.scored ? figureOrNull(scored?.value ?? null, precision.items, language) : null,
    appraisal: input.appraised?.appraisals.find(({ itemId }) => itemId === id)?.reason ?? '',
  };
}

function answerText(context: Context, { item }: PreparedItem, answer: Answer, notApplicable: boolean): string {
  const { words, language } = context;
  switch (answer.state) {
    case 'unanswered':
      return '';
    case 'none':
      return words('answer.none');
    case 'not-applicable':
      return words('answer.na', { reason: answer.reason });
    case 'answered': {
      const printed = printValue(item, answer.value, language);
      const text = item.type === 'text' ? printed : plain(printed);
      return notApplicable ? `${text}. ${words('answer.na.zero')}` : text;
    }
  }
}
